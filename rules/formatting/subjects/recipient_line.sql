/*
title: {vi: Dòng của phần nơi nhận, en: Lines of the recipients}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text}
  document_at: [document]
columns:
  begins_item: {vi: dòng mở đầu một nơi nhận, en: whether the line begins an item}
  dashed: {vi: đầu dòng có gạch đầu dòng, en: whether the line begins with a dash}
  alone: {vi: dòng chỉ ghi một nơi nhận, en: whether the line has one recipient only}
  ends_item: {vi: dòng kết thúc một nơi nhận, en: whether the line ends an item}
  closed: {vi: cuối dòng có dấu đúng, en: whether the line ends with the right mark}
  is_first: {vi: dòng đầu của phần nơi nhận, en: whether it is the first line}
  addressed: {vi: văn bản có phần Kính gửi, en: whether the document has an addressee}
  same_as_above: {vi: dòng đầu ghi Như trên, en: whether the first line says Như trên}
  as_in_article: {vi: dòng đầu ghi Như Điều, en: whether the first line says Như Điều}
  is_archive: {vi: dòng ghi nơi lưu, en: whether it is the line of the archive}
  archive_written: {vi: dòng lưu viết đúng, en: whether the line of the archive is written as prescribed}
*/
-- One row a line under "Nơi nhận". A recipient may run over several lines: a line begins an item
-- where it has a dash, is the first, or follows a semicolon; it ends one where the next begins one.
-- Plus signs and dots are no dash, unless a line with a colon may head a list of its own. A dash
-- behind a semicolon begins a second recipient; a semicolon alone may stand within a group.
-- Recipients that were not found are a row of which nothing is known.
WITH paragraphs AS (
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.label, p.text
  FROM document_paragraphs p WHERE p.role = 'recipients_item'
  UNION ALL
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.label,
    CASE WHEN count(*) = 1 THEN min(t.text) END
  FROM document_paragraphs p
  JOIN document_texts t
    ON t.unit = p.unit AND t.document = p.document AND t.paragraph = p.paragraph
  WHERE t.role = 'recipients_item' AND p.role <> 'recipients_item'
  GROUP BY p.unit, p.document, p.paragraph, p.seen_at, p.label
),
lines AS (
  SELECT unit, document, paragraph, seen_at, label,
    unnest(CASE WHEN text IS NULL THEN [NULL]
      ELSE regexp_extract_all(text, '\s*([^\n]*[^\s])', 1) END) AS line,
    unnest(generate_series(1, CASE WHEN text IS NULL THEN 1
      ELSE length(regexp_extract_all(text, '\s*([^\n]*[^\s])', 1)) END)) AS turn
  FROM paragraphs
),
read AS (
  SELECT *,
    row_number() OVER following AS position,
    CASE WHEN line IS NULL THEN NULL
      WHEN turn = 1 AND regexp_matches(label, '^[-–—−]') THEN TRUE
      WHEN regexp_matches(line, '^[-–—−‐‑]') THEN TRUE
      WHEN turn = 1 AND label <> '' THEN NULL
      WHEN regexp_matches(line, '^[+*•·]') AND NOT bool_or(regexp_matches(line, ':\s*$')) OVER whole THEN FALSE
      WHEN regexp_matches(line, '^\p{L}') THEN FALSE END AS dash,
    lag(line) OVER following AS line_above
  FROM lines
  WINDOW following AS (PARTITION BY unit, document ORDER BY paragraph, turn),
    whole AS (PARTITION BY unit, document)
),
items AS (
  SELECT *,
    CASE WHEN dash OR position = 1 THEN TRUE
      WHEN dash IS NULL OR line_above IS NULL THEN NULL
      ELSE regexp_matches(line_above, ';\s*$') END AS begins_item
  FROM read
),
turned AS (
  SELECT i.*,
    CASE WHEN line IS NULL THEN NULL
      WHEN lead(position) OVER following IS NULL THEN TRUE
      ELSE lead(begins_item) OVER following END AS ends_item,
    lead(position) OVER following IS NULL AS is_last,
    regexp_matches(line, '^[-–—−‐‑\s]*(?i:lưu)(?:$|[^\p{L}])') AS is_archive,
    regexp_matches(line, '\.\.|…|_|[{}<>\[\]]') AS blank
  FROM items i
  WINDOW following AS (PARTITION BY unit, document ORDER BY paragraph, turn)
),
found AS (
  SELECT t.*, CASE WHEN is_last THEN
      CASE WHEN blank THEN NULL WHEN regexp_matches(line, '\.[\s”"\)]*$') THEN TRUE
        WHEN is_archive AND NOT contains(line, '.') THEN FALSE END
    ELSE
      CASE WHEN blank THEN NULL WHEN regexp_matches(line, ';\s*$') THEN TRUE
        WHEN regexp_matches(line, '[:\p{Pd}/(]\s*$') THEN NULL ELSE FALSE END
    END AS closed
  FROM turned t
  UNION ALL BY NAME
  SELECT e.unit, e.document
  FROM expected_component e
  WHERE e.role = 'recipients_item' AND NOT EXISTS (
    SELECT 1 FROM lines l WHERE l.unit = e.unit AND l.document = e.document
  )
),
addressees AS (
  SELECT unit, document FROM document_components WHERE role = 'addressee' GROUP BY unit, document
)
SELECT f.unit, f.document, f.paragraph, f.seen_at, f.line, f.begins_item, f.ends_item, f.closed,
  f.is_last, f.is_archive, f.position = 1 AS is_first,
  CASE WHEN f.blank AND NOT f.dash THEN NULL ELSE f.dash END AS dashed,
  CASE WHEN regexp_matches(f.line, ';\s*[-–—]\s*\p{L}') THEN FALSE
    WHEN regexp_matches(f.line, ';\s*[^\s]') THEN NULL
    WHEN f.line IS NOT NULL THEN TRUE END AS alone,
  CASE WHEN f.blank THEN NULL
    ELSE regexp_matches(f.line, '(?:L|l)ưu: ?VT(?:[,;.\s]|$)') END AS archive_written,
  CASE WHEN f.blank THEN NULL
    ELSE regexp_matches(f.line, '^[-–—−‐‑\s]*Như trên') END AS same_as_above,
  CASE WHEN f.blank THEN NULL
    ELSE regexp_matches(f.line, '^[-–—−‐‑\s]*Như (?:Đ|đ)iều') END AS as_in_article,
  CASE WHEN d.doc_type IN ('công văn', 'tờ trình', 'báo cáo') AND a.document IS NOT NULL THEN TRUE
    WHEN d.doc_type = 'công văn' OR d.doc_type IS NULL THEN NULL ELSE FALSE END AS addressed,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM found f
JOIN classed_document d ON d.unit = f.unit AND d.document = f.document
LEFT JOIN addressees a ON a.unit = f.unit AND a.document = f.document
