WITH body AS (
  SELECT unit, document,
    CASE WHEN NOT bool_and(lower(font) = 'times new roman' AND size_pt BETWEEN 13 AND 14) THEN FALSE
      WHEN count(*) = count(font) AND count(*) = count(size_pt) THEN TRUE END AS m
  FROM document_texts WHERE role = 'body' GROUP BY unit, document
),
judged AS (
  SELECT d.unit, CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS a, b.m
  FROM documents d LEFT JOIN body b ON b.unit = d.unit AND b.document = d.document
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
