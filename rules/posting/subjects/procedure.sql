/*
title:
  vi: Thủ tục hành chính trong các quyết định công bố
  en: Procedures in the decisions of publication
label: {vi: "{code} – {name}", en: "{code} – {name}"}
deadlines: [effective_on]
places:
  procedure_at: [code, name, field, levels, decision_no, change, has_form, has_fee, has_conditions]
  decision_at: [effective_on]
columns:
  live: {vi: thủ tục còn hiệu lực, en: whether the procedure is in force}
  gone: {vi: thủ tục đã bị bãi bỏ, en: whether the procedure is abolished}
  in_scope: {vi: "cấp, lĩnh vực có thuộc đơn vị", en: whether level and field are the unit's}
  in_period: {vi: ngày hiệu lực có trong kỳ, en: whether it took effect in the period}
  as_of: {vi: ngày xét, en: day of the check}
*/
-- One row a listing of a procedure. "live": in force on the day and not overtaken by a later
-- decision on the same code; "gone": abolished and not published again. Unknown where a date, a
-- kind of change or the code of any row that could overtake it is unknown, and where listings of
-- one day are at odds: the order of rows in a file does not tell which of them holds.
WITH listed AS (
  SELECT l.*, u.procedure_level, u.fields, u.period_from, u.period_to, run.as_of
  FROM listing l JOIN units u ON u.unit = l.unit CROSS JOIN run
),
by_code AS (
  SELECT unit, code, bool_or(effective_on IS NULL OR change IS NULL) AS code_unsure,
    max(effective_on) FILTER (WHERE effective_on <= as_of) AS last_on
  FROM listed WHERE code IS NOT NULL GROUP BY unit, code
),
at_odds AS (
  SELECT unit, code, effective_on AS day FROM listed WHERE code IS NOT NULL
  GROUP BY unit, code, effective_on
  HAVING bool_or(change = 'abolished') AND bool_or(change <> 'abolished')
),
nameless AS (
  SELECT unit, bool_or(effective_on IS NULL OR effective_on <= as_of) AS unit_unsure
  FROM listed WHERE code IS NULL GROUP BY unit
)
SELECT l.unit, procedure_at, decision_at, l.code, name, field, levels, decision_no, change,
  has_form, has_fee, has_conditions, effective_on, as_of,
  effective_on BETWEEN period_from AND period_to AS in_period,
  list_contains(levels, procedure_level) AND list_contains(fields, folded(field)) AS in_scope,
  CASE
    WHEN change = 'abolished' OR effective_on > as_of THEN FALSE
    WHEN effective_on < last_on THEN FALSE
    WHEN l.code IS NULL OR code_unsure OR unit_unsure OR o.unit IS NOT NULL THEN NULL
    ELSE effective_on <= as_of
  END AS live,
  CASE
    WHEN change <> 'abolished' OR effective_on > as_of THEN FALSE
    WHEN effective_on < last_on THEN FALSE
    WHEN l.code IS NULL OR code_unsure OR unit_unsure OR o.unit IS NOT NULL THEN NULL
    ELSE effective_on <= as_of
  END AS gone
FROM listed l
LEFT JOIN by_code c ON c.unit = l.unit AND c.code = l.code
LEFT JOIN at_odds o ON o.unit = l.unit AND o.code = l.code AND o.day = l.effective_on
LEFT JOIN nameless n ON n.unit = l.unit
