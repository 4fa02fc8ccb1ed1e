/*
title:
  vi: Phiếu đã đóng và việc kiểm tra hiệu lực
  en: Closed sheets and the check of their effect
label: {vi: "Phiếu {action_no}", en: "Sheet {action_no}"}
places:
  action_at: [action_no, closed_on, effect_checked_on]
columns:
  closed: {vi: "phiếu đã đóng", en: "whether the sheet is closed"}
  checked: {vi: "hiệu lực đã được kiểm tra", en: "whether the effect was checked"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
SELECT a.unit, a.seen_at AS action_at, a.action_no, a.closed_on, a.effect_checked_on, run.as_of,
  a.closed_on <= run.as_of AS closed, a.effect_checked_on <= run.as_of AS checked
FROM iso_actions a CROSS JOIN run
