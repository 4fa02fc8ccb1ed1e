/*
title:
  vi: Việc chuyển hồ sơ từ Bộ phận Một cửa đến nơi giải quyết
  en: Transfers from the one-stop unit to who handles a dossier
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  dossier_at: [dossier_no, channel, status, received_on, received_time, transferred_on, transferred_time]
columns:
  in_period: {vi: hồ sơ có trong kỳ kiểm tra không, en: whether it was at hand in the period}
  counted: {vi: hồ sơ có được thụ lý không, en: whether it was taken on}
  moved: {vi: đã chuyển hay chưa, en: whether it was transferred}
  due_to_move: {vi: hồ sơ có phải chuyển hay không, en: whether it had to be transferred}
  came_on_working_day: {vi: ngày tiếp nhận có phải ngày làm việc không, en: whether it came on a working day}
  same_day: {vi: có được chuyển ngay trong ngày tiếp nhận không, en: whether it was transferred on the day of reception}
  may_wait: {vi: "tiếp nhận ngoài giờ thì có được chờ đến giờ làm việc tiếp theo không (luật không nói, nên luôn chưa rõ)", en: "whether what came out of hours may wait until the office opens (no text says, hence never known)"}
  taken: {vi: số ngày làm việc từ khi tiếp nhận đến khi chuyển, en: working days from reception to transfer}
*/
-- One row a dossier. "taken": up to the transfer, or to the day of the check where there is none yet.
-- What was finished without a transfer was handled at the counter.
WITH days AS (
  SELECT day, number, number > lag(number, 1, 0) OVER (ORDER BY day) AS worked FROM working_days
)
SELECT d.unit, d.seen_at AS dossier_at, d.dossier_no, d.channel, d.status, d.received_on, d.received_time,
  d.transferred_on, d.transferred_time,
  d.received_on <= u.period_to AND d.finished_on >= u.period_from AS in_period,
  d.status NOT IN ('filed', 'refused', 'withdrawn', 'stopped') AS counted,
  d.transferred_on <= run.as_of AS moved,
  d.transferred_on <= run.as_of
    OR (d.finished_on > run.as_of AND d.status NOT IN ('finished', 'returned')) AS due_to_move,
  came.worked AS came_on_working_day,
  CASE WHEN d.transferred_on > run.as_of THEN run.as_of ELSE d.transferred_on END
    <= d.received_on AS same_day,
  CASE WHEN FALSE THEN TRUE END AS may_wait,
  moved.number - came.number AS taken
FROM dossiers d
JOIN units u ON u.unit = d.unit
CROSS JOIN run
LEFT JOIN days came ON came.day = d.received_on
LEFT JOIN working_days moved ON moved.day
  = CASE WHEN d.transferred_on > run.as_of THEN run.as_of ELSE d.transferred_on END
