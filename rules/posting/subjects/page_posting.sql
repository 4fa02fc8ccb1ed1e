/*
title:
  vi: Thủ tục trên Cơ sở dữ liệu quốc gia và việc niêm yết
  en: Procedures in the national database and their posting
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  page_at: [code, name, field, levels, decision_no]
columns:
  in_scope: {vi: "cấp, lĩnh vực có thuộc đơn vị", en: whether level and field are the unit's}
  posted_at_office: {vi: việc niêm yết tại trụ sở, en: whether it is on display at the office}
  near_code: {vi: mã gần giống trong sổ niêm yết, en: a nearly equal code in the posting register}
*/
WITH judged AS (
  SELECT b.*,
    b.posted_on <= run.as_of AND b.removed_on > run.as_of AND b.channel IN ('board', 'screen')
      AS now
  FROM postings b CROSS JOIN run
),
by_code AS (
  SELECT unit, code, known_any(now) AS now FROM judged WHERE code IS NOT NULL GROUP BY unit, code
),
nameless AS (SELECT DISTINCT unit FROM judged WHERE code IS NULL AND now IS NOT FALSE),
paged AS (SELECT DISTINCT unit, code FROM national_pages WHERE code IS NOT NULL),
stray AS (
  SELECT DISTINCT j.unit, coalesce(j.code, j.written_code) AS written,
    typed_code(coalesce(j.code, j.written_code)) AS typed
  FROM judged j LEFT JOIN paged g ON g.unit = j.unit AND g.code = j.code
  WHERE g.code IS NULL AND now IS NOT FALSE AND coalesce(j.code, j.written_code) IS NOT NULL
),
compared AS (
  SELECT g.unit, g.code, s.written, s.typed FROM paged g
  JOIN stray s ON s.unit = g.unit AND code_tail(s.typed) = code_tail(g.code)
  UNION ALL
  SELECT g.unit, g.code, s.written, s.typed FROM paged g
  JOIN stray s ON s.unit = g.unit AND code_head(s.typed) = code_head(g.code)
),
near AS (
  SELECT unit, code, min(written) AS written
  FROM compared WHERE near_code(code, typed) GROUP BY unit, code
)
SELECT g.*, m.written AS near_code,
  CASE WHEN b.now THEN TRUE
    WHEN g.code IS NULL OR n.unit IS NOT NULL OR m.code IS NOT NULL THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.now END AS posted_at_office
FROM scoped_page g
LEFT JOIN by_code b ON b.unit = g.unit AND b.code = g.code
LEFT JOIN near m ON m.unit = g.unit AND m.code = g.code
LEFT JOIN nameless n ON n.unit = g.unit
