/*
title:
  vi: Thủ tục và mức độ dịch vụ công trực tuyến
  en: Procedures and the level of their online service
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  procedure_at: [code, name, field, decision_no]
columns:
  online: {vi: có dịch vụ công trực tuyến, en: whether it can be done online}
*/
WITH by_code AS (
  SELECT unit, code, known_any(service_level IN ('full', 'partial')) AS online
  FROM online_services WHERE code IS NOT NULL GROUP BY unit, code
),
nameless AS (SELECT DISTINCT unit FROM online_services WHERE code IS NULL)
SELECT p.*,
  CASE WHEN s.online THEN TRUE WHEN p.code IS NULL OR n.unit IS NOT NULL THEN NULL
    WHEN s.code IS NULL THEN FALSE ELSE s.online END AS online
FROM procedure p
LEFT JOIN by_code s ON s.unit = p.unit AND s.code = p.code
LEFT JOIN nameless n ON n.unit = p.unit
