/*
title: {vi: Chỗ kết thúc nội dung văn bản, en: End of the content}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text]
  document_at: [document]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  doc_type: {vi: tên loại văn bản, en: type of the document}
  closed: {vi: nội dung kết thúc bằng ./., en: whether the content ends with ./.}
*/
-- One row the last paragraph of the content. Where it is not known that nothing of the content
-- follows (no foot, a table, a second document), a missing mark is not told.
WITH lasts AS (
  SELECT b.*, lead(b.paragraph) OVER (PARTITION BY b.unit, b.document ORDER BY b.paragraph) IS NULL
    AS is_last
  FROM body_paragraph b
),
feet AS (
  SELECT unit, document, min(paragraph) AS foot FROM document_components
  WHERE role IN ('signer_authority', 'recipients_label', 'recipients_item')
  GROUP BY unit, document
)
SELECT l.unit, l.document, l.paragraph, l.seen_at, l.text, l.doc_type, l.document_at,
  l.administrative,
  CASE WHEN l.text IS NULL THEN NULL
    WHEN regexp_matches(l.text, '/\.[\s\p{Z}]*$') THEN TRUE
    WHEN regexp_matches(l.text, '\.\.|…|_|[{}<>\[\]]') THEN NULL
    WHEN f.foot > l.paragraph AND NOT EXISTS (
      SELECT 1 FROM document_paragraphs o
      WHERE o.unit = l.unit AND o.document = l.document
        AND (o.paragraph > l.paragraph AND o.paragraph < f.foot) IS NOT FALSE
    ) THEN FALSE END AS closed
FROM lasts l
LEFT JOIN feet f ON f.unit = l.unit AND f.document = l.document
WHERE l.is_last
