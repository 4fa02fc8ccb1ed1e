/*
title: {vi: Báo cáo định kỳ đến hạn, en: Periodic reports that fell due}
label: {vi: "{report_name}", en: "{report_name}"}
places:
  report_at: [report_name, report_due_on, report_sent_on, report_no]
columns:
  due: {vi: hạn gửi đã đến trong kỳ kiểm tra, en: whether it fell due in the period}
  sent_on: {vi: ngày gửi tính đến ngày xét, en: day on which it was sent}
*/
SELECT r.unit, r.seen_at AS report_at, r.report_name, r.report_due_on, r.report_sent_on, r.report_no,
  r.report_due_on < run.as_of AND r.report_due_on BETWEEN u.period_from AND u.period_to AS due,
  CASE WHEN r.report_sent_on > run.as_of THEN never() ELSE r.report_sent_on END AS sent_on
FROM periodic_reports r JOIN units u ON u.unit = r.unit CROSS JOIN run
