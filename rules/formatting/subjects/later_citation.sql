/*
title: {vi: Các lần viện dẫn sau của một văn bản, en: Later citations of documents}
label: {vi: "{document}: «{cited}»", en: "{document}: «{cited}»"}
places:
  seen_at: {cited: text}
  document_at: [document]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  cited: {vi: chỗ viện dẫn, en: citation}
  in_content: {vi: viện dẫn trong nội dung, en: whether it is cited in the content}
  short: {vi: chỉ ghi tên loại và số, en: whether only type and number are given}
*/
-- One row a citation by type and number in the content after one in full, also in the content: bases
-- do not count, and a regulation that is issued with the document is a text of its own. Two documents
-- of one number are two, and quoted words are another's: such are left open.
WITH cited AS (
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.role, p.text,
    unnest(regexp_extract_all(p.text,
      '(?i:nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|kế hoạch|tờ trình|thông báo|báo cáo|hướng dẫn|công điện) số:? ?\d+(?:/\d{4})?/\p{Lu}[\p{L}\d-]*(?:,? ngày \d{1,2}(?: tháng |[/.-])\d{1,2}(?: năm |[/.-])\d{4} của \p{Lu})?'
    )) AS hit,
    unnest(generate_series(1, length(regexp_extract_all(p.text,
      '(?i:nghị định|nghị quyết|quyết định|thông tư|chỉ thị|công văn|kế hoạch|tờ trình|thông báo|báo cáo|hướng dẫn|công điện) số:? ?\d+(?:/\d{4})?/\p{Lu}[\p{L}\d-]*(?:,? ngày \d{1,2}(?: tháng |[/.-])\d{1,2}(?: năm |[/.-])\d{4} của \p{Lu})?'
    )))) AS turn
  FROM document_paragraphs p
  WHERE (p.role = 'body') IS NOT FALSE
),
told AS (
  SELECT c.*, number_key(regexp_extract(c.hit, '\d+(?:/\d{4})?/\p{Lu}[\p{L}\d-]*')) AS number,
    contains(c.hit, 'ngày ') AS in_full,
    regexp_extract(c.hit, 'ngày (\d{1,2})', 1) AS day,
    (SELECT count(*) FROM document_components a
      WHERE a.unit = c.unit AND a.document = c.document
        AND a.role IN ('signer_name', 'annex_reference') AND a.paragraph < c.paragraph) AS text_part
  FROM cited c
),
ordered AS (
  SELECT t.*, max(t.in_full) OVER earlier AS after_full,
    first_value(t.day) OVER (
      PARTITION BY t.unit, t.document, t.text_part, t.number ORDER BY t.in_full DESC, t.paragraph, t.turn
    ) AS first_day
  FROM told t
  WINDOW earlier AS (PARTITION BY t.unit, t.document, t.text_part, t.number
    ORDER BY t.paragraph, t.turn ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING)
),
judged AS (
  SELECT unit, document, paragraph, seen_at, role, text, hit, in_full, day, first_day
  FROM ordered WHERE after_full
  UNION ALL BY NAME
  SELECT unit, document, seen_at FROM document_paragraphs WHERE text IS NULL
)
SELECT j.unit, j.document, j.paragraph, j.seen_at,
  regexp_extract(j.hit, '^(.*?)(?: của \p{Lu})?$', 1) AS cited,
  CASE WHEN NOT j.in_full THEN TRUE
    WHEN j.day <> j.first_day OR regexp_matches(j.text, '[“”"«»{}<>…]|\.\.') THEN NULL
    WHEN j.in_full THEN FALSE END AS short,
  j.role = 'body' AS in_content, d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime IS NULL OR d.regime = 'unknown' THEN NULL
    WHEN d.regime <> 'administrative' THEN FALSE
    WHEN d.doc_type NOT IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận') THEN TRUE
    END AS administrative
FROM judged j
JOIN documents d ON d.unit = j.unit AND d.document = j.document
