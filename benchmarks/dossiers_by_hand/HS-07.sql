WITH listed AS (
  SELECT unit, lower(dossier_no) AS number,
    CASE WHEN count(*) = count(received_on) AND min(received_on) = max(received_on)
      THEN min(received_on) END AS received_on,
    CASE WHEN count(*) = count(sector_limit) AND min(sector_limit) = max(sector_limit)
      THEN min(sector_limit) END AS sector_limit
  FROM dossiers WHERE dossier_no IS NOT NULL GROUP BY unit, lower(dossier_no)
),
judged AS (
  SELECT s.unit, received_on >= DATE '2018-06-21' AND
      asked_on BETWEEN period_from AND period_to AS a,
    CASE WHEN asked.number <= came.number + 3 OR sector_limit THEN TRUE
      WHEN received_on <= DATE '2025-06-30' THEN asked.number <= came.number + 3 OR sector_limit END AS m
  FROM dossier_supplements s JOIN units u ON u.unit = s.unit
  LEFT JOIN listed d ON d.unit = s.unit AND d.number = lower(s.dossier_no)
  LEFT JOIN working_days came ON came.day = received_on
  LEFT JOIN working_days asked ON asked.day = asked_on
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
