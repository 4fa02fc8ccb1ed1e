/*
title:
  vi: Thủ tục đã công bố và quy trình ISO của nó
  en: Published procedures and their ISO process
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  procedure_at: [code, name, field, levels, decision_no, change]
  process_at: [process_code, process_name]
columns:
  has_process: {vi: quy trình ISO của thủ tục, en: whether the procedure has an ISO process}
*/
-- A process whose procedure code cannot be read may be this procedure's; one whose code is blank
-- (a general process such as document control) is none's. A process is in use from its issue on
-- (Decision 19/2014/QĐ-TTg, art. 4.2).
WITH by_code AS (
  SELECT unit, procedure_code AS code, min(process_code) AS process_code,
    min(process_name) AS process_name, min(seen_at) AS process_at,
    known_any(issued_on <= as_of) AS in_use
  FROM iso_processes CROSS JOIN run WHERE procedure_code IS NOT NULL GROUP BY unit, procedure_code
),
nameless AS (
  SELECT DISTINCT unit FROM iso_processes CROSS JOIN run
  WHERE procedure_code IS NULL AND (issued_on <= as_of) IS NOT FALSE
)
SELECT p.*, b.process_code, b.process_name, b.process_at,
  CASE WHEN b.in_use THEN TRUE
    WHEN p.code IS NULL OR n.unit IS NOT NULL THEN NULL
    WHEN b.code IS NULL THEN FALSE ELSE b.in_use END AS has_process
FROM procedure p
LEFT JOIN by_code b ON b.unit = p.unit AND b.code = p.code
LEFT JOIN nameless n ON n.unit = p.unit
