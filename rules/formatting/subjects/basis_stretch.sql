/*
title: {vi: Chữ của căn cứ ban hành văn bản, en: Text of legal bases}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text, size_pt, italic]
  document_at: [document]
columns:
  capitals: {vi: chữ in hoa, en: in capitals}
  certain: {vi: chữ này chắc chắn là căn cứ, en: whether it certainly is a basis}
*/
-- Stretches of legal bases. A line that ends with neither a semicolon nor a full stop may be the
-- beginning of a sentence ("Xét đơn của ông …, cấp cho:"); such a document is left to the reader,
-- and so are contracts (see body_paragraph.sql).
WITH doubts AS (
  SELECT unit, document,
    known_any(NOT regexp_matches(text, '[;.][\s\p{Z}]*$')) AS open_ended
  FROM basis_line GROUP BY unit, document
)
SELECT s.*,
  regexp_matches(s.text, '\p{Lu}{2,}[^\p{Ll}]+\p{Lu}{2,}[^\p{Ll}]+\p{Lu}{2,}')
    AND NOT regexp_matches(s.text, '\p{Ll}') AS capitals,
  CASE WHEN NOT regexp_matches(s.text, '\p{L}') THEN FALSE
    WHEN s.doc_type IN ('quyết định', 'nghị quyết') THEN TRUE
    WHEN s.doc_type NOT IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận') AND NOT b.open_ended
      THEN TRUE END AS certain
FROM stretch s
LEFT JOIN doubts b ON b.unit = s.unit AND b.document = s.document
WHERE (s.role = 'legal_bases') IS NOT FALSE
