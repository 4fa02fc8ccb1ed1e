WITH part AS (
  SELECT unit, document,
    CASE WHEN count(*) FILTER (WHERE role = 'national_name') = count(text) FILTER (WHERE role = 'national_name')
      AND min(text) FILTER (WHERE role = 'national_name') = max(text) FILTER (WHERE role = 'national_name')
      THEN min(text) FILTER (WHERE role = 'national_name') END AS national_name,
    CASE WHEN count(*) FILTER (WHERE role = 'motto') = count(text) FILTER (WHERE role = 'motto')
      AND min(text) FILTER (WHERE role = 'motto') = max(text) FILTER (WHERE role = 'motto')
      THEN min(text) FILTER (WHERE role = 'motto') END AS motto
  FROM document_components WHERE role IN ('national_name', 'motto') GROUP BY unit, document
),
look AS (
  SELECT unit, document,
    CASE WHEN NOT bool_and(bold AND NOT italic) THEN FALSE
      WHEN count(*) > count(bold) OR count(*) > count(italic) THEN NULL
      WHEN count(DISTINCT role) = 2 THEN TRUE END AS look,
    CASE WHEN count(*) FILTER (WHERE role = 'national_name') = count(size_pt) FILTER (WHERE role = 'national_name')
      THEN bool_and(size_pt BETWEEN 12 AND 13) FILTER (WHERE role = 'national_name') END AS name_size,
    CASE WHEN count(*) FILTER (WHERE role = 'motto') = count(size_pt) FILTER (WHERE role = 'motto')
      THEN bool_and(size_pt BETWEEN 13 AND 14) FILTER (WHERE role = 'motto') END AS motto_size
  FROM document_texts WHERE role IN ('national_name', 'motto') GROUP BY unit, document
),
judged AS (
  SELECT d.unit, CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS a, l.look AND l.name_size AND l.motto_size
    AND p.national_name IN ('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM', 'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    AND regexp_full_match(p.motto, 'Độc lập [-–] Tự do [-–] Hạnh phúc') AS m
  FROM documents d LEFT JOIN part p ON p.unit = d.unit AND p.document = d.document
  LEFT JOIN look l ON l.unit = d.unit AND l.document = d.document
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
