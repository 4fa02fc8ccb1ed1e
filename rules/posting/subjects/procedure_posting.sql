/*
title:
  vi: Thủ tục đã công bố và việc niêm yết
  en: Published procedures and their posting
label: {vi: "{code} – {name}", en: "{code} – {name}"}
deadlines: [effective_on]
places:
  procedure_at: [code, name, field, levels, decision_no, change]
  decision_at: [effective_on]
  posting_at: {first_posted_on: posted_on}
columns:
  posted_at_office: {vi: việc niêm yết tại trụ sở, en: whether it is on display at the office}
  posted_anywhere: {vi: việc niêm yết ở mọi kênh, en: whether it is on display on any channel}
  posted_on_portal: {vi: việc niêm yết trên cổng thông tin, en: whether it is on the portal}
  near_code: {vi: mã gần giống trong sổ niêm yết, en: a code in the posting register that is nearly this one}
  ever_posted: {vi: đã từng niêm yết tại trụ sở, en: whether it was ever posted at the office}
  earlier_unknown: {vi: có lần niêm yết sớm hơn hay không, en: whether there was an earlier posting}
*/
-- Each procedure with what the posting register says of its code. A posting whose code cannot be
-- read may be this procedure's: what is not found is then unknown, not absent. So it is where a
-- posting has a code that no list knows and that is one slip of the hand away from this one.
WITH judged AS (
  SELECT b.*,
    b.posted_on <= run.as_of AND b.removed_on > run.as_of AS active,
    b.channel IN ('board', 'screen') AS at_office,
    b.channel = 'portal' AS on_portal
  FROM postings b CROSS JOIN run
),
by_code AS (
  SELECT unit, code,
    known_any(active AND at_office) AS now_at_office,
    known_any(active AND on_portal) AS now_on_portal,
    known_any(active) AS now_anywhere,
    known_any(at_office) AS ever_at_office
  FROM judged WHERE code IS NOT NULL GROUP BY unit, code
),
-- A sheet that was taken down before the listing took effect does not show that listing. By the
-- days of effect, not by listings: thousands of rows of one code stay cheap.
effect AS (
  SELECT DISTINCT unit, code, effective_on FROM listing WHERE effective_on IS NOT NULL
),
first AS (
  SELECT l.unit, l.code, l.effective_on,
    min(b.posted_on) FILTER (WHERE b.at_office AND b.removed_on > l.effective_on) AS posted_on,
    place_of_min(b.seen_at, CASE WHEN b.at_office AND b.removed_on > l.effective_on
      THEN b.posted_on END) AS posting_at,
    bool_or(b.posted_on IS NULL OR b.at_office IS NULL OR b.removed_on IS NULL) AS unsure
  FROM effect l JOIN judged b ON b.unit = l.unit AND b.code = l.code
  WHERE b.at_office IS NOT FALSE AND (b.removed_on > l.effective_on) IS NOT FALSE
  GROUP BY l.unit, l.code, l.effective_on
),
nameless AS (
  SELECT unit,
    bool_or(active IS NOT FALSE AND at_office IS NOT FALSE) AS now_at_office,
    bool_or(active IS NOT FALSE AND on_portal IS NOT FALSE) AS now_on_portal,
    bool_or(active IS NOT FALSE) AS now_anywhere,
    bool_or(at_office IS NOT FALSE) AS ever_at_office
  FROM judged WHERE code IS NULL GROUP BY unit
),
listed AS (SELECT DISTINCT unit, code FROM listing WHERE code IS NOT NULL),
stray AS (
  SELECT j.unit, coalesce(j.code, j.written_code) AS written,
    typed_code(coalesce(j.code, j.written_code)) AS typed,
    bool_or(active IS NOT FALSE AND at_office IS NOT FALSE) AS now_at_office,
    bool_or(active IS NOT FALSE AND on_portal IS NOT FALSE) AS now_on_portal,
    bool_or(active IS NOT FALSE) AS now_anywhere,
    bool_or(at_office IS NOT FALSE) AS ever_at_office
  FROM judged j LEFT JOIN listed l ON l.unit = j.unit AND l.code = j.code
  WHERE l.code IS NULL AND coalesce(j.code, j.written_code) IS NOT NULL
  GROUP BY j.unit, coalesce(j.code, j.written_code)
),
compared AS (
  SELECT l.code, s.* FROM listed l
  JOIN stray s ON s.unit = l.unit AND code_tail(s.typed) = code_tail(l.code)
  UNION ALL
  SELECT l.code, s.* FROM listed l
  JOIN stray s ON s.unit = l.unit AND code_head(s.typed) = code_head(l.code)
),
near AS (
  SELECT unit, code, min(written) AS written,
    bool_or(now_at_office) AS now_at_office, bool_or(now_on_portal) AS now_on_portal,
    bool_or(now_anywhere) AS now_anywhere, bool_or(ever_at_office) AS ever_at_office
  FROM compared WHERE near_code(code, typed) GROUP BY unit, code
)
SELECT p.*,
  f.posting_at,
  m.written AS near_code,
  CASE WHEN b.now_on_portal THEN TRUE
    WHEN p.code IS NULL OR n.now_on_portal OR m.now_on_portal THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.now_on_portal END AS posted_on_portal,
  CASE WHEN b.now_at_office THEN TRUE
    WHEN p.code IS NULL OR n.now_at_office OR m.now_at_office THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.now_at_office END AS posted_at_office,
  CASE WHEN b.now_anywhere THEN TRUE
    WHEN p.code IS NULL OR n.now_anywhere OR m.now_anywhere THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.now_anywhere END AS posted_anywhere,
  CASE WHEN b.ever_at_office THEN TRUE
    WHEN p.code IS NULL OR n.ever_at_office OR m.ever_at_office THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.ever_at_office END AS ever_posted,
  CASE WHEN p.code IS NULL OR p.effective_on IS NULL THEN NULL
    ELSE coalesce(f.posted_on, never()) END AS first_posted_on,
  -- FALSE, or unknown where a posting of unknown date, channel or code may have come earlier:
  -- "first_posted_on <= day OR earlier_unknown" is then true, or unknown, never wrongly false.
  CASE WHEN p.code IS NULL OR f.unsure OR n.ever_at_office OR m.ever_at_office THEN NULL
    ELSE FALSE END
    AS earlier_unknown
FROM procedure p
LEFT JOIN by_code b ON b.unit = p.unit AND b.code = p.code
LEFT JOIN first f ON f.unit = p.unit AND f.code = p.code AND f.effective_on = p.effective_on
LEFT JOIN near m ON m.unit = p.unit AND m.code = p.code
LEFT JOIN nameless n ON n.unit = p.unit
