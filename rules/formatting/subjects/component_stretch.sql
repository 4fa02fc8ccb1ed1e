/*
title: {vi: Chữ của từng thành phần thể thức, en: Text of each component}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  document_at: [document]
  seen_at: [text, font, size_pt, bold, italic, underline, color, align, capitals, centred, black, in_small_letters]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  doc_type: {vi: tên loại văn bản, en: type of the document}
  role: {vi: thành phần thể thức, en: component}
  certain: {vi: "chữ này có chắc là của thành phần đó không, hay là chỗ chờ điền", en: "whether the text is certainly the component's, and no place-holder"}
  filled: {vi: không phải chỗ chờ điền, en: no place-holder}
  upright: {vi: chữ đứng, en: upright}
  capitals: {vi: chữ in hoa, en: in capitals}
  in_small_letters: {vi: chữ in thường, en: in small letters}
  centred: {vi: canh giữa, en: centred}
  heavy: {vi: chữ đậm, en: bold}
  black: {vi: chữ màu đen, en: black}
  after_vv: {vi: "trích yếu đứng sau chữ «V/v»", en: "subject after «V/v»"}
  national_name_at: {vi: đoạn của Quốc hiệu, en: paragraph of the national name}
  motto_at: {vi: đoạn của Tiêu ngữ, en: paragraph of the motto}
  mark_at: {vi: đoạn của dấu, en: paragraph of the mark}
  drafter_at: {vi: đoạn của ký hiệu người soạn thảo, en: paragraph of the drafter symbol}
  contact_at: {vi: đoạn của địa chỉ liên hệ, en: paragraph of the contact block}
*/
-- One row a stretch of one look that has a letter or digit. Unknown is what the reader may have
-- misread or what the file's format alone does not show:
-- - whose the words are: place-holders; words that are name and abstract at once; lines in brackets
--   below a title; a date that is not in the head;
-- - the weight, where two names of agencies may be one name over two lines, or both issue;
-- - the middle, where text was pushed there by spaces, tabs and indents, or stands in a cell that
--   may be no wider than it.
WITH main AS (
  SELECT unit, document,
    min(paragraph) FILTER (WHERE role IN ('type_name', 'addressee', 'legal_bases')) AS opening,
    min(text) FILTER (WHERE role = 'superior_agency') AS superior,
    min(text) FILTER (WHERE role = 'issuing_agency') AS issuing,
    min(last_paragraph) FILTER (WHERE role = 'issuing_agency') AS issuing_end,
    min(text) FILTER (WHERE role = 'abstract') AS abstract,
    min(text) FILTER (WHERE role = 'subject_line') AS subject_line
  FROM document_components GROUP BY unit, document
),
shared AS (
  SELECT unit, document, paragraph, start FROM document_texts
  GROUP BY unit, document, paragraph, start HAVING count(DISTINCT role) > 1
),
-- Lines that begin at the very edge of the page or cell. Such a line is not in the middle of the
-- page; nor below a line of its cell that begins there too and is quite a different length; nor,
-- being short, in a cell that holds a much longer line; nor is tiêu ngữ below the longer quốc hiệu.
edge AS (
  SELECT unit, document, paragraph, place, length(text) AS letters
  FROM document_paragraphs
  WHERE align IN ('left', 'justify') AND abs(first_line_indent_mm) + abs(left_indent_mm) < 2
    AND length(text) <= 50 AND NOT regexp_matches(text, '^\s|\S\s*[\t\n]\s*\S|   ')
),
above AS (
  SELECT c.unit, c.document, c.role, p.place, length(p.text) AS letters, e.letters AS at_edge
  FROM document_components c
  JOIN document_paragraphs p ON p.unit = c.unit AND p.document = c.document
    AND p.paragraph = c.last_paragraph
  LEFT JOIN edge e ON e.unit = c.unit AND e.document = c.document AND e.paragraph = c.last_paragraph
),
told AS (
  SELECT s.*, m.opening, m.superior, m.issuing, m.issuing_end, m.abstract, m.subject_line,
    p.text AS line, h.start IS NOT NULL AS two, e.place = '-' AS at_page_edge,
    e.place <> '-' AND (abs(e.letters - o.at_edge) >= 10 OR (s.role = 'motto' AND o.letters > e.letters)
      OR (e.letters <= 16 AND o.letters >= e.letters + 10)) AS at_cell_edge,
    row_number() OVER (
      PARTITION BY s.unit, s.document, s.role ORDER BY s.paragraph, s.start
    ) AS nth
  FROM stretch s
  LEFT JOIN main m ON m.unit = s.unit AND m.document = s.document
  LEFT JOIN shared h ON h.unit = s.unit AND h.document = s.document
    AND h.paragraph = s.paragraph AND h.start = s.start
  LEFT JOIN document_paragraphs p ON p.unit = s.unit AND p.document = s.document
    AND p.paragraph = s.paragraph
  LEFT JOIN edge e ON e.unit = s.unit AND e.document = s.document AND e.paragraph = s.paragraph
  LEFT JOIN above o ON o.unit = s.unit AND o.document = s.document AND o.place = e.place
    AND o.role = CASE s.role WHEN 'motto' THEN 'national_name' WHEN 'place_date' THEN 'motto'
      WHEN 'issuing_agency' THEN 'superior_agency' WHEN 'number_symbol' THEN 'issuing_agency'
      WHEN 'subject_line' THEN 'number_symbol' END
  WHERE s.text IS NULL OR regexp_matches(s.text, '[\p{L}\p{N}]')
)
SELECT unit, document, doc_type, administrative, document_at, seen_at, paragraph, role, text, start,
  "end", font, size_pt, bold, italic, upright, underline, color, align,
  CASE WHEN text IS NULL OR two OR regexp_matches(text, '[{}<>\[\]]') THEN NULL
    WHEN role IN ('abstract', 'type_name') AND regexp_matches(line, '^\s*\(') THEN NULL
    WHEN role = 'place_date' AND coalesce(paragraph >= opening, TRUE) THEN NULL
    ELSE TRUE END AS certain,
  CASE WHEN text IS NULL OR regexp_matches(text, '[{}<>\[\]]') THEN NULL ELSE TRUE END AS filled,
  text = upper(text) AS capitals,
  CASE WHEN role = 'abstract' THEN
      CASE WHEN regexp_matches(abstract, '\p{Ll}') THEN TRUE
        WHEN regexp_matches(folded(abstract), '^(chu tich|giam doc|truong|hoi dong|uy ban|bo truong|ban |thu truong)')
          THEN NULL
        WHEN regexp_matches(abstract, '\p{Lu}{2}.*\s\p{Lu}{2}') THEN FALSE END
    WHEN role = 'subject_line' THEN
      CASE WHEN regexp_matches(subject_line, '^\(?[Vv]/[Vv].*\p{Ll}') THEN TRUE
        WHEN regexp_matches(subject_line, '^\(?[Vv]/[Vv].*\p{Lu}{2}.*\s\p{Lu}{2}') THEN FALSE
        WHEN regexp_matches(subject_line, '^[^/]*\p{Ll}') THEN TRUE END
    END AS in_small_letters,
  CASE WHEN align = 'center' THEN TRUE
    WHEN role IN ('type_name', 'abstract') AND at_page_edge THEN FALSE
    WHEN role NOT IN ('type_name', 'abstract') AND at_cell_edge THEN FALSE END AS centred,
  CASE WHEN role = 'superior_agency' AND bold AND coalesce(NOT (
        regexp_matches(folded(superior), '^(ubnd|uy ban nhan dan|bo|so) ')
        AND regexp_matches(folded(issuing), '^(phong|trung tam|truong|chi cuc|tram|vien|benh vien|van phong|thanh tra|ban quan ly|hat|doi|cuc) ')
      ), TRUE) THEN NULL
    WHEN role = 'issuing_agency' AND NOT bold AND coalesce(paragraph < issuing_end, TRUE) THEN NULL
    ELSE bold END AS heavy,
  -- The darkest greys print as black; blue and underlined is how Word shows a link.
  CASE WHEN color IN ('auto', '000000') THEN TRUE
    WHEN regexp_matches(upper(color), '^[0-4].[0-4].[0-4].$') THEN NULL
    WHEN regexp_matches(text, '://|www\.|@') THEN NULL
    WHEN underline AND regexp_matches(upper(color), '^[0-5].[0-9].[A-F].$') THEN NULL
    WHEN color IS NOT NULL THEN FALSE END AS black,
  CASE WHEN role <> 'subject_line' OR nth > 1 OR regexp_matches(text, '^\s*\(?V/v\b') THEN TRUE
    WHEN regexp_matches(folded(text), '^\(?(v/v|ve viec)') THEN FALSE END AS after_vv,
  CASE WHEN role = 'national_name' THEN seen_at END AS national_name_at,
  CASE WHEN role = 'motto' THEN seen_at END AS motto_at,
  CASE WHEN role IN ('urgency', 'circulation') THEN seen_at END AS mark_at,
  CASE WHEN role = 'drafter_code' THEN seen_at END AS drafter_at,
  CASE WHEN role = 'contact_block' THEN seen_at END AS contact_at
FROM told
