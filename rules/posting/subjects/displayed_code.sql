/*
title:
  vi: Mã thủ tục đang niêm yết tại trụ sở hoặc trên cổng
  en: Codes on display at the office or on the portal
label: {vi: "{code}", en: "{code}"}
places:
  posting_at: [code, posted_on]
columns:
  at_office: {vi: đang niêm yết tại trụ sở, en: whether it is on display at the office}
  on_portal: {vi: đang có trên cổng thông tin, en: whether it is on the portal}
*/
-- One row a code, and one a posting whose code cannot be read: it may be any code.
WITH judged AS (
  SELECT b.*,
    b.posted_on <= run.as_of AND b.removed_on > run.as_of AS active,
    b.channel IN ('board', 'screen') AS office, b.channel = 'portal' AS portal
  FROM postings b CROSS JOIN run
),
nameless AS (
  SELECT unit, bool_or(active IS NOT FALSE AND office IS NOT FALSE) AS at_office,
    bool_or(active IS NOT FALSE AND portal IS NOT FALSE) AS on_portal
  FROM judged WHERE code IS NULL GROUP BY unit
),
by_code AS (
  SELECT unit, code, min(seen_at) AS posting_at, min(posted_on) AS posted_on,
    known_any(active AND office) AS at_office, known_any(active AND portal) AS on_portal
  FROM judged WHERE code IS NOT NULL GROUP BY unit, code
)
SELECT c.unit, c.code, c.posting_at, c.posted_on,
  CASE WHEN c.at_office THEN TRUE WHEN n.at_office THEN NULL ELSE c.at_office END AS at_office,
  CASE WHEN c.on_portal THEN TRUE WHEN n.on_portal THEN NULL ELSE c.on_portal END AS on_portal
FROM by_code c LEFT JOIN nameless n ON n.unit = c.unit
UNION ALL
SELECT j.unit, NULL AS code, j.seen_at AS posting_at, j.posted_on,
  CASE WHEN j.active AND j.office THEN TRUE ELSE NULL END AS at_office,
  CASE WHEN j.active AND j.portal THEN TRUE ELSE NULL END AS on_portal
FROM judged j
WHERE j.code IS NULL AND j.active IS NOT FALSE
