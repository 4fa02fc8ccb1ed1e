/*
title:
  vi: Thủ tục trong quyết định công bố danh mục của tỉnh
  en: Procedures in the province's decisions
label: {vi: "{code} – {name} ({decision_no})", en: "{code} – {name} ({decision_no})"}
places:
  procedure_at: [code, name, decision_no, change, legal_basis, time_limit, place, fee, has_fee]
columns:
  own: {vi: quyết định có phải của tỉnh hay không, en: whether the decision is the province's}
  in_period: {vi: ngày ký có trong kỳ hay không, en: whether it was signed in the period}
*/
-- A decision whose number stands twice at odds, or that was not handed in, is unknown.
WITH decision AS (
  SELECT unit, number_key(decision_no) AS number, the_one(own) AS own, the_one(in_period) AS in_period
  FROM decision_entry WHERE decision_no IS NOT NULL GROUP BY unit, number_key(decision_no)
)
SELECT p.*, p.seen_at AS procedure_at, d.own, d.in_period
FROM procedures p
LEFT JOIN decision d ON d.unit = p.unit AND d.number = number_key(p.decision_no)
