WITH body AS (
  SELECT unit, document, bool_and(lower(font) = 'times new roman')
      AND CASE WHEN count(*) = count(font) THEN TRUE END
      AND CASE WHEN count(*) = count(size_pt) THEN bool_and(size_pt BETWEEN 13 AND 14) END AS m
  FROM document_texts WHERE role = 'body' GROUP BY unit, document
),
judged AS (
  SELECT d.unit, CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS a, b.m
  FROM documents d LEFT JOIN body b ON b.unit = d.unit AND b.document = d.document
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
