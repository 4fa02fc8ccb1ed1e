/*
title:
  vi: Quyết định công bố của tỉnh và việc nhập Cơ sở dữ liệu quốc gia
  en: Decisions of the province and their entry into the national database
label: {vi: "Quyết định {decision_no}", en: "Decision {decision_no}"}
places:
  decision_at: [decision_no, signed_on, entered_on, issuer]
columns:
  own: {vi: quyết định có phải của tỉnh hay không, en: whether the decision is the province's}
  taken: {vi: số ngày làm việc đã dùng, en: working days taken}
  entered: {vi: đã nhập hay chưa, en: whether it was entered}
*/
-- One row a decision. "taken": working days after the day of signing up to the entry, or up to the
-- day of the check where it is not entered yet. Days outside the calendar are unknown.
SELECT d.*, d.seen_at AS decision_at,
  contains(folded(d.issuer), folded(u.province)) AS own,
  d.entered_on <= run.as_of AS entered,
  last.number - first.number AS taken
FROM decisions d
JOIN units u ON u.unit = d.unit
CROSS JOIN run
LEFT JOIN working_days first ON first.day = d.signed_on
LEFT JOIN working_days last ON last.day
  = CASE WHEN d.entered_on > run.as_of THEN run.as_of ELSE d.entered_on END
