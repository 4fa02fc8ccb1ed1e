/*
title:
  vi: Thay đổi phạm vi hệ thống
  en: Changes of the system's scope
label: {vi: "Thay đổi {change_no}", en: "Change {change_no}"}
places:
  change_at: [change_no, change_kind, changed_on, reannounced_on]
columns:
  changed: {vi: "phạm vi đã thay đổi", en: "whether the scope has changed"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
SELECT c.*, c.seen_at AS change_at, run.as_of, c.changed_on <= run.as_of AS changed
FROM iso_scope_changes c CROSS JOIN run
