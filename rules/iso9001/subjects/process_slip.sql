/*
title:
  vi: Hồ sơ đã trả kết quả và phiếu kiểm soát quá trình
  en: Finished dossiers and their slips
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
places:
  slip_at: [dossier_no, received_on, due_on, returned_on, has_slip, approved_by, late_note]
columns:
  finished: {vi: "hồ sơ trong kỳ đã trả kết quả", en: "whether a dossier of the period is finished"}
*/
SELECT s.*, s.seen_at AS slip_at,
  s.returned_on <= run.as_of AND s.received_on BETWEEN u.period_from AND u.period_to AS finished
FROM iso_slips s JOIN units u ON u.unit = s.unit CROSS JOIN run
