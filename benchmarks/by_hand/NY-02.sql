WITH decision AS (
  SELECT unit, number_key(decision_no) AS number, CASE WHEN count(*) = count(effective_on)
    AND min(effective_on) = max(effective_on) THEN min(effective_on) END AS effective_on
  FROM decisions WHERE decision_no IS NOT NULL GROUP BY ALL
),
listed AS (
  SELECT p.unit, p.seen_at, p.code, p.change, d.effective_on, u.period_from, u.period_to,
    list_contains(p.levels, u.procedure_level) AND list_contains(u.fields, folded(p.field)) AS in_scope
  FROM procedures p JOIN units u ON u.unit = p.unit
  LEFT JOIN decision d ON d.unit = p.unit AND d.number = number_key(p.decision_no)
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
office AS (
  SELECT * FROM postings WHERE (channel IN ('board', 'screen')) IS NOT FALSE
),
ever AS (SELECT unit, code, bool_or(channel IS NOT NULL) AS sure FROM office GROUP BY ALL),
asked AS (
  SELECT s.*, n.unit IS NOT NULL AS lost, in_scope AND live
      AND effective_on BETWEEN period_from AND period_to AND CASE WHEN b.sure THEN TRUE
        WHEN s.code IS NULL OR n.unit IS NOT NULL OR b.unit IS NOT NULL THEN NULL ELSE FALSE END AS a
  FROM state s LEFT JOIN ever b ON b.unit = s.unit AND b.code = s.code
  LEFT JOIN ever n ON n.unit = s.unit AND n.code IS NULL
),
shown AS (
  SELECT s.unit, s.seen_at, bool_or(b.channel IS NOT NULL AND b.removed_on > s.effective_on
      AND b.posted_on <= s.effective_on) AS in_time,
    bool_or(b.posted_on IS NULL OR b.channel IS NULL OR b.removed_on IS NULL) AS unsure
  FROM asked s JOIN office b ON b.unit = s.unit AND b.code = s.code
  WHERE s.a AND (b.removed_on > s.effective_on) IS NOT FALSE GROUP BY ALL
),
judged AS (
  SELECT s.unit, s.a, CASE WHEN s.code IS NULL THEN NULL WHEN f.in_time THEN TRUE
      WHEN f.unsure OR s.lost THEN NULL ELSE FALSE END AS m
  FROM asked s LEFT JOIN shown f ON f.unit = s.unit AND f.seen_at = s.seen_at
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
