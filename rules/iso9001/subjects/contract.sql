/*
title:
  vi: Hợp đồng về hệ thống quản lý chất lượng
  en: Contracts about the system
label: {vi: "Hợp đồng {contract_no}", en: "Contract {contract_no}"}
places:
  contract_at: [contract_no, contractor, contract_service, signed_on]
columns:
  signed: {vi: "hợp đồng đã ký", en: "whether it is signed"}
*/
SELECT c.*, c.seen_at AS contract_at, c.signed_on <= run.as_of AS signed
FROM iso_contracts c CROSS JOIN run
