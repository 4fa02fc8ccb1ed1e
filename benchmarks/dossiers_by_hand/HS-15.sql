WITH workdays AS (
  SELECT day, number, number > lag(number, 1, 0) OVER (ORDER BY day) AS worked FROM working_days
),
judged AS (
  SELECT d.unit, CASE WHEN received_on < DATE '2020-05-22' THEN FALSE WHEN received_on >= DATE '2021-01-01' THEN TRUE END
      AND filed_on BETWEEN period_from AND period_to AND channel = 'online' AS a,
    came.number <= filed.number OR (came.number <= filed.number + 1
      AND (received_time <= filed_time OR NOT filed.worked)) AS m
  FROM dossiers d JOIN units u ON u.unit = d.unit
  LEFT JOIN workdays filed ON filed.day = filed_on
  LEFT JOIN workdays came ON came.day = received_on
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
