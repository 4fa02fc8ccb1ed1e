-- No generated unit is a province; the criterion is counted all the same, as measure() does.
SELECT d.unit,
  count(*) FILTER (WHERE own AND entered AND taken <= 5),
  count(*) FILTER (WHERE own AND ((entered AND taken > 5) OR (NOT entered AND taken > 5))),
  count(*) FILTER (WHERE (own AND (entered OR taken > 5)) IS NULL
    OR (own AND (entered OR taken > 5) AND (entered AND taken <= 5) IS NULL))
FROM (
  SELECT d.unit, contains(folded(d.issuer), folded(u.province)) AS own,
    d.entered_on <= DATE '2026-11-22' AS entered, b.number - a.number AS taken
  FROM decisions d
  JOIN units u USING (unit)
  LEFT JOIN working_days a ON a.day = d.signed_on
  LEFT JOIN working_days b ON b.day = least(d.entered_on, CASE WHEN d.entered_on IS NOT NULL THEN DATE '2026-11-22' END)
) d
WHERE (own AND (entered OR taken > 5)) IS NOT FALSE
GROUP BY d.unit
