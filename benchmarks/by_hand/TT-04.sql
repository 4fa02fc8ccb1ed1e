WITH part AS (
  SELECT unit, document,
    CASE WHEN count(*) FILTER (WHERE role = 'number_symbol') = count(text) FILTER (WHERE role = 'number_symbol')
      AND min(text) FILTER (WHERE role = 'number_symbol') = max(text) FILTER (WHERE role = 'number_symbol')
      THEN min(text) FILTER (WHERE role = 'number_symbol') END AS number,
    CASE WHEN count(*) FILTER (WHERE role = 'place_date') = count(text) FILTER (WHERE role = 'place_date')
      AND min(text) FILTER (WHERE role = 'place_date') = max(text) FILTER (WHERE role = 'place_date')
      THEN min(text) FILTER (WHERE role = 'place_date') END AS date
  FROM document_components WHERE role IN ('number_symbol', 'place_date') GROUP BY unit, document
),
judged AS (
  SELECT d.unit, CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AND NOT d.doc_type = 'biên bản' AS a,
    CASE WHEN regexp_matches(p.number, '^Số\s*:?\s*/|\.\.|…|_|[{}<>\[\]]') THEN NULL
      ELSE regexp_full_match(p.number,
        'Số: ?(0[1-9]|[1-9][0-9]+)/[\p{Lu}0-9][\p{L}0-9.]*(-[\p{Lu}0-9][\p{L}0-9.&]*)+') END
    AND CASE WHEN regexp_matches(p.date, 'ngày[\s/]*tháng|tháng[\s/]*năm|năm\s*$|\.\.|…|_|[{}<>\[\]]') THEN NULL
      ELSE regexp_full_match(p.date,
        '[^,]+(,[^,]+)*, ngày (0[1-9]|[12][0-9]|3[01]) tháng (0[1-9]|[3-9]|1[0-2]) năm [12][0-9]{3}')
    END AS m
  FROM documents d LEFT JOIN part p ON p.unit = d.unit AND p.document = d.document
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
