WITH judged AS (
  SELECT d.unit, received_on >= DATE '2018-06-21' AND
      received_on <= period_to AND finished_on >= period_from AND status NOT IN ('filed', 'refused', 'withdrawn', 'stopped')
      AND ((finished_on <= DATE '2026-11-22' AND finished_on > due_on)
        OR (NOT (status IN ('finished', 'returned') OR finished_on <= DATE '2026-11-22'
            OR returned_on <= DATE '2026-11-22')
          AND status NOT IN ('supplement', 'payment') AND DATE '2026-11-22' > due_on)) AS a,
    CASE WHEN apology_on <= due_on - 1 THEN TRUE
      WHEN received_on <= DATE '2025-06-30' AND apology_on > due_on - 1 THEN FALSE END AS m
  FROM dossiers d JOIN units u ON u.unit = d.unit
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
