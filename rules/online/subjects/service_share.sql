/*
title:
  vi: Tỷ lệ dịch vụ công trực tuyến có phát sinh hồ sơ
  en: Share of online services with dossiers
label: {vi: "{kind_shown}", en: "{kind_shown}"}
columns:
  kind: {vi: mức độ dịch vụ, en: level}
  done: {vi: số dịch vụ có hồ sơ trực tuyến, en: services with online dossiers}
  total: {vi: số dịch vụ, en: services}
  unused: {vi: dịch vụ không có hồ sơ, en: services without dossiers}
  share_least: {vi: tỷ lệ thấp nhất có thể, en: least possible share}
  share_most: {vi: tỷ lệ cao nhất có thể, en: greatest possible share}
  unsure: {vi: "số dịch vụ chưa rõ mức độ, hoặc chưa rõ có hồ sơ hay không", en: services of which that is not known}
*/
-- One row a unit and level: full is level 4 of before 15/8/2022, partial level 3. A dossier whose
-- procedure is not known may be of any service.
WITH filed AS (
  SELECT d.unit, d.code,
    known_any(d.channel = 'online' AND d.received_on BETWEEN u.period_from AND u.period_to) AS online
  FROM dossiers d JOIN units u ON u.unit = d.unit
  GROUP BY d.unit, d.code
),
services AS (
  SELECT s.unit, s.code, s.service_level,
    CASE WHEN s.code IS NULL THEN NULL WHEN f.online THEN TRUE
      WHEN f.unit IS NOT NULL AND f.online IS NULL THEN NULL
      WHEN stray.online IS NOT FALSE AND stray.unit IS NOT NULL THEN NULL ELSE FALSE END AS used
  FROM online_services s
  LEFT JOIN filed f ON f.unit = s.unit AND f.code = s.code
  LEFT JOIN filed stray ON stray.unit = s.unit AND stray.code IS NULL
),
judged AS (
  SELECT unit, 'full' AS kind, code, used, service_level IN ('full', 'level_4') AS a FROM services
  UNION ALL
  SELECT unit, 'partial' AS kind, code, used, service_level IN ('partial', 'level_3') AS a
  FROM services
),
counted AS (
  SELECT unit, kind, count(*) AS total, count(*) FILTER (WHERE a AND used) AS done,
    count(*) FILTER (WHERE a IS NULL OR (a AND used IS NULL)) AS unclear,
    array_agg(code ORDER BY code) FILTER (WHERE a AND NOT used) AS unused
  FROM judged WHERE a IS NOT FALSE GROUP BY unit, kind
)
SELECT unit, kind, total, done, unused,
  CASE kind WHEN 'full' THEN 'Dịch vụ công toàn trình' ELSE 'Dịch vụ công một phần' END AS kind_shown,
  done * 100.0 / total AS share_least, (done + unclear) * 100.0 / total AS share_most,
  CASE WHEN unclear = 0 THEN FALSE END AS unsure
FROM counted
