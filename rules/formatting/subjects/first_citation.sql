/*
title: {vi: Lần viện dẫn đầu tiên một văn bản, en: First citations of documents}
label: {vi: "{document}: «{cited}»", en: "{document}: «{cited}»"}
places:
  seen_at: {cited: text}
  document_at: [document]
columns:
  in_content: {vi: viện dẫn trong nội dung, en: whether it is cited in the content}
  dated: {vi: viện dẫn có ghi ngày ban hành, en: whether the citation gives the date}
*/
-- One row a document that is cited by type and number, where it is cited first. Bases count as
-- citations, but are judged elsewhere; abstracts are too short to cite in full. A citation surely
-- has no date only where its whole paragraph has none.
WITH cited AS (
  SELECT unit, document, paragraph, seen_at, role, text,
    unnest(regexp_extract_all(text,
      '(?i:nghị định|nghị quyết|quyết định|thông tư|thông tư liên tịch|chỉ thị|công văn|kế hoạch|tờ trình|thông báo|báo cáo|hướng dẫn|công điện) số:? ?\d+(?:/\d{4})?/\p{Lu}[\p{L}\d-]*(?:,? (?i:ngày))?'
    )) AS hit,
    unnest(generate_series(1, length(regexp_extract_all(text,
      '(?i:nghị định|nghị quyết|quyết định|thông tư|thông tư liên tịch|chỉ thị|công văn|kế hoạch|tờ trình|thông báo|báo cáo|hướng dẫn|công điện) số:? ?\d+(?:/\d{4})?/\p{Lu}[\p{L}\d-]*(?:,? (?i:ngày))?'
    )))) AS turn
  FROM document_paragraphs
  WHERE NOT regexp_matches(role, 'abstract|subject_line|type_name|number_symbol')
),
numbered AS (
  SELECT *, regexp_extract(hit, '\d+(?:/\d{4})?/\p{Lu}[\p{L}\d-]*') AS number FROM cited
),
firsts AS (
  SELECT * FROM numbered
  QUALIFY row_number() OVER (
    PARTITION BY unit, document, number_key(number) ORDER BY paragraph, turn
  ) = 1
),
judged AS (
  SELECT unit, document, paragraph, seen_at, role, text, hit FROM firsts
  UNION ALL BY NAME
  SELECT unit, document, seen_at FROM document_paragraphs WHERE text IS NULL
)
SELECT f.unit, f.document, f.paragraph, f.seen_at,
  regexp_extract(f.hit, '^(.*?)(?:,? (?i:ngày))?$', 1) AS cited,
  contains(f.role, 'body') AS in_content,
  CASE WHEN regexp_matches(f.hit, ' (?i:ngày)$') THEN TRUE
    WHEN regexp_matches(f.text, '[“”"«»‘’{}<>…]|\.\.') THEN NULL
    WHEN NOT regexp_matches(f.text, '(?i:ngày|năm) ?\d|\d[/.-]\d{1,2}[/.-]\d{2,4}') THEN FALSE
  END AS dated,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM judged f
JOIN classed_document d ON d.unit = f.unit AND d.document = f.document
