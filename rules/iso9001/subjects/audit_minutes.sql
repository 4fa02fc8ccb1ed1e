/*
title:
  vi: Biên bản đánh giá nội bộ và sổ đánh giá nội bộ
  en: Minutes of internal audits and the register of audits
label: {vi: "Biên bản ngày {minutes_held_on}", en: "Minutes of {minutes_held_on}"}
places:
  minutes_at: [minutes_kind, minutes_held_on, minutes_findings]
  audit_at: [audit_no, findings]
columns:
  listed: {vi: "sổ có cuộc đánh giá ngày này hay không", en: "whether the register holds an audit of that day"}
*/
-- Held against the one audit that the register has on that day; an audit without a day may be a
-- second one of it.
WITH held AS (
  SELECT unit, audited_on, the_one(findings) AS findings, min(audit_no) AS audit_no,
    min(seen_at) AS audit_at, count(*) AS audits
  FROM iso_audits WHERE audited_on IS NOT NULL GROUP BY unit, audited_on
),
undated AS (SELECT DISTINCT unit FROM iso_audits WHERE audited_on IS NULL)
SELECT m.unit, m.seen_at AS minutes_at, m.minutes_kind, m.minutes_held_on, m.minutes_findings,
  h.audit_at, h.audit_no,
  CASE WHEN n.unit IS NULL AND h.audits = 1 THEN h.findings END AS findings,
  CASE WHEN h.unit IS NOT NULL THEN TRUE
    WHEN m.minutes_held_on IS NULL OR n.unit IS NOT NULL THEN NULL ELSE FALSE END AS listed
FROM iso_minutes m
LEFT JOIN held h ON h.unit = m.unit AND h.audited_on = m.minutes_held_on
LEFT JOIN undated n ON n.unit = m.unit
