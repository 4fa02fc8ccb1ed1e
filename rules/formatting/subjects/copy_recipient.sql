/*
title: {vi: Dòng nơi nhận của bản sao, en: Lines of the recipients of a copy}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text}
  document_at: [document]
columns:
  is_label: {vi: là từ Nơi nhận, en: whether it is the word Nơi nhận}
  closed: {vi: cuối dòng có dấu đúng, en: whether the line ends with the right mark}
*/
-- One row a line under "Nơi nhận" of a paper copy, each in a paragraph of its own with a dash. A line
-- of which the next has no dash may go on there: open.
WITH lines AS (
  SELECT p.*, lead(p.text) OVER following AS next_line,
    lead(p.unit) OVER following IS NULL AS is_last
  FROM document_paragraphs p
  WHERE coalesce(contains(p.role, 'copy_recipients'), TRUE)
  WINDOW following AS (PARTITION BY p.unit, p.document ORDER BY p.paragraph)
)
SELECT l.unit, l.document, l.paragraph, l.seen_at, l.text AS line, l.is_last,
  regexp_matches(folded(l.text), '^noi ?nhan') AS is_label,
  CASE WHEN l.text IS NULL OR regexp_matches(l.text, '\n') OR regexp_matches(l.text, '\.\.|…|_|[{}<>\[\]]')
      THEN NULL
    WHEN l.is_last THEN CASE WHEN regexp_matches(l.text, '\.\s*$') THEN TRUE
      WHEN regexp_matches(l.text, '^[-–—\s]*(?i:lưu)') AND NOT contains(l.text, '.') THEN FALSE END
    WHEN regexp_matches(l.text, ';\s*$') THEN TRUE
    WHEN regexp_matches(l.text, '[:\p{Pd}/(]\s*$') THEN NULL
    WHEN regexp_matches(l.next_line, '^\s*[-–—]') THEN FALSE END AS closed,
  d.seen_at AS document_at, d.administrative
FROM lines l
JOIN classed_document d ON d.unit = l.unit AND d.document = l.document
