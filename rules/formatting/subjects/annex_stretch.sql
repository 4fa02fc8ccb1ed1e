/*
title: {vi: Chữ ở đầu phụ lục, en: Text that heads an annex}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text, size_pt, bold, italic, align]
  document_at: [document]
columns:
  role: {vi: thành phần thể thức, en: component}
  counts: {vi: chữ có thuộc phần đầu phụ lục, en: whether the text belongs to the annex's head}
  capitals: {vi: chữ có in hoa, en: whether the text is in capitals}
  centred: {vi: dòng có canh giữa, en: whether the line is centred}
  due_bold: {vi: có phải in đậm hay không, en: whether it has to be bold}
  due_italic: {vi: có phải in nghiêng hay không, en: whether it has to be italic}
*/
-- Stretches of an annex's label, title and reference. A bracket under the title is a reference in
-- other words than the reader knows. A line may stand in the middle by indents or blanks as well.
-- A document that speaks of an annex and shows none is a row of unknowns (see annex_heading).
WITH stretches AS (
  SELECT unit, document, paragraph, role, text, start, "end", size_pt, bold, italic, align, seen_at
  FROM document_texts
  WHERE role IN ('annex_label', 'annex_title', 'annex_reference')
  UNION ALL BY NAME
  SELECT h.unit, h.document FROM annex_heading h
  WHERE h.line IS NULL
)
SELECT s.*,
  CASE WHEN s.text IS NULL THEN NULL
    WHEN NOT regexp_matches(s.text, '\p{L}') THEN FALSE
    WHEN s.role = 'annex_title' AND regexp_matches(s.text, '^\s*\(') THEN NULL
    WHEN regexp_matches(s.text, '[{}<>\[\]]') THEN NULL
    ELSE TRUE END AS counts,
  CASE WHEN s.role = 'annex_label' THEN 14 ELSE 13 END AS least_pt,
  s.text = upper(s.text) AS capitals,
  CASE WHEN s.align = 'center' THEN TRUE
    WHEN regexp_matches(s.text, '^\s') OR s.start > 0 THEN NULL
    WHEN p.left_indent_mm = 0 AND p.first_line_indent_mm = 0 THEN FALSE END AS centred,
  s.role <> 'annex_reference' AS due_bold,
  s.role = 'annex_reference' AS due_italic,
  d.doc_type, d.seen_at AS document_at,
  CASE WHEN own.document IS NOT NULL THEN TRUE ELSE d.administrative END AS administrative
FROM stretches s
JOIN classed_document d ON d.unit = s.unit AND d.document = s.document
LEFT JOIN annex_alone own ON own.unit = d.unit AND own.document = d.document
LEFT JOIN document_paragraphs p
  ON p.unit = s.unit AND p.document = s.document AND p.paragraph = s.paragraph
