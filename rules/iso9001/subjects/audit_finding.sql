/*
title:
  vi: Phát hiện của cuộc đánh giá và phiếu không phù hợp
  en: Findings of audits and their sheets
label: {vi: "Cuộc đánh giá {audit_no}", en: "Audit {audit_no}"}
places:
  audit_at: [audit_no, audited_on, findings]
  action_at: [action_no]
columns:
  held: {vi: "đã diễn ra, trong kỳ kiểm tra", en: "whether it was held, in the period"}
  sheets: {vi: "số phiếu ghi cuộc đánh giá này", en: "sheets that name the audit"}
  all_have_sheets: {vi: "mỗi phát hiện có phiếu hay không", en: "whether each finding has a sheet"}
*/
-- A sheet that names no audit may come from this one.
WITH sheet AS (
  SELECT unit, number_key(audit_no) AS number, count(*) AS sheets, min(action_no) AS action_no,
    min(seen_at) AS action_at
  FROM iso_actions WHERE audit_no IS NOT NULL GROUP BY unit, number_key(audit_no)
),
loose AS (
  SELECT unit, count(*) AS sheets FROM iso_actions
  WHERE audit_no IS NULL OR audit_no = '' GROUP BY unit
)
SELECT a.unit, a.audit_at, a.audit_no, a.audited_on, a.findings, a.held, s.action_no, s.action_at,
  coalesce(s.sheets, 0) AS sheets,
  CASE WHEN a.audit_no IS NOT NULL AND coalesce(s.sheets, 0) >= a.findings OR a.findings = 0 THEN TRUE
    WHEN a.audit_no IS NOT NULL AND coalesce(s.sheets, 0) + coalesce(l.sheets, 0) < a.findings
      THEN FALSE END AS all_have_sheets
FROM audit a
LEFT JOIN sheet s ON s.unit = a.unit AND s.number = number_key(a.audit_no)
LEFT JOIN loose l ON l.unit = a.unit
