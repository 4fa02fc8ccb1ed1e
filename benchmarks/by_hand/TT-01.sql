WITH page AS (
  SELECT unit, document, CASE
    WHEN NOT bool_and(page_width_mm BETWEEN 209.5 AND 210.5 AND page_height_mm BETWEEN 296.5 AND 297.5
      AND margin_top_mm BETWEEN 19.5 AND 25.5 AND margin_bottom_mm BETWEEN 19.5 AND 25.5
      AND margin_left_mm BETWEEN 29.5 AND 35.5 AND margin_right_mm BETWEEN 14.5 AND 20.5)
      FILTER (WHERE page_width_mm <= page_height_mm) THEN FALSE
    WHEN count(*) = count(*) FILTER (WHERE page_width_mm <= page_height_mm
      AND margin_top_mm + margin_bottom_mm + margin_left_mm + margin_right_mm IS NOT NULL) THEN TRUE
    END AS m
  FROM document_sections GROUP BY unit, document
),
judged AS (
  SELECT d.unit, CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS a, p.m
  FROM documents d LEFT JOIN page p ON p.unit = d.unit AND p.document = d.document
)
SELECT unit, count(*) FILTER (WHERE a AND m), count(*) FILTER (WHERE a AND NOT m),
  count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL))
FROM judged WHERE a IS NOT FALSE GROUP BY unit
