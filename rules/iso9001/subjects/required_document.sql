/*
title:
  vi: Tài liệu phải có của hệ thống
  en: Documents that the system must have
label: {vi: "{kind_name}", en: "{kind}"}
places:
  document_at: [document_code]
columns:
  there: {vi: "tài liệu này có trong danh mục", en: "whether the list holds it"}
*/
-- A manual, or a paper of no named kind, may hold the policy or the scope: then it is not known.
-- A list without a single row is no list yet: it tells of no document that it is missing.
WITH needed AS (
  SELECT 'policy' AS kind, 'Chính sách chất lượng' AS kind_name
  UNION ALL SELECT 'objectives', 'Mục tiêu chất lượng'
  UNION ALL SELECT 'scope', 'Phạm vi hệ thống quản lý chất lượng'
  UNION ALL SELECT 'committee', 'Quyết định thành lập Ban Chỉ đạo ISO'
),
known AS (
  SELECT d.unit, d.document_at, d.document_code, n.kind,
    d.in_use AND (d.kind = n.kind OR contains(folded(d.document_name), folded(n.kind_name))) AS it_is,
    d.in_use AND d.kind IN ('manual', 'other') AS may_hold
  FROM quality_document d CROSS JOIN needed n
),
found AS (
  SELECT unit, kind, known_any(it_is) AS there, bool_or(may_hold IS NOT FALSE) AS may_be,
    min(document_at) FILTER (WHERE it_is) AS document_at,
    min(document_code) FILTER (WHERE it_is) AS document_code
  FROM known GROUP BY unit, kind
)
SELECT u.unit, n.kind, n.kind_name, f.document_at, f.document_code,
  CASE WHEN f.there THEN TRUE WHEN NOT f.may_be THEN f.there END AS there
FROM units u CROSS JOIN needed n
LEFT JOIN found f ON f.unit = u.unit AND f.kind = n.kind
