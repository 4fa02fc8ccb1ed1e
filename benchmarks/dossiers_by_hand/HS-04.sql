WITH workdays AS (
  SELECT day, number, number > lag(number, 1, 0) OVER (ORDER BY day) AS worked FROM working_days
),
judged AS (
  SELECT d.unit, received_on >= DATE '2018-06-21' AND
      received_on <= period_to AND finished_on >= period_from AND channel IN ('direct', 'post')
      AND status NOT IN ('filed', 'refused', 'withdrawn', 'stopped')
      AND (transferred_on <= DATE '2026-11-22' OR (finished_on > DATE '2026-11-22'
        AND status NOT IN ('finished', 'returned'))) AS a,
    CASE WHEN moved.number <= came.number OR (moved.number <= came.number + 1
        AND (received_time > '15:00' OR NOT came.worked)) THEN TRUE
      WHEN received_on NOT BETWEEN DATE '2025-07-01' AND DATE '2026-08-04' THEN moved.number <= came.number OR (moved.number <= came.number + 1
        AND (received_time > '15:00' OR NOT came.worked)) END AS m
  FROM dossiers d JOIN units u ON u.unit = d.unit
  LEFT JOIN workdays came ON came.day = received_on
  LEFT JOIN workdays moved
    ON moved.day = CASE WHEN transferred_on <= DATE '2026-11-22' THEN transferred_on
      WHEN transferred_on IS NOT NULL THEN DATE '2026-11-22' END
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
