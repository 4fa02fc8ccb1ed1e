/*
title: {vi: "Văn bản phải ban hành, sửa đổi, thay thế", en: Local documents to issue or replace}
label: {vi: "{local_document}", en: "{local_document}"}
places:
  document_at: [local_document, document_task, document_due_on, document_done_on, document_no]
columns:
  due: {vi: đã đến hạn trong kỳ kiểm tra, en: whether it fell due in the period}
  done_on: {vi: ngày ban hành tính đến ngày xét, en: day on which it was issued}
*/
SELECT d.unit, d.seen_at AS document_at, d.local_document, d.document_task, d.document_due_on,
  d.document_done_on, d.document_no,
  d.document_due_on < run.as_of AND d.document_due_on BETWEEN u.period_from AND u.period_to AS due,
  CASE WHEN d.document_done_on > run.as_of THEN never() ELSE d.document_done_on END AS done_on
FROM local_documents d JOIN units u ON u.unit = d.unit CROSS JOIN run
