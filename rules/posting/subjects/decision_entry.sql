/*
title:
  vi: Quyết định công bố của tỉnh, bộ và việc nhập Cơ sở dữ liệu quốc gia
  en: Decisions of the province or ministry and their entry into the national database
label: {vi: "Quyết định {decision_no}", en: "Decision {decision_no}"}
places:
  decision_at: [decision_no, signed_on, entered_on, issuer, document_no, document_signed_on, document_effective_on, shortened]
columns:
  own: {vi: "quyết định có phải của tỉnh, của bộ hay không", en: whether the decision is the body's own}
  by_province: {vi: đơn vị là UBND tỉnh, en: whether the unit is a province}
  in_period: {vi: ngày ký có trong kỳ hay không, en: whether it was signed in the period}
  lead_days: {vi: số ngày từ ngày ký đến ngày văn bản có hiệu lực, en: days from signing to the document's effect}
  lead_working_days: {vi: số ngày làm việc từ ngày ký đến ngày văn bản có hiệu lực, en: working days from signing to the document's effect}
  days_after_document: {vi: số ngày từ khi ký văn bản quy định đến khi công bố, en: days from the document's signing to the decision}
  taken: {vi: số ngày làm việc đã dùng, en: working days taken}
  entered: {vi: đã nhập hay chưa, en: whether it was entered}
*/
-- One row a decision. "taken": working days after the day of signing up to the entry, or up to the
-- day of the check where it is not entered yet. Days outside the calendar are unknown.
SELECT d.*, d.seen_at AS decision_at,
  contains(folded(d.issuer), folded(CASE WHEN u.level = 'ministry' THEN u.name ELSE u.province END))
    AS own,
  u.level = 'province' AS by_province,
  d.signed_on BETWEEN u.period_from AND u.period_to AS in_period,
  d.document_effective_on - d.signed_on AS lead_days,
  effect.number - first.number AS lead_working_days,
  d.signed_on - d.document_signed_on AS days_after_document,
  d.entered_on <= run.as_of AS entered,
  last.number - first.number AS taken
FROM decisions d
JOIN units u ON u.unit = d.unit
CROSS JOIN run
LEFT JOIN working_days first ON first.day = d.signed_on
LEFT JOIN working_days effect ON effect.day = d.document_effective_on
LEFT JOIN working_days last ON last.day
  = CASE WHEN d.entered_on > run.as_of THEN run.as_of ELSE d.entered_on END
