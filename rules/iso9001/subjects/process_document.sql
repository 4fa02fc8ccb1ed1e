/*
title:
  vi: Quy trình và danh mục tài liệu
  en: Processes and the list of documents
label: {vi: "Quy trình {process_code}", en: "Process {process_code}"}
places:
  process_at: [process_code, issued_on, revision]
  document_at: [document_issued_on, document_revision]
columns:
  listed: {vi: "danh mục tài liệu có quy trình này", en: "whether the list of documents holds it"}
  agrees: {vi: "ngày và lần ban hành khớp nhau", en: "whether issue and revision agree"}
  document_issued_on: {vi: "ngày ban hành trong danh mục tài liệu", en: "issued on, by the list of documents"}
  document_revision: {vi: "lần ban hành trong danh mục tài liệu", en: "revision, by the list of documents"}
*/
-- Offices count issues and revisions in one column or in two: only where both the day and the number
-- differ do the two registers contradict each other for certain.
WITH paper AS (
  SELECT unit, number_key(document_code) AS number, the_one(issued_on) AS issued_on,
    the_one(revision) AS revision, min(seen_at) AS document_at
  FROM iso_documents WHERE document_code IS NOT NULL AND withdrawn_on > (SELECT as_of FROM run)
  GROUP BY unit, number_key(document_code)
),
unsure AS (
  SELECT DISTINCT unit FROM iso_documents WHERE document_code IS NULL OR withdrawn_on IS NULL
),
both AS (
  SELECT p.unit, p.seen_at AS process_at, p.process_code, p.issued_on, p.revision, d.document_at,
    d.issued_on AS document_issued_on, d.revision AS document_revision, n.unit IS NOT NULL AS unsure,
    CASE WHEN p.process_code IS NULL OR n.unit IS NOT NULL AND d.unit IS NULL THEN NULL
      ELSE d.unit IS NOT NULL END AS listed,
    ltrim(regexp_extract(p.revision, '[0-9]+'), '0') AS one,
    ltrim(regexp_extract(d.revision, '[0-9]+'), '0') AS other
  FROM iso_processes p
  LEFT JOIN paper d ON d.unit = p.unit AND d.number = number_key(p.process_code)
  LEFT JOIN unsure n ON n.unit = p.unit
)
SELECT unit, process_at, document_at, process_code, issued_on, revision, document_issued_on,
  document_revision, listed,
  CASE WHEN unsure OR one = '' OR other = '' THEN NULL
    WHEN issued_on = document_issued_on AND one = other THEN TRUE
    WHEN issued_on <> document_issued_on AND one <> other THEN FALSE END AS agrees
FROM both
