/*
title:
  vi: Văn bản viện dẫn trong quy trình
  en: Documents that processes name
label: {vi: "{process_code} → {document_no}", en: "{process_code} → {document_no}"}
places:
  reference_at: [process_code, document_no]
  law_at: [ended_on, replaced_by]
columns:
  listed: {vi: "văn bản có trong danh mục tài liệu bên ngoài", en: "whether the list of external documents holds it"}
  ended_on: {vi: "ngày hết hiệu lực", en: "day from which it is no longer in force"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
-- A row of the list whose number cannot be read may speak of any document.
WITH law AS (
  SELECT unit, number_key(document_no) AS number, the_one(ended_on) AS ended_on,
    min(replaced_by) AS replaced_by, min(seen_at) AS law_at
  FROM iso_external_documents WHERE document_no IS NOT NULL GROUP BY unit, number_key(document_no)
),
nameless AS (SELECT DISTINCT unit FROM iso_external_documents WHERE document_no IS NULL)
SELECT r.unit, r.seen_at AS reference_at, r.process_code, r.document_no, run.as_of,
  l.replaced_by, l.law_at,
  CASE WHEN n.unit IS NULL THEN l.ended_on END AS ended_on,
  CASE WHEN l.unit IS NOT NULL THEN TRUE
    WHEN r.document_no IS NULL OR n.unit IS NOT NULL THEN NULL ELSE FALSE END AS listed
FROM iso_references r CROSS JOIN run
LEFT JOIN law l ON l.unit = r.unit AND l.number = number_key(r.document_no)
LEFT JOIN nameless n ON n.unit = r.unit
