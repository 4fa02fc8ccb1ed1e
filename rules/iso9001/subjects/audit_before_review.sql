/*
title:
  vi: Năm có cả đánh giá nội bộ và xem xét của lãnh đạo
  en: Years with both audit and review
label: {vi: "Năm {year}", en: "Year {year}"}
places:
  audit_at: [audited_on]
  review_at: [reviewed_on]
columns:
  in_order: {vi: "xem xét có sau đánh giá hay không", en: "whether the review came after the audit"}
  in_period: {vi: "năm thuộc kỳ kiểm tra", en: "whether the year is in the period"}
*/
-- The last review of a year against the first audit of it. A year that lacks one of them is another
-- criterion's; while the year runs a further review may come.
WITH first AS (
  SELECT unit, year(audited_on) AS year, min(audited_on) AS audited_on,
    place_of_min(seen_at, audited_on) AS audit_at
  FROM iso_audits CROSS JOIN run WHERE audited_on <= as_of GROUP BY unit, year(audited_on)
),
last AS (
  SELECT unit, year(reviewed_on) AS year, max(reviewed_on) AS reviewed_on,
    place_of_max(seen_at, reviewed_on) AS review_at
  FROM iso_reviews CROSS JOIN run WHERE reviewed_on <= as_of GROUP BY unit, year(reviewed_on)
),
undated AS (
  SELECT unit FROM iso_audits WHERE audited_on IS NULL
  UNION ALL SELECT unit FROM iso_reviews WHERE reviewed_on IS NULL
)
SELECT u.unit, f.year, f.audited_on, f.audit_at, l.reviewed_on, l.review_at,
  f.year BETWEEN year(u.period_from) AND year(u.period_to) AS in_period,
  CASE WHEN l.reviewed_on >= f.audited_on THEN TRUE
    WHEN exists(SELECT 1 FROM undated n WHERE n.unit = u.unit)
      OR make_date(f.year, 12, 31) >= run.as_of THEN NULL
    ELSE FALSE END AS in_order
FROM units u JOIN first f ON f.unit = u.unit
JOIN last l ON l.unit = f.unit AND l.year = f.year CROSS JOIN run
