/*
title: {vi: Nhiệm vụ cấp trên giao, en: Tasks that the superior gives}
label: {vi: "{assigned_task}", en: "{assigned_task}"}
places:
  assigned_at: [assigned_task, superior_plan, assigned_due_on]
  task_at: [task]
columns:
  taken_up: {vi: "nhiệm vụ có trong kế hoạch của đơn vị (theo lời văn)", en: "whether the unit's plan has it (by its words)"}
*/
-- One row a task of the superior. Words that agree, or that the unit's own row quotes, are enough
-- to say yes. Words that differ say nothing: the task may stand there in other words, so a person
-- has to look; this is never decided by likeness.
WITH own AS (
  SELECT unit, folded(task) AS words, min(seen_at) AS task_at, min(task) AS task
  FROM plan_tasks GROUP BY unit, folded(task)
  UNION ALL
  SELECT unit, folded(superior_task), min(seen_at), min(task)
  FROM plan_tasks WHERE superior_task <> '' GROUP BY unit, folded(superior_task)
),
matched AS (
  SELECT s.unit, s.seen_at, min(o.task_at) AS task_at, min(o.task) AS task
  FROM superior_tasks s
  JOIN own o ON o.unit = s.unit AND o.words = folded(s.assigned_task) AND o.words <> ''
  GROUP BY s.unit, s.seen_at
)
SELECT s.unit, s.seen_at AS assigned_at, s.assigned_task, s.superior_plan, s.assigned_due_on,
  m.task_at, m.task, CASE WHEN m.unit IS NOT NULL THEN TRUE END AS taken_up
FROM superior_tasks s
LEFT JOIN matched m ON m.unit = s.unit AND m.seen_at = s.seen_at
