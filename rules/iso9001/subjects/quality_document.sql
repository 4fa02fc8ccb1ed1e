/*
title:
  vi: Tài liệu của hệ thống
  en: Documents of the system
label: {vi: "{document_code} – {document_name}", en: "{document_code} – {document_name}"}
places:
  document_at: [document_code, document_name, kind, revision, issued_on, approver, at_point_of_use, withdrawn_on]
columns:
  in_use: {vi: "tài liệu đang có hiệu lực", en: "whether the document is in use"}
*/
SELECT d.*, d.seen_at AS document_at,
  d.issued_on <= run.as_of AND d.withdrawn_on > run.as_of AS in_use
FROM iso_documents d CROSS JOIN run
