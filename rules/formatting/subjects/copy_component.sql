/*
title: {vi: Thành phần phải có của bản sao trên giấy, en: Components that a paper copy must have}
label: {vi: "{document}: {name}", en: "{document}: {name}"}
places:
  seen_at: [first_words]
  document_at: [document, name, present]
columns:
  role: {vi: thành phần của bản sao, en: component of the copy}
  name: {vi: tên thành phần, en: name of the component}
  present: {vi: có trong bản sao, en: in the copy}
  first_words: {vi: chữ mở đầu phần sao, en: first words of the block}
*/
-- One row a copy and a component of Appendix I, part II, II.1. A block is known by its form or by a
-- number with the symbol of a copy. What it lacks is certain where nothing from its beginning to the
-- end of the file looks like it and no picture may show it.
WITH block AS (
  SELECT unit, document, min(paragraph) AS begins, place_of_min(seen_at, paragraph) AS seen_at,
    min(text) FILTER (WHERE role = 'copy_mark') AS mark,
    min(text) FILTER (WHERE role = 'copy_number') AS number,
    max(last_paragraph) FILTER (WHERE role IN ('copy_mark', 'copy_agency', 'copy_number',
      'copy_place_date')) AS head_ends
  FROM document_components WHERE coalesce(starts_with(role, 'copy_'), TRUE) GROUP BY unit, document
),
said AS (
  SELECT b.unit, b.document,
    count(p.text) = count(*) AND NOT bool_or(regexp_matches(p.text, '\.\.|…|_|[{}<>\[\]]')) AS searched,
    bool_or(regexp_matches(p.words, '(^|\W)sao(\W|$)')) AS copy_mark,
    bool_or(regexp_matches(p.words, '(^|\W)so\s*[^a-z ]|\d\s*/|/\s*[a-z]{2}')) AS copy_number,
    bool_or(regexp_matches(p.words, 'ngay|thang|\d[/.-]\d{1,2}[/.-]\d')) AS copy_place_date,
    bool_or(regexp_matches(p.words, 'noi ?(nhan|gui)|^\W*luu\W')) AS copy_recipients,
    bool_or(p.paragraph > b.head_ends AND length(p.text) <= 60 AND p.text = upper(p.text)
      AND regexp_matches(p.text, '\p{Lu}{2}')) AS copy_signer_authority,
    bool_or(p.paragraph > b.head_ends AND p.role <> 'copy_recipients'
      AND p.role <> 'copy_signer_authority') AS copy_signer_name
  FROM block b
  JOIN paragraph_words p ON p.unit = b.unit AND p.document = b.document
  WHERE coalesce(p.paragraph >= b.begins, TRUE)
  GROUP BY b.unit, b.document
),
-- An agency's name stands above or beside the form of copy and may have any words: it is missing for
-- certain where all below the document's own foot is read as other components of the copy, each
-- alone on its line: no tab or row of blanks divides it.
foot AS (
  SELECT unit, document, max(last_paragraph) AS ends FROM document_components
  WHERE role IN ('signer_authority', 'signer_name', 'recipients_label', 'recipients_item')
  GROUP BY unit, document
),
left_over AS (
  SELECT f.unit, f.document,
    bool_or(coalesce(NOT starts_with(p.role, 'copy_') OR contains(p.role, '+')
      OR regexp_matches(p.text, '\S(?:\s*\t\s*|\s{3,})\S'), TRUE)) AS any_words
  FROM foot f
  JOIN paragraph_words p ON p.unit = f.unit AND p.document = f.document
  WHERE coalesce(p.paragraph > f.ends OR p.place = 'textbox', TRUE)
  GROUP BY f.unit, f.document
),
wanted AS (
  SELECT unnest(['copy_mark', 'copy_agency', 'copy_number', 'copy_place_date',
    'copy_signer_authority', 'copy_signer_name', 'copy_recipients']) AS role
)
SELECT b.unit, b.document, b.seen_at, w.role,
  CASE WHEN b.mark IS NOT NULL THEN b.mark ELSE b.number END AS first_words,
  CASE w.role WHEN 'copy_mark' THEN 'hình thức sao' WHEN 'copy_agency' THEN 'tên cơ quan sao'
    WHEN 'copy_number' THEN 'số, ký hiệu bản sao'
    WHEN 'copy_place_date' THEN 'địa danh, thời gian sao'
    WHEN 'copy_signer_authority' THEN 'chức vụ của người ký sao'
    WHEN 'copy_signer_name' THEN 'họ tên của người ký sao' ELSE 'nơi nhận' END AS name,
  CASE WHEN c.role IS NOT NULL THEN TRUE
    WHEN d.pictures = 0 AND s.searched AND NOT CASE w.role WHEN 'copy_mark' THEN s.copy_mark
      WHEN 'copy_agency' THEN coalesce(o.any_words, TRUE) WHEN 'copy_number' THEN s.copy_number
      WHEN 'copy_place_date' THEN s.copy_place_date
      WHEN 'copy_signer_authority' THEN s.copy_signer_authority OR n.role IS NULL
      WHEN 'copy_signer_name' THEN s.copy_signer_name ELSE s.copy_recipients END THEN FALSE
    END AS present,
  d.seen_at AS document_at, d.administrative
FROM block b
JOIN classed_document d ON d.unit = b.unit AND d.document = b.document
CROSS JOIN wanted w
LEFT JOIN said s ON s.unit = b.unit AND s.document = b.document
LEFT JOIN left_over o ON o.unit = b.unit AND o.document = b.document
LEFT JOIN document_components c ON c.unit = b.unit AND c.document = b.document AND c.role = w.role
LEFT JOIN document_components n ON n.unit = b.unit AND n.document = b.document
  AND n.role = 'copy_signer_name'
