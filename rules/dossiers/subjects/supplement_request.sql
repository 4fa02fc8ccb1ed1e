/*
title:
  vi: Yêu cầu bổ sung, hoàn thiện hồ sơ
  en: Requests for supplements
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  request_at: [dossier_no, asked_on]
columns:
  in_period: {vi: ngày yêu cầu có trong kỳ kiểm tra không, en: whether it was asked in the period}
  received_on: {vi: ngày tiếp nhận ghi trong danh sách hồ sơ, en: day of reception in the list of dossiers}
  sector_limit: {vi: thời hạn riêng theo pháp luật chuyên ngành, en: limit of sector law}
  taken: {vi: số ngày làm việc từ khi tiếp nhận đến khi yêu cầu bổ sung, en: working days from reception to the request}
*/
SELECT s.unit, s.seen_at AS request_at, s.dossier_no, s.asked_on, d.received_on, d.sector_limit,
  s.asked_on BETWEEN u.period_from AND u.period_to AS in_period,
  asked.number - came.number AS taken
FROM dossier_supplements s
JOIN units u ON u.unit = s.unit
LEFT JOIN listed_dossier d ON d.unit = s.unit AND d.number = number_key(s.dossier_no)
LEFT JOIN working_days came ON came.day = d.received_on
LEFT JOIN working_days asked ON asked.day = s.asked_on
