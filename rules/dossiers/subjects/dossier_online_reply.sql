/*
title:
  vi: Việc trả lời hồ sơ nộp trực tuyến
  en: Answers to dossiers filed online
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  dossier_at: [dossier_no, channel, filed_on, filed_time, received_on, received_time]
columns:
  in_period: {vi: ngày nộp có trong kỳ kiểm tra không, en: whether it was filed in the period}
  filed_on_working_day: {vi: ngày nộp có phải ngày làm việc không, en: whether it was filed on a working day}
  taken: {vi: số ngày làm việc từ khi nộp đến khi tiếp nhận, en: working days from filing to acceptance}
*/
WITH days AS (
  SELECT day, number, number > lag(number, 1, 0) OVER (ORDER BY day) AS worked FROM working_days
)
SELECT d.unit, d.seen_at AS dossier_at, d.dossier_no, d.channel, d.filed_on, d.filed_time,
  d.received_on, d.received_time,
  d.filed_on BETWEEN u.period_from AND u.period_to AS in_period,
  filed.worked AS filed_on_working_day,
  came.number - filed.number AS taken
FROM dossiers d
JOIN units u ON u.unit = d.unit
LEFT JOIN days filed ON filed.day = d.filed_on
LEFT JOIN working_days came ON came.day = d.received_on
