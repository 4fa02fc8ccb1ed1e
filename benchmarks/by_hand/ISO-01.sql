WITH decision AS (
  SELECT unit, number_key(decision_no) AS number, CASE WHEN count(*) = count(effective_on)
    AND min(effective_on) = max(effective_on) THEN min(effective_on) END AS effective_on
  FROM decisions WHERE decision_no IS NOT NULL GROUP BY ALL
),
listed AS (
  SELECT p.unit, p.code, p.change, d.effective_on, u.period_from, u.period_to,
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
process AS (
  SELECT unit, procedure_code AS code, bool_or(issued_on IS NOT NULL) AS sure FROM iso_processes
  WHERE (issued_on <= DATE '2026-11-22') IS NOT FALSE GROUP BY ALL
),
known AS (
  SELECT s.*, CASE WHEN b.sure THEN TRUE
      WHEN s.code IS NULL OR n.unit IS NOT NULL OR b.unit IS NOT NULL THEN NULL ELSE FALSE END AS m
  FROM state s LEFT JOIN process b ON b.unit = s.unit AND b.code = s.code
  LEFT JOIN process n ON n.unit = s.unit AND n.code IS NULL
),
judged AS (
  SELECT unit, in_scope AND live AND (m OR change <> 'new'
    OR DATE '2026-11-22' > CAST(effective_on + INTERVAL 3 MONTH AS DATE)) AS a, m
  FROM known
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
