/*
title: {vi: Dòng quyền hạn và chức vụ của người ký, en: Lines of the signer's authority and title}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text}
  document_at: [document]
columns:
  marked: {vi: dòng có ghi quyền hạn ký hay không, en: whether the line has a mark of authority}
  capitals: {vi: dòng có in hoa hay không, en: whether the line is in capitals}
  mark_written: {vi: chữ viết tắt quyền hạn viết đúng, en: whether the mark is written as prescribed}
  mark_placed: {vi: chữ viết tắt đứng trước đúng đối tượng, en: whether the mark stands before the right word}
  for_head: {vi: dòng ký thay cấp trưởng, en: whether a deputy signs for the head}
  deputy_below: {vi: chức vụ của cấp phó ở dòng dưới, en: whether the deputy's title stands below}
*/
-- One row a line of box 7a. A paragraph that also holds other components (a foot laid out by tabs)
-- gives its own stretches. An authority that was not found is a row of which nothing is known.
WITH paragraphs AS (
  SELECT unit, document, paragraph, seen_at, text
  FROM document_paragraphs WHERE role = 'signer_authority'
  UNION ALL
  SELECT t.unit, t.document, t.paragraph, t.seen_at, t.text
  FROM document_texts t
  JOIN document_paragraphs p
    ON p.unit = t.unit AND p.document = t.document AND p.paragraph = t.paragraph
  WHERE t.role = 'signer_authority' AND p.role <> 'signer_authority'
),
lines AS (
  SELECT unit, document, paragraph, seen_at,
    unnest(regexp_extract_all(text, '\s*([^\n]*[^\s])', 1)) AS line,
    unnest(generate_series(1, length(regexp_extract_all(text, '\s*([^\n]*[^\s])', 1)))) AS turn
  FROM paragraphs
),
ordered AS (
  SELECT *, lag(line) OVER following AS line_above, lead(line) OVER following AS line_below
  FROM lines
  WINDOW following AS (PARTITION BY unit, document ORDER BY paragraph, turn)
),
known AS (
  SELECT *,
    regexp_matches(line, '^(?:TM|KT|TL|TUQ|Q)\.') AS well_marked,
    regexp_matches(line, '^(?i:(?:tm|kt|tl|tuq|q)\s*[.,/:]|(?:tm|kt|tl|tuq)\s|[tk][./][mtl]\b|t[./]uq\b)')
      OR regexp_matches(line, '^(?:THAY MẶT|KÝ THAY|THỪA LỆNH|THỪA (?:ỦY|UỶ) QUYỀN) ')
      OR regexp_matches(line, '^QUYỀN (?:CHỦ TỊCH|GIÁM ĐỐC|TỔNG GIÁM ĐỐC|(?:HIỆU |CỤC |CHI CỤC |VIỆN |BỘ )?TRƯỞNG|CHÁNH)')
      AS marked,
    regexp_matches(line, '[{}<>\[\]…_]|\.\.') AS blank,
    regexp_extract(line, '^(?:TM|KT|TL|TUQ|Q)\.\s*(.*)$', 1) AS holder
  FROM ordered
),
titled AS (
  SELECT *,
    regexp_matches(holder, '^(?:CHỦ TỊCH|(?:TỔNG )?GIÁM ĐỐC|(?:HIỆU |BỘ |CỤC |CHI CỤC |VỤ |VIỆN )?TRƯỞNG|CHÁNH |BÍ THƯ|CHỦ NHIỆM|THỦ TƯỚNG)')
      AND NOT regexp_matches(holder, '^CHỦ TỊCH ĐOÀN') AS head,
    regexp_matches(holder, '^(?:PHÓ |THỨ TRƯỞNG)') AS deputy,
    regexp_matches(holder, '^(?:ỦY BAN|UỶ BAN|UBND|HỘI ĐỒNG|HĐND|THƯỜNG TRỰC|BAN |CHỦ TỊCH ĐOÀN|CHÍNH PHỦ|SỞ |PHÒNG )')
      AS collective
  FROM known
),
expected AS (
  SELECT unit, document, paragraph, seen_at, line, turn, line_above, line_below,
    marked, well_marked, blank, head, deputy, collective, holder
  FROM titled
  UNION ALL BY NAME
  SELECT e.unit, e.document
  FROM expected_component e
  WHERE e.role = 'signer_authority' AND NOT EXISTS (
    SELECT 1 FROM lines l WHERE l.unit = e.unit AND l.document = e.document
  )
)
SELECT l.unit, l.document, l.paragraph, l.seen_at, l.line,
  CASE WHEN NOT l.blank THEN l.marked END AS marked,
  -- Further titles may stand in lower case above the name (box 7b); only what follows a mark of
  -- authority is surely the title of box 7a.
  CASE WHEN l.blank THEN NULL WHEN l.line = upper(l.line) THEN TRUE
    WHEN l.marked THEN FALSE
    WHEN regexp_matches(l.line_above, '^(?:TM|KT|TL|TUQ|Q)\.') AND regexp_full_match(l.line,
      '(?:Phó )?(?:Chủ tịch|Giám đốc|Tổng giám đốc|Hiệu trưởng|Trưởng phòng|Trưởng ban|Chánh Văn phòng|Cục trưởng)')
      THEN FALSE END AS capitals,
  CASE WHEN l.line IS NOT NULL THEN l.well_marked END AS mark_written,
  CASE WHEN NOT l.well_marked THEN NULL
    WHEN starts_with(l.line, 'TM.') THEN
      CASE WHEN l.collective THEN TRUE WHEN l.head OR l.deputy THEN FALSE END
    WHEN l.head THEN TRUE
    WHEN l.deputy OR l.collective THEN FALSE END AS mark_placed,
  starts_with(l.line, 'KT.') AS for_head,
  CASE WHEN regexp_matches(l.holder, '\s(?:PHÓ|THỨ TRƯỞNG)(?:\s|$)') THEN FALSE
    WHEN l.line_below IS NOT NULL THEN TRUE END AS deputy_below,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM expected l
JOIN classed_document d ON d.unit = l.unit AND d.document = l.document
