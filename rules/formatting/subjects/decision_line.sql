/*
title: {vi: "Dòng thẩm quyền ban hành và dòng QUYẾT ĐỊNH, QUYẾT NGHỊ", en: "The line of who decides, and QUYẾT ĐỊNH or QUYẾT NGHỊ"}
label: {vi: "{document}: {name}", en: "{document}: {name}"}
places:
  seen_at: [text]
  document_at: [document, name]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  framed: {vi: loại văn bản có hai dòng này trong mẫu, en: whether the form of the type has these lines}
  name: {vi: tên của dòng, en: name of the line}
  text: {vi: dòng đã viết, en: line as written}
  present: {vi: có trong văn bản, en: in the document}
  after_bases: {vi: đứng dưới các căn cứ, en: stands below the bases}
  capitals: {vi: in hoa, en: in capitals}
  bold: {vi: đậm, en: bold}
  centred: {vi: canh giữa, en: centred}
*/
-- Two rows a decision or resolution (forms 1.1 to 1.3). The line of who decides stands between the
-- abstract and the first basis, the other between the last basis and Article 1. A line is certainly
-- missing only where nothing at all stands in its place and no picture may hold it.
WITH part AS (
  SELECT unit, document,
    max(last_paragraph) FILTER (WHERE role IN ('type_name', 'abstract')) AS title_end,
    min(paragraph) FILTER (WHERE role = 'type_name') AS title,
    min(paragraph) FILTER (WHERE role = 'legal_bases') AS first_basis,
    max(last_paragraph) FILTER (WHERE role = 'legal_bases') AS last_basis
  FROM document_components GROUP BY unit, document
),
line AS (
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.role, p.text, p.place, p.align,
    p.first_line_indent_mm, p.left_indent_mm, c.title_end, c.title, c.first_basis, c.last_basis,
    p.paragraph > c.title_end AND regexp_full_match(p.text,
      '[\s\p{Z}]*(?i:quyết định|quyết nghị)[\s\p{Z}]*:?[\s\p{Z}]*') AS operative,
    regexp_matches(p.text, '(?i:quyết định|quyết nghị)[\s\p{Z}]*:[\s\p{Z}]*$') AS operative_like,
    p.role = 'body' AND regexp_matches(p.text, '^[\s\p{Z}]*(?i:điều)[\s\p{Z}]+[1I][^0-9]')
      AND p.paragraph > c.last_basis AS first_article,
    p.role = 'issuer_line' OR (length(p.text) <= 100 AND NOT regexp_matches(p.text, '[.;:,]')
      AND regexp_matches(p.text,
        '^[\s\p{Z}]*(?i:chủ tịch|(tổng )?giám đốc|hiệu trưởng|(cục |chi cục |bộ )?trưởng|chánh|[uủ][yỷ] ban|hội đồng|thường trực)[\s\p{Z}]'))
      AS decides,
    -- Capitals right below the abstract may have been taken for its last line.
    regexp_matches(p.role, 'abstract|type_name') AND regexp_matches(p.text,
      '(?m)^[\s\p{Z}]*(CHỦ|TỔNG|GIÁM|HIỆU|CỤC|CHI|BỘ|TRƯỞNG|CHÁNH|ỦY|UỶ|HỘI|THƯỜNG|BAN|SỞ|UBND|HĐND)[\s\p{Z}][^\p{Ll}]*$')
      AS merged
  FROM document_paragraphs p
  LEFT JOIN part c ON c.unit = p.unit AND c.document = p.document
),
seen AS (
  SELECT unit, document, count(text) = count(*) AS all_read,
    min(title_end) AS title_end, min(title) AS title, min(first_basis) AS first_basis, min(last_basis) AS last_basis,
    min(paragraph) FILTER (WHERE first_article) AS article,
    bool_or(operative OR operative_like) AS any_operative, bool_or(merged) AS merged,
    bool_or(paragraph > title_end AND paragraph < first_basis AND (length(text) > 100
      OR regexp_matches(text, '(?i:căn cứ|xét |theo đề nghị)'))) AS bases_above,
    min(paragraph) FILTER (WHERE paragraph > title_end AND paragraph < first_basis
      AND NOT operative) AS issuer,
    min(paragraph) FILTER (WHERE operative AND (paragraph < first_basis OR paragraph > last_basis)
      AND (role IN ('operative_word', 'issuer_line', 'other', 'body'))) AS operative
  FROM line GROUP BY unit, document
),
between_them AS (
  SELECT s.unit, s.document, count(l.paragraph) AS lines
  FROM seen s
  LEFT JOIN line l ON l.unit = s.unit AND l.document = s.document
    AND l.paragraph > s.last_basis AND l.paragraph < s.article
  GROUP BY s.unit, s.document
),
wanted AS (
  SELECT unnest(['issuer_line', 'operative_word']) AS role,
    unnest(['Thẩm quyền ban hành', 'Dòng QUYẾT ĐỊNH hoặc QUYẾT NGHỊ']) AS name
),
found AS (
  SELECT d.unit, d.document, d.doc_type, d.regime, d.seen_at AS document_at, w.role, w.name,
    CASE WHEN w.role = 'issuer_line' THEN s.issuer ELSE s.operative END AS paragraph,
    s.title_end, s.title, s.first_basis, s.last_basis,
    s.all_read AND d.pictures = 0 AND NOT coalesce(s.merged AND w.role = 'issuer_line', FALSE)
      AS searched,
    s.any_operative, s.bases_above, s.article, b.lines
  FROM documents d
  CROSS JOIN wanted w
  LEFT JOIN seen s ON s.unit = d.unit AND s.document = d.document
  LEFT JOIN between_them b ON b.unit = d.unit AND b.document = d.document
),
looks AS (
  SELECT unit, document, paragraph, known_all(bold) AS bold
  FROM document_texts WHERE regexp_matches(text, '\p{L}') IS NOT FALSE
  GROUP BY unit, document, paragraph
)
SELECT f.unit, f.document, f.paragraph, l.seen_at, f.role, f.name, l.text, f.doc_type, f.document_at,
  CASE WHEN f.regime <> 'unknown' THEN f.regime = 'administrative' END AS administrative,
  f.doc_type IN ('quyết định', 'nghị quyết') AS framed,
  CASE WHEN f.paragraph IS NOT NULL THEN TRUE
    WHEN NOT f.searched OR f.first_basis IS NULL OR f.title_end IS NULL THEN NULL
    WHEN f.searched AND f.role = 'issuer_line' AND f.title_end < f.first_basis THEN FALSE
    WHEN f.searched AND NOT f.any_operative AND f.lines = 0 AND f.article > f.last_basis THEN FALSE
  END AS present,
  CASE WHEN f.role = 'issuer_line' THEN TRUE WHEN f.paragraph > f.last_basis THEN TRUE
    -- A title that was not found may be this very line.
    WHEN f.paragraph < f.first_basis AND NOT f.bases_above AND f.title < f.paragraph THEN FALSE
  END AS after_bases,
  -- What names nobody who decides is left open. The words of the other line are judged by TT-37.
  CASE WHEN f.role = 'operative_word' THEN TRUE WHEN l.decides THEN l.text = upper(l.text)
    END AS capitals,
  CASE WHEN f.role = 'operative_word' OR l.decides THEN k.bold END AS bold,
  CASE WHEN l.align = 'center' THEN TRUE
    WHEN f.role = 'issuer_line' AND NOT l.decides THEN NULL
    WHEN l.align IN ('left', 'justify') AND l.place = '-'
      AND abs(l.first_line_indent_mm) + abs(l.left_indent_mm) < 15
      AND NOT regexp_matches(l.text, '^[\s\p{Z}]|\t|   ') THEN FALSE END AS centred
FROM found f
LEFT JOIN line l ON l.unit = f.unit AND l.document = f.document AND l.paragraph = f.paragraph
LEFT JOIN looks k ON k.unit = f.unit AND k.document = f.document AND k.paragraph = f.paragraph
