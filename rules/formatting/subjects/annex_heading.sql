/*
title: {vi: Dòng chữ Phụ lục, en: Headings of annexes}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text}
  document_at: [document]
columns:
  label_written: {vi: từ Phụ lục viết đúng và đứng riêng một dòng, en: whether the word stands alone as prescribed}
  numbered: {vi: số thứ tự của phụ lục là chữ số La Mã, en: whether the annex has a Roman number}
  annexes: {vi: số phụ lục, en: number of annexes}
*/
-- One row a line that heads an annex: the first annex as the reader found it, the others by the
-- same look outside tables, in the middle of the page. A document that speaks of an annex and has
-- no such line is a row of unknowns: the annex may stand in another file, or where nobody looks.
WITH headings AS (
  SELECT unit, document, paragraph, seen_at,
    regexp_extract(text, '^\s*((?i:phụ lục)(?:[^\n]*[^\s])?)', 1) AS line
  FROM document_paragraphs
  WHERE (contains(role, 'annex_label') OR (role = 'other' AND place = '' AND align = 'center'))
    AND regexp_matches(text, '^\s*(?i:phụ lục)(?:\s+(?:(?i:số)\s*)?(?:[IVXLC]{1,6}|\d{1,3}|[A-Z])(?:\.\d+)?)?\s*(?:$|\n|[:.–-])')
),
counted AS (
  SELECT unit, document, count(DISTINCT upper(line)) AS annexes FROM headings
  GROUP BY unit, document
),
spoken AS (
  SELECT unit, document FROM paragraph_words
  WHERE regexp_matches(words, 'phu luc') OR text IS NULL
  GROUP BY unit, document
),
judged AS (
  SELECT h.*, c.annexes FROM headings h
  JOIN counted c ON c.unit = h.unit AND c.document = h.document
  UNION ALL BY NAME
  SELECT s.unit, s.document FROM spoken s
  WHERE NOT EXISTS (
    SELECT 1 FROM headings h WHERE h.unit = s.unit AND h.document = s.document
  )
)
SELECT r.*,
  CASE WHEN regexp_full_match(r.line, 'Phụ lục(?: [IVXLC]+| \d+)?') THEN TRUE
    WHEN regexp_matches(r.line, '^PHỤ LỤC|^Phụ Lục|^phụ lục') THEN FALSE
    WHEN regexp_matches(r.line, '^Phụ lục(?: [IVXLC]+| \d+)?\s*[:.–-]\s*\p{L}{2,}') THEN FALSE
  END AS label_written,
  CASE WHEN regexp_matches(r.line, '^(?i:phụ lục)(?: (?i:số))? [IVXLC]+(?:$|[^\p{L}\d])') THEN TRUE
    WHEN own.document IS NULL AND r.annexes = 1 THEN TRUE
    WHEN regexp_matches(r.line, '^(?i:phụ lục)(?: (?i:số))?(?: ?1)?(?:$|[^\p{L}\d ])') AND r.annexes = 1
      THEN NULL
    WHEN regexp_matches(r.line, '^(?i:phụ lục)(?: (?i:số))? ?\d') THEN FALSE END AS numbered,
  d.doc_type, d.seen_at AS document_at,
  CASE WHEN own.document IS NOT NULL THEN TRUE ELSE d.administrative END AS administrative
FROM judged r
JOIN classed_document d ON d.unit = r.unit AND d.document = r.document
LEFT JOIN annex_alone own ON own.unit = d.unit AND own.document = d.document
