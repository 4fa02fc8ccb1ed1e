WITH judged AS (
  SELECT unit, effective_on <= DATE '2026-11-22' AS a,
    updated_on <= CAST(effective_on + INTERVAL 3 MONTH AS DATE)
      OR DATE '2026-11-22' <= CAST(effective_on + INTERVAL 3 MONTH AS DATE) AS m
  FROM iso_law_changes
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
