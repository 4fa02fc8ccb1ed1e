/*
title:
  vi: Phần việc của các cơ quan trong hồ sơ liên thông
  en: Parts of bodies in interlinked dossiers
label: {vi: "Hồ sơ {dossier_no}, {body}", en: "Dossier {dossier_no}, {body}"}
places:
  step_at: [dossier_no, body, step, step_due_on, step_finished_on]
columns:
  as_of: {vi: ngày xét, en: day of the check}
  in_period: {vi: hạn của phần việc có trong kỳ kiểm tra không, en: whether the part falls due in the period}
  received_on: {vi: ngày tiếp nhận ghi trong danh sách hồ sơ, en: day of reception in the list of dossiers}
*/
SELECT s.unit, s.seen_at AS step_at, s.dossier_no, s.body, s.step, s.step_due_on,
  s.step_finished_on, d.received_on, run.as_of,
  s.step_due_on BETWEEN u.period_from AND u.period_to AS in_period
FROM dossier_steps s
JOIN units u ON u.unit = s.unit
CROSS JOIN run
LEFT JOIN listed_dossier d ON d.unit = s.unit AND d.number = number_key(s.dossier_no)
