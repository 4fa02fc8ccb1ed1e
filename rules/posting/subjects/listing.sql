/*
title:
  vi: Dòng danh mục thủ tục và ngày quyết định công bố có hiệu lực
  en: Listings of procedures with the day on which their decision takes effect
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  procedure_at: [code, name, field, levels, decision_no, change, has_form, has_fee, has_conditions]
  decision_at: [effective_on]
*/
-- A decision whose number stands twice with different days is unknown.
WITH decision AS (
  SELECT unit, number_key(decision_no) AS number, the_one(effective_on) AS effective_on,
    min(seen_at) AS decision_at
  FROM decisions WHERE decision_no IS NOT NULL GROUP BY unit, number_key(decision_no)
)
SELECT p.*, d.effective_on, d.decision_at, p.seen_at AS procedure_at
FROM procedures p
LEFT JOIN decision d ON d.unit = p.unit AND d.number = number_key(p.decision_no)
