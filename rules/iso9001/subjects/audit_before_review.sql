/*
title:
  vi: Năm có cả đánh giá nội bộ và xem xét của lãnh đạo
  en: Years with both audit and review
label: {vi: "Năm {year}", en: "Year {year}"}
places:
  audit_at: [audited_on]
  review_at: [reviewed_on]
columns:
  has_both: {vi: "năm có cả đánh giá và xem xét hay không", en: "whether the year has both"}
  in_order: {vi: "xem xét có sau đánh giá hay không", en: "whether the review came after the audit"}
*/
-- The last review of a year against the first audit of it. A year that lacks one of them is another
-- criterion's; while the year runs a further review may come. What has no day may be of any year.
WITH years AS (
  SELECT u.unit, unnest(range(year(u.period_from), year(u.period_to) + 1)) AS year FROM units u
),
first AS (
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
  UNION SELECT unit FROM iso_reviews WHERE reviewed_on IS NULL
)
SELECT y.unit, y.year, f.audited_on, f.audit_at, l.reviewed_on, l.review_at,
  CASE WHEN f.unit IS NOT NULL AND l.unit IS NOT NULL THEN TRUE
    WHEN n.unit IS NULL THEN FALSE END AS has_both,
  CASE WHEN l.reviewed_on >= f.audited_on THEN TRUE
    WHEN n.unit IS NULL AND make_date(y.year, 12, 31) < run.as_of THEN FALSE END AS in_order
FROM years y CROSS JOIN run
LEFT JOIN first f ON f.unit = y.unit AND f.year = y.year
LEFT JOIN last l ON l.unit = y.unit AND l.year = y.year
LEFT JOIN undated n ON n.unit = y.unit
