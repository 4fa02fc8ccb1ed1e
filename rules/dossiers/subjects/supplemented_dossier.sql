/*
title:
  vi: Hồ sơ bị yêu cầu bổ sung
  en: Dossiers that were asked for supplements
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  request_at: {dossier_no: dossier_no, last_asked_on: asked_on}
columns:
  in_period: {vi: có yêu cầu bổ sung trong kỳ kiểm tra không, en: whether one was asked in the period}
  received_on: {vi: ngày tiếp nhận ghi trong danh sách hồ sơ, en: day of reception in the list of dossiers}
  requests: {vi: số lần yêu cầu bổ sung, en: number of requests}
  none_astray: {vi: không có yêu cầu nào thiếu mã hồ sơ, en: whether no request lacks its dossier's number}
*/
-- One row a dossier, and one for requests whose dossier is not known: they may be of any.
WITH astray AS (
  SELECT unit FROM dossier_supplements WHERE dossier_no IS NULL GROUP BY unit
),
asked AS (
  SELECT s.unit, number_key(s.dossier_no) AS number, min(s.dossier_no) AS dossier_no,
    known_any(s.asked_on BETWEEN u.period_from AND u.period_to) AS in_period,
    CASE WHEN min(s.dossier_no) IS NOT NULL THEN count(*) END AS requests,
    max(s.asked_on) AS last_asked_on,
    COALESCE(place_of_max(s.seen_at, s.asked_on), min(s.seen_at)) AS request_at
  FROM dossier_supplements s
  JOIN units u ON u.unit = s.unit
  GROUP BY s.unit, number_key(s.dossier_no)
)
SELECT a.*, d.received_on, CASE WHEN astray.unit IS NULL THEN TRUE END AS none_astray
FROM asked a
LEFT JOIN astray ON astray.unit = a.unit
LEFT JOIN listed_dossier d ON d.unit = a.unit AND d.number = a.number
