/*
title: {vi: Các dòng của Quốc hiệu và tên cơ quan, en: Lines of the national name and of agencies}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text, line_value: line_value}
  document_at: [document]
columns:
  single: {vi: cách dòng đơn, en: single spacing}
  of_several: {vi: có dòng khác cùng khối ngay trên hoặc dưới, en: whether another line of its block is next to it}
*/
-- One row a paragraph of the head that stands right above or below another of its block: quốc hiệu
-- and tiêu ngữ, the agencies. Lines of exact or least height, and a little more than single, are open.
-- A main one that was not found is a row of which nothing is known.
WITH lines AS (
  SELECT p.*, CASE WHEN role IN ('national_name', 'motto') THEN 'name'
      WHEN role IN ('superior_agency', 'issuing_agency') THEN 'agency' END AS block
  FROM document_paragraphs p
),
pairs AS (
  SELECT l.*, lead(l.paragraph) OVER down AS below, lag(l.paragraph) OVER down AS above
  FROM lines l
  WHERE coalesce(l.block IN ('name', 'agency'), l.role IS NULL)
  WINDOW down AS (PARTITION BY l.unit, l.document, l.block ORDER BY l.paragraph)
),
found AS (
  SELECT * FROM pairs
  UNION ALL BY NAME
  SELECT e.unit, e.document FROM expected_component e
  WHERE e.role IN ('national_name', 'motto', 'issuing_agency') AND NOT EXISTS (
    SELECT 1 FROM document_components c
    WHERE c.unit = e.unit AND c.document = e.document AND c.role = e.role
  )
)
SELECT p.unit, p.document, p.paragraph, p.seen_at, p.text AS line, p.line_rule, p.line_value,
  CASE WHEN p.text IS NULL THEN NULL
    ELSE coalesce(p.below = p.paragraph + 1, FALSE) OR coalesce(p.above = p.paragraph - 1, FALSE)
    END AS of_several,
  CASE WHEN p.line_rule <> 'multiple' THEN NULL
    WHEN p.line_value BETWEEN 0.95 AND 1.05 THEN TRUE
    WHEN p.line_value >= 1.2 OR p.line_value < 0.8 THEN FALSE END AS single,
  d.seen_at AS document_at, d.administrative
FROM found p
JOIN classed_document d ON d.unit = p.unit AND d.document = p.document
