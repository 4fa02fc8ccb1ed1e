/*
title: {vi: Trang giấy của văn bản hành chính, en: Page of administrative documents}
label: {vi: "{document}", en: "{document}"}
places:
  document_at: [document, width_low, height_low, top_low, bottom_low, left_low, right_low]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  width_high: {vi: khổ rộng lớn nhất (mm), en: greatest page width (mm)}
  height_high: {vi: khổ cao lớn nhất (mm), en: greatest page height (mm)}
  top_high: {vi: lề trên lớn nhất (mm), en: greatest top margin (mm)}
  bottom_high: {vi: lề dưới lớn nhất (mm), en: greatest bottom margin (mm)}
  left_high: {vi: lề trái lớn nhất (mm), en: greatest left margin (mm)}
  right_high: {vi: lề phải lớn nhất (mm), en: greatest right margin (mm)}
  measured: {vi: mọi phân đoạn đều dọc và đo được, en: every section portrait and measured}
*/
-- One row a document: the least and the greatest of each measure over the sections known to be
-- portrait. Landscape is allowed where the content has tables (Appendix I, I.I.2), which no measure
-- here can tell. "measured" is true where nothing was left out, else unknown: what is certainly
-- wrong stays wrong, and nothing is right because it was not seen.
WITH pages AS (
  SELECT unit, document,
    min(page_width_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS width_low,
    max(page_width_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS width_high,
    min(page_height_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS height_low,
    max(page_height_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS height_high,
    min(margin_top_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS top_low,
    max(margin_top_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS top_high,
    min(margin_bottom_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS bottom_low,
    max(margin_bottom_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS bottom_high,
    min(margin_left_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS left_low,
    max(margin_left_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS left_high,
    min(margin_right_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS right_low,
    max(margin_right_mm) FILTER (WHERE page_width_mm <= page_height_mm) AS right_high,
    known_all(page_width_mm <= page_height_mm
      AND margin_top_mm + margin_bottom_mm + margin_left_mm + margin_right_mm IS NOT NULL) AS seen
  FROM document_sections GROUP BY unit, document
)
SELECT d.unit, d.document, d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS administrative,
  p.width_low, p.width_high, p.height_low, p.height_high, p.top_low, p.top_high,
  p.bottom_low, p.bottom_high, p.left_low, p.left_high, p.right_low, p.right_high,
  CASE WHEN p.seen THEN TRUE END AS measured
FROM documents d
LEFT JOIN pages p ON p.unit = d.unit AND p.document = d.document
