/*
title:
  vi: Hồ sơ và thời điểm kết thúc theo Bộ chỉ số 766
  en: Dossiers and when they end by index 766
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  dossier_at: [dossier_no, code, name, field, status, received_on, due_on, finished_on, returned_on]
columns:
  counted: {vi: hồ sơ tiếp nhận trong kỳ và không bị từ chối, en: whether it was received in the period and not refused}
  ended_on: {vi: "ngày kết thúc theo Bộ chỉ số 766, đã trừ thời gian bổ sung", en: "end as the index has it, less the time for supplements"}
  requests: {vi: số lần yêu cầu bổ sung, en: requests for supplements}
  in_time: {vi: đúng hạn theo Bộ chỉ số 766, en: whether it is in time by the index}
*/
-- One row a dossier. The end is the day finished, else the day returned, else the end of the period
-- (or the day of the check); one that waits for its first supplement ends on the day of the request.
-- Days between request and supplement are taken off. More than one request counts as late.
WITH astray AS (SELECT DISTINCT unit FROM dossier_supplements WHERE dossier_no IS NULL),
asked AS (
  SELECT unit, number_key(dossier_no) AS number, count(*) AS requests, min(asked_on) AS first_asked_on,
    count(asked_on) = count(*) AND count(supplied_on) = count(*) AS all_dated,
    sum(CASE WHEN supplied_on < never() THEN supplied_on - asked_on ELSE 0 END) AS days
  FROM dossier_supplements WHERE dossier_no IS NOT NULL GROUP BY unit, number_key(dossier_no)
),
told AS (
  SELECT d.*, d.seen_at AS dossier_at, u.period_from, u.period_to, run.as_of,
    CASE WHEN u.period_to < run.as_of THEN u.period_to ELSE run.as_of END AS last_day,
    CASE WHEN a.requests > 1 THEN a.requests WHEN s.unit IS NOT NULL OR d.dossier_no IS NULL THEN NULL
      WHEN a.number IS NULL THEN 0 ELSE a.requests END AS requests,
    a.first_asked_on,
    CASE WHEN a.number IS NULL THEN 0 WHEN a.all_dated THEN a.days END AS days
  FROM dossiers d
  JOIN units u ON u.unit = d.unit
  CROSS JOIN run
  LEFT JOIN asked a ON a.unit = d.unit AND a.number = number_key(d.dossier_no)
  LEFT JOIN astray s ON s.unit = d.unit
),
ended AS (
  SELECT *,
    CASE WHEN status = 'supplement' THEN first_asked_on
      WHEN finished_on <= as_of THEN finished_on - CAST(days AS INTEGER)
      WHEN finished_on > as_of AND returned_on <= as_of THEN returned_on - CAST(days AS INTEGER)
      WHEN finished_on > as_of AND returned_on > as_of THEN last_day - CAST(days AS INTEGER)
    END AS ended_on
  FROM told
)
SELECT unit, dossier_at, dossier_no, code, name, field, status, received_on, due_on, finished_on,
  returned_on, requests, ended_on,
  received_on BETWEEN period_from AND last_day AND status NOT IN ('filed', 'refused') AS counted,
  CASE WHEN requests > 1 THEN FALSE WHEN requests <= 1 THEN ended_on <= due_on END AS in_time
FROM ended
