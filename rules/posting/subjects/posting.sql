/*
title:
  vi: Thủ tục đang niêm yết
  en: Procedures on display
label: {vi: "{code} – {name} ({channel})", en: "{code} – {name} ({channel})"}
places:
  posting_at: [code, name, channel, posted_on, removed_on, shows_steps, shows_method, shows_components, shows_time_limit, shows_who, shows_body, shows_form, shows_fee, shows_conditions]
columns:
  active: {vi: đang niêm yết vào ngày xét, en: whether it is on display on the day}
  has_form: {vi: thủ tục có mẫu đơn, en: whether the procedure has a form}
  has_fee: {vi: "thủ tục có phí, lệ phí", en: whether the procedure has a fee}
  has_conditions: {vi: "thủ tục có yêu cầu, điều kiện", en: whether the procedure has conditions}
*/
-- One row a posting, with what the procedure in force is known to have: the parts of point h are
-- only due where it has them. A listing whose code cannot be read may say that it has one.
WITH has AS (
  SELECT unit, code, known_any(has_form AND live) AS has_form, known_any(has_fee AND live) AS has_fee,
    known_any(has_conditions AND live) AS has_conditions
  FROM procedure WHERE code IS NOT NULL GROUP BY unit, code
),
nameless AS (
  SELECT unit, bool_or(has_form IS NOT FALSE) AS has_form, bool_or(has_fee IS NOT FALSE) AS has_fee,
    bool_or(has_conditions IS NOT FALSE) AS has_conditions
  FROM procedure WHERE code IS NULL AND live IS NOT FALSE GROUP BY unit
)
SELECT b.*, b.seen_at AS posting_at,
  b.posted_on <= run.as_of AND b.removed_on > run.as_of AS active,
  CASE WHEN h.has_form THEN TRUE WHEN n.has_form THEN NULL ELSE h.has_form END AS has_form,
  CASE WHEN h.has_fee THEN TRUE WHEN n.has_fee THEN NULL ELSE h.has_fee END AS has_fee,
  CASE WHEN h.has_conditions THEN TRUE WHEN n.has_conditions THEN NULL ELSE h.has_conditions END
    AS has_conditions
FROM postings b CROSS JOIN run
LEFT JOIN has h ON h.unit = b.unit AND h.code = b.code
LEFT JOIN nameless n ON n.unit = b.unit
