/*
title:
  vi: Mục tiêu chất lượng
  en: Quality objectives
label: {vi: "{objective}", en: "{objective}"}
places:
  objective_at: [objective, year, target, actions, resources, responsible, due_on, method, evaluated_on]
columns:
  measurable: {vi: "chỉ tiêu có đo được hay không", en: "whether the target can be measured"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
-- No target: not measurable. A target without a figure may still be one that can be counted.
SELECT o.*, o.seen_at AS objective_at, run.as_of,
  CASE WHEN o.target = '' THEN FALSE
    WHEN regexp_matches(folded(o.target), '[0-9]|toan bo|tat ca|khong |moi ') THEN TRUE
    END AS measurable
FROM iso_objectives o CROSS JOIN run
