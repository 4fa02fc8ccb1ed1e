/*
title: {vi: Nhiệm vụ của kế hoạch, en: Tasks of the plan}
label: {vi: "{task}", en: "{task}"}
places:
  task_at: [task, superior_task, task_due_on, task_done_on, product]
columns:
  due: {vi: đã đến hạn trong kỳ kiểm tra, en: whether it fell due in the period}
  done_on: {vi: ngày hoàn thành tính đến ngày xét, en: day on which it was done}
*/
SELECT t.unit, t.seen_at AS task_at, t.task, t.superior_task, t.task_due_on, t.task_done_on,
  t.product,
  t.task_due_on < run.as_of AND t.task_due_on BETWEEN u.period_from AND u.period_to AS due,
  CASE WHEN t.task_done_on > run.as_of THEN never() ELSE t.task_done_on END AS done_on
FROM plan_tasks t JOIN units u ON u.unit = t.unit CROSS JOIN run
