/*
title:
  vi: Dịch vụ công trực tuyến
  en: Online services
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  service_at: [code, name, service_level, partial_reason, legal_ground, rating]
*/
SELECT s.*, s.seen_at AS service_at FROM online_services s
