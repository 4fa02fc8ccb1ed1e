/*
title:
  vi: Năm trong kỳ kiểm tra và xem xét của lãnh đạo
  en: Years of the period and management review
label: {vi: "Năm {year}", en: "Year {year}"}
places:
  review_at: [reviewed_on]
columns:
  reviewed: {vi: việc xem xét của lãnh đạo trong năm, en: whether there was a management review}
*/
-- One row a calendar year that the period touches. While the year still runs a missing review is
-- not yet a fault: unknown.
WITH years AS (
  SELECT u.unit, unnest(range(year(u.period_from), year(u.period_to) + 1)) AS year FROM units u
),
review AS (
  SELECT unit, year(reviewed_on) AS year, min(reviewed_on) AS reviewed_on,
    place_of_min(seen_at, reviewed_on) AS review_at
  FROM iso_reviews WHERE reviewed_on <= (SELECT as_of FROM run) GROUP BY unit, year(reviewed_on)
),
undated AS (
  SELECT DISTINCT unit FROM iso_reviews WHERE reviewed_on IS NULL
)
SELECT y.unit, y.year, make_date(y.year, 12, 31) AS last_day,
  CASE WHEN n.unit IS NULL THEN coalesce(a.reviewed_on, never()) ELSE a.reviewed_on END AS reviewed_on, a.review_at,
  CASE WHEN a.reviewed_on IS NOT NULL THEN TRUE
    WHEN n.unit IS NOT NULL OR make_date(y.year, 12, 31) >= run.as_of THEN NULL
    ELSE FALSE END AS reviewed
FROM years y CROSS JOIN run
LEFT JOIN review a ON a.unit = y.unit AND a.year = y.year
LEFT JOIN undated n ON n.unit = y.unit
