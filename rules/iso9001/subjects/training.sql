/*
title:
  vi: Khóa đào tạo theo kế hoạch
  en: Planned trainings
label: {vi: "{course}", en: "{course}"}
deadlines: [training_planned_on]
places:
  training_at: [course, training_planned_on, held_on, evaluated_on]
columns:
  due: {vi: "khóa đào tạo trong kỳ đã đến ngày", en: "whether it fell due in the period"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
SELECT t.*, t.seen_at AS training_at, run.as_of,
  t.training_planned_on BETWEEN u.period_from AND u.period_to AND t.training_planned_on < run.as_of AS due
FROM iso_trainings t JOIN units u ON u.unit = t.unit CROSS JOIN run
