/*
title:
  vi: Báo cáo hằng năm của đơn vị chủ trì
  en: Yearly reports of the lead unit
label: {vi: "{kind_name} năm {year}", en: "{report_kind} {year}"}
places:
  report_at: [report_no, report_sent_on]
columns:
  in_time: {vi: "báo cáo đúng thời gian", en: "whether it was sent in time"}
  last_day: {vi: "ngày cuối phải báo cáo", en: "last day for it"}
*/
WITH wanted AS (
  SELECT unit, unnest(range(year(period_from), year(period_to) + 1)) AS year FROM units
),
kinds AS (
  SELECT 'summary' AS report_kind, 'Tổng hợp kết quả kiểm tra' AS kind_name, 11 AS month, 30 AS day
  UNION ALL SELECT 'status', 'Báo cáo tình hình áp dụng', 12, 31
),
sent AS (
  SELECT unit, report_kind, report_year AS year, min(report_sent_on) AS report_sent_on,
    min(report_no) AS report_no, place_of_min(seen_at, report_sent_on) AS report_at
  FROM iso_lead_reports CROSS JOIN run WHERE report_sent_on <= as_of
  GROUP BY unit, report_kind, report_year
),
unsure AS (
  SELECT DISTINCT unit FROM iso_lead_reports
  WHERE report_kind IS NULL OR report_year IS NULL OR report_sent_on IS NULL
),
due AS (
  SELECT w.unit, w.year, k.report_kind, k.kind_name, make_date(w.year, k.month, k.day) AS last_day
  FROM wanted w CROSS JOIN kinds k
)
SELECT w.unit, w.year, w.report_kind, w.kind_name, s.report_no, s.report_at, w.last_day,
  CASE WHEN n.unit IS NULL THEN coalesce(s.report_sent_on, never()) ELSE s.report_sent_on END
    AS report_sent_on,
  CASE WHEN s.report_sent_on <= w.last_day THEN TRUE
    WHEN n.unit IS NOT NULL OR run.as_of <= w.last_day THEN NULL ELSE FALSE END AS in_time
FROM due w CROSS JOIN run
LEFT JOIN sent s ON s.unit = w.unit AND s.report_kind = w.report_kind AND s.year = w.year
LEFT JOIN unsure n ON n.unit = w.unit
