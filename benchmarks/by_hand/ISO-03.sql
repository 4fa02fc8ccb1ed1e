WITH held AS (
  SELECT unit, year(reviewed_on) AS year FROM iso_reviews
  WHERE reviewed_on <= DATE '2026-11-22' OR reviewed_on IS NULL GROUP BY ALL
),
judged AS (
  SELECT y.unit, TRUE AS a, CASE WHEN h.unit IS NOT NULL THEN TRUE
    WHEN n.unit IS NOT NULL OR make_date(y.year, 12, 31) >= DATE '2026-11-22' THEN NULL
    ELSE FALSE END AS m
  FROM (SELECT unit, unnest(range(year(period_from), year(period_to) + 1)) AS year FROM units) y
  LEFT JOIN held h ON h.unit = y.unit AND h.year = y.year
  LEFT JOIN held n ON n.unit = y.unit AND n.year IS NULL
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
