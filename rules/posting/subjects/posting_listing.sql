/*
title:
  vi: Thủ tục đang niêm yết và danh mục đã công bố
  en: Procedures on display and the published lists
label: {vi: "{written_code} – {name} ({channel})", en: "{written_code} – {name} ({channel})"}
places:
  posting_at: [code, written_code, name, channel, posted_on, removed_on]
columns:
  active: {vi: đang niêm yết vào ngày xét, en: whether it is on display on the day}
  listed: {vi: mã có trong danh mục đã công bố, en: whether a published list holds the code}
  near_code: {vi: mã gần giống trong danh mục, en: a listed code that is nearly this one}
  as_of: {vi: ngày xét, en: day of the check}
  first_effective_on: {vi: ngày có hiệu lực sớm nhất, en: first day of effect}
  earlier_unknown: {vi: có quyết định có hiệu lực sớm hơn hay không, en: whether an earlier decision exists}
*/
-- One row a posting. "listed" is unknown where a listing's code cannot be read, and where the code
-- is one slip of the hand away from a listed one: it may be that procedure.
WITH listed AS (
  SELECT unit, code, min(effective_on) AS first_effective_on,
    bool_or(effective_on IS NULL) AS unsure
  FROM listing WHERE code IS NOT NULL GROUP BY unit, code
),
nameless AS (SELECT DISTINCT unit FROM listing WHERE code IS NULL),
stray AS (
  SELECT DISTINCT b.unit, coalesce(b.code, b.written_code) AS written,
    typed_code(coalesce(b.code, b.written_code)) AS typed
  FROM postings b LEFT JOIN listed l ON l.unit = b.unit AND l.code = b.code
  WHERE l.code IS NULL AND coalesce(b.code, b.written_code) IS NOT NULL
),
compared AS (
  SELECT s.unit, s.written, s.typed, l.code FROM stray s
  JOIN listed l ON l.unit = s.unit AND code_tail(l.code) = code_tail(s.typed)
  UNION ALL
  SELECT s.unit, s.written, s.typed, l.code FROM stray s
  JOIN listed l ON l.unit = s.unit AND code_head(l.code) = code_head(s.typed)
),
near AS (
  SELECT unit, written, min(code) AS code
  FROM compared WHERE near_code(code, typed) GROUP BY unit, written
)
SELECT b.*, b.seen_at AS posting_at, run.as_of, m.code AS near_code,
  b.posted_on <= run.as_of AND b.removed_on > run.as_of AS active,
  CASE WHEN l.code IS NOT NULL THEN TRUE
    WHEN b.code IS NULL OR n.unit IS NOT NULL OR m.code IS NOT NULL THEN NULL
    ELSE FALSE END AS listed,
  CASE WHEN b.code IS NULL THEN NULL ELSE coalesce(l.first_effective_on, never()) END
    AS first_effective_on,
  CASE WHEN b.code IS NULL OR l.unsure OR n.unit IS NOT NULL THEN NULL ELSE FALSE END
    AS earlier_unknown
FROM postings b CROSS JOIN run
LEFT JOIN listed l ON l.unit = b.unit AND l.code = b.code
LEFT JOIN near m ON m.unit = b.unit AND m.written = coalesce(b.code, b.written_code)
LEFT JOIN nameless n ON n.unit = b.unit
