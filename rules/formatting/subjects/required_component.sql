/*
title: {vi: Thành phần thể thức bắt buộc, en: Mandatory components}
label: {vi: "{document}: {name}", en: "{document}: {name}"}
places:
  document_at: [document, name, present]
columns:
  required: {vi: loại văn bản này phải có thành phần đó, en: whether this type has to have the component}
  role: {vi: thành phần thể thức, en: component}
  name: {vi: tên thành phần, en: name of the component}
  present: {vi: có trong văn bản, en: in the document}
*/
-- One row a document and a component of Article 8.2. It is certainly missing only where none of
-- the words that it is known by stands anywhere it could, and no picture and no slot of a template
-- may hold it. A text that a decision issues has its number, date and recipients in the decision.
WITH part AS (
  SELECT unit, document,
    min(paragraph) FILTER (WHERE role IN ('type_name', 'addressee', 'legal_bases')) AS opening,
    max(last_paragraph) FILTER (WHERE role = 'type_name') AS title_end,
    min(text) FILTER (WHERE role = 'type_name') AS title,
    max(last_paragraph) FILTER (WHERE role = 'signer_authority') AS authority_end,
    min(paragraph) FILTER (WHERE role = 'annex_reference') AS issued_with
  FROM document_components GROUP BY unit, document
),
line AS (
  SELECT p.unit, p.document, p.role, p.paragraph, p.text, p.align, p.words, length(p.text) AS long,
    c.opening, c.title_end, c.authority_end, c.title, c.issued_with,
    coalesce(p.paragraph < c.opening OR p.place = 'textbox', TRUE) AS in_head,
    p.role IN ('recipients_label', 'recipients_item', 'drafter_code', 'contact_block') AS at_foot
  FROM paragraph_words p
  LEFT JOIN part c ON c.unit = p.unit AND c.document = p.document
),
seen AS (
  SELECT unit, document, min(title) AS title, min(issued_with) AS issued_with,
    min(title_end) AS title_end, min(authority_end) AS authority_end,
    count(text) = count(*) AND NOT bool_or(regexp_matches(text, '[{}<>\[\]]')) AS searched,
    bool_or(regexp_matches(words, 'cong ?hoa ?xa|chu ?nghia ?viet|xhcn')) AS national_name,
    bool_or(regexp_matches(words, 'doc ?lap.{0,5}tu|hanh ?phuc')) AS motto,
    bool_or(in_head AND regexp_matches(words, '(^|\W)so\s*[^a-z ]|\d\s*/|/\s*[a-z]{2}|\d\s*-\s*[a-z]')) AS number_symbol,
    bool_or(long <= 120 AND coalesce(role IN ('other', 'body') OR contains(role, '+'), TRUE)
      AND regexp_matches(words, 'ngay.{0,15}thang|thang.{0,15}nam|\d[/.-]\d{1,2}[/.-]\d')) AS place_date,
    bool_or(in_head AND coalesce(regexp_matches(role, 'other|body|\+|superior'), TRUE)) AS issuing_agency,
    bool_or(in_head AND (regexp_matches(words, '(^|\W)v ?/ ?v|ve viec|trich yeu')
      OR contains(role, 'other'))) AS subject_line,
    bool_or(regexp_matches(words, 'noi ?(nhan|gui)')) AS recipients_label,
    bool_or(paragraph > title_end AND long <= 60 AND text = upper(text)
      AND regexp_matches(text, '\p{Lu}{2}')) AS signer_authority,
    bool_or(paragraph > authority_end AND NOT at_foot) AS signer_name,
    min(paragraph) FILTER (WHERE paragraph > title_end) AS below_title
  FROM line GROUP BY unit, document
),
below AS (
  SELECT s.unit, s.document, min(l.role) AS role,
    bool_and(l.align = 'justify' AND l.long > 150 AND NOT regexp_matches(l.words, '^(v/v|ve )')) AS prose
  FROM seen s
  JOIN line l ON l.unit = s.unit AND l.document = s.document AND l.paragraph = s.below_title
  GROUP BY s.unit, s.document
),
wanted AS (
  SELECT unnest(['national_name', 'motto', 'issuing_agency', 'number_symbol', 'place_date', 'abstract', 'subject_line',
    'recipients_label', 'signer_authority', 'signer_name']) AS role
)
SELECT d.unit, d.document, d.seen_at AS document_at, d.doc_type, w.role, d.administrative,
  CASE w.role WHEN 'national_name' THEN 'Quốc hiệu' WHEN 'motto' THEN 'Tiêu ngữ'
    WHEN 'issuing_agency' THEN 'tên cơ quan ban hành' WHEN 'number_symbol' THEN 'số, ký hiệu' WHEN 'place_date' THEN 'địa danh, thời gian ban hành'
    WHEN 'abstract' THEN 'trích yếu nội dung' WHEN 'subject_line' THEN 'trích yếu công văn (V/v …)'
    WHEN 'recipients_label' THEN 'Nơi nhận' WHEN 'signer_authority' THEN 'quyền hạn, chức vụ người ký'
    ELSE 'họ và tên người ký' END AS name,
  CASE WHEN d.doc_type IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận', 'thư công') THEN FALSE
    WHEN d.doc_type IS NULL THEN NULL
    WHEN w.role IN ('national_name', 'motto') THEN TRUE
    WHEN w.role = 'subject_line' THEN d.doc_type = 'công văn'
    WHEN w.role = 'abstract' THEN d.doc_type IN ('nghị quyết', 'quyết định', 'chỉ thị', 'thông báo',
      'hướng dẫn', 'chương trình', 'kế hoạch', 'phương án', 'đề án', 'dự án', 'báo cáo', 'tờ trình')
    WHEN w.role IN ('number_symbol', 'place_date', 'signer_authority', 'signer_name')
      AND d.doc_type = 'biên bản' THEN FALSE
    WHEN d.doc_type IN ('quy chế', 'quy định') THEN NULL
    WHEN s.issued_with <= s.title_end + 6 THEN NULL
    ELSE TRUE END AS required,
  CASE WHEN c.role IS NOT NULL THEN TRUE
    WHEN NOT s.searched OR d.pictures <> 0 THEN NULL
    WHEN d.pictures = 0 AND s.searched AND NOT CASE w.role WHEN 'national_name' THEN s.national_name
      WHEN 'motto' THEN s.motto WHEN 'issuing_agency' THEN s.issuing_agency
      WHEN 'number_symbol' THEN s.number_symbol
      WHEN 'place_date' THEN s.place_date WHEN 'subject_line' THEN s.subject_line
      WHEN 'recipients_label' THEN s.recipients_label
      WHEN 'abstract' THEN NOT (folded(s.title) = folded(d.doc_type)
        AND (b.role IN ('legal_bases', 'addressee', 'issuer_line') OR (b.role = 'body' AND b.prose)))
      WHEN 'signer_authority' THEN s.signer_authority OR n.role IS NOT NULL
      ELSE coalesce(s.authority_end IS NULL OR s.signer_name, TRUE) END THEN FALSE
    END AS present
FROM classed_document d
CROSS JOIN wanted w
LEFT JOIN seen s ON s.unit = d.unit AND s.document = d.document
LEFT JOIN below b ON b.unit = d.unit AND b.document = d.document
LEFT JOIN document_components c ON c.unit = d.unit AND c.document = d.document AND c.role = w.role
LEFT JOIN document_components n ON n.unit = d.unit AND n.document = d.document
  AND n.role = 'signer_name'
