/*
title: {vi: Trang giấy của văn bản hành chính, en: Page of administrative documents}
label: {vi: "{document}", en: "{document}"}
places:
  document_at: [document, width_low, height_low, top_low, bottom_low, left_low, right_low]
*/
-- One row a document: the least and the greatest of each measure over its sections. Landscape is
-- allowed where the content has tables (Appendix I, I.I.2), which no measure here can tell: the
-- measures are then unknown, as they are where a section that may be landscape is among them.
WITH pages AS (
  SELECT unit, document, known_min(page_width_mm) AS width_low, known_max(page_width_mm) AS width_high,
    known_min(page_height_mm) AS height_low, known_max(page_height_mm) AS height_high,
    known_min(margin_top_mm) AS top_low, known_max(margin_top_mm) AS top_high,
    known_min(margin_bottom_mm) AS bottom_low, known_max(margin_bottom_mm) AS bottom_high,
    known_min(margin_left_mm) AS left_low, known_max(margin_left_mm) AS left_high,
    known_min(margin_right_mm) AS right_low, known_max(margin_right_mm) AS right_high,
    known_any(page_width_mm > page_height_mm) AS landscape
  FROM document_sections GROUP BY unit, document
)
SELECT d.unit, d.document, d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS administrative,
  p.width_low, p.width_high, p.height_low, p.height_high, p.top_low, p.top_high,
  p.bottom_low, p.bottom_high, p.left_low, p.left_high, p.right_low, p.right_high
FROM documents d
LEFT JOIN pages p ON p.unit = d.unit AND p.document = d.document AND NOT p.landscape
