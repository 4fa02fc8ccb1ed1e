/*
title:
  vi: Đánh giá viên trong sổ và trong biên bản đánh giá nội bộ
  en: Auditors in the register and in the minutes of audits
label: {vi: "Cuộc đánh giá {audit_no}", en: "Audit {audit_no}"}
places:
  audit_at: [audit_no, audited_on, auditor]
  person_at: [named]
columns:
  named: {vi: "một đánh giá viên có tên trong biên bản", en: "one of the auditors whom the minutes name"}
  people: {vi: "số đánh giá viên có tên trong biên bản", en: "how many auditors they name"}
  has_minutes: {vi: "biên bản ngày đó có tên đánh giá viên hay không", en: "whether minutes of that day name auditors"}
  agrees: {vi: "đánh giá viên trong sổ có tên trong biên bản", en: "whether they name the register's auditor"}
*/
-- A contradiction for certain is one of names: where the register writes a post or a body, the
-- minutes may name who it is. A name without a day, a role or a kind may be of any minutes.
WITH named AS (
  SELECT unit, minutes_held_on, bool_or(minutes_person IS NULL) AS unread,
    count(DISTINCT folded(minutes_person)) AS people, array_agg(folded(minutes_person)) AS keys,
    min(minutes_person) AS named, place_of_min(seen_at, minutes_person) AS person_at
  FROM iso_minutes_people
  WHERE minutes_kind = 'audit' AND minutes_role = 'auditor' AND minutes_held_on IS NOT NULL
  GROUP BY unit, minutes_held_on
),
unsure AS (
  SELECT DISTINCT unit FROM iso_minutes_people
  WHERE (minutes_kind = 'audit' AND minutes_role = 'auditor') IS NULL
    OR (minutes_kind = 'audit' AND minutes_role = 'auditor' AND minutes_held_on IS NULL)
),
twins AS (
  SELECT unit, audited_on, count(*) AS audits FROM iso_audits
  WHERE audited_on IS NOT NULL GROUP BY unit, audited_on
),
undated AS (SELECT DISTINCT unit FROM iso_audits WHERE audited_on IS NULL),
both AS (
  SELECT a.unit, a.seen_at AS audit_at, a.audit_no, a.audited_on, a.auditor, n.named, n.people, n.person_at,
    n.unit IS NOT NULL AS met, coalesce(n.unread, FALSE) OR s.unit IS NOT NULL AS unsure,
    t.audits > 1 OR d.unit IS NOT NULL AS twins, n.keys,
    regexp_extract(folded(a.auditor), '^(?:(?:ong|ba|dong chi) )?(.*)$', 1) AS key
  FROM iso_audits a
  LEFT JOIN named n ON n.unit = a.unit AND n.minutes_held_on = a.audited_on
  LEFT JOIN unsure s ON s.unit = a.unit
  LEFT JOIN twins t ON t.unit = a.unit AND t.audited_on = a.audited_on
  LEFT JOIN undated d ON d.unit = a.unit
)
SELECT unit, audit_at, person_at, audit_no, audited_on, auditor, named, people,
  CASE WHEN met THEN TRUE WHEN audited_on IS NULL OR unsure THEN NULL ELSE FALSE END AS has_minutes,
  CASE WHEN key = '' THEN NULL WHEN list_contains(keys, key) THEN TRUE
    WHEN unsure OR twins OR keys IS NULL THEN NULL
    WHEN regexp_matches(key, '^(nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|do|ho|ngo|duong|ly|dinh|trinh|mai|luong|ha|luu|thai|nong) ([a-z]+ ){1,3}[a-z]+$|^(nguyen|tran|le|pham|hoang|huynh|phan|vu|vo|dang|bui|ngo|duong|dinh|trinh) [a-z]+$')
      THEN FALSE END AS agrees
FROM both
