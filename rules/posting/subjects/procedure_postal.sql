/*
title:
  vi: Thủ tục đã công bố và danh mục bưu chính công ích
  en: Published procedures and the postal lists
label: {vi: "{code} – {name}", en: "{code} – {name}"}
deadlines: [effective_on]
places:
  procedure_at: [code, name, field, levels, decision_no, change]
  decision_at: [effective_on]
columns:
  listed_at_office: {vi: có trong danh mục bưu chính tại nơi giải quyết, en: whether a postal list at the office holds it}
  listed_on_website: {vi: có trong danh mục bưu chính trên trang thông tin điện tử, en: whether a postal list on the website holds it}
  in_both_lists: {vi: "đứng ở cả danh mục nhận, trả và danh mục không nhận, trả", en: whether both lists hold it}
*/
-- A row of the lists whose code cannot be read may be this procedure's.
WITH judged AS (
  SELECT x.*, x.posted_on <= run.as_of AND x.removed_on > run.as_of AS active
  FROM postal_lists x CROSS JOIN run
),
by_code AS (
  SELECT unit, code,
    known_any(active AND channel = 'office') AS at_office,
    known_any(active AND channel = 'website') AS on_website,
    known_any(active AND via_post) AS via_post,
    known_any(active AND NOT via_post) AS not_via_post
  FROM judged WHERE code IS NOT NULL GROUP BY unit, code
),
nameless AS (SELECT DISTINCT unit FROM judged WHERE code IS NULL AND active IS NOT FALSE)
SELECT p.*,
  CASE WHEN b.at_office THEN TRUE WHEN p.code IS NULL OR n.unit IS NOT NULL THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.at_office END AS listed_at_office,
  CASE WHEN b.on_website THEN TRUE WHEN p.code IS NULL OR n.unit IS NOT NULL THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.on_website END AS listed_on_website,
  CASE WHEN b.via_post AND b.not_via_post THEN TRUE
    WHEN p.code IS NULL OR n.unit IS NOT NULL THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.via_post AND b.not_via_post END AS in_both_lists
FROM procedure p
LEFT JOIN by_code b ON b.unit = p.unit AND b.code = p.code
LEFT JOIN nameless n ON n.unit = p.unit
