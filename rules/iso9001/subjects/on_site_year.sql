/*
title:
  vi: Năm và số cơ quan được kiểm tra tại trụ sở
  en: Years and bodies inspected on site
label: {vi: "Năm {inspected_year}", en: "Year {inspected_year}"}
places:
  body_at: [body]
columns:
  bodies: {vi: "số cơ quan thuộc diện bắt buộc", en: "mandatory bodies"}
  on_site: {vi: "số cơ quan được kiểm tra tại trụ sở", en: "bodies inspected on site"}
  in_period: {vi: "năm thuộc kỳ kiểm tra", en: "whether the year is in the period"}
  year_over: {vi: "năm đã hết", en: "whether the year is over"}
*/
WITH body AS (
  SELECT unit, inspected_year, folded(body) AS name, min(body) AS body, min(seen_at) AS body_at,
    known_any(mandatory) AS mandatory,
    known_any(method = 'on_site' AND inspected_on <= as_of
      AND year(inspected_on) = inspected_year) AS on_site
  FROM iso_lead_inspections CROSS JOIN run
  WHERE body IS NOT NULL AND inspected_year IS NOT NULL GROUP BY unit, inspected_year, folded(body)
),
unsure AS (
  SELECT DISTINCT unit FROM iso_lead_inspections WHERE body IS NULL OR inspected_year IS NULL
),
counted AS (
  SELECT unit, inspected_year, min(body_at) AS body_at, min(body) AS body,
    count(*) FILTER (WHERE mandatory) AS bodies,
    count(*) FILTER (WHERE mandatory AND on_site) AS on_site,
    bool_or(mandatory IS NULL OR on_site IS NULL) AS open
  FROM body GROUP BY unit, inspected_year
)
SELECT c.unit, c.inspected_year, c.body_at, c.body,
  CASE WHEN c.open OR n.unit IS NOT NULL THEN NULL ELSE c.bodies END AS bodies,
  CASE WHEN c.open OR n.unit IS NOT NULL THEN NULL ELSE c.on_site END AS on_site,
  c.inspected_year BETWEEN year(u.period_from) AND year(u.period_to) AS in_period,
  CASE WHEN make_date(c.inspected_year, 12, 31) < run.as_of THEN TRUE END AS year_over
FROM counted c JOIN units u ON u.unit = c.unit CROSS JOIN run
LEFT JOIN unsure n ON n.unit = c.unit
UNION ALL
SELECT unit, NULL, NULL, NULL, NULL, NULL, NULL, NULL FROM unsure
