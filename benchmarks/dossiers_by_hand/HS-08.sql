WITH judged AS (
  SELECT d.unit, received_on >= DATE '2018-06-21' AND
      received_on BETWEEN period_from AND period_to AND sent_back_on <= DATE '2026-11-22' AS a,
    CASE WHEN back.number <= came.number + 3 OR sector_limit THEN TRUE
      WHEN received_on <= DATE '2025-06-30' THEN back.number <= came.number + 3 OR sector_limit END AS m
  FROM dossiers d JOIN units u ON u.unit = d.unit
  LEFT JOIN working_days came ON came.day = received_on
  LEFT JOIN working_days back ON back.day = sent_back_on
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
