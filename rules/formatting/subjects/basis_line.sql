/*
title: {vi: Căn cứ ban hành văn bản, en: Legal bases}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text]
  document_at: [document]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  doc_type: {vi: tên loại văn bản, en: type of the document}
  own_line: {vi: căn cứ đứng riêng một dòng, en: whether the basis stands on a line of its own}
  closed: {vi: cuối dòng có dấu đúng, en: whether the line ends with the right mark}
  right_mark: {vi: dấu phải có ở cuối dòng, en: mark that has to end the line}
  cites: {vi: căn cứ là văn bản phải ghi số, en: whether it cites a document that has a number}
  numbered: {vi: "có số, ký hiệu", en: whether it has a number}
  dated: {vi: có ngày ban hành, en: whether it has a date}
  issued: {vi: có cơ quan ban hành, en: whether it names the agency}
  abstracted: {vi: có trích yếu nội dung, en: whether it has the abstract}
*/
-- One row a paragraph of the legal bases (Appendix I, II.6a). The last one is known where the next
-- line is plainly something else; a line in between that no word of the law marks as a basis may go
-- on with the one above. Bases may be absent: only a document that could not be read hides some.
WITH lines AS (
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.role, p.text, p.label,
    lead(p.role) OVER down AS next_role, lead(p.text) OVER down AS next_text,
    lag(p.role) OVER down AS role_above
  FROM document_paragraphs p
  WINDOW down AS (PARTITION BY p.unit, p.document ORDER BY p.paragraph)
),
bases AS (
  SELECT l.*,
    regexp_matches(l.text, '\.\.|…|_|[{}<>\[\]]') AS blank,
    regexp_extract(l.text, '([;.,:]?)[\s\p{Z}]*$', 1) AS mark,
    regexp_matches(l.text, '^[\s\p{Z}]*[-–]?[\s\p{Z}]*Căn cứ[\s\p{Z}]+(khoản[^,;]*,? |điểm[^,;]*,? |Điều[^,;]*,? )*(của )?(Nghị định|Thông tư|Quyết định|Chỉ thị|Công văn|Kế hoạch|Nghị quyết)[\s\p{Z}]+số')
      OR regexp_matches(l.text, '^[\s\p{Z}]*[-–]?[\s\p{Z}]*Căn cứ[\s\p{Z}]+(Nghị định|Thông tư)[\s\p{Z}]')
      AS cites
  FROM lines l
  WHERE (l.role = 'legal_bases') IS NOT FALSE
),
told AS (
  SELECT b.*,
    regexp_matches(b.text, '[0-9]+[A-Za-z]?/[0-9A-ZĐa-z]') AS numbered,
    regexp_matches(b.text, 'ngày[\s\p{Z}]*[0-9]{1,2}[\s\p{Z}]*(tháng[\s\p{Z}]*[0-9]{1,2}[\s\p{Z}]*năm|[/.-][\s\p{Z}]*[0-9]{1,2}[\s\p{Z}]*[/.-])[\s\p{Z}]*[0-9]{4}')
      AS dated,
    -- The name of an agency may have any words in it, but for those of the Government.
    CASE WHEN regexp_matches(b.text, '[\s\p{Z}]của[\s\p{Z}]+(Thủ tướng[\s\p{Z}]+)?Chính phủ[\s\p{Z}]*[;.,]?[\s\p{Z}]*$')
        THEN FALSE
      WHEN regexp_matches(b.text, '[\s\p{Z}]của[\s\p{Z}]+\p{Lu}.*[\s\p{Z}](về|quy định|ban hành|hướng dẫn|sửa đổi|bổ sung|phê duyệt|công bố|thành lập|kiện toàn|giao|phân công|phân cấp|ủy quyền|triển khai|thực hiện|điều chỉnh|bãi bỏ|đính chính|tăng cường|đẩy mạnh)[\s\p{Z}]')
        OR regexp_matches(b.text, '[\s\p{Z}]của[\s\p{Z}]+(Thủ tướng[\s\p{Z}]+)?Chính phủ[\s\p{Z}]*,?[\s\p{Z}]+\p{Ll}')
        THEN TRUE END AS abstracted,
    regexp_matches(b.text, '[\s\p{Z}]của[\s\p{Z}]+\p{Lu}') AS issued
  FROM bases b
)
SELECT t.unit, t.document, t.paragraph, t.seen_at, t.text,
  CASE WHEN t.blank THEN NULL
    ELSE NOT regexp_matches(t.text, '[;.][\s\p{Z}]*Căn cứ[\s\p{Z}]+\p{Lu}') END AS own_line,
  CASE WHEN t.next_role = 'legal_bases' THEN ';'
    WHEN t.next_role IS NOT NULL THEN '.' END AS right_mark,
  CASE WHEN t.blank OR regexp_matches(t.text, '\n') THEN NULL
    WHEN t.next_role = 'legal_bases' THEN t.mark = ';'
    WHEN t.next_role = 'operative_word' THEN t.mark = '.'
    WHEN t.mark = '.' THEN TRUE
    WHEN t.next_role = 'body' AND regexp_matches(t.next_text,
        '^[\s\p{Z}]*(Điều[\s\p{Z}]+1|Phần|Chương|[I1]\.|Ủy ban|Uỷ ban|UBND|Sở|Phòng|Chủ tịch|Nay)')
      THEN FALSE END AS closed,
  CASE WHEN t.blank THEN NULL ELSE t.cites END AS cites,
  t.numbered, t.dated, t.issued, CASE WHEN NOT t.blank THEN t.abstracted END AS abstracted,
  d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime IS NULL OR d.regime = 'unknown' THEN NULL
    WHEN d.regime <> 'administrative' THEN FALSE
    WHEN d.doc_type NOT IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận') THEN TRUE
    END AS administrative
FROM told t
JOIN documents d ON d.unit = t.unit AND d.document = t.document
