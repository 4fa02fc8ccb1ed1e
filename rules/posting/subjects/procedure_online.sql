/*
title:
  vi: Thủ tục đã công bố và dịch vụ công trực tuyến
  en: Published procedures and their online services
label: {vi: "{code} – {name}", en: "{code} – {name}"}
deadlines: [effective_on]
places:
  procedure_at: [code, name, field, levels, decision_no, change]
  decision_at: [effective_on]
columns:
  level_listed: {vi: danh mục dịch vụ công trực tuyến có nêu mức độ, en: whether the list of online services tells its level}
*/
WITH by_code AS (
  SELECT unit, code, known_any(service_level IN ('full', 'partial', 'none')) AS level_listed
  FROM online_services WHERE code IS NOT NULL GROUP BY unit, code
),
nameless AS (SELECT DISTINCT unit FROM online_services WHERE code IS NULL)
SELECT p.*,
  CASE WHEN s.level_listed THEN TRUE WHEN p.code IS NULL OR n.unit IS NOT NULL THEN NULL
    WHEN s.code IS NULL THEN FALSE ELSE s.level_listed END AS level_listed
FROM procedure p
LEFT JOIN by_code s ON s.unit = p.unit AND s.code = p.code
LEFT JOIN nameless n ON n.unit = p.unit
