WITH decision AS (
  SELECT unit, number_key(decision_no) AS number, CASE WHEN count(*) = count(effective_on)
    AND min(effective_on) = max(effective_on) THEN min(effective_on) END AS effective_on
  FROM decisions WHERE decision_no IS NOT NULL GROUP BY ALL
),
listed AS (
  SELECT p.unit, p.code, p.change, p.has_form, p.has_fee, p.has_conditions, d.effective_on
  FROM procedures p LEFT JOIN decision d ON d.unit = p.unit AND d.number = number_key(p.decision_no)
),
by_code AS (
  SELECT unit, code, bool_or(effective_on IS NULL OR change IS NULL) AS unsure,
    max(effective_on) FILTER (WHERE effective_on <= DATE '2026-11-22') AS last_on
  FROM listed WHERE code IS NOT NULL GROUP BY unit, code
),
odds AS (
  SELECT unit, code, effective_on FROM listed WHERE code IS NOT NULL GROUP BY ALL
  HAVING bool_or(change = 'abolished') AND bool_or(change <> 'abolished')
),
lost AS (
  SELECT DISTINCT unit FROM listed
  WHERE code IS NULL AND (effective_on IS NULL OR effective_on <= DATE '2026-11-22')
),
state AS (
  SELECT l.*, CASE WHEN l.change = 'abolished' OR l.effective_on > DATE '2026-11-22' THEN FALSE
    WHEN l.effective_on < c.last_on THEN FALSE
    WHEN l.code IS NULL OR c.unsure OR lost.unit IS NOT NULL OR o.unit IS NOT NULL
      THEN NULL ELSE TRUE END AS live
  FROM listed l LEFT JOIN by_code c ON c.unit = l.unit AND c.code = l.code
  LEFT JOIN odds o ON o.unit = l.unit AND o.code = l.code AND o.effective_on = l.effective_on
  LEFT JOIN lost ON lost.unit = l.unit
),
has AS (
  SELECT unit, code, known_any(has_form AND live) AS form, known_any(has_fee AND live) AS fee,
    known_any(has_conditions AND live) AS conditions
  FROM state WHERE code IS NOT NULL GROUP BY unit, code
),
unread AS (
  SELECT unit, bool_or(has_form IS NOT FALSE) AS form, bool_or(has_fee IS NOT FALSE) AS fee,
    bool_or(has_conditions IS NOT FALSE) AS conditions
  FROM state WHERE code IS NULL AND live IS NOT FALSE GROUP BY unit
),
judged AS (
  SELECT b.unit, posted_on <= DATE '2026-11-22' AND removed_on > DATE '2026-11-22' AS a,
    shows_steps AND shows_method AND shows_components AND shows_time_limit AND shows_who AND shows_body
      AND (shows_form OR NOT CASE WHEN h.form THEN TRUE WHEN n.form THEN NULL ELSE h.form END)
      AND (shows_fee OR NOT CASE WHEN h.fee THEN TRUE WHEN n.fee THEN NULL ELSE h.fee END)
      AND (shows_conditions OR NOT CASE WHEN h.conditions THEN TRUE WHEN n.conditions THEN NULL
        ELSE h.conditions END) AS m
  FROM postings b LEFT JOIN has h ON h.unit = b.unit AND h.code = b.code
  LEFT JOIN unread n ON n.unit = b.unit
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
