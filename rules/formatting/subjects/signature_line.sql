/*
title: {vi: Dòng thông tin chữ ký số của cơ quan, en: Lines of an agency's digital signature}
label: {vi: "{document}: «{line}»", en: "{document}: «{line}»"}
places:
  seen_at: {line: text, font: font, size_pt: size_pt, bold: bold, italic: italic}
  document_at: [document]
columns:
  upright: {vi: chữ đứng, en: upright}
  complete: {vi: có đủ nội dung và thời gian ký, en: whether what it says and the time are complete}
  small: {vi: chữ in thường, en: in small letters}
  black: {vi: chữ màu đen, en: black}
*/
-- One row a stretch of the line that shows an agency's signature on an electronic copy ("Sao y; agency;
-- time") or on an annex in a file of its own ("Số: 21/KH-UBND; time"), typed at the top of a file.
SELECT t.unit, t.document, t.paragraph, t.seen_at, t.start, t."end", p.text AS line, t.font,
  t.size_pt, t.bold, t.italic, NOT t.italic AS upright,
  CASE WHEN regexp_matches(p.text, '\.\.|…|_|[{}<>\[\]]') THEN NULL
    ELSE regexp_matches(p.text, '[0-9]{1,2}[/-][0-9]{1,2}[/-][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2}|ngày [0-9]+ tháng [0-9]+ năm [0-9]{4}')
      AND regexp_matches(p.text, '[0-9]{1,2}:[0-9]{2}:[0-9]{2} ?(?:\+|GMT|UTC|Z)') END AS complete,
  CASE WHEN regexp_matches(p.text, '\p{Ll}') THEN TRUE WHEN p.text IS NOT NULL THEN FALSE END AS small,
  CASE WHEN t.color IN ('auto', '000000') THEN TRUE
    WHEN regexp_matches(upper(t.color), '^[0-4].[0-4].[0-4].$') THEN NULL
    WHEN t.color IS NOT NULL THEN FALSE END AS black,
  d.seen_at AS document_at,
  CASE WHEN own.document IS NOT NULL THEN TRUE ELSE d.administrative END AS administrative
FROM document_texts t
LEFT JOIN document_paragraphs p ON p.unit = t.unit AND p.document = t.document
  AND p.paragraph = t.paragraph
JOIN classed_document d ON d.unit = t.unit AND d.document = t.document
LEFT JOIN annex_alone own ON own.unit = d.unit AND own.document = d.document
WHERE coalesce(t.paragraph < 12 AND length(p.text) <= 200
  AND regexp_matches(folded(p.text), '^(sao y|sao luc|trich sao|so: ?[0-9]+/[^;]+) ?;.*[0-9]{4}'), t.text IS NULL)
