WITH rows AS (
  SELECT d.unit, d.field AS grouped,
    received_on <= period_to AND finished_on >= period_from AND finished_on <= DATE '2026-11-22'
      AND status NOT IN ('filed', 'refused', 'withdrawn', 'stopped') AS a,
    finished_on <= due_on OR finished_on <= received_on AS m
  FROM dossiers d JOIN units u ON u.unit = d.unit
),
groups AS (
  SELECT unit, grouped, count(*) FILTER (WHERE a AND m) AS good, count(*) FILTER (WHERE a AND NOT m) AS bad,
    count(*) FILTER (WHERE a IS NULL OR m IS NULL) AS open
  FROM rows WHERE a IS NOT FALSE GROUP BY unit, grouped
),
judged AS (
  SELECT unit, CASE WHEN grouped IS NOT NULL AND good + bad > 0 THEN TRUE END AS a,
    CASE WHEN bad > 0 THEN FALSE
      WHEN open + sum(CASE WHEN grouped IS NULL THEN good + bad + open ELSE 0 END) OVER (PARTITION BY unit) = 0
      THEN TRUE END AS m
  FROM groups
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
