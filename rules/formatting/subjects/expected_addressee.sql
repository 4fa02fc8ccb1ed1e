/*
title: {vi: Phần Kính gửi phải có, en: Addressees that a document must have}
label: {vi: "{document}", en: "{document}"}
places:
  document_at: [document, present]
columns:
  doc_type: {vi: tên loại văn bản, en: type of the document}
  addressed: {vi: loại văn bản phải có phần Kính gửi, en: whether the type has to have addressees}
  present: {vi: có phần Kính gửi, en: whether it has addressees}
*/
-- One row a document. Of reports only those to superiors have addressees; one whose recipients begin
-- with "Như trên" is such a report (II.9b). Certainly absent only where the words stand nowhere and no picture holds them.
WITH seen AS (
  SELECT unit, document, count(text) = count(*) AS all_read,
    bool_or(regexp_matches(words, 'kinh ?(gui|trinh)|gui:')
      OR regexp_matches(text, '[{}<>]')) AS named,
    bool_or(regexp_matches(text, '^[\s\p{Z}]*[-–]?[\s\p{Z}]*Như trên[\s\p{Z}]*[;,.(]')) AS above,
    bool_or(role = 'recipients_item'
      AND regexp_matches(text, '^[\s\p{Z}]*[-–]?[\s\p{Z}]*Như trên[\s\p{Z}]*[;,.(]')) AS as_above
  FROM paragraph_words GROUP BY unit, document
),
addressed AS (
  SELECT DISTINCT unit, document FROM document_components WHERE role = 'addressee'
)
SELECT d.unit, d.document, d.doc_type, d.seen_at AS document_at, d.administrative,
  CASE WHEN d.doc_type IN ('công văn', 'tờ trình') THEN TRUE
    WHEN d.doc_type <> 'báo cáo' THEN FALSE
    -- The words may stand among recipients that the reader did not find as such.
    WHEN d.doc_type = 'báo cáo' AND s.as_above THEN TRUE
    WHEN d.doc_type = 'báo cáo' AND s.all_read AND NOT s.above THEN FALSE END AS addressed,
  CASE WHEN a.document IS NOT NULL THEN TRUE
    WHEN s.all_read AND d.pictures = 0 AND NOT s.named THEN FALSE END AS present
FROM classed_document d
LEFT JOIN seen s ON s.unit = d.unit AND s.document = d.document
LEFT JOIN addressed a ON a.unit = d.unit AND a.document = d.document
