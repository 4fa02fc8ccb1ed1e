/*
title:
  vi: Năm trong kỳ kiểm tra và đánh giá nội bộ
  en: Years of the period and internal audit
label: {vi: "Năm {year}", en: "Year {year}"}
places:
  audit_at: [audited_on]
columns:
  audited: {vi: việc đánh giá nội bộ trong năm, en: whether there was an internal audit}
*/
-- One row a calendar year that the period touches. While the year still runs a missing audit is
-- not yet a fault: unknown.
WITH years AS (
  SELECT u.unit, unnest(range(year(u.period_from), year(u.period_to) + 1)) AS year FROM units u
),
audit AS (
  SELECT unit, year(audited_on) AS year, min(audited_on) AS audited_on,
    place_of_min(seen_at, audited_on) AS audit_at
  FROM iso_audits WHERE audited_on <= (SELECT as_of FROM run) GROUP BY unit, year(audited_on)
),
undated AS (
  SELECT DISTINCT unit FROM iso_audits WHERE audited_on IS NULL
)
SELECT y.unit, y.year, make_date(y.year, 12, 31) AS last_day,
  CASE WHEN n.unit IS NULL THEN coalesce(a.audited_on, never()) ELSE a.audited_on END AS audited_on, a.audit_at,
  CASE WHEN a.audited_on IS NOT NULL THEN TRUE
    WHEN n.unit IS NOT NULL OR make_date(y.year, 12, 31) >= run.as_of THEN NULL
    ELSE FALSE END AS audited
FROM years y CROSS JOIN run
LEFT JOIN audit a ON a.unit = y.unit AND a.year = y.year
LEFT JOIN undated n ON n.unit = y.unit
