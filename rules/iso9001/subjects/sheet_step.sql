/*
title:
  vi: Các bước ghi trong quy trình
  en: Steps that processes set out
label: {vi: "Quy trình {process_code}, bước {step_no}", en: "Process {process_code}, step {step_no}"}
places:
  step_at: [process_code, step_no, step_task, step_person, step_time]
*/
SELECT s.*, s.seen_at AS step_at FROM iso_sheet_steps s
