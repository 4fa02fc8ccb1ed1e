/*
title:
  vi: Hợp đồng về hệ thống quản lý chất lượng
  en: Contracts about the system
label: {vi: "Hợp đồng {contract_no}", en: "Contract {contract_no}"}
places:
  contract_at: [contract_no, contractor, contract_service, signed_on]
columns:
  signed: {vi: "hợp đồng đã ký", en: "whether it is signed"}
  barred: {vi: "dịch vụ thuộc loại không được thuê", en: "whether such a service may not be bought"}
*/
-- Ministries and provinces may hire a certification body to take part in their inspections (art. 8.1):
-- what their register calls surveillance may be that.
SELECT c.*, c.seen_at AS contract_at, c.signed_on <= run.as_of AS signed,
  CASE WHEN c.contract_service = 'surveillance' AND u.level IN ('ministry', 'province') THEN NULL
    ELSE c.contract_service IN ('certification', 'surveillance') END AS barred
FROM iso_contracts c JOIN units u ON u.unit = c.unit CROSS JOIN run
