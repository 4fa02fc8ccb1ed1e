/*
title: {vi: Họ và tên người ký, en: Names of signers}
label: {vi: "{document}: «{name}»", en: "{document}: «{name}»"}
places:
  seen_at: {name: text}
  document_at: [document]
columns:
  name_written: {vi: họ tên viết thường và viết hoa chữ cái đầu, en: whether the name is in lower case with initial capitals}
  untitled: {vi: trước họ tên không có học hàm hay học vị hay danh hiệu, en: whether no rank or degree stands before the name}
*/
-- One row a printed name. The head of a branch may let armed forces and bodies of education, health
-- and science put ranks and degrees before it (Appendix I, I.II.7.c), so a degree is surely wrong
-- only where the issuing agency is surely none of them.
WITH names AS (
  SELECT unit, document, paragraph, seen_at, regexp_extract(text, '^\s*((?s:.*)[^\s])', 1) AS name
  FROM document_paragraphs WHERE role = 'signer_name'
  UNION ALL
  SELECT t.unit, t.document, t.paragraph, t.seen_at, regexp_extract(t.text, '^\s*((?s:.*)[^\s])', 1)
  FROM document_texts t
  JOIN document_paragraphs p
    ON p.unit = t.unit AND p.document = t.document AND p.paragraph = t.paragraph
  WHERE t.role = 'signer_name' AND p.role <> 'signer_name'
  UNION ALL BY NAME
  SELECT e.unit, e.document
  FROM expected_component e
  WHERE e.role = 'signer_name' AND NOT EXISTS (
    SELECT 1 FROM document_texts t
    WHERE t.unit = e.unit AND t.document = e.document AND t.role = 'signer_name'
  )
),
bodies AS (
  SELECT unit, document, known_all(regexp_matches(folded(text),
    '^(?:van phong )?(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd)\b|^trung tam phuc vu hanh chinh cong\b|^so (?:noi vu|tai chinh|tu phap|xay dung|cong thuong|nong nghiep|ngoai vu)\b'
  )) AS plain_authority
  FROM document_components WHERE role = 'issuing_agency' GROUP BY unit, document
)
SELECT n.*, d.doc_type, d.seen_at AS document_at, d.administrative,
  CASE WHEN regexp_matches(n.name, '[{}<>\[\]…_]|\.\.') THEN NULL
    WHEN n.name = upper(n.name) AND regexp_matches(n.name, '\p{L}{2,}\s+\p{L}{2,}') THEN FALSE
    WHEN regexp_matches(n.name, '^\p{Lu}\p{Ll}+\s+(?:văn|thị)\s+\p{Lu}') THEN FALSE
    WHEN regexp_full_match(n.name,
      '(?:(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|uý|tướng) |(?:[\p{L}]{1,5}\.\s?)+)?\p{Lu}\p{Ll}*(?:[\s-]+\p{Lu}\p{Ll}*)+')
      THEN TRUE END AS name_written,
  CASE WHEN regexp_matches(n.name, '[{}<>\[\]…_]|\.\.') THEN NULL
    WHEN regexp_matches(n.name,
      '^(?:GS|PGS|TSKH|TS|Th\.?S|ThS|THS|KS|BS|CN|LS|KTS|DS|BSCK\w*|NGND|NGƯT|NSND|NSƯT|TTND|TTƯT|AHLĐ|Giáo sư|Phó [Gg]iáo sư|Tiến sĩ|Thạc sĩ|Kỹ sư|Bác sĩ|Cử nhân|Kiến trúc sư|Luật sư|Dược sĩ|Nhà giáo [Ưư]u tú|Nhà giáo [Nn]hân dân|Anh hùng [Ll]ao động)[\s.,]')
      THEN CASE WHEN b.plain_authority THEN FALSE END
    WHEN regexp_full_match(n.name, '\p{L}+(?:[\s-]+\p{L}+){1,4}')
      AND NOT regexp_matches(n.name, '^(?:Đại|Thượng|Trung|Thiếu) (?:tá|úy|uý|tướng)')
      THEN TRUE END AS untitled
FROM names n
JOIN classed_document d ON d.unit = n.unit AND d.document = n.document
LEFT JOIN bodies b ON b.unit = n.unit AND b.document = n.document
