/*
title:
  vi: Hồ sơ của hệ thống
  en: Records of the system
label: {vi: "{record_name}", en: "{record_name}"}
places:
  record_at: [record_name, keeper, retention]
*/
SELECT r.*, r.seen_at AS record_at FROM iso_records r
