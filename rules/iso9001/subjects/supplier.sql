/*
title:
  vi: Nhà cung cấp bên ngoài
  en: External providers
label: {vi: "{supplier}", en: "{supplier}"}
places:
  supplier_at: [supplier, service, criteria, supplier_evaluated_on]
columns:
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
SELECT s.*, s.seen_at AS supplier_at, run.as_of FROM iso_suppliers s CROSS JOIN run
