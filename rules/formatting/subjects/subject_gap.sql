/*
title: {vi: Khoảng cách giữa số và trích yếu công văn, en: Space between number and subject of a letter}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text, gap_pt: space_before_pt}
  number_at: {number: text}
  document_at: [document]
columns:
  gap_pt: {vi: khoảng cách (pt), en: space (pt)}
  apart: {vi: cách đúng, en: as far apart as prescribed}
*/
-- One row a letter whose subject stands in the paragraph right below its number. With both a space
-- after one and a space before the other Word adds them or takes the greater: open between the two.
-- More than asked for is open too, and so are lines that are not single: they bring space of their own.
WITH subjects AS (
  SELECT s.unit, s.document, s.seen_at, s.text AS line, n.text AS number, n.seen_at AS number_at,
    s.space_before_pt AS before, n.space_after_pt AS after,
    s.line_rule = 'multiple' AND n.line_rule = 'multiple' AND s.line_value BETWEEN 0.95 AND 1.05
      AND n.line_value BETWEEN 0.95 AND 1.05 AS plain
  FROM document_paragraphs s
  JOIN document_paragraphs n ON n.unit = s.unit AND n.document = s.document
    AND n.paragraph = s.paragraph - 1 AND n.role = 'number_symbol' AND n.place = s.place
  WHERE s.role = 'subject_line'
  UNION ALL BY NAME
  SELECT p.unit, p.document FROM document_paragraphs p WHERE p.role IS NULL
  UNION ALL BY NAME
  SELECT e.unit, e.document FROM expected_component e
  JOIN documents l ON l.unit = e.unit AND l.document = e.document
  WHERE e.role = 'number_symbol' AND (coalesce(l.doc_type = 'công văn', TRUE) OR EXISTS (
      SELECT 1 FROM document_paragraphs q
      WHERE q.unit = e.unit AND q.document = e.document AND q.role = 'subject_line'
    )) AND NOT EXISTS (
    SELECT 1 FROM document_components c
    WHERE c.unit = e.unit AND c.document = e.document AND c.role = e.role
  )
)
SELECT s.unit, s.document, s.seen_at, s.number_at, s.line, s.number, s.before + s.after AS gap_pt,
  CASE WHEN s.before + s.after BETWEEN 5.9 AND 6.1 AND (s.before = 0 OR s.after = 0) THEN TRUE
    WHEN s.plain AND s.before + s.after < 5.9 THEN FALSE END AS apart,
  d.seen_at AS document_at, d.administrative
FROM subjects s
JOIN classed_document d ON d.unit = s.unit AND d.document = s.document
