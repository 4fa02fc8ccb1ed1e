/*
title:
  vi: Năng lực của người thực hiện
  en: Competence of the staff
label: {vi: "{person}", en: "{person}"}
places:
  person_at: [person, work, required, evidence]
*/
SELECT c.*, c.seen_at AS person_at FROM iso_competence c
