/*
title: {vi: Các gạch đầu dòng của phần Kính gửi, en: Dashes of addressees}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: {text: text, left_mm: left_indent_mm}
  document_at: [document]
columns:
  dashed: {vi: dòng có gạch đầu dòng, en: whether the line begins with a dash}
  left_mm: {vi: vị trí gạch đầu dòng, en: place of the dash}
  first_left_mm: {vi: vị trí gạch đầu dòng của dòng đầu, en: place of the first dash}
*/
-- One row a line of box 9a. Where a dash stands is known of lines that begin at the edge of the page,
-- without blanks or tabs before the dash.
WITH lines AS (
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.text, p.place,
    CASE WHEN p.label = '' THEN regexp_matches(p.text, '^[\s\p{Z}]*[-–—−‐‑]') END AS dashed,
    CASE WHEN p.place = '-' AND p.align IN ('left', 'justify') AND NOT regexp_matches(p.text, '^[\s\p{Z}]')
      THEN p.left_indent_mm + p.first_line_indent_mm END AS left_mm
  FROM document_paragraphs p
  WHERE (p.role = 'addressee') IS NOT FALSE
)
SELECT l.*,
  first_value(l.left_mm) OVER (PARTITION BY l.unit, l.document, l.dashed ORDER BY l.paragraph)
    AS first_left_mm,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM lines l
JOIN classed_document d ON d.unit = l.unit AND d.document = l.document
