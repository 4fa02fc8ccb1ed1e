/*
title: {vi: "Chỗ nhắc đến Luật, Pháp lệnh", en: Mentions of laws and ordinances}
label: {vi: "{document}: «{cited}»", en: "{document}: «{cited}»"}
places:
  seen_at: {cited: text, text: text}
  document_at: [document]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  cited: {vi: chỗ nhắc đến, en: mention}
  by_name: {vi: chỉ ghi tên loại và tên, en: whether only type and name are given}
*/
-- One row a paragraph of bases or content that names a law or an ordinance. Words in quotation marks
-- are another's; a number behind another document's type is that document's.
WITH lines AS (
  SELECT p.unit, p.document, p.paragraph, p.seen_at, p.text,
    regexp_extract(p.text,
      '((?:Luật|Pháp lệnh)[\s\p{Z}]+\p{Lu}[^.;:\n(]{2,160}?[\s\p{Z}]\(?[Ss]ố:?[\s\p{Z}]*[0-9]+(?:/[0-9]{4})?/(?:QH[0-9]+|[\p{L}-]*UBTVQH[0-9]*|L/?-?CTN))', 1)
      AS numbered
  FROM document_paragraphs p
  WHERE p.text IS NULL OR (regexp_matches(p.role, 'body|legal_bases')
    AND regexp_matches(p.text, '(?:^|\P{L})(?:Luật|Pháp lệnh)[\s\p{Z}]+\p{Lu}')) IS NOT FALSE
)
SELECT l.unit, l.document, l.paragraph, l.seen_at, l.text,
  CASE WHEN l.numbered <> '' THEN l.numbered ELSE l.text END AS cited,
  CASE WHEN regexp_matches(l.text, '[“”"«»]') THEN NULL
    WHEN l.numbered = '' THEN TRUE
    WHEN regexp_matches(l.numbered,
      '(?i:nghị quyết|nghị định|thông tư|quyết định|hiến pháp|bộ luật|văn bản|l(?:uật|ệnh)[\s\p{Z}]+số)')
      THEN NULL
    ELSE l.numbered = '' END AS by_name,
  d.doc_type, d.seen_at AS document_at,
  CASE WHEN d.regime IS NULL OR d.regime = 'unknown' THEN NULL
    WHEN d.regime <> 'administrative' THEN FALSE
    WHEN d.doc_type NOT IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận') THEN TRUE
    END AS administrative
FROM lines l
JOIN documents d ON d.unit = l.unit AND d.document = l.document
