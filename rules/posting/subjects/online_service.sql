/*
title:
  vi: Dịch vụ công trực tuyến
  en: Online services
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  service_at: [code, name, service_level, partial_reason, legal_ground, rating]
*/
-- A list that still tells the old levels 3 and 4 does not tell whether a service is full or partial.
SELECT s.unit, s.seen_at AS service_at, s.code, s.name, s.partial_reason, s.legal_ground, s.rating,
  CASE WHEN s.service_level NOT IN ('level_3', 'level_4') THEN s.service_level END AS service_level
FROM online_services s
