/*
title:
  vi: Thủ tục đã công bố và quy trình nội bộ
  en: Published procedures and their internal processes
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  procedure_at: [code, name, field, levels, decision_no, change]
  decision_at: [effective_on]
columns:
  approved: {vi: quy trình nội bộ đã được phê duyệt, en: whether its internal process is approved}
  electronic: {vi: quy trình điện tử đã được xây dựng, en: whether its electronic process is built}
*/
WITH by_code AS (
  SELECT i.unit, i.code, known_any(i.approved_on <= run.as_of) AS approved,
    known_any(i.approved_on <= run.as_of AND i.electronic) AS electronic
  FROM internal_processes i CROSS JOIN run WHERE i.code IS NOT NULL GROUP BY i.unit, i.code
),
nameless AS (SELECT DISTINCT unit FROM internal_processes WHERE code IS NULL)
SELECT p.*,
  CASE WHEN i.approved THEN TRUE WHEN p.code IS NULL OR n.unit IS NOT NULL THEN NULL
    WHEN i.code IS NULL THEN FALSE ELSE i.approved END AS approved,
  CASE WHEN i.electronic THEN TRUE WHEN p.code IS NULL OR n.unit IS NOT NULL THEN NULL
    WHEN i.code IS NULL THEN FALSE ELSE i.electronic END AS electronic
FROM procedure p
LEFT JOIN by_code i ON i.unit = p.unit AND i.code = p.code
LEFT JOIN nameless n ON n.unit = p.unit
