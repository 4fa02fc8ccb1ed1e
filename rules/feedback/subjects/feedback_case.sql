/*
title:
  vi: Phản ánh, kiến nghị trong sổ theo dõi
  en: Feedback in the register
label: {vi: "Phản ánh {case_no}", en: "Feedback {case_no}"}
places:
  case_at: [case_no, kind, competent, received_on, forwarded_on, refused_on, asked_on, answered_on,
    published_on]
columns:
  in_period: {vi: ngày tiếp nhận có trong kỳ kiểm tra không, en: whether it was received in the period}
  refused: {vi: đã từ chối, en: whether it was refused}
  asked: {vi: đã yêu cầu làm rõ, en: whether the sender was asked to complete it}
  answered: {vi: đã trả lời, en: whether it was answered}
  forward_days: {vi: số ngày làm việc đến khi chuyển, en: working days to forwarding}
  refuse_days: {vi: số ngày làm việc đến khi từ chối, en: working days to refusal}
  ask_days: {vi: số ngày làm việc đến khi yêu cầu làm rõ, en: working days to asking}
  answer_days: {vi: số ngày làm việc đến khi trả lời, en: working days to the answer}
  publish_days: {vi: số ngày làm việc từ khi trả lời đến khi công khai, en: working days from answer to publication}
*/
-- One row a case. What has not happened yet is counted up to the day of the check.
SELECT c.*, c.seen_at AS case_at,
  c.received_on BETWEEN u.period_from AND u.period_to AS in_period,
  c.refused_on <= run.as_of AS refused,
  c.asked_on <= run.as_of AS asked,
  c.answered_on <= run.as_of AS answered,
  forwarded.number - came.number AS forward_days,
  refused.number - came.number AS refuse_days,
  asked.number - came.number AS ask_days,
  answered.number - came.number AS answer_days,
  published.number - answered.number AS publish_days
FROM feedback_cases c
JOIN units u ON u.unit = c.unit
CROSS JOIN run
LEFT JOIN working_days came ON came.day = c.received_on
LEFT JOIN working_days forwarded ON forwarded.day
  = CASE WHEN c.forwarded_on > run.as_of THEN run.as_of ELSE c.forwarded_on END
LEFT JOIN working_days refused ON refused.day = c.refused_on
LEFT JOIN working_days asked ON asked.day = c.asked_on
LEFT JOIN working_days answered ON answered.day
  = CASE WHEN c.answered_on > run.as_of THEN run.as_of ELSE c.answered_on END
LEFT JOIN working_days published ON published.day
  = CASE WHEN c.published_on > run.as_of THEN run.as_of ELSE c.published_on END
