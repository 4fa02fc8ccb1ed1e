/*
title: {vi: Phần nội dung của văn bản hành chính, en: Content of administrative documents}
label: {vi: "{document}", en: "{document}"}
places:
  document_at: [document]
  smallest_at: [smallest_pt]
  largest_at: [largest_pt]
  odd_font_at: [odd_font]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  measured: {vi: mọi đoạn chữ đều rõ phông và cỡ, en: font and size of every stretch known}
  fonts: {vi: số phông chữ, en: number of fonts}
*/
-- One row a document. Text that is not a component and not in a table is its content. "odd_font":
-- the font of the fewest characters, which is where a person would look first.
-- "measured" is true where every stretch is known, else unknown: one stretch that is certainly
-- wrong is enough to fail, and one that is not known is enough not to pass.
WITH body AS (
  SELECT unit, document, min(size_pt) AS smallest_pt, max(size_pt) AS largest_pt,
    place_of_min(seen_at, size_pt) AS smallest_at, place_of_max(seen_at, size_pt) AS largest_at,
    count(*) = count(font) AND count(*) = count(size_pt) AS seen
  FROM document_texts WHERE role = 'body' GROUP BY unit, document
),
font AS (
  SELECT unit, document, lower(font) AS font, sum(characters) AS characters, min(seen_at) AS font_at
  FROM document_texts WHERE role = 'body' AND font IS NOT NULL GROUP BY unit, document, lower(font)
),
ranked AS (
  SELECT *, row_number() OVER (PARTITION BY unit, document ORDER BY characters, font) AS rank,
    count(*) OVER (PARTITION BY unit, document) AS fonts
  FROM font
)
SELECT d.unit, d.document, d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS administrative,
  b.smallest_pt, b.largest_pt, b.smallest_at, b.largest_at,
  r.font AS odd_font, r.font_at AS odd_font_at,
  r.fonts, CASE WHEN b.seen THEN TRUE END AS measured
FROM documents d
LEFT JOIN body b ON b.unit = d.unit AND b.document = d.document
LEFT JOIN ranked r ON r.unit = d.unit AND r.document = d.document AND r.rank = 1
