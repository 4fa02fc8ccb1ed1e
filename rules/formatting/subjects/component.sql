/*
title: {vi: Thành phần thể thức của văn bản hành chính, en: Components of administrative documents}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text]
  document_at: [document]
columns:
  doc_type: {vi: tên loại văn bản, en: type of the document}
  role: {vi: thành phần thể thức, en: component}
*/
-- One row a component. A main component that the reader did not find is a row of which nothing but
-- its role is known: it may stand where the reader does not look (see stretch.sql).
WITH parts AS (
  SELECT unit, document, role, text, paragraph, last_paragraph, place, seen_at
  FROM document_components
  UNION ALL BY NAME
  SELECT e.unit, e.document, e.role
  FROM expected_component e
  WHERE e.role <> 'body' AND NOT EXISTS (
    SELECT 1 FROM document_components c
    WHERE c.unit = e.unit AND c.document = e.document AND c.role = e.role
  )
)
SELECT p.*, d.doc_type, d.seen_at AS document_at, d.administrative
FROM parts p
JOIN classed_document d ON d.unit = p.unit AND d.document = p.document
