/*
title:
  vi: Hồ sơ theo mã số
  en: Dossiers by number
label: {vi: "Hồ sơ {dossier_no}", en: "Dossier {dossier_no}"}
*/
-- One row a number. A number that stands twice with different days tells neither.
SELECT d.unit, number_key(d.dossier_no) AS number, min(d.dossier_no) AS dossier_no,
  the_one(d.received_on) AS received_on, the_one(d.sector_limit) AS sector_limit
FROM dossiers d
WHERE d.dossier_no IS NOT NULL
GROUP BY d.unit, number_key(d.dossier_no)
