/*
title: {vi: Thành phần phải có của văn bản hành chính, en: Components that a document must have}
label: {vi: "{document}", en: "{document}"}
places:
  document_at: [document]
columns:
  role: {vi: thành phần thể thức, en: component}
*/
-- One row a document and a component that it must have by its type: Decree 30/2020, art. 8 and the
-- forms of Appendix III. A letter (1.5) has no type name; minutes (1.9) have neither place nor one
-- authority that signs.
WITH main AS (
  SELECT unnest(['national_name', 'motto', 'issuing_agency', 'number_symbol', 'place_date',
    'type_name', 'signer_authority', 'signer_name', 'recipients_label', 'recipients_item', 'body'
  ]) AS role
)
SELECT d.unit, d.document, d.seen_at AS document_at, main.role
FROM documents d
CROSS JOIN main
WHERE NOT coalesce(d.doc_type = 'công văn' AND main.role = 'type_name', FALSE)
  AND NOT coalesce(d.doc_type = 'biên bản' AND main.role IN ('place_date', 'signer_authority'), FALSE)
