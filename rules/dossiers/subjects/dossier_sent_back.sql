/*
title:
  vi: Hồ sơ bị trả lại vì chưa đủ điều kiện giải quyết
  en: Dossiers sent back as not eligible
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  dossier_at: [dossier_no, received_on, sent_back_on, sector_limit]
columns:
  in_period: {vi: ngày tiếp nhận có trong kỳ kiểm tra không, en: whether it was received in the period}
  sent_back: {vi: hồ sơ có bị trả lại hay không, en: whether it was sent back}
  taken: {vi: số ngày làm việc từ khi tiếp nhận đến khi trả lại, en: working days from reception to sending back}
*/
SELECT d.unit, d.seen_at AS dossier_at, d.dossier_no, d.received_on, d.sent_back_on, d.sector_limit,
  d.received_on BETWEEN u.period_from AND u.period_to AS in_period,
  d.sent_back_on <= run.as_of AS sent_back,
  back.number - came.number AS taken
FROM dossiers d
JOIN units u ON u.unit = d.unit
CROSS JOIN run
LEFT JOIN working_days came ON came.day = d.received_on
LEFT JOIN working_days back ON back.day = d.sent_back_on
