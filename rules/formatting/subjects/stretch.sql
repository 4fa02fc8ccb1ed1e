/*
title: {vi: Chữ của văn bản hành chính, en: Text of administrative documents}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text, font, size_pt, bold, italic, underline, color, align]
  document_at: [document]
columns:
  doc_type: {vi: tên loại văn bản, en: type of the document}
  role: {vi: thành phần thể thức, en: component}
  upright: {vi: chữ đứng, en: upright}
*/
-- One row a stretch of one look. A main component that the reader did not find is a row of which
-- nothing but its role is known: it may stand where the reader does not look.
WITH stretches AS (
  SELECT unit, document, paragraph, role, text, start, "end", characters, font, size_pt, bold,
    italic, align, underline, color, seen_at
  FROM document_texts
  UNION ALL BY NAME
  SELECT e.unit, e.document, e.role
  FROM expected_component e
  WHERE NOT EXISTS (
    SELECT 1 FROM document_texts t
    WHERE t.unit = e.unit AND t.document = e.document AND t.role = e.role
  )
)
SELECT s.*, NOT s.italic AS upright, d.doc_type, d.seen_at AS document_at, d.administrative
FROM stretches s
JOIN classed_document d ON d.unit = s.unit AND d.document = s.document
