/*
title:
  vi: Thay đổi văn bản pháp luật cần cập nhật vào quy trình
  en: Changes of law to be brought into a process
label: {vi: "{document_no} → {process_code}", en: "{document_no} → {process_code}"}
places:
  change_at: [document_no, process_code, effective_on, updated_on]
columns:
  in_effect: {vi: văn bản đã có hiệu lực, en: whether the document is in effect}
  as_of: {vi: ngày xét, en: day of the check}
*/
SELECT c.*, c.seen_at AS change_at, run.as_of,
  c.effective_on <= run.as_of AS in_effect
FROM iso_law_changes c CROSS JOIN run
