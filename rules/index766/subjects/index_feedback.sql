/*
title:
  vi: Phản ánh, kiến nghị theo cách tính của Bộ chỉ số 766
  en: Feedback as index 766 counts it
label: {vi: "Phản ánh {case_no}", en: "Feedback {case_no}"}
places:
  case_at: [case_no, received_on, refused_on, asked_on, answered_on, published_on]
columns:
  in_period: {vi: ngày tiếp nhận có trong kỳ kiểm tra không, en: whether it was received in the period}
  competent: {vi: thuộc thẩm quyền, en: whether the unit is competent}
  in_time: {vi: "từ chối trong 2, yêu cầu làm rõ trong 5, trả lời trong 15, công khai trong 2 ngày làm việc", en: "refused within 2, asked within 5, answered within 15, published within 2 working days"}
*/
SELECT c.unit, c.case_at, c.case_no, c.received_on, c.refused_on, c.asked_on, c.answered_on,
  c.published_on, c.in_period, c.competent,
  (c.refused AND c.refuse_days <= 2)
    OR (NOT c.refused AND c.answered AND c.answer_days <= 15 AND c.publish_days <= 2)
    OR (NOT c.refused AND NOT c.answered AND c.waited_days <= 15)
    OR (NOT c.refused AND NOT c.answered AND c.asked AND c.ask_days <= 5) AS in_time
FROM (
  SELECT f.*, today.number - came.number AS waited_days
  FROM feedback_case f CROSS JOIN run
  LEFT JOIN working_days today ON today.day = run.as_of
  LEFT JOIN working_days came ON came.day = f.received_on
) c
