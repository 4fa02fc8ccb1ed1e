/*
title:
  vi: Cuộc kiểm tra của đơn vị chủ trì
  en: Inspections by the lead unit
label: {vi: "Biên bản {inspection_no}", en: "Inspection {inspection_no}"}
places:
  inspection_at: [inspection_no, minutes_on, findings, report_on]
columns:
  inspected: {vi: "biên bản đã được ký", en: "whether the minutes are signed"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
SELECT i.*, i.seen_at AS inspection_at, run.as_of, i.minutes_on <= run.as_of AS inspected
FROM iso_inspections i CROSS JOIN run
