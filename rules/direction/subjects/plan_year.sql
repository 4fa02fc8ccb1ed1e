/*
title: {vi: Kế hoạch hằng năm phải có, en: Plans that each year needs}
label: {vi: "{plan} năm {year}", en: "Plan of {year}: {plan_kind}"}
places:
  plan_at: [issued_on]
columns:
  plan_kind: {vi: loại kế hoạch, en: kind of plan}
  issued_on: {vi: ngày ban hành kế hoạch, en: day on which the plan was issued}
  first_day: {vi: ngày đầu năm, en: first day of the year}
  as_of: {vi: ngày xét, en: day of the check}
*/
-- One row a calendar year of the period and kind of plan; one that stands in no register was never
-- issued, unless the kind, year or day of a row could not be read.
WITH kinds AS (
  SELECT unnest(['reform', 'control', 'review', 'inspection']) AS plan_kind,
    unnest(['Kế hoạch cải cách hành chính', 'Kế hoạch kiểm soát thủ tục hành chính',
      'Kế hoạch rà soát thủ tục hành chính', 'Kế hoạch kiểm tra cải cách hành chính']) AS plan
),
years AS (
  SELECT u.unit, unnest(range(year(u.period_from), year(u.period_to) + 1)) AS year FROM units u
),
issued AS (
  SELECT unit, plan_kind, plan_year AS year, known_min(issued_on) AS issued_on,
    place_of_min(seen_at, issued_on) AS plan_at
  FROM reform_plans WHERE plan_kind IS NOT NULL AND plan_year IS NOT NULL
  GROUP BY unit, plan_kind, plan_year
),
unread AS (SELECT DISTINCT unit FROM reform_plans WHERE plan_kind IS NULL OR plan_year IS NULL)
SELECT y.unit, CAST(y.year AS INTEGER) AS year, k.plan_kind, k.plan, p.plan_at, make_date(y.year, 1, 1) AS first_day, run.as_of,
  CASE WHEN n.unit IS NOT NULL THEN NULL WHEN p.unit IS NULL THEN never()
    WHEN p.issued_on > run.as_of THEN never() ELSE p.issued_on END AS issued_on
FROM years y CROSS JOIN kinds k CROSS JOIN run
LEFT JOIN issued p ON p.unit = y.unit AND p.year = y.year AND p.plan_kind = k.plan_kind
LEFT JOIN unread n ON n.unit = y.unit
