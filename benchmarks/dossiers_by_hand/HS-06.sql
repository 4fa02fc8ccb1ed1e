WITH listed AS (
  SELECT unit, lower(dossier_no) AS number,
    CASE WHEN count(*) = count(received_on) AND min(received_on) = max(received_on)
      THEN min(received_on) END AS received_on,
    CASE WHEN count(*) = count(sector_limit) AND min(sector_limit) = max(sector_limit)
      THEN min(sector_limit) END AS sector_limit
  FROM dossiers WHERE dossier_no IS NOT NULL GROUP BY unit, lower(dossier_no)
),
asked AS (
  SELECT s.unit, lower(dossier_no) AS number, count(*) AS times,
    bool_or(asked_on BETWEEN period_from AND period_to) AS within_period, count(*) = count(asked_on) AS sure
  FROM dossier_supplements s JOIN units u ON u.unit = s.unit
  GROUP BY s.unit, lower(dossier_no)
),
judged AS (
  SELECT a.unit, d.received_on >= DATE '2018-06-21' AND
      CASE WHEN within_period THEN TRUE WHEN sure THEN FALSE END AS a,
    CASE WHEN a.number IS NULL THEN NULL WHEN times > 1 THEN FALSE
      WHEN bool_or(a.number IS NULL) OVER (PARTITION BY a.unit) THEN NULL ELSE TRUE END AS m
  FROM asked a LEFT JOIN listed d ON d.unit = a.unit AND d.number = a.number
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
