/*
title: {vi: Chữ ghi ở phần đầu văn bản hành chính, en: Words of the head of administrative documents}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  document_at: [document]
  seen_at: [text]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  doc_type: {vi: tên loại văn bản, en: type of the document}
  role: {vi: thành phần thể thức, en: component}
  without_template: {vi: loại không có mẫu trong Phụ lục III, en: type without a form in Appendix III}
  as_prescribed: {vi: "Quốc hiệu, Tiêu ngữ đúng chữ", en: national name or motto word by word}
  number_well_formed: {vi: "số, ký hiệu viết đúng mẫu", en: number and symbol well formed}
  abbreviation: {vi: chữ viết tắt của tên loại, en: abbreviation of the type}
  symbol_agrees: {vi: ký hiệu hợp với tên loại, en: symbol agrees with the type}
  copy_symbol_agrees: {vi: ký hiệu hợp với hình thức sao, en: symbol agrees with the form of copy}
  date_well_formed: {vi: "địa danh, thời gian viết đúng mẫu", en: place and date well formed}
  date_exists: {vi: ngày có thật, en: the date exists}
*/
-- One row a component of the head. What is blank or a place-holder is filled in later: unknown.
WITH told AS (
  SELECT c.*,
    c.text IS NULL OR regexp_matches(c.text, '\.\.|…|_|[{}<>\[\]]|[-*=~]{3,}') AS waiting,
    CASE doc_type WHEN 'nghị quyết' THEN 'NQ' WHEN 'quyết định' THEN 'QĐ' WHEN 'chỉ thị' THEN 'CT'
      WHEN 'quy chế' THEN 'QC' WHEN 'quy định' THEN 'QyĐ' WHEN 'thông cáo' THEN 'TC'
      WHEN 'thông báo' THEN 'TB' WHEN 'hướng dẫn' THEN 'HD' WHEN 'chương trình' THEN 'CTr'
      WHEN 'kế hoạch' THEN 'KH' WHEN 'phương án' THEN 'PA' WHEN 'đề án' THEN 'ĐA'
      WHEN 'dự án' THEN 'DA' WHEN 'báo cáo' THEN 'BC' WHEN 'biên bản' THEN 'BB'
      WHEN 'tờ trình' THEN 'TTr' WHEN 'hợp đồng' THEN 'HĐ' WHEN 'công điện' THEN 'CĐ'
      WHEN 'bản ghi nhớ' THEN 'BGN' WHEN 'bản thỏa thuận' THEN 'BTT' WHEN 'giấy ủy quyền' THEN 'GUQ'
      WHEN 'giấy mời' THEN 'GM' WHEN 'giấy giới thiệu' THEN 'GGT' WHEN 'giấy nghỉ phép' THEN 'GNP'
      WHEN 'phiếu gửi' THEN 'PG' WHEN 'phiếu chuyển' THEN 'PC' WHEN 'phiếu báo' THEN 'PB'
      END AS abbreviation,
      coalesce(regexp_matches(folded(i.text), '^(ubnd|uy ban nhan dan|hdnd|hoi dong nhan dan|bo|so|phong|trung tam|truong|cuc|chi cuc|van phong|thanh tra|ban quan ly|benh vien)\b'), FALSE) AS of_the_state,
    m.text AS copy_mark
  FROM component c
  LEFT JOIN document_components i ON i.unit = c.unit AND i.document = c.document
    AND i.role = 'issuing_agency'
  LEFT JOIN document_components m ON m.unit = c.unit AND m.document = c.document
    AND m.role = 'copy_mark'
)
SELECT unit, document, doc_type, administrative, document_at, seen_at, role, text, abbreviation,
  doc_type IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận', 'thư công') AS without_template,
  -- The decree's own samples write both HÒA and HOÀ. The hyphen is the law's; a dash, which Word
  -- puts in its place while one types, is let pass: ours, and only in favour of the document.
  CASE WHEN waiting THEN NULL
    WHEN role = 'national_name' THEN text IN ('CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
      'CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM')
    WHEN role = 'motto' THEN regexp_full_match(text, 'Độc lập [-–] Tự do [-–] Hạnh phúc')
    END AS as_prescribed,
  -- Unknown too: "12-KH/ĐTN", the way of bodies that follow the Party; a blank at the slash, left
  -- over where the number was filled in; more zeros than one.
  CASE WHEN waiting OR regexp_matches(text, '^Số\s*:?\s*[/-]') THEN NULL
    WHEN regexp_full_match(text,
      'Số: ?(0[1-9]|[1-9][0-9]+)/[\p{Lu}0-9][\p{L}0-9.&]*([-–‑][\p{Lu}0-9][\p{L}0-9.&]*)+') THEN TRUE
    WHEN regexp_matches(text, '[0-9] /\S|^Số: ?0[0-9]{2,}/')
      OR (NOT of_the_state AND regexp_matches(text, '^Số: ?[0-9]+ ?[-–] ?\p{L}+/')) THEN NULL
    ELSE FALSE END AS number_well_formed,
  -- Unknown: symbols that begin with the abbreviation and go on (joint documents); the decision
  -- that issues a regulation or plan, and whose number stands on it.
  CASE WHEN waiting OR regexp_matches(text, '/ | /') OR NOT regexp_matches(text, '/') THEN NULL
    WHEN doc_type = 'công văn' THEN
      CASE WHEN regexp_matches(text, '[0-9]/') THEN NOT regexp_matches(text, '[0-9]/CV[-–]') END
    WHEN contains(text, '/' || abbreviation || '-') OR contains(text, '/' || abbreviation || '–')
      THEN TRUE
    WHEN regexp_matches(text, '/QĐ[-–]') AND doc_type <> 'nghị quyết'
      AND doc_type NOT IN ('báo cáo', 'tờ trình', 'thông báo', 'giấy mời', 'công điện') THEN NULL
    WHEN contains(text, '/' || abbreviation) THEN NULL
    WHEN regexp_matches(text, '[0-9]/\p{L}+[-–]') AND abbreviation IS NOT NULL THEN FALSE END AS symbol_agrees,
  CASE WHEN waiting THEN NULL
    WHEN NOT regexp_matches(text, '[0-9]/(SY|SL|TrS)[-–‑]') THEN FALSE
    WHEN regexp_matches(folded(copy_mark), '^sao y') THEN regexp_matches(text, '/SY')
    WHEN folded(copy_mark) = 'sao luc' THEN regexp_matches(text, '/SL')
    WHEN folded(copy_mark) = 'trich sao' THEN regexp_matches(text, '/TrS')
    END AS copy_symbol_agrees,
  -- The text asks for the 0 of days below 10 and months 1 and 2; months 3 to 9 may have it.
  CASE WHEN waiting OR regexp_matches(text, 'ngày[\s/]*tháng|tháng[\s/]*năm|năm[\s.]*$') THEN NULL
    WHEN regexp_matches(text, '^\p{Ll}|^\p{Lu}{2,}( \p{Lu}{2,})+,') THEN FALSE
    WHEN regexp_matches(text, '^[^,]* \p{Ll}[^,]*,')
      AND NOT regexp_matches(text, '^(Thành phố|Thị xã|Thị trấn|Đặc khu|Khu) ') THEN
      CASE WHEN regexp_matches(text, '^\p{L}+( \p{L}+)*, ') THEN FALSE END
    WHEN regexp_full_match(text, '[^,]+(,[^,]+)*, ngày (0[1-9]|[12][0-9]|3[01])'
      || ' tháng (0[1-9]|[3-9]|1[0-2]) năm [12][0-9]{3}') THEN TRUE
    WHEN ends_with(text, '.') OR NOT regexp_matches(text, '[0-9]') THEN NULL
    ELSE FALSE END AS date_well_formed,
  CASE WHEN waiting OR NOT regexp_matches(text, 'ngày [0-9]{1,2} tháng [0-9]{1,2} năm [0-9]{4}')
      THEN NULL
    ELSE NOT regexp_matches(text, 'ngày (00|3[2-9]|[4-9][0-9]) | tháng (0?0|1[3-9]|[2-9][0-9]) '
        || '|ngày 31 tháng (0?[469]|11) |ngày 3[01] tháng 0?2 ')
      AND (NOT regexp_matches(text, 'ngày 29 tháng 0?2 ')
        OR regexp_matches(text, 'năm [0-9]{2}([02468][48]|[13579][26]|[2468]0)$|năm 2000$'))
    END AS date_exists
FROM told
