/*
title: {vi: Trang giấy của văn bản hành chính, en: Pages of administrative documents}
label: {vi: "{document}, phần {section}", en: "{document}, section {section}"}
places:
  document_at: [document]
  seen_at: [section, page_width_mm, page_height_mm, margin_top_mm, margin_bottom_mm, margin_left_mm, margin_right_mm, number_place, number_align, number_font, number_size_pt, number_italic, number_format, number_on_first_page]
columns:
  portrait_section: {vi: phần có trang dọc, en: section of portrait pages}
  short_mm: {vi: cạnh ngắn của trang (mm), en: short side of the page (mm)}
  long_mm: {vi: cạnh dài của trang (mm), en: long side of the page (mm)}
  top_mm: {vi: lề trên của trang dọc (mm), en: top margin of portrait pages (mm)}
  bottom_mm: {vi: lề dưới của trang dọc (mm), en: bottom margin of portrait pages (mm)}
  left_mm: {vi: lề trái của trang dọc (mm), en: left margin of portrait pages (mm)}
  right_mm: {vi: lề phải của trang dọc (mm), en: right margin of portrait pages (mm)}
  numbered: {vi: các trang sau trang đầu có số, en: pages after the first are numbered}
  in_header: {vi: số trang ở lề trên, en: page number in the top margin}
  arabic: {vi: số trang bằng chữ số Ả Rập, en: page number in Arabic digits}
  from_one: {vi: số trang đánh từ số 1, en: pages are numbered from 1}
  number_centred: {vi: số trang ở giữa, en: page number in the middle}
  first_page_shown: {vi: số hiện ở trang thứ nhất, en: number shown on page 1}
*/
-- One row a section; a document of which no section is known is one row of unknowns.
-- Landscape is allowed where the content has tables (Appendix I, I.I.2), which no measure here can
-- tell: then only the paper's sides are known to be right or wrong.
-- A document of one page needs no page number. That there are more is certain after a page break
-- within the text, where the paper turns, and from so many letters or lines that no page holds them:
-- A4 takes some 3,300 letters in size 13.
WITH much AS (
  SELECT unit, document,
    coalesce(sum(characters) FILTER (WHERE size_pt >= 11) > 6000, FALSE)
      OR coalesce(sum(characters) FILTER (WHERE size_pt >= 13) > 4000, FALSE)
      OR coalesce(bool_or(regexp_matches(text, '\f\s*\S')), FALSE) AS more
  FROM document_texts GROUP BY unit, document
),
lines AS (
  SELECT unit, document, count(*) FILTER (WHERE place = '-') > 100 AS more
  FROM document_paragraphs GROUP BY unit, document
),
turns AS (
  SELECT unit, document, count(DISTINCT page_width_mm > page_height_mm) > 1 AS more
  FROM document_sections GROUP BY unit, document
)
SELECT d.unit, d.document, d.doc_type, d.seen_at AS document_at, d.administrative,
  s.section, s.seen_at, s.page_width_mm, s.page_height_mm,
  s.margin_top_mm, s.margin_bottom_mm, s.margin_left_mm, s.margin_right_mm,
  CASE WHEN s.page_width_mm <= s.page_height_mm THEN s.section END AS portrait_section,
  CASE WHEN s.page_width_mm <= s.page_height_mm THEN s.page_width_mm
    WHEN s.page_height_mm < s.page_width_mm THEN s.page_height_mm END AS short_mm,
  CASE WHEN s.page_width_mm <= s.page_height_mm THEN s.page_height_mm
    WHEN s.page_height_mm < s.page_width_mm THEN s.page_width_mm END AS long_mm,
  CASE WHEN s.page_width_mm <= s.page_height_mm THEN s.margin_top_mm END AS top_mm,
  CASE WHEN s.page_width_mm <= s.page_height_mm THEN s.margin_bottom_mm END AS bottom_mm,
  CASE WHEN s.page_width_mm <= s.page_height_mm THEN s.margin_left_mm END AS left_mm,
  CASE WHEN s.page_width_mm <= s.page_height_mm THEN s.margin_right_mm END AS right_mm,
  s.number_place, s.number_align, s.number_font, s.number_size_pt, s.number_italic,
  CASE WHEN s.number_place IN ('header', 'footer') THEN TRUE
    WHEN s.number_place = 'none' AND s.section = 1 AND d.pictures = 0
      AND (m.more OR l.more OR t.more) THEN FALSE END AS numbered,
  CASE WHEN s.number_place <> 'none' THEN s.number_place = 'header' END AS in_header,
  s.number_align = 'center' AS number_centred,
  s.section = 1 AND s.number_on_first_page AS first_page_shown,
  s.number_format,
  CASE WHEN s.number_format = 'decimal' THEN TRUE
    WHEN s.number_format IN ('upperRoman', 'lowerRoman', 'upperLetter', 'lowerLetter') THEN FALSE
    END AS arabic,
  -- No first number is said where the pages go on counting.
  CASE WHEN s.section > 1 THEN TRUE WHEN s.section = 1 THEN coalesce(s.first_number, 1) = 1
    END AS from_one,
  s.number_on_first_page
FROM classed_document d
LEFT JOIN document_sections s ON s.unit = d.unit AND s.document = d.document
LEFT JOIN much m ON m.unit = d.unit AND m.document = d.document
LEFT JOIN lines l ON l.unit = d.unit AND l.document = d.document
LEFT JOIN turns t ON t.unit = d.unit AND t.document = d.document
