/*
title: {vi: Phần Kính gửi của văn bản, en: Addressees}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text]
  document_at: [document]
columns:
  doc_type: {vi: tên loại văn bản, en: type of the document}
  well_written: {vi: dòng viết đúng, en: whether the line is written as prescribed}
*/
-- One row a paragraph of box 9a. Where cells of a table stand side by side, the same line is one on
-- the page: then only the marks at the ends are told. An addressee may run over several lines.
WITH lines AS (
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.role, p.text, p.label, p.place,
    row_number() OVER down AS position,
    lead(p.paragraph) OVER down IS NULL AS is_last,
    count(*) OVER (PARTITION BY p.unit, p.document) AS lines
  FROM document_paragraphs p
  WHERE (p.role = 'addressee') IS NOT FALSE
  WINDOW down AS (PARTITION BY p.unit, p.document ORDER BY p.paragraph)
),
read AS (
  SELECT l.*, regexp_matches(l.text, '\.\.|…|_|[{}<>\[\]]|\n') AS blank,
    regexp_matches(l.text, '^[\s\p{Z}]*(?i:kính gửi)') AS opens,
    regexp_full_match(l.text, '[\s\p{Z}]*Kính gửi[\s\p{Z}]*:[\s\p{Z}]*') AS bare,
    regexp_matches(l.text, '^[\s\p{Z}]*Kính gửi[\s\p{Z}]*:') AS colon,
    CASE WHEN regexp_matches(l.text, '^[\s\p{Z}]*[-–—−‐‑]') THEN TRUE
      WHEN regexp_matches(l.label, '^[-–—−‐‑˗]') THEN TRUE
      WHEN l.label = '' THEN FALSE END AS dashed,
    regexp_extract(l.text, '([;.,:]?)[\s\p{Z}]*$', 1) AS mark,
    -- After a semicolon the reader goes on; words that open a letter are none of its addressees.
    l.label = '' AND length(l.text) > 80 AND regexp_matches(l.text,
      '^[\s\p{Z}]*(Để|Thực hiện|Căn cứ|Ngày|Trong|Theo|Vừa qua|Tiếp theo|Tiếp tục|Triển khai|Phúc đáp|Nhằm|Qua)[\s\p{Z}]')
      AS prose
  FROM lines l
),
told AS (
  SELECT r.*, lag(r.mark) OVER down AS mark_above, lead(r.dashed) OVER down AS next_dashed,
    lead(r.text) OVER down AS next_text,
    lead(r.prose) OVER down AS before_prose
  FROM read r
  WINDOW down AS (PARTITION BY r.unit, r.document ORDER BY r.paragraph)
)
SELECT t.unit, t.document, t.paragraph, t.seen_at, t.text,
  CASE WHEN t.text IS NULL THEN NULL
    WHEN t.position = 1 AND t.lines = 1 AND NOT regexp_matches(t.text, '\.\.')
      AND regexp_full_match(t.text,
        '[\s\p{Z}]*Kính gửi[\s\p{Z}]*:[ \t]*\n[\s\p{Z}]*\p{L}[^\n;…_{}<>\[\]]*') THEN FALSE
    WHEN t.blank THEN NULL
    WHEN t.position > 1 AND t.prose THEN TRUE
    WHEN t.dashed AND regexp_matches(t.text, ';[\s\p{Z}]*[-–—][\s\p{Z}]*\p{L}') THEN FALSE
    WHEN t.dashed AND t.before_prose AND t.mark IN (';', ',') THEN FALSE
    WHEN t.position = 1 AND t.opens AND NOT t.colon THEN FALSE
    WHEN t.position = 1 AND t.lines = 1 THEN
      CASE WHEN t.bare THEN NULL ELSE NOT regexp_matches(t.text, ';[\s\p{Z}]*[-–—]?[\s\p{Z}]*\p{L}') END
    WHEN t.position = 1 AND t.bare AND t.lines = 2 THEN
      CASE WHEN t.place = '-' AND NOT regexp_matches(t.next_text, '\n|;') THEN FALSE END
    WHEN t.position = 1 THEN
      CASE WHEN t.bare THEN TRUE
        WHEN t.place = '-' AND regexp_matches(t.text, ';[\s\p{Z}]*$') THEN FALSE END
    WHEN t.lines = 2 THEN NULL
    WHEN NOT t.dashed THEN
      CASE WHEN t.mark IN (';', '.') AND t.mark_above IN (';', ':') THEN FALSE END
    WHEN t.dashed AND t.is_last THEN t.mark = '.'
    WHEN t.dashed AND t.mark = ';' THEN TRUE
    WHEN t.dashed AND t.next_dashed THEN FALSE END AS well_written,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM told t
JOIN classed_document d ON d.unit = t.unit AND d.document = t.document
