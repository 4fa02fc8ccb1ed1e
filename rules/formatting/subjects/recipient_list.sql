/*
title: {vi: Phần liệt kê nơi nhận, en: Lists of recipients}
label: {vi: "{document}", en: "{document}"}
places:
  seen_at: {last_line: text}
  document_at: [document]
columns:
  filed: {vi: nơi nhận có dòng lưu, en: whether the list has the line of the archive}
*/
-- One row a document whose recipients were found. The line "Lưu: VT, …" is surely missing only where
-- no word "lưu" that might head it, and no "VT", stands in or below the list, or as a line of its
-- own anywhere, and no picture may hide it. Blanks may be filled in with it. Recipients that were
-- not found are a row of which nothing is known.
WITH lists AS (
  SELECT unit, document, min(paragraph) AS first_line,
    place_of_max(seen_at, paragraph) AS seen_at, min(text) FILTER (WHERE nth = 1) AS last_line
  FROM (
    SELECT *, row_number() OVER (PARTITION BY unit, document ORDER BY paragraph DESC) AS nth
    FROM document_paragraphs WHERE contains(role, 'recipients_item')
  ) GROUP BY unit, document
),
spoken AS (
  SELECT l.unit, l.document,
    bool_or(regexp_matches(p.text, '(?:^|[\s;,])[-–—+]*\s*(?i:lưu)\s*(?:[:(]|VT)')) AS filed,
    bool_or(p.text IS NULL OR regexp_matches(p.text, '^[-–—+\s]*(?i:lưu)')
      OR (p.paragraph >= l.first_line AND p.paragraph <= l.first_line + 60
        AND regexp_matches(p.text, '(?i:lưu)|VT|\.\.|…|_|[{}<>\[\]]'))) AS perhaps
  FROM lists l
  JOIN document_paragraphs p ON p.unit = l.unit AND p.document = l.document
  GROUP BY l.unit, l.document
),
expected AS (
  SELECT unit, document, last_line, seen_at FROM lists
  UNION ALL BY NAME
  SELECT e.unit, e.document FROM expected_component e
  WHERE e.role = 'recipients_item' AND NOT EXISTS (
    SELECT 1 FROM lists l WHERE l.unit = e.unit AND l.document = e.document
  )
)
SELECT l.unit, l.document, l.last_line, l.seen_at, d.doc_type, d.seen_at AS document_at,
  CASE WHEN s.filed THEN TRUE WHEN s.perhaps OR d.pictures <> 0 THEN NULL
    WHEN d.pictures = 0 AND NOT s.perhaps THEN FALSE END AS filed,
  d.administrative
FROM expected l
JOIN classed_document d ON d.unit = l.unit AND d.document = l.document
LEFT JOIN spoken s ON s.unit = l.unit AND s.document = l.document
