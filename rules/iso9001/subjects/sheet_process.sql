/*
title:
  vi: Quy trình trên giấy và danh mục quy trình
  en: Process sheets and the list of processes
label: {vi: "Quy trình {process_code}", en: "Process {process_code}"}
places:
  sheet_at: [process_code, sheet_revision, sheet_issued_on]
  process_at: [revision, issued_on]
columns:
  listed: {vi: "danh mục quy trình có quy trình này hay không", en: "whether the list holds it"}
  agrees: {vi: "ngày và lần ban hành khớp nhau hay không", en: "whether issue and revision agree"}
*/
-- As in process_document: only where both the day and the number differ is it a contradiction.
WITH listing_of AS (
  SELECT unit, number_key(process_code) AS number, the_one(issued_on) AS issued_on,
    the_one(revision) AS revision, min(seen_at) AS process_at
  FROM iso_processes WHERE process_code IS NOT NULL GROUP BY unit, number_key(process_code)
),
nameless AS (SELECT DISTINCT unit FROM iso_processes WHERE process_code IS NULL),
both AS (
  SELECT s.unit, s.seen_at AS sheet_at, s.process_code, s.sheet_revision, s.sheet_issued_on,
    p.process_at, p.issued_on, p.revision, n.unit IS NOT NULL AS unsure,
    CASE WHEN p.unit IS NOT NULL THEN TRUE
      WHEN s.process_code IS NULL OR n.unit IS NOT NULL THEN NULL ELSE FALSE END AS listed,
    ltrim(regexp_extract(s.sheet_revision, '[0-9]+'), '0') AS one,
    ltrim(regexp_extract(p.revision, '[0-9]+'), '0') AS other
  FROM iso_sheets s
  LEFT JOIN listing_of p ON p.unit = s.unit AND p.number = number_key(s.process_code)
  LEFT JOIN nameless n ON n.unit = s.unit
)
SELECT unit, sheet_at, process_at, process_code, sheet_revision, sheet_issued_on, revision,
  issued_on, listed,
  CASE WHEN unsure OR one = '' OR other = '' THEN NULL
    WHEN sheet_issued_on = issued_on AND one = other THEN TRUE
    WHEN sheet_issued_on <> issued_on AND one <> other THEN FALSE END AS agrees
FROM both
