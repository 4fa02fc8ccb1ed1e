/*
title:
  vi: Thủ tục đã công bố và trang trên Cơ sở dữ liệu quốc gia
  en: Published procedures and their pages in the national database
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  procedure_at: [code, name, field, levels, decision_no, change]
  decision_at: [effective_on]
columns:
  has_page: {vi: thủ tục có trang trên Cơ sở dữ liệu quốc gia, en: whether it has a page in the national database}
  near_code: {vi: mã gần giống trên Cơ sở dữ liệu quốc gia, en: a nearly equal code in the database}
*/
-- A page whose code cannot be read, or has a code that no list knows and that is nearly this one,
-- may be this procedure's.
WITH page AS (SELECT DISTINCT unit, code FROM national_pages WHERE code IS NOT NULL),
nameless AS (SELECT DISTINCT unit FROM national_pages WHERE code IS NULL),
listed AS (SELECT DISTINCT unit, code FROM listing WHERE code IS NOT NULL),
stray AS (
  SELECT g.unit, g.code AS written, g.code AS typed FROM page g
  LEFT JOIN listed l ON l.unit = g.unit AND l.code = g.code
  WHERE l.code IS NULL
),
compared AS (
  SELECT l.unit, l.code, s.written, s.typed FROM listed l
  JOIN stray s ON s.unit = l.unit AND code_tail(s.typed) = code_tail(l.code)
  UNION ALL
  SELECT l.unit, l.code, s.written, s.typed FROM listed l
  JOIN stray s ON s.unit = l.unit AND code_head(s.typed) = code_head(l.code)
),
near AS (
  SELECT unit, code, min(written) AS written
  FROM compared WHERE near_code(code, typed) GROUP BY unit, code
)
SELECT p.*, m.written AS near_code,
  CASE WHEN g.code IS NOT NULL THEN TRUE
    WHEN p.code IS NULL OR n.unit IS NOT NULL OR m.code IS NOT NULL THEN NULL
    ELSE FALSE END AS has_page
FROM procedure p
LEFT JOIN page g ON g.unit = p.unit AND g.code = p.code
LEFT JOIN near m ON m.unit = p.unit AND m.code = p.code
LEFT JOIN nameless n ON n.unit = p.unit
