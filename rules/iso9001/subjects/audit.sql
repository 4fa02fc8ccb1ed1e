/*
title:
  vi: Cuộc đánh giá nội bộ trong kỳ
  en: Internal audits of the period
label: {vi: "Cuộc đánh giá {audit_no}", en: "Audit {audit_no}"}
places:
  audit_at: [audit_no, planned_on, audited_on, report_no, plan_no, auditor, audited_person, findings]
columns:
  held: {vi: "đã diễn ra, trong kỳ kiểm tra", en: "whether it was held, in the period"}
  own_work: {vi: "người đánh giá có đánh giá việc của chính mình hay không", en: "whether somebody audits the own work"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
SELECT a.*, a.seen_at AS audit_at, run.as_of,
  a.audited_on < run.as_of AND a.audited_on BETWEEN u.period_from AND u.period_to AS held,
  folded(a.auditor) = folded(a.audited_person) AS own_work
FROM iso_audits a JOIN units u ON u.unit = a.unit CROSS JOIN run
