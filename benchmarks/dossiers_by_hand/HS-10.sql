WITH judged AS (
  SELECT d.unit, received_on >= DATE '2018-06-21' AND
      received_on <= period_to AND finished_on >= period_from AND status NOT IN ('filed', 'refused', 'withdrawn', 'stopped') AND reappointments >= 1 AS a,
    CASE WHEN reappointments <= 1 THEN TRUE
      WHEN received_on <= DATE '2025-06-30' AND reappointments > 1 THEN FALSE END AS m
  FROM dossiers d JOIN units u ON u.unit = d.unit
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
