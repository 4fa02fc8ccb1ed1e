/*
title: {vi: Phần đầu của văn bản hành chính, en: Head of administrative documents}
label: {vi: "{document}", en: "{document}"}
places:
  document_at: [document]
  national_name_at: [national_name, national_name_small_pt, national_name_large_pt, national_name_bold]
  motto_at: [motto, motto_small_pt, motto_large_pt, motto_bold]
  number_at: [number_symbol]
  date_at: [place_date]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  national_name_large_pt: {vi: cỡ chữ lớn nhất của Quốc hiệu, en: greatest size of the national name}
  national_name_upright: {vi: Quốc hiệu chữ đứng, en: national name upright}
  motto_large_pt: {vi: cỡ chữ lớn nhất của Tiêu ngữ, en: greatest size of the motto}
  motto_upright: {vi: Tiêu ngữ chữ đứng, en: motto upright}
  number_well_formed: {vi: "số, ký hiệu viết đúng mẫu", en: number and symbol well formed}
  date_well_formed: {vi: "địa danh, thời gian viết đúng mẫu", en: place and date well formed}
  is_minutes: {vi: có phải biên bản, en: whether it is minutes}
*/
-- One row a document. A component that the reader did not find is unknown, not absent: it may
-- stand where the reader does not look. A component found twice is unknown.
WITH part AS (
  SELECT unit, document, role, the_one(text) AS text, min(seen_at) AS part_at
  FROM document_components GROUP BY unit, document, role
),
look AS (
  SELECT unit, document, role, known_all(bold) AS bold, known_all(NOT italic) AS upright,
    known_min(size_pt) AS small_pt,
    known_max(size_pt) AS large_pt
  FROM document_texts GROUP BY unit, document, role
)
SELECT d.unit, d.document, d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS administrative,
  n.text AS national_name, n.part_at AS national_name_at, nl.bold AS national_name_bold,
  nl.small_pt AS national_name_small_pt, nl.large_pt AS national_name_large_pt,
  nl.upright AS national_name_upright, ml.upright AS motto_upright,
  m.text AS motto, m.part_at AS motto_at, ml.bold AS motto_bold,
  ml.small_pt AS motto_small_pt, ml.large_pt AS motto_large_pt,
  s.text AS number_symbol, s.part_at AS number_at,
  t.text AS place_date, t.part_at AS date_at,
  d.doc_type = 'biên bản' AS is_minutes,
  -- A draft or a form has its number and day blank or a place-holder: filled in later, hence unknown.
  CASE WHEN regexp_matches(s.text, '^Số\s*:?\s*/|\.\.|…|_|[{}<>\[\]]') THEN NULL
    ELSE regexp_full_match(s.text,
      'Số: ?(0[1-9]|[1-9][0-9]+)/[\p{Lu}0-9][\p{L}0-9.]*(-[\p{Lu}0-9][\p{L}0-9.&]*)+')
  END AS number_well_formed,
  -- The text asks for the 0 of days below 10 and months 1 and 2; months 3 to 9 may have it.
  CASE WHEN regexp_matches(t.text, 'ngày[\s/]*tháng|tháng[\s/]*năm|năm\s*$|\.\.|…|_|[{}<>\[\]]') THEN NULL
    ELSE regexp_full_match(t.text,
      '[^,]+(,[^,]+)*, ngày (0[1-9]|[12][0-9]|3[01]) tháng (0[1-9]|[3-9]|1[0-2]) năm [12][0-9]{3}')
  END AS date_well_formed
FROM documents d
LEFT JOIN part n ON n.unit = d.unit AND n.document = d.document AND n.role = 'national_name'
LEFT JOIN part m ON m.unit = d.unit AND m.document = d.document AND m.role = 'motto'
LEFT JOIN part s ON s.unit = d.unit AND s.document = d.document AND s.role = 'number_symbol'
LEFT JOIN part t ON t.unit = d.unit AND t.document = d.document AND t.role = 'place_date'
LEFT JOIN look nl ON nl.unit = d.unit AND nl.document = d.document AND nl.role = 'national_name'
LEFT JOIN look ml ON ml.unit = d.unit AND ml.document = d.document AND ml.role = 'motto'
