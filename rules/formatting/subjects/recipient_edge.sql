/*
title: {vi: Vị trí của phần nơi nhận, en: Position of the recipients}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text, align: align}
  document_at: [document]
columns:
  at_edge: {vi: dòng sát lề trái, en: whether the line begins at the left edge}
*/
-- One row a paragraph of nothing but the words "Nơi nhận" or recipients. Centred and right-aligned
-- text is not at the left edge; how far an indent takes a line from it is not judged. Where only
-- the words were found, or recipients while the words stand where they were not taken for the label,
-- the others are a row of which nothing is known.
WITH found AS (
  SELECT unit, document, bool_or(contains(role, 'recipients_label')) AS label,
    bool_or(contains(role, 'recipients_item')) AS items,
    bool_or(regexp_matches(words, 'noi ?(nhan|gui)')) AS said
  FROM paragraph_words GROUP BY unit, document
),
lines AS (
  SELECT unit, document, paragraph, seen_at, text, align, left_indent_mm, first_line_indent_mm
  FROM document_paragraphs
  WHERE role IN ('recipients_label', 'recipients_item') OR role IS NULL
  UNION ALL BY NAME
  SELECT unit, document FROM found WHERE (label AND NOT items) OR (items AND said AND NOT label)
)
SELECT p.unit, p.document, p.paragraph, p.seen_at, p.text AS line, p.align,
  CASE WHEN p.align IN ('center', 'right') THEN FALSE
    WHEN p.align IN ('left', 'justify') AND abs(p.left_indent_mm + p.first_line_indent_mm) < 10
      THEN TRUE END AS at_edge,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM lines p
JOIN classed_document d ON d.unit = p.unit AND d.document = p.document
