/*
title:
  vi: Quy trình ISO
  en: ISO processes
label: {vi: "Quy trình {process_code}", en: "Process {process_code}"}
places:
  process_at: [process_code, process_name, issued_on, approver, revision]
columns:
  in_use: {vi: "quy trình đã được áp dụng", en: "whether the process is in use"}
*/
SELECT p.*, p.seen_at AS process_at, p.issued_on <= run.as_of AS in_use
FROM iso_processes p CROSS JOIN run
