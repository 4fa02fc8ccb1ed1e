/*
title: {vi: Lần vắng mặt của người làm việc tại Bộ phận Một cửa, en: Absences of staff}
label: {vi: "{absent_officer}, từ ngày {absent_from}", en: "{absent_officer}, from {absent_from}"}
places:
  absence_at: [absent_officer, absent_from, absent_to, stand_in, handed_on]
columns:
  counts: {vi: vắng mặt trong kỳ kiểm tra, en: whether it was in the period}
  replaced: {vi: có người làm thay, en: whether somebody stood in}
*/
SELECT a.*, a.seen_at AS absence_at, a.stand_in <> '' AS replaced,
  a.absent_from BETWEEN u.period_from AND u.period_to AND a.absent_from <= run.as_of AS counts
FROM absences a JOIN units u ON u.unit = a.unit CROSS JOIN run
