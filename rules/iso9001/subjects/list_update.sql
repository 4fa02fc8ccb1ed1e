/*
title:
  vi: Quyết định công bố và việc cập nhật danh mục thủ tục
  en: Decisions of publication and the list of procedures
label: {vi: "Quyết định {decision_no}", en: "Decision {decision_no}"}
places:
  update_at: [decision_no, decided_on, list_updated_on]
columns:
  updated: {vi: "danh mục đã được cập nhật", en: "whether the list was updated"}
  taken: {vi: "số ngày làm việc đã dùng", en: "working days taken"}
*/
-- "taken": working days after the day of signing up to the update, or up to the day of the check
-- where there is none yet. Days outside the calendar are unknown.
SELECT l.*, l.seen_at AS update_at, l.list_updated_on <= run.as_of AS updated,
  last.number - first.number AS taken
FROM iso_list_updates l CROSS JOIN run
LEFT JOIN working_days first ON first.day = l.decided_on
LEFT JOIN working_days last ON last.day
  = CASE WHEN l.list_updated_on > run.as_of THEN run.as_of ELSE l.list_updated_on END
