/*
title:
  vi: Câu hỏi và xác nhận của đơn vị
  en: Questions and what the unit attests
label: {vi: "Xác nhận {question}", en: "Attestation {question}"}
deadlines: [valid_to]
places:
  attestation_at: [answer, answered_by, answered_on, valid_to, evidence]
columns:
  question: {vi: câu hỏi, en: the question}
  holds: {vi: xác nhận còn giá trị, en: whether the attestation still holds}
*/
-- One row a unit and question. An answer that is not given, has lapsed, or whose evidence does not
-- stand is unknown: nobody has said yes, and nobody has said no.
SELECT u.unit, q.question, a.seen_at AS attestation_at, a.answered_by, a.answered_on, a.valid_to,
  a.evidence,
  run.as_of BETWEEN a.answered_on AND a.valid_to AS holds,
  CASE WHEN run.as_of BETWEEN a.answered_on AND a.valid_to THEN a.answer END AS answer
FROM units u CROSS JOIN questions q CROSS JOIN run
LEFT JOIN attestations a ON a.unit = u.unit AND a.question = q.question
