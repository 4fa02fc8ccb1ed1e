/*
title:
  vi: Dịch vụ công trực tuyến trong danh mục
  en: Online services as listed
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  service_at: {code: code, name: name, service_level: service_level, level_shown: service_level}
columns:
  level_shown: {vi: mức độ dịch vụ, en: level of the service}
*/
SELECT s.unit, s.seen_at AS service_at, s.code, s.name, s.service_level,
  CASE s.service_level WHEN 'full' THEN 'toàn trình' WHEN 'partial' THEN 'một phần'
    WHEN 'level_3' THEN 'mức độ 3' WHEN 'level_4' THEN 'mức độ 4' WHEN 'none' THEN 'không cung cấp'
    END AS level_shown
FROM online_services s
