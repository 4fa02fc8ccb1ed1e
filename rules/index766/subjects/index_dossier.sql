/*
title:
  vi: Hồ sơ theo cách tính của Bộ chỉ số 766
  en: Dossiers as index 766 counts them
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  dossier_at: [dossier_no, code, name, field, status, channel, received_on, fee, payment, result_file]
columns:
  counted: {vi: hồ sơ tiếp nhận trong kỳ và không bị từ chối, en: whether it was received in the period and not refused}
  done: {vi: đã có kết quả, en: whether it has a result}
  online: {vi: "nộp trực tuyến, có kết quả điện tử nếu đã trả", en: "filed online, with an electronic result if given"}
*/
SELECT d.unit, d.seen_at AS dossier_at, d.dossier_no, d.code, d.name, d.field, d.status, d.channel,
  d.received_on, d.fee, d.payment, d.result_file,
  d.received_on BETWEEN u.period_from AND u.period_to AND d.received_on <= run.as_of
    AND d.status NOT IN ('filed', 'refused') AS counted,
  d.status IN ('finished', 'returned') AS done,
  d.channel = 'online' AND (d.result_file <> '' OR d.status NOT IN ('finished', 'returned')) AS online
FROM dossiers d JOIN units u ON u.unit = d.unit CROSS JOIN run
