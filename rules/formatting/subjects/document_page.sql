/*
title: {vi: Trang giấy của văn bản hành chính, en: Page of administrative documents}
label: {vi: "{document}", en: "{document}"}
places:
  document_at: [document, width_low, height_low, top_low, bottom_low, left_low, right_low]
*/
-- One row a document: the least and the greatest of each measure over its sections. Landscape is
-- allowed where the content has tables (Appendix I, I.I.2), which no measure here can tell: unknown.
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
SELECT d.unit, d.document, d.doc_type, d.seen_at AS document_at, d.regime = 'administrative' AS administrative,
  CASE WHEN p.landscape THEN NULL ELSE p.width_low END AS width_low,
  CASE WHEN p.landscape THEN NULL ELSE p.width_high END AS width_high,
  CASE WHEN p.landscape THEN NULL ELSE p.height_low END AS height_low,
  CASE WHEN p.landscape THEN NULL ELSE p.height_high END AS height_high,
  CASE WHEN p.landscape THEN NULL ELSE p.top_low END AS top_low,
  CASE WHEN p.landscape THEN NULL ELSE p.top_high END AS top_high,
  CASE WHEN p.landscape THEN NULL ELSE p.bottom_low END AS bottom_low,
  CASE WHEN p.landscape THEN NULL ELSE p.bottom_high END AS bottom_high,
  CASE WHEN p.landscape THEN NULL ELSE p.left_low END AS left_low,
  CASE WHEN p.landscape THEN NULL ELSE p.left_high END AS left_high,
  CASE WHEN p.landscape THEN NULL ELSE p.right_low END AS right_low,
  CASE WHEN p.landscape THEN NULL ELSE p.right_high END AS right_high
FROM documents d LEFT JOIN pages p ON p.unit = d.unit AND p.document = d.document
