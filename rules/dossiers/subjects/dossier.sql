/*
title:
  vi: Hồ sơ trong danh sách của phần mềm một cửa
  en: Dossiers of the one-stop software
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  dossier_at: [dossier_no, code, name, field, channel, status, received_on, received_time, due_on,
    finished_on, returned_on, sent_back_on, apology_on, new_due_on, reappointments, result_file]
columns:
  as_of: {vi: ngày xét, en: day of the check}
  in_period: {vi: "hồ sơ có trong kỳ kiểm tra không (tiếp nhận đến cuối kỳ, chưa xong trước kỳ)", en: whether it was at hand in the period}
  finished: {vi: đã xử lý xong hay chưa, en: whether it is finished}
*/
-- One row a dossier. At hand in the period: received by its end and not finished before it began.
SELECT d.*, d.seen_at AS dossier_at, run.as_of,
  d.received_on <= u.period_to AND d.finished_on >= u.period_from AS in_period,
  d.finished_on <= run.as_of AS finished
FROM dossiers d
JOIN units u ON u.unit = d.unit
CROSS JOIN run
