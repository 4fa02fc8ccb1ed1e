/*
title: {vi: Năm trong kỳ kiểm tra và Danh mục hồ sơ, en: Years of the period and lists of files}
label: {vi: "Năm {year}", en: "Year {year}"}
places:
  plan_at: [issued_on]
columns:
  year: {vi: năm của Danh mục hồ sơ, en: year of the list}
  issued_on: {vi: ngày ban hành Danh mục hồ sơ, en: day on which the list was issued}
  first_day: {vi: ngày đầu năm, en: first day of the year}
  as_of: {vi: ngày xét, en: day of the check}
*/
-- One row a calendar year whose first day falls in the period or before it: a list that is in no
-- register was never issued, unless a row's year or day could not be read.
WITH years AS (
  SELECT u.unit, unnest(range(year(u.period_from), year(u.period_to) + 1)) AS year FROM units u
),
plan AS (
  SELECT unit, file_plan_year AS year, known_min(issued_on) AS issued_on,
    place_of_min(seen_at, issued_on) AS plan_at
  FROM file_plans WHERE file_plan_year IS NOT NULL GROUP BY unit, file_plan_year
),
unread AS (SELECT DISTINCT unit FROM file_plans WHERE file_plan_year IS NULL)
SELECT y.unit, CAST(y.year AS INTEGER) AS year, p.plan_at, make_date(y.year, 1, 1) AS first_day, run.as_of,
  CASE WHEN n.unit IS NOT NULL THEN NULL WHEN p.unit IS NULL THEN never()
    WHEN p.issued_on > run.as_of THEN never() ELSE p.issued_on END AS issued_on
FROM years y CROSS JOIN run
LEFT JOIN plan p ON p.unit = y.unit AND p.year = y.year
LEFT JOIN unread n ON n.unit = y.unit
