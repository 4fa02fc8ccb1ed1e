WITH has AS (
  SELECT unit, code, known_any(has_form) AS form, known_any(has_fee) AS fee,
    known_any(has_conditions) AS conditions
  FROM procedures WHERE code IS NOT NULL GROUP BY unit, code
),
lost AS (
  SELECT unit, bool_or(has_form IS NOT FALSE) AS form, bool_or(has_fee IS NOT FALSE) AS fee,
    bool_or(has_conditions IS NOT FALSE) AS conditions
  FROM procedures WHERE code IS NULL GROUP BY unit
),
judged AS (
  SELECT b.unit, posted_on <= DATE '2026-11-22' AND removed_on > DATE '2026-11-22' AS a,
    shows_steps AND shows_method AND shows_components AND shows_time_limit AND shows_who AND shows_body
      AND (shows_form OR NOT CASE WHEN h.form THEN TRUE WHEN n.form THEN NULL ELSE h.form END)
      AND (shows_fee OR NOT CASE WHEN h.fee THEN TRUE WHEN n.fee THEN NULL ELSE h.fee END)
      AND (shows_conditions OR NOT CASE WHEN h.conditions THEN TRUE WHEN n.conditions THEN NULL
        ELSE h.conditions END) AS m
  FROM postings b LEFT JOIN has h ON h.unit = b.unit AND h.code = b.code
  LEFT JOIN lost n ON n.unit = b.unit
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
