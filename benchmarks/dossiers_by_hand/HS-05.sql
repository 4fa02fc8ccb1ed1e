WITH workdays AS (
  SELECT day, number, number > lag(number, 1, 0) OVER (ORDER BY day) AS worked FROM working_days
),
judged AS (
  SELECT d.unit, received_on >= DATE '2018-06-21' AND
      received_on <= period_to AND finished_on >= period_from AND channel IN ('direct', 'post')
      AND status NOT IN ('filed', 'refused', 'withdrawn', 'stopped')
      AND transferred_on <= DATE '2026-11-22' AND moved.number - came.number = 1
      AND CASE WHEN received_on IS NOT NULL THEN received_time > '15:00' END AND came.worked AS a,
    CASE WHEN transferred_time <= '09:00' THEN TRUE END AS m
  FROM dossiers d JOIN units u ON u.unit = d.unit
  LEFT JOIN workdays came ON came.day = received_on
  LEFT JOIN workdays moved
    ON moved.day = CASE WHEN transferred_on <= DATE '2026-11-22' THEN transferred_on
      WHEN transferred_on IS NOT NULL THEN DATE '2026-11-22' END
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
