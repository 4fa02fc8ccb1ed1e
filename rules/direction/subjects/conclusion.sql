/*
title: {vi: Tồn tại mà kết luận kiểm tra yêu cầu khắc phục, en: Shortcomings that inspections asked to mend}
label: {vi: "{conclusion_no}: {shortcoming}", en: "{conclusion_no}: {shortcoming}"}
places:
  conclusion_at: [conclusion_no, concluded_on, shortcoming, remedy_due_on, remedied_on]
columns:
  due: {vi: "đến hạn khắc phục trong kỳ, hoặc từ trước mà đến đầu kỳ chưa khắc phục", en: "whether it fell due in the period, or before it and was still open at its start"}
  mended_on: {vi: ngày khắc phục tính đến ngày xét, en: day on which it was mended}
*/
-- What was mended before the period began, in time or late, was the matter of an earlier period.
SELECT c.unit, c.seen_at AS conclusion_at, c.conclusion_no, c.concluded_on, c.shortcoming,
  c.remedy_due_on, c.remedied_on,
  c.remedy_due_on < run.as_of AND c.remedy_due_on <= u.period_to
    AND (c.remedy_due_on >= u.period_from OR c.remedied_on >= u.period_from) AS due,
  CASE WHEN c.remedied_on > run.as_of THEN never() ELSE c.remedied_on END AS mended_on
FROM inspection_conclusions c JOIN units u ON u.unit = c.unit CROSS JOIN run
