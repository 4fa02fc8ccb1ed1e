/*
title: {vi: Đoạn văn của nội dung văn bản, en: Paragraphs of the content}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text, label, align, first_line_indent_mm, space_after_pt, line_rule, line_value]
  document_at: [document]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  doc_type: {vi: tên loại văn bản, en: type of the document}
  kind: {vi: "đoạn này là phần, điều, khoản, điểm hay lời văn", en: "what the paragraph is: part, article, clause, point, text"}
  long: {vi: đoạn có chắc chắn dài hơn một dòng, en: whether it certainly fills more than one line}
  bold: {vi: cả đoạn chữ đậm, en: whether all of it is bold}
  upright: {vi: cả đoạn chữ đứng, en: whether all of it is upright}
  small_pt: {vi: cỡ chữ nhỏ nhất, en: least size}
  large_pt: {vi: cỡ chữ lớn nhất, en: greatest size}
  capitals: {vi: cả đoạn in hoa, en: whether all of it is in capitals}
  basis_like: {vi: đoạn có mở đầu như căn cứ, en: whether it begins like a legal basis}
  opens_sentence: {vi: đoạn mở đầu bằng chữ hoa, en: whether it begins with a capital}
  ends_sentence: {vi: đoạn kết thúc như một câu, en: whether it ends like a sentence}
  upright_text: {vi: lời văn kiểu chữ đứng, en: whether the text is upright}
  lower_text: {vi: lời văn chữ in thường, en: whether the text is in lower case}
  justified: {vi: đoạn canh đều hai lề, en: whether it is justified}
  typed: {vi: số của đoạn do người gõ, en: whether its number is typed}
  first_line_mm: {vi: lùi đầu dòng, en: first line indent}
  lines_least: {vi: khoảng cách dòng ít nhất tính theo dòng đơn, en: least line spacing in lines}
  lines_most: {vi: khoảng cách dòng nhiều nhất tính theo dòng đơn, en: greatest line spacing in lines}
  roughly: {vi: khoảng cách dòng chỉ ước chừng được, en: whether the line spacing is only roughly known}
*/
-- One row a paragraph of box 6. Content that was not found is a row of which nothing is known.
-- Contracts, memoranda and agreements have no form in Appendix III and often one by another law:
-- whether the rules on content are meant for them is left open.
--
-- long: no letter of Times New Roman text is narrower on the average than a third of its size
-- (0.45 is usual), so what is longer than the widest page allows has a full line for certain.
-- Lines in points: Times New Roman sets single lines 1.15 times its size apart.
WITH looks AS (
  SELECT unit, document, paragraph, known_all(bold) AS bold, known_all(NOT italic) AS upright,
    known_all(italic) AS slanted, known_min(size_pt) AS small_pt, known_max(size_pt) AS large_pt,
    known_all(lower(font) = 'times new roman') AS times
  FROM document_texts
  WHERE role = 'body' AND regexp_matches(text, '[\p{L}0-9]') IS NOT FALSE
  GROUP BY unit, document, paragraph
),
pages AS (
  SELECT unit, document,
    known_max(page_width_mm - margin_left_mm - margin_right_mm) AS width_mm
  FROM document_sections GROUP BY unit, document
),
found AS (
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.label, p.text, p.align,
    p.first_line_indent_mm, p.left_indent_mm, p.space_before_pt, p.space_after_pt,
    p.line_rule, p.line_value, p.label || ' ' || p.text AS line
  FROM document_paragraphs p WHERE p.role = 'body'
  UNION ALL BY NAME
  SELECT e.unit, e.document
  FROM expected_component e
  WHERE e.role = 'body' AND NOT EXISTS (
    SELECT 1 FROM document_paragraphs p
    WHERE p.unit = e.unit AND p.document = e.document AND p.role = 'body'
  )
),
told AS (
  SELECT f.*, l.bold, l.upright, l.slanted, l.small_pt, l.large_pt, l.times,
    CASE WHEN f.line IS NULL THEN NULL
      WHEN regexp_matches(f.line,
        '^[\s\p{Z}]*(?i:điều)[\s\p{Z}]+([0-9]+|[IVXL]+)[\s\p{Z}]*([.:]|[-–][\s\p{Z}]|$)')
        THEN 'article'
      -- Bold as a whole and with no mark at the end it is a heading that lacks its full stop.
      WHEN l.bold AND regexp_full_match(f.line,
        '[\s\p{Z}]*Điều[\s\p{Z}]+[0-9]+[\s\p{Z}]+\p{Lu}[^\n]{1,110}[^.;:,\s\p{Z}][\s\p{Z}]*')
        AND NOT regexp_matches(f.line,
          '^[\s\p{Z}]*Điều[\s\p{Z}]+[0-9]+[\s\p{Z}]+(Luật|Bộ luật|Nghị|Thông tư|Quyết|Quy|Pháp|Hiến|Điều lệ|Chỉ thị)[\s\p{Z}]')
        THEN 'article'
      WHEN regexp_matches(f.line,
        '^[\s\p{Z}]*(?i:phần|chương)[\s\p{Z}]+([IVXL]+|[0-9]+)[\s\p{Z}]*[.:]?([\s\p{Z}.:–-]+[^\p{Ll}]*|[\s\p{Z}]*[.:–-][\s\p{Z}]*\p{Lu}[^\n]{0,110}[^.;:,\s])?[\s\p{Z}]*$')
        THEN 'part'
      WHEN regexp_matches(f.line,
        '^[\s\p{Z}]*(?i:tiểu[\s\p{Z}]+mục|mục)[\s\p{Z}]+([IVXL]+|[0-9]+)[\s\p{Z}]*[.:]?([\s\p{Z}.:–-]+[^\p{Ll}]*|[\s\p{Z}]*[.:–-][\s\p{Z}]*\p{Lu}[^\n]{0,110}[^.;:,\s])?[\s\p{Z}]*$')
        THEN 'section'
      WHEN regexp_matches(f.line, '^[\s\p{Z}]*[IVX]{1,5}\.[\s\p{Z}]*\p{L}') THEN 'roman'
      WHEN regexp_matches(f.line, '^[\s\p{Z}]*[0-9]{1,2}[.)/]([\s\p{Z}]+\S|\p{L}|[“"‘(])')
        THEN 'clause'
      WHEN regexp_matches(f.line, '^[\s\p{Z}]*([a-zđ][.)/]|[A-ZĐ]\))([\s\p{Z}]+\S|\p{Lu}|[“"‘(])')
        THEN 'point'
      WHEN regexp_matches(f.line, '^[\s\p{Z}]*[^\p{L}\p{N}\s\p{Z}(“"‘«\[]') THEN 'dash'
      WHEN regexp_matches(f.line, '^[\s\p{Z}]*[^\p{L}\p{N}\s\p{Z}]') THEN 'note'
      ELSE 'text' END AS kind,
    CASE WHEN regexp_matches(f.text, '\n') THEN FALSE
      ELSE length(f.text) * l.small_pt * 0.33 * 0.3528 > 1.1 * g.width_mm END AS long,
    regexp_matches(f.text, '\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}[^\p{Ll}]*\p{Lu}')
      AND NOT regexp_matches(regexp_extract(f.text, '^[\s\p{Z}]*(?:[a-zđ][.)/])?((?s:.*))$', 1),
        '\p{Ll}') AS capitals,
    regexp_matches(f.text, '[.;][\s\p{Z}]*$|(?i:như sau|sau đây|trong đó)[\s\p{Z}]*:[\s\p{Z}]*$') AS ends_sentence
  FROM found f
  LEFT JOIN looks l
    ON l.unit = f.unit AND l.document = f.document AND l.paragraph = f.paragraph
  LEFT JOIN pages g ON g.unit = f.unit AND g.document = f.document
),
sections AS (
  SELECT unit, document, known_any(kind = 'article' OR (kind = 'roman' AND capitals)) AS sectioned
  FROM told GROUP BY unit, document
)
SELECT t.*,
  regexp_matches(t.line, '^[\s\p{Z}]*(?i:căn cứ|theo |thực hiện|xét |trên cơ sở)')
    AND NOT regexp_matches(t.text, '(?i:như sau)[\s\p{Z}]*:[\s\p{Z}]*$') AS basis_like,
  regexp_matches(t.line, '^[\s\p{Z}]*\p{Lu}') AS opens_sentence,
  t.label = '' AS typed,
  -- Words in another language, emphasis and notes are left to the reader.
  CASE WHEN t.upright THEN TRUE
    WHEN t.slanted AND (t.long OR t.kind = 'point') AND t.ends_sentence
      AND t.kind IN ('text', 'article', 'clause', 'point') THEN FALSE END AS upright_text,
  -- Capitals in a clause are no heading of a section where the document has such headings.
  CASE WHEN NOT t.capitals THEN TRUE
    WHEN t.capitals AND (t.kind = 'point' OR (t.kind = 'clause' AND s.sectioned)
      OR (t.kind = 'clause' AND t.long AND t.ends_sentence)
      OR (t.kind = 'text' AND t.ends_sentence)) THEN FALSE END AS lower_text,
  -- Prose in the middle is told from titles by its end.
  CASE WHEN t.align = 'justify' THEN TRUE WHEN t.align = 'left' THEN FALSE
    WHEN t.align IN ('center', 'right') AND t.long AND t.ends_sentence THEN FALSE END AS justified,
  -- Blanks at the start and a block that is moved as a whole are indents of another kind.
  CASE WHEN t.align IN ('left', 'justify') AND NOT regexp_matches(t.text, '^[\s\p{Z}]')
      AND t.left_indent_mm BETWEEN -0.5 AND 0.5 AND t.first_line_indent_mm >= 0
    THEN t.first_line_indent_mm END AS first_line_mm,
  CASE WHEN t.first_line_indent_mm < 11.35 THEN 10.0 ELSE 12.7 END AS nearest_indent_mm,
  CASE WHEN t.line_rule = 'multiple' THEN t.line_value
    WHEN t.line_rule = 'at_least' AND t.times AND t.line_value < 1.17 * t.large_pt THEN 1.0
    WHEN t.line_rule IN ('exact', 'at_least') AND t.times
      THEN t.line_value / (1.17 * t.large_pt) END AS lines_least,
  CASE WHEN t.line_rule = 'multiple' THEN t.line_value
    WHEN t.line_rule = 'at_least' AND t.times AND t.line_value < 1.13 * t.small_pt THEN 1.0
    WHEN t.line_rule IN ('exact', 'at_least') AND t.times
      THEN t.line_value / (1.13 * t.small_pt) END AS lines_most,
  CASE WHEN t.line_rule = 'multiple' THEN FALSE END AS roughly,
  CASE WHEN t.line_rule = 'multiple' AND t.line_value BETWEEN 1 AND 1.5 THEN t.line_value
    WHEN t.line_rule = 'multiple' AND t.line_value > 1.5 THEN 1.5
    WHEN t.line_rule <> 'multiple' AND t.line_value > 1.5 * t.large_pt THEN 1.5
    ELSE 1.0 END AS right_lines,
  d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime IS NULL OR d.regime = 'unknown' THEN NULL
    WHEN d.regime <> 'administrative' THEN FALSE
    WHEN d.doc_type NOT IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận') THEN TRUE
    END AS administrative
FROM told t
JOIN documents d ON d.unit = t.unit AND d.document = t.document
LEFT JOIN sections s ON s.unit = t.unit AND s.document = t.document
