/*
title: {vi: Thông tin kèm theo của phụ lục, en: References of annexes to their document}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text, found: text}
  document_at: [document]
columns:
  given: {vi: phụ lục có thông tin kèm theo, en: whether the annex has a reference}
  in_small_letters: {vi: thông tin kèm theo in thường, en: whether the reference is in small letters}
  whole: {vi: "thông tin kèm theo có số, ngày và cơ quan", en: "whether the reference has number, date and agency"}
*/
-- One row an annex's heading. Its reference stands among the paragraphs next to it; it is surely
-- missing only where none of them speaks of an enclosing document or stands in brackets. In an
-- electronic document number and date stay blank, but the words "số", "ngày", "của" stand there.
WITH near AS (
  SELECT h.unit, h.document, h.paragraph,
    regexp_matches(p.words, 'kem|theo|ban hanh') OR regexp_matches(p.text, '^\s*\(') AS perhaps
  FROM annex_heading h
  JOIN paragraph_words p ON p.unit = h.unit AND p.document = h.document
    AND p.paragraph BETWEEN h.paragraph - 3 AND h.paragraph + 8
),
read AS (
  SELECT unit, document, paragraph,
    bool_or(coalesce(perhaps, TRUE)) AS perhaps, count(*) AS seen
  FROM near GROUP BY unit, document, paragraph
),
reference AS (
  SELECT h.unit, h.document, h.paragraph, the_one(c.text) AS found
  FROM annex_heading h
  JOIN document_components c ON c.unit = h.unit AND c.document = h.document
    AND c.role = 'annex_reference' AND c.paragraph BETWEEN h.paragraph AND h.paragraph + 8
  GROUP BY h.unit, h.document, h.paragraph
)
SELECT h.unit, h.document, h.paragraph, h.seen_at, h.line, f.found,
  CASE WHEN f.found IS NOT NULL THEN TRUE
    WHEN h.line IS NOT NULL AND NOT r.perhaps AND r.seen >= 6 AND d.pictures = 0 THEN FALSE
    END AS given,
  CASE WHEN regexp_matches(f.found, '[{}<>\[\]]') THEN NULL
    WHEN f.found = upper(f.found) THEN FALSE
    WHEN regexp_matches(f.found, '^\s*\(?[Kk]èm theo \p{L}\p{Ll}') THEN TRUE END AS in_small_letters,
  CASE WHEN regexp_matches(f.found, '[{}<>\[\]]') THEN NULL
    WHEN NOT regexp_matches(f.found, '^\s*\((?i:kèm theo|ban hành kèm theo)(?s:.*)\)\s*$') THEN NULL
    ELSE regexp_matches(f.found, '(?i:số)\s*:?\s*[\d.…_/]') AND regexp_matches(f.found, '(?i:ngày)')
      AND regexp_matches(f.found, '(?i:của)') END AS whole,
  d.doc_type, d.seen_at AS document_at,
  CASE WHEN own.document IS NOT NULL THEN TRUE ELSE d.administrative END AS administrative
FROM annex_heading h
JOIN classed_document d ON d.unit = h.unit AND d.document = h.document
LEFT JOIN annex_alone own ON own.unit = d.unit AND own.document = d.document
LEFT JOIN read r ON r.unit = h.unit AND r.document = h.document AND r.paragraph = h.paragraph
LEFT JOIN reference f ON f.unit = h.unit AND f.document = h.document AND f.paragraph = h.paragraph
