/*
title: {vi: Cụm từ có quy tắc viết hoa hoặc viện dẫn, en: Phrases with a rule of capitals or citing}
label: {vi: "{document}: «{found}»", en: "{document}: «{found}»"}
places:
  seen_at: {found: text}
  document_at: [document]
columns:
  kind: {vi: loại cụm từ, en: kind of phrase}
  own_words: {vi: chữ của chính văn bản, en: whether the words are the document's own}
*/
-- One row a phrase of a kind that Appendix II gives a rule for, right or wrong; not in capitals,
-- where the rule cannot be seen. Annexes, tables and enclosed papers (role "other") are not read:
-- they may be forms or quotations. A paragraph with quotation marks may quote: not surely its own.
WITH texts AS (
  SELECT unit, document, paragraph, seen_at, text, role
  FROM document_paragraphs
  WHERE (text IS NULL OR role NOT IN ('other', 'signer_name', 'national_name', 'motto', 'place_date'))
    IS NOT FALSE
  UNION ALL
  -- Where no recipients were found, lines with a dash may be theirs.
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.text, NULL
  FROM document_paragraphs p
  JOIN expected_component e ON e.unit = p.unit AND e.document = p.document
    AND e.role = 'recipients_item'
  WHERE p.role = 'other' AND regexp_matches(p.text, '^\s*[-–—]') AND length(p.text) <= 150
    AND NOT EXISTS (SELECT 1 FROM document_paragraphs c
      WHERE c.unit = p.unit AND c.document = p.document AND contains(c.role, 'recipients_item'))
),
hits AS (
  SELECT unit, document, paragraph, seen_at, text, role, 'agency' AS kind, unnest(regexp_extract_all(text,
    '(?:(?i:(?:ủy|uỷ) ban|hội đồng) (?i:nhân dân)|(?i:tòa án|toà án|viện kiểm sát) (?i:nhân dân)) (?:tỉnh|thành phố|xã|phường|đặc khu|huyện|quận|thị xã|thị trấn) \p{Lu}|(?:(?:Ủy|Uỷ) [Bb]an|Hội [Đđ]ồng) [Nn]hân [Dd]ân')) AS found
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'clause', unnest(regexp_extract_all(text,
    '[\p{Ll},] ((?:Khoản|khoản) \d+[a-z]?,? (?:của )?[Đđ]iều \d+)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'clause', unnest(regexp_extract_all(text,
    '[\p{Ll},] ((?:Điểm|điểm) \p{Ll}\)?,? (?:của )?[Kk]hoản \d+)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'article', unnest(regexp_extract_all(text,
    '(?:^|[\s(])([Đđ]iều \d+[a-zđ]?,? (?:của )?(?:Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Hiến pháp|Quy chế|Quy định) (?:số|này|[\p{Lu}]))', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'article', unnest(regexp_extract_all(text,
    '(?:^|[\s(])((?:[Cc]hương|[Mm]ục|[Pp]hần) [IVXLC\d]+,? (?:của )?(?:Luật|Bộ luật|Nghị định|Nghị quyết|Thông tư|Quyết định) (?:số|này|[\p{Lu}]))', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'article', unnest(regexp_extract_all(text,
    '[Kk]hoản \d+,? (?:của )?([Đđ]iều \d+)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'article', unnest(regexp_extract_all(text,
    '^[-–\s]*Như ([Đđ]iều \d+)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'state', unnest(regexp_extract_all(text,
    '(?:Đảng,|Đảng và|của|do|với) ([Nn]hà nước)(?:[\s,.;]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'people', unnest(regexp_extract_all(text,
    '(?:của|cho|với|trong|phục vụ|[Nn]hà nước và|cán bộ và|ý kiến) ([Nn]hân dân)(?: (?:trên|trong|về|và|xã|phường|tỉnh|biết|được|địa phương|các|đối với|tại)|[,.;]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'place', unnest(regexp_extract_all(text,
    '(?:^|[\s(,;])((?i:thành phố) Hồ Chí Minh|(?i:thủ đô) Hà Nội|(?:[Qq]uận|[Pp]hường) [1-9]\d?|[Pp]hường Điện Biên Phủ)(?:$|[^\p{L}\d])', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'calendar', unnest(regexp_extract_all(text,
    '(?:sáng|chiều|tối|vào|Vào|từ|Từ)(?: ngày)? (thứ (?i:hai|ba|tư|năm|sáu|bảy)),? ?\(?ngày \d', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'calendar', unnest(regexp_extract_all(text,
    '(?:^|[\s(])(tháng (?i:giêng|hai|ba|tư|năm|sáu|bảy|tám|chín|mười|mười một|mười hai)) năm \d{4}', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'festival', unnest(regexp_extract_all(text,
    '[Tt]ết (?i:nguyên đán|đoan ngọ|trung thu)|[Cc]ách mạng tháng (?i:tám)'))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'document', unnest(regexp_extract_all(text,
    '(?:^|[\p{Ll},;(] )((?i:nghị định|nghị quyết|quyết định|thông tư|thông tư liên tịch|chỉ thị|công văn|kế hoạch|tờ trình|thông báo|báo cáo|hướng dẫn|công điện) số:? ?\d+(?:/\d{4})?/[\p{Lu}])', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'agency', unnest(regexp_extract_all(text,
    'Chủ tịch ((?:(?:ủy|uỷ) ban|hội đồng) nhân dân) (?:tỉnh|thành phố|xã|phường|đặc khu)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'article', unnest(regexp_extract_all(text,
    '[Đđ]iều \d+[a-zđ]?,? (?:của )?((?:[Cc]hương|[Mm]ục) [IVXLC\d]+)(?:[\s,.;]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'article', unnest(regexp_extract_all(text,
    'tại ([Đđ]iều \d+) (?:chịu|thi hành|có trách nhiệm|và|trên|nêu trên|thực hiện)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'calendar', unnest(regexp_extract_all(text,
    '(?:[Ss]áng|[Cc]hiều|[Tt]ối|[Vv]ào|[Tt]ừ|[Tt]rước|[Ss]au|[Đđ]ến)(?: ngày)? (thứ (?i:hai|ba|tư|năm|sáu|bảy)) (?:hằng|hàng|mỗi) tuần', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'calendar', unnest(regexp_extract_all(text,
    '(?:[Tt]rước|[Ss]au|[Đđ]ến) (thứ (?i:hai|ba|tư|năm|sáu|bảy)),? ?\(?ngày \d', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'calendar', unnest(regexp_extract_all(text,
    'năm \d{4} \(([Tt]hứ (?i:hai|ba|tư|năm|sáu|bảy))\)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'festival', unnest(regexp_extract_all(text,
    '(?:năm|[Tt]ết Nguyên đán|[Xx]uân) ((?:Giáp|Ất|Bính|Đinh|Mậu|Kỷ|Canh|Tân|Nhâm|Quý) (?i:tý|tí|sửu|dần|mão|thìn|tỵ|tị|ngọ|mùi|thân|dậu|tuất|hợi))(?:[\s,.;)]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'department', unnest(regexp_extract_all(text,
    '(?:^|[\s,;(-])((?:Sở|Bộ) (?i:nội vụ|tài chính|tư pháp|y tế|ngoại giao|quốc phòng|xây dựng|khoa học và công nghệ|giáo dục và đào tạo|nông nghiệp và môi trường|văn hóa, thể thao và du lịch|dân tộc và tôn giáo))(?:[\s,.;:)]|$)', 1))
  FROM texts WHERE role IN ('body', 'legal_bases') IS NOT FALSE
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'law', unnest(regexp_extract_all(text,
    '^\s*[-–]?\s*Căn cứ ((?:Luật|Bộ luật|Pháp lệnh) \p{L}+(?:,? \p{L}+)?)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'person', unnest(regexp_extract_all(text,
    '(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí) (\p{Lu}\p{Ll}+ (?i:văn|thị) \p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+)?)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'position', unnest(regexp_extract_all(text,
    '(?:[Ôô]ng|[Bb]à|[Đđ]ồng chí) (\p{Lu}\p{Ll}+(?: \p{Lu}\p{Ll}+){1,3}, (?:[Pp]hó )?(?:[Cc]hủ tịch|[Gg]iám đốc|[Hh]iệu trưởng|[Cc]hánh [Vv]ăn phòng) (?:Ủy|Uỷ|Hội|Sở|UBND|HĐND|Trung|Trường)[^\s]*)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'province', unnest(regexp_extract_all(text,
    '[\p{Ll},] ((?i:tỉnh) (?:An Giang|Bắc Ninh|Cà Mau|Cao Bằng|Đắk Lắk|Điện Biên|Đồng Nai|Đồng Tháp|Gia Lai|Hà Tĩnh|Hưng Yên|Khánh Hòa|Lai Châu|Lâm Đồng|Lạng Sơn|Lào Cai|Nghệ An|Ninh Bình|Phú Thọ|Quảng Ngãi|Quảng Ninh|Quảng Trị|Sơn La|Tây Ninh|Thái Nguyên|Thanh Hóa|Tuyên Quang|Vĩnh Long))', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'province', unnest(regexp_extract_all(text,
    '(?:xã|phường|đặc khu) \p{Lu}[^,.;]{1,40}, ((?i:tỉnh) \p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+)(?:[\s,.;)]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'honour', unnest(regexp_extract_all(text,
    '[\p{Ll},] ((?i:huân chương (?:độc lập|lao động|sao vàng|quân công|chiến công)(?: hạng (?:nhất|nhì|ba))?))(?:[\s,.;)]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'name', unnest(regexp_extract_all(text,
    '[\p{Ll},] (ngày (?i:thầy thuốc|nhà giáo|phụ nữ|gia đình|doanh nhân|báo chí cách mạng) Việt Nam)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'name', unnest(regexp_extract_all(text,
    '(?:vùng|miền|khu vực) (Tây [Bb]ắc|Đông [Bb]ắc|Đông [Nn]am Bộ|Tây [Nn]guyên)(?:[\s,.;)]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'name', unnest(regexp_extract_all(text,
    '[Tt]ạp chí ((?i:cộng sản))(?:[\s,.;)]|$)', 1))
  FROM texts
  UNION ALL
  SELECT unit, document, paragraph, seen_at, text, role, 'name', unnest(regexp_extract_all(text,
    '(?:^|[\p{Ll},;(] )(Bắc (?i:kinh)|Mát-(?i:xcơ)-(?i:va))(?:[\s,.;)]|$)', 1))
  FROM texts
),
judged AS (
  SELECT * FROM hits WHERE found <> upper(found)
  UNION ALL BY NAME
  SELECT unit, document, paragraph, seen_at FROM texts WHERE text IS NULL
)
SELECT h.unit, h.document, h.paragraph, h.seen_at, h.kind, h.found,
  CASE WHEN h.role IS NOT NULL AND NOT regexp_matches(h.text, '[“”"«»‘’]') THEN TRUE END
    AS own_words,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM judged h
JOIN classed_document d ON d.unit = h.unit AND d.document = h.document
