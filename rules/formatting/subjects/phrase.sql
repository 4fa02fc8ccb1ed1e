/*
title: {vi: Cụm từ có quy tắc viết hoa hoặc viện dẫn, en: Phrases with a rule of capitals or citing}
label: {vi: "{document}: «{found}»", en: "{document}: «{found}»"}
places:
  seen_at: {found: text}
  document_at: [document]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  kind: {vi: loại cụm từ, en: kind of phrase}
  own_words: {vi: chữ của chính văn bản, en: whether the words are the document's own}
*/
-- One row a phrase of a kind that Appendix II gives a rule for, right or wrong; not in capitals,
-- where the rule cannot be seen. Annexes, tables and enclosed papers (role "other") are not read:
-- they may be forms or quotations. A paragraph with quotation marks may quote: not surely its own.
WITH texts AS (
  SELECT unit, document, paragraph, seen_at, text
  FROM document_paragraphs
  WHERE text IS NULL OR role NOT IN ('other', 'signer_name', 'national_name', 'motto', 'place_date')
),
hits AS (
  SELECT unit, document, paragraph, seen_at, text, 'agency' AS kind, unnest(regexp_extract_all(text,
    '(?:(?i:(?:ủy|uỷ) ban|hội đồng) (?i:nhân dân)|(?i:tòa án|toà án|viện kiểm sát) (?i:nhân dân)) (?:tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn) \p{Lu}|(?:(?:Ủy|Uỷ) [Bb]an|Hội [Đđ]ồng) [Nn]hân [Dd]ân')) AS found
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'clause', unnest(regexp_extract_all(text,
    '[\p{Ll},] ((?:Khoản|khoản) \d+[a-z]?,? (?:của )?[Đđ]iều \d+)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'clause', unnest(regexp_extract_all(text,
    '[\p{Ll},] ((?:Điểm|điểm) \p{Ll}\)?,? (?:của )?[Kk]hoản \d+)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'article', unnest(regexp_extract_all(text,
    '(?:^|[\s(])([Đđ]iều \d+[a-zđ]?,? (?:của )?(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Hiến pháp|Quy chế|Quy định) (?:số|này|[\p{Lu}]))', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'article', unnest(regexp_extract_all(text,
    '(?:^|[\s(])((?:[Cc]hương|[Mm]ục|[Pp]hần) [IVXLC\d]+,? (?:của )?(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định) (?:số|này|[\p{Lu}]))', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'article', unnest(regexp_extract_all(text,
    '[Kk]hoản \d+,? (?:của )?([Đđ]iều \d+)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'article', unnest(regexp_extract_all(text,
    '^[-–\s]*Như ([Đđ]iều \d+)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'state', unnest(regexp_extract_all(text,
    '(?:Đảng,|Đảng và|của|do|với) ([Nn]hà nước)(?:[\s,.;]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'people', unnest(regexp_extract_all(text,
    '(?:của|cho|với|trong|phục vụ|[Nn]hà nước và|cán bộ và|ý kiến) ([Nn]hân dân)(?: (?:trên|trong|về|và|xã|phường|tỉnh|biết|được|địa phương|các|đối với)|[,.;]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'place', unnest(regexp_extract_all(text,
    '(?:^|[\s(,;])((?i:thành phố) Hồ Chí Minh|(?i:thủ đô) Hà Nội|(?:[Qq]uận|[Pp]hường) [1-9]\d?|[Pp]hường Điện Biên Phủ)(?:$|[^\p{L}\d])', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'calendar', unnest(regexp_extract_all(text,
    '(?:sáng|chiều|tối|vào|Vào|từ|Từ)(?: ngày)? (thứ (?i:hai|ba|tư|năm|sáu|bảy)),? ?\(?ngày \d', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'calendar', unnest(regexp_extract_all(text,
    '(?:^|[\s(])(tháng (?i:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai)) năm \d{4}', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'festival', unnest(regexp_extract_all(text,
    '[Tt]ết (?i:nguyên đán|đoan ngọ|trung thu)|Cách mạng tháng (?i:tám)'))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, 'document', unnest(regexp_extract_all(text,
    '(?:^|[\p{Ll},;(] )((?i:nghị định|nghị quyết|quyết định|thông tư|thông tư liên tịch|chỉ thị|công văn|kế hoạch|tờ trình|thông báo|báo cáo|hướng dẫn|công điện) số:? ?\d+(?:/\d{4})?/[\p{Lu}])', 1))
  FROM texts
),
judged AS (
  SELECT * FROM hits WHERE found <> upper(found)
  UNION ALL BY NAME
  SELECT unit, document, paragraph, seen_at FROM texts WHERE text IS NULL
)
SELECT h.unit, h.document, h.paragraph, h.seen_at, h.kind, h.found,
  CASE WHEN NOT regexp_matches(h.text, '[“”"«»‘’]') THEN TRUE END AS own_words,
  d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime <> 'unknown' THEN d.regime = 'administrative' END AS administrative
FROM judged h
JOIN documents d ON d.unit = h.unit AND d.document = h.document
