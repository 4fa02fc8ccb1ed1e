/*
title:
  vi: Tỷ lệ đúng hạn theo thủ tục
  en: Timeliness by procedure
label: {vi: "Thủ tục {procedure}", en: "Procedure {procedure}"}
places:
  first_late_at: {procedure: name}
columns:
  any_finished: {vi: có hồ sơ đã giải quyết xong trong kỳ, en: whether a dossier was finished in the period}
  late: {vi: số hồ sơ trễ hạn, en: late dossiers}
  dossiers: {vi: số hồ sơ đã giải quyết, en: dossiers finished}
  on_time_least: {vi: tỷ lệ đúng hạn thấp nhất có thể, en: least possible share in time}
  on_time_most: {vi: tỷ lệ đúng hạn cao nhất có thể, en: greatest possible share in time}
  unsure: {vi: "số hồ sơ chưa rõ có đúng hạn, có thuộc nhóm này hay không", en: dossiers of which that is not known}
*/
-- One row a procedure, counted as HS-01 counts. What may be of any procedure is unsure for each, and stands
-- in a row of its own.
WITH judged AS (
  SELECT unit, dossier_at, CASE WHEN name <> '' THEN name WHEN name = '' THEN code END AS grouped,
    in_period AND finished AND counted AS a,
    finished_on <= due_on OR finished_on <= received_on AS m
  FROM dossier
),
stray AS (
  SELECT unit, count(*) AS strays FROM judged
  WHERE grouped IS NULL AND a IS NOT FALSE GROUP BY unit
),
grouped AS (
  SELECT j.unit, j.grouped, count(*) FILTER (WHERE a AND m) AS in_time,
    count(*) FILTER (WHERE a AND NOT m) AS late,
    count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL)) AS open,
    min(dossier_at) FILTER (WHERE a AND NOT m) AS first_late_at
  FROM judged j WHERE a IS NOT FALSE GROUP BY j.unit, j.grouped
),
summed AS (
  SELECT g.*, g.open + COALESCE(s.strays, 0) AS unclear,
    g.in_time + g.late + g.open AS dossiers
  FROM grouped g LEFT JOIN stray s ON s.unit = g.unit
)
SELECT unit, grouped AS procedure, late, dossiers, first_late_at,
  CASE WHEN grouped IS NOT NULL AND in_time + late > 0 THEN TRUE END AS any_finished,
  in_time * 100.0 / (in_time + late + unclear) AS on_time_least,
  (in_time + unclear) * 100.0 / (in_time + late + unclear) AS on_time_most,
  CASE WHEN unclear = 0 THEN FALSE END AS unsure
FROM summed
