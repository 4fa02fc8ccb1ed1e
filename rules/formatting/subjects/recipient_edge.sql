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
-- text is not at the left edge; how far an indent takes a line from it is not judged.
SELECT p.unit, p.document, p.paragraph, p.seen_at, p.text AS line, p.align,
  CASE WHEN p.align IN ('center', 'right') THEN FALSE
    WHEN p.align IN ('left', 'justify') AND abs(p.left_indent_mm + p.first_line_indent_mm) < 10
      THEN TRUE END AS at_edge,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM document_paragraphs p
JOIN classed_document d ON d.unit = p.unit AND d.document = p.document
WHERE p.role IN ('recipients_label', 'recipients_item') OR p.role IS NULL
