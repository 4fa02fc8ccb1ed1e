/*
title:
  vi: Cơ quan trong kế hoạch kiểm tra năm
  en: Bodies of a year's inspection plan
label: {vi: "{body}, năm {inspected_year}", en: "{body}, {inspected_year}"}
places:
  body_at: [body, inspected_year, mandatory, inspected_on]
columns:
  inspected: {vi: "đã được kiểm tra trong năm", en: "whether it was inspected in the year"}
  in_period: {vi: "năm thuộc kỳ kiểm tra", en: "whether the year is in the period"}
  mandatory: {vi: "thuộc diện bắt buộc", en: "whether it must apply the standard"}
*/
-- While the year runs a body may still be inspected.
WITH grouped AS (
  SELECT unit, folded(body) AS name, inspected_year, min(body) AS body, min(seen_at) AS body_at,
    known_any(mandatory) AS mandatory, min(inspected_on) AS inspected_on,
    known_any(inspected_on <= as_of AND year(inspected_on) = inspected_year) AS inspected
  FROM iso_lead_inspections CROSS JOIN run
  WHERE body IS NOT NULL AND inspected_year IS NOT NULL GROUP BY unit, folded(body), inspected_year
  UNION ALL
  SELECT unit, NULL, inspected_year, body, seen_at, NULL, inspected_on, NULL
  FROM iso_lead_inspections WHERE body IS NULL OR inspected_year IS NULL
),
unsure AS (
  SELECT DISTINCT unit FROM iso_lead_inspections WHERE body IS NULL OR inspected_year IS NULL
)
SELECT g.unit, g.body_at, g.body, g.inspected_year, g.inspected_on,
  CASE WHEN g.mandatory THEN TRUE WHEN n.unit IS NOT NULL THEN NULL ELSE g.mandatory END AS mandatory,
  g.inspected_year BETWEEN year(u.period_from) AND year(u.period_to) AS in_period,
  CASE WHEN g.inspected THEN TRUE
    WHEN n.unit IS NOT NULL OR make_date(g.inspected_year, 12, 31) >= run.as_of THEN NULL
    ELSE g.inspected END AS inspected
FROM grouped g JOIN units u ON u.unit = g.unit CROSS JOIN run
LEFT JOIN unsure n ON n.unit = g.unit
