/*
title:
  vi: Hồ sơ mà TCVN ISO 9001:2015 buộc lưu
  en: Records that TCVN ISO 9001:2015 asks for
label: {vi: "{clause} – {needed_record}", en: "{clause} – {needed_record}"}
places:
  record_at: [record_name]
columns:
  kept: {vi: "danh mục hồ sơ có loại hồ sơ này", en: "whether the list holds such a record"}
*/
-- A record that says "9.2" is taken for what 9.2.2 asks. Records that only some offices have
-- (calibration, design, property) are not asked for. A list without a single row is no list yet.
WITH needed AS (
  SELECT '4.4.2' AS clause, 'bằng chứng quá trình được thực hiện như hoạch định' AS needed_record
  UNION ALL SELECT '7.2', 'bằng chứng về năng lực'
  UNION ALL SELECT '8.6', 'bằng chứng kết quả phù hợp và người cho phép trả'
  UNION ALL SELECT '9.1.1', 'kết quả theo dõi, đo lường'
  UNION ALL SELECT '9.2.2', 'chương trình và kết quả đánh giá nội bộ'
  UNION ALL SELECT '9.3.3', 'kết quả xem xét của lãnh đạo'
  UNION ALL SELECT '10.2.2', 'sự không phù hợp, hành động và kết quả khắc phục'
),
named AS (
  SELECT unit, seen_at, record_name, unnest(clauses) AS written FROM iso_records
),
said AS (
  SELECT unit, seen_at, record_name, regexp_extract(written, '[0-9]+([.][0-9]+)*') AS said FROM named
),
listed AS (SELECT DISTINCT unit FROM iso_records),
unsure AS (
  SELECT unit FROM iso_records WHERE clauses IS NULL UNION ALL SELECT unit FROM said WHERE said = ''
),
found AS (
  SELECT s.unit, n.clause, min(s.seen_at) AS record_at, min(s.record_name) AS record_name
  FROM said s JOIN needed n ON s.said <> ''
    AND (starts_with(s.said || '.', n.clause || '.') OR starts_with(n.clause || '.', s.said || '.'))
  GROUP BY s.unit, n.clause
)
SELECT u.unit, n.clause, n.needed_record, f.record_at, f.record_name,
  CASE WHEN f.unit IS NOT NULL THEN TRUE
    WHEN l.unit IS NULL OR exists(SELECT 1 FROM unsure x WHERE x.unit = u.unit) THEN NULL
    ELSE FALSE END AS kept
FROM units u CROSS JOIN needed n LEFT JOIN listed l ON l.unit = u.unit
LEFT JOIN found f ON f.unit = u.unit AND f.clause = n.clause
