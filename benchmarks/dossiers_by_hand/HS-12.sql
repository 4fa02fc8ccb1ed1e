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
      step_due_on BETWEEN period_from AND period_to AS a,
    step_finished_on <= step_due_on OR DATE '2026-11-22' <= step_due_on AS m
  FROM dossier_steps s JOIN units u ON u.unit = s.unit
  LEFT JOIN listed d ON d.unit = s.unit AND d.number = lower(s.dossier_no)
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
