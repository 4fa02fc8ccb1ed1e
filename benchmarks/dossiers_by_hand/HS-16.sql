WITH workdays AS (
  SELECT day, number, number > lag(number, 1, 0) OVER (ORDER BY day) AS worked FROM working_days
),
told AS (
  SELECT d.*, u.period_from, u.period_to, came.worked, moved.number - came.number AS later,
    CASE WHEN transferred_on IS NOT NULL THEN least(transferred_on, DATE '2026-11-22') END AS until
  FROM dossiers d JOIN units u ON u.unit = d.unit
  LEFT JOIN workdays came ON came.day = received_on
  LEFT JOIN workdays moved ON moved.day
    = CASE WHEN transferred_on IS NOT NULL THEN least(transferred_on, DATE '2026-11-22') END
),
judged AS (
  SELECT unit, received_on >= DATE '2018-06-21' AND
      channel = 'online' AND received_on <= period_to AND finished_on >= period_from
      AND status NOT IN ('filed', 'refused', 'withdrawn', 'stopped')
      AND (transferred_on <= DATE '2026-11-22' OR (finished_on > DATE '2026-11-22'
        AND status NOT IN ('finished', 'returned'))) AS a,
    CASE WHEN until <= received_on THEN TRUE
      WHEN until > received_on AND received_on <= DATE '2021-12-05'
        AND (later > 1 OR (worked AND received_time <= '15:00')) THEN FALSE END AS m
  FROM told
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
