WITH judged AS (
  SELECT unit, opened_on <= DATE '2026-11-22' OR closed_on <= DATE '2026-11-22' AS a,
    closed_on <= due_on OR DATE '2026-11-22' <= due_on AS m
  FROM iso_actions
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
