/*
title: {vi: Chữ của phần sao trên giấy, en: Text of the block that makes a paper copy}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text, font, size_pt, bold, italic, align, upright, capitals, heavy, small]
  document_at: [document]
columns:
  role: {vi: thành phần của bản sao, en: component of the copy}
  filled: {vi: chữ thật hay chỗ để điền, en: whether it is text and no blank to be filled in}
  upright: {vi: chữ đứng, en: upright}
  capitals: {vi: chữ in hoa, en: in capitals}
  small: {vi: chữ in thường, en: in small letters}
  heavy: {vi: tên cơ quan sao in đậm, en: name of the copying agency is bold}
  is_label: {vi: là từ Nơi nhận, en: whether it is the word Nơi nhận}
*/
-- One row a stretch of one look in the block of a paper copy. Of the agency's lines the upper ones
-- may be its superior, which is not bold; so not bold is wrong for certain where no line is bold.
-- All bold is open where the names look like a superior and what stands below it.
WITH parts AS (
  SELECT t.*,
    bool_or(t.bold) OVER block AS some_bold,
    max(t.paragraph) FILTER (WHERE NOT t.bold) OVER block AS last_plain,
    min(t.paragraph) FILTER (WHERE t.bold) OVER block AS first_bold,
    first_value(folded(t.text)) OVER down AS first_line,
    first_value(folded(t.text)) OVER up AS last_line
  FROM document_texts t
  WHERE coalesce(starts_with(t.role, 'copy_'), TRUE)
  WINDOW block AS (PARTITION BY t.unit, t.document, t.role),
    down AS (PARTITION BY t.unit, t.document, t.role ORDER BY t.paragraph, t.start),
    up AS (PARTITION BY t.unit, t.document, t.role ORDER BY t.paragraph DESC, t.start DESC)
)
SELECT p.unit, p.document, p.paragraph, p.seen_at, p.start, p."end", p.role, p.text, p.font,
  p.size_pt, p.bold, p.italic, p.align, NOT p.italic AS upright, p.text = upper(p.text) AS capitals,
  CASE WHEN regexp_matches(p.text, '\p{Lu}{3}') THEN FALSE
    WHEN p.text IS NOT NULL THEN TRUE END AS small,
  CASE WHEN p.text IS NULL OR regexp_matches(p.text, '\.\.|…|_|[{}<>\[\]]') THEN NULL
    WHEN NOT regexp_matches(p.text, '[\p{L}\p{N}]') THEN FALSE ELSE TRUE END AS filled,
  CASE WHEN p.text IS NULL THEN NULL
    WHEN NOT p.some_bold THEN FALSE
    WHEN NOT p.bold AND p.last_plain < p.first_bold THEN TRUE
    WHEN NOT p.bold THEN NULL
    WHEN p.last_plain IS NULL AND p.first_line <> p.last_line
      AND regexp_matches(p.first_line, '^(ubnd|uy ban nhan dan|bo|so) ')
      AND NOT regexp_matches(p.last_line, '^(tinh|thanh pho|xa|phuong|dac khu|huyen|quan|thi tran) ')
      THEN NULL
    ELSE TRUE END AS heavy,
  regexp_matches(folded(p.text), '^noi ?nhan') AS is_label,
  d.seen_at AS document_at, d.administrative
FROM parts p
JOIN classed_document d ON d.unit = p.unit AND d.document = p.document
