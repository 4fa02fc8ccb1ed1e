WITH judged AS (
  SELECT d.unit, received_on >= DATE '2018-06-21' AND
      received_on <= period_to AND finished_on >= period_from AND status NOT IN ('filed', 'refused', 'withdrawn', 'stopped')
      AND NOT (status IN ('finished', 'returned') OR finished_on <= DATE '2026-11-22'
        OR returned_on <= DATE '2026-11-22')
      AND status NOT IN ('supplement', 'payment') AS a,
    DATE '2026-11-22' <= due_on AS m
  FROM dossiers d JOIN units u ON u.unit = d.unit
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
