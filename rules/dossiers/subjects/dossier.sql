/*
title:
  vi: Hồ sơ trong danh sách của phần mềm một cửa
  en: Dossiers of the one-stop software
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  dossier_at: {dossier_no: dossier_no, code: code, name: name, field: field, status: status,
    status_shown: status, received_on: received_on, due_on: due_on,
    finished_on: finished_on, returned_on: returned_on, apology_on: apology_on,
    new_due_on: new_due_on, reappointments: reappointments, result_file: result_file}
columns:
  status_shown: {vi: trạng thái hồ sơ, en: status}
  as_of: {vi: ngày xét, en: day of the check}
  in_period: {vi: "hồ sơ có trong kỳ kiểm tra không (tiếp nhận đến cuối kỳ, chưa xong trước kỳ)", en: whether it was at hand in the period}
  counted: {vi: "hồ sơ có được thụ lý không (không bị từ chối, rút, dừng)", en: "whether it was taken on (not refused, withdrawn or stopped)"}
  finished: {vi: đã xử lý xong hay chưa, en: whether it is finished}
  given: {vi: đã trả kết quả hay chưa, en: whether its result was given}
  closed: {vi: đã kết thúc trên phần mềm hay chưa, en: whether it is closed in the software}
  open: {vi: đang giải quyết, en: whether it is being handled}
  paused: {vi: "đang chờ người nộp bổ sung hoặc nộp tiền", en: whether it waits for the applicant}
  late: {vi: có trễ hạn hay không, en: whether it is late}
*/
-- One row a dossier. At hand in the period: received by its end and not finished before it began.
-- A dossier is late by its first due date, whether it is finished or not; while the applicant has to
-- act it is not.
WITH told AS (
  SELECT d.unit, d.seen_at AS dossier_at, d.dossier_no, d.code, d.name, d.field, d.status,
    d.received_on, d.due_on, d.finished_on, d.returned_on, d.apology_on, d.new_due_on,
    d.reappointments, d.result_file, run.as_of,
    d.received_on <= u.period_to AND d.finished_on >= u.period_from AS in_period,
    d.status NOT IN ('filed', 'refused', 'withdrawn', 'stopped') AS counted,
    d.finished_on <= run.as_of AS finished,
    d.returned_on <= run.as_of AS given,
    d.status IN ('finished', 'returned') AS closed,
    d.status IN ('supplement', 'payment') AS paused,
    CASE d.status WHEN 'accepted' THEN 'Được tiếp nhận' WHEN 'processing' THEN 'Đang xử lý'
      WHEN 'supplement' THEN 'Yêu cầu bổ sung giấy tờ'
      WHEN 'payment' THEN 'Yêu cầu thực hiện nghĩa vụ tài chính'
      WHEN 'finished' THEN 'Đã xử lý xong' WHEN 'returned' THEN 'Đã trả kết quả'
      ELSE d.status END AS status_shown
  FROM dossiers d
  JOIN units u ON u.unit = d.unit
  CROSS JOIN run
)
SELECT *, NOT (closed OR finished OR given) AS open,
  (finished AND finished_on > due_on)
    OR (NOT (closed OR finished OR given) AND NOT paused AND as_of > due_on) AS late
FROM told
