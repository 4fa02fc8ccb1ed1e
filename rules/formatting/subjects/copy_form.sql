/*
title: {vi: Dòng chữ hình thức sao, en: Lines that say what kind of copy it is}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text, size_pt: size_pt, bold: bold, italic: italic}
  document_at: [document]
columns:
  form_written: {vi: hình thức sao ghi đúng, en: whether the form of copy is written as prescribed}
  upright: {vi: chữ đứng, en: upright}
*/
-- One row a line that says nothing but the kind of copy. Whether other words mean a copy is open.
SELECT t.unit, t.document, t.paragraph, t.seen_at, t.start, t."end", t.text AS line, t.size_pt,
  t.bold, t.italic, NOT t.italic AS upright,
  CASE WHEN regexp_full_match(t.text, '\s*(?:SAO Y|SAO LỤC|TRÍCH SAO)\s*') THEN TRUE
    WHEN t.text IS NULL THEN NULL ELSE FALSE END AS form_written,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM document_texts t
JOIN classed_document d ON d.unit = t.unit AND d.document = t.document
WHERE t.text IS NULL
  OR regexp_matches(t.text, '^\s*(?i:sao y|sao lục|trích sao|sao y bản chính|sao y bản gốc)\s*$')
