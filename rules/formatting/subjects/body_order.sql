/*
title: {vi: "Phần, chương, mục, điều, khoản, điểm của nội dung", en: "Parts, chapters, articles, clauses, points of the content"}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text, label, align]
  title_at: {title_align: align}
  document_at: [document]
columns:
  own_line: {vi: số thứ tự đứng riêng một dòng, en: whether the number stands on a line of its own}
  word_lower: {vi: "từ Phần, Chương, Mục, Điều in thường", en: whether the word is in lower case}
  right_digits: {vi: đúng loại chữ số, en: whether the digits are of the right kind}
  in_order: {vi: số thứ tự liên tục, en: whether the numbers run on}
  number: {vi: số thứ tự, en: number}
  number_above: {vi: số thứ tự liền trước, en: number before}
  next_text: {vi: dòng dưới, en: line below}
  title_below: {vi: dòng dưới là tiêu đề in hoa, en: whether the line below is a title in capitals}
  title_bold: {vi: tiêu đề đậm, en: whether the title is bold}
  title_upright: {vi: tiêu đề chữ đứng, en: whether the title is upright}
  small_letter: {vi: chữ cái viết thường, en: whether the letter is small}
  vietnamese_letter: {vi: chữ cái có trong bảng chữ cái tiếng Việt, en: whether the letter is one of Vietnamese}
  well_closed: {vi: sau số thứ tự có đúng dấu, en: whether the right mark follows the number}
  label_bold: {vi: "từ Điều và số thứ tự đậm", en: whether the word and number are bold}
  label_upright: {vi: "từ Điều và số thứ tự đứng", en: whether the word and number are upright}
*/
-- One row a paragraph of the content, with its place in the order. A number that follows the one
-- before is in order. One that does not is out of order only where nothing else may stand between:
-- no table, no paragraph that is unknown, no quotation (amendments carry numbers of their own).
WITH numerals AS (
  SELECT unnest(['I','II','III','IV','V','VI','VII','VIII','IX','X','XI','XII','XIII','XIV','XV',
      'XVI','XVII','XVIII','XIX','XX','XXI','XXII','XXIII','XXIV','XXV','XXVI','XXVII','XXVIII',
      'XXIX','XXX']) AS written, unnest(generate_series(1, 30)) AS value, 'roman' AS script
  UNION ALL
  SELECT '' || n, n, 'digits' FROM (SELECT unnest(generate_series(1, 500)) AS n) AS counted
  UNION ALL
  SELECT unnest(['a','b','c','d','đ','e','g','h','i','k','l','m','n','o','p','q','r','s','t','u',
      'v','x','y']), unnest(generate_series(1, 23)), 'letter'
),
bounds AS (
  SELECT unit, document,
    known_any(regexp_matches(line, '^[\s\p{Z}]*[“"]|(?i:sửa đổi,? bổ sung)[\s\p{Z}]+((?i:một số|điều|khoản|điểm|chương|mục)|[^.]*như sau)')) AS quotes,
    count(*) = count(kind) AND count(*) = count(paragraph) AS all_told
  FROM body_paragraph GROUP BY unit, document
),
-- How many paragraphs that are no content stand above each one: two of one count have none between.
above AS (
  SELECT unit, document, paragraph,
    sum(CASE WHEN role = 'body' THEN 0 ELSE 1 END) OVER (
      PARTITION BY unit, document ORDER BY paragraph) AS strangers,
    count(paragraph) OVER whole = count(*) OVER whole AS all_placed
  FROM document_paragraphs
  WINDOW whole AS (PARTITION BY unit, document)
),
between_them AS (
  SELECT b.unit, b.document, b.all_told, b.all_told AND NOT b.quotes AS orderly
  FROM bounds b
),
read AS (
  SELECT b.*,
    CASE WHEN b.kind IN ('part', 'section', 'article') THEN lower(regexp_extract(b.line,
      '^[\s\p{Z}]*(?i:(phần|chương|tiểu|mục|điều))', 1)) ELSE b.kind END AS word,
    CASE WHEN b.kind IN ('part', 'section', 'article') THEN regexp_extract(b.line,
        '^[\s\p{Z}]*(?i:phần|chương|tiểu[\s\p{Z}]+mục|mục|điều)[\s\p{Z}]+([IVXL]+|[0-9]+)', 1)
      WHEN b.kind = 'clause' THEN regexp_extract(b.line, '^[\s\p{Z}]*([0-9]{1,2})', 1)
      WHEN b.kind = 'point' THEN lower(regexp_extract(b.line, '^[\s\p{Z}]*([a-zA-ZđĐ])', 1))
    END AS number,
    regexp_matches(b.line, '^[\s\p{Z}]*[a-zđ]') AS small,
    b.kind IN ('part', 'section', 'article', 'roman') AS heads, 0 AS label_start,
    length(regexp_extract(b.text, '^[\s\p{Z}]*(?i:điều)[\s\p{Z}]+[0-9IVXL]+'))
      AS label_end
  FROM body_paragraph b
),
labels AS (
  SELECT r.unit, r.document, r.paragraph, known_all(t.bold) AS bold,
    known_all(NOT t.italic) AS upright
  FROM read r
  JOIN document_texts t ON t.unit = r.unit AND t.document = r.document
    AND t.paragraph = r.paragraph AND t.role = 'body'
  WHERE r.kind = 'article' AND (t.start < r.label_end) IS NOT FALSE
  GROUP BY r.unit, r.document, r.paragraph
),
placed AS (
  SELECT r.*, n.value, CASE WHEN a.all_placed THEN a.strangers END AS strangers,
    sum(CASE WHEN r.word = 'phần' THEN 1 ELSE 0 END) OVER down AS parts,
    sum(CASE WHEN r.word IN ('phần', 'chương') THEN 1 ELSE 0 END) OVER down AS chapters,
    sum(CASE WHEN r.word IN ('phần', 'chương', 'mục') THEN 1 ELSE 0 END) OVER down AS sections,
    sum(CASE WHEN r.heads THEN 1 ELSE 0 END) OVER down AS headings,
    sum(CASE WHEN r.heads OR r.kind = 'clause'
      OR (r.kind = 'text' AND regexp_matches(r.text, ':[\s\p{Z}]*$')) THEN 1 ELSE 0 END) OVER down
      AS clauses,
    lead(r.text) OVER down AS next_text, lead(r.kind) OVER down AS next_kind,
    lead(r.capitals) OVER down AS next_capitals, lead(r.bold) OVER down AS next_bold,
    lead(r.upright) OVER down AS next_upright, lead(r.align) OVER down AS next_align,
    lead(r.paragraph) OVER down AS next_paragraph, lead(r.seen_at) OVER down AS next_at
  FROM read r
  LEFT JOIN numerals n ON n.written = r.number AND n.script =
    CASE WHEN r.kind = 'point' THEN 'letter'
      WHEN regexp_matches(r.number, '^[IVXL]') THEN 'roman' ELSE 'digits' END
  LEFT JOIN above a
    ON a.unit = r.unit AND a.document = r.document AND a.paragraph = r.paragraph
  WINDOW down AS (PARTITION BY r.unit, r.document ORDER BY r.paragraph)
),
within AS (
  SELECT p.*, '' || CASE p.word WHEN 'chương' THEN p.parts WHEN 'mục' THEN p.chapters
    WHEN 'tiểu' THEN p.sections WHEN 'clause' THEN p.headings WHEN 'point' THEN p.clauses
    ELSE 0 END AS context
  FROM placed p
),
counted AS (
  SELECT w.*, lag(w.value) OVER run AS value_above, lag(w.number) OVER run AS number_above,
    lag(w.strangers) OVER run = w.strangers AS unbroken,
    lag(w.value) OVER all_along AS value_ever,
    count(w.value) FILTER (WHERE w.value = 1) OVER (
      PARTITION BY w.unit, w.document, w.word, w.context) AS firsts,
    count(*) FILTER (WHERE w.small) OVER (
      PARTITION BY w.unit, w.document, w.word, w.context) AS small_ones
  FROM within w
  WINDOW run AS (PARTITION BY w.unit, w.document, w.word, w.context ORDER BY w.paragraph),
    all_along AS (PARTITION BY w.unit, w.document, w.word ORDER BY w.paragraph)
)
SELECT c.*,
  regexp_full_match(c.line,
    '[\s\p{Z}]*(?i:phần|chương|tiểu[\s\p{Z}]+mục|mục)[\s\p{Z}]+([IVXL]+|[0-9]+)[.:]?[\s\p{Z}]*')
    AS own_line,
  regexp_matches(c.line, '^[\s\p{Z}]*(Phần|Chương|Mục|Tiểu|Điều)[\s\p{Z}]') AS word_lower,
  CASE WHEN c.kind = 'part' THEN regexp_full_match(c.number, '[IVXL]+')
    WHEN c.kind IN ('section', 'article') THEN regexp_full_match(c.number, '[0-9]+')
  END AS right_digits,
  CASE WHEN NOT o.all_told OR c.value IS NULL THEN NULL
    WHEN c.value = coalesce(c.value_above, 0) + 1 AND (c.heads OR c.firsts = 1) THEN TRUE
    WHEN c.heads AND c.value = c.value_ever + 1 THEN TRUE
    WHEN NOT o.orderly OR c.value_above IS NULL OR c.firsts <> 1
      OR coalesce(NOT c.unbroken, TRUE) THEN NULL
    WHEN c.label = '' OR (c.kind = 'point' AND c.number = 'e' AND c.number_above = 'd') THEN FALSE
  END AS in_order,
  -- Letters that the alphabet of Vietnamese does not have, within a list that began with a).
  CASE WHEN c.kind <> 'point' THEN NULL
    WHEN c.number NOT IN ('f', 'j', 'w', 'z') THEN TRUE
    WHEN c.firsts = 1 AND o.all_told THEN FALSE END AS vietnamese_letter,
  -- A capital is a slip where the other letters of the list are small.
  CASE WHEN c.kind <> 'point' THEN NULL WHEN c.small THEN TRUE
    WHEN c.small_ones > 0 AND o.all_told THEN FALSE END AS small_letter,
  CASE WHEN c.kind = 'article' THEN regexp_matches(c.line, '(?i:điều)[\s\p{Z}]+[0-9IVXL]+\.')
    WHEN c.kind = 'clause' THEN CASE WHEN regexp_matches(c.line, '^[\s\p{Z}]*[0-9]{1,2}\.') THEN TRUE
      WHEN c.firsts = 1 AND o.all_told THEN FALSE END
    WHEN c.kind = 'point' THEN CASE WHEN regexp_matches(c.line, '^[\s\p{Z}]*[a-zA-ZđĐ]\)') THEN TRUE
      WHEN c.firsts = 1 AND o.all_told THEN FALSE END
  END AS well_closed,
  CASE WHEN c.paragraph IS NULL THEN NULL
    WHEN coalesce(c.next_paragraph <> c.paragraph + 1, TRUE) THEN NULL
    WHEN c.next_kind IN ('article', 'part', 'section') THEN FALSE
    WHEN c.next_kind = 'text' THEN c.next_capitals END AS title_below,
  -- The paragraph after a gap may be the title or what follows it.
  CASE WHEN c.next_paragraph = c.paragraph + 1 THEN c.next_bold END AS title_bold,
  CASE WHEN c.next_paragraph = c.paragraph + 1 THEN c.next_upright END AS title_upright,
  CASE WHEN c.next_paragraph = c.paragraph + 1 THEN c.next_align END AS title_align,
  CASE WHEN c.next_paragraph = c.paragraph + 1 THEN c.next_at END AS title_at,
  CASE WHEN c.label = '' THEN l.bold END AS label_bold,
  CASE WHEN c.label = '' THEN l.upright END AS label_upright
FROM counted c
LEFT JOIN between_them o ON o.unit = c.unit AND o.document = c.document
LEFT JOIN labels l
  ON l.unit = c.unit AND l.document = c.document AND l.paragraph = c.paragraph
