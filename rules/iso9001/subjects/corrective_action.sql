/*
title:
  vi: Sự không phù hợp và hành động khắc phục
  en: Nonconformities and corrective actions
label: {vi: "Phiếu {action_no}", en: "Sheet {action_no}"}
deadlines: [due_on]
places:
  action_at: [action_no, nonconformity, cause, action, opened_on, due_on, closed_on]
columns:
  opened: {vi: sự không phù hợp đã được phát hiện, en: whether the nonconformity was open}
  as_of: {vi: ngày xét, en: day of the check}
*/
SELECT a.*, a.seen_at AS action_at, run.as_of,
  a.opened_on <= run.as_of AS opened
FROM iso_actions a CROSS JOIN run
