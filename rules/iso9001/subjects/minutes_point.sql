/*
title:
  vi: Đầu vào, đầu ra ghi trong biên bản xem xét và sổ xem xét của lãnh đạo
  en: Inputs and outputs in the minutes of reviews and the register of reviews
label: {vi: "Biên bản ngày {minutes_held_on}: {minutes_said}", en: "Minutes of {minutes_held_on}: {minutes_said}"}
places:
  point_at: [minutes_held_on, minutes_point, minutes_said]
  review_at: [review_no, registered]
columns:
  listed: {vi: "sổ có cuộc xem xét ngày này hay không", en: "whether the register holds a review of that day"}
  registered: {vi: "sổ ghi là đã xem xét mục này", en: "whether the register says that it was considered"}
*/
-- Held against the one review that the register has on that day; a review without a day may be a
-- second one of it. What minutes do not mention is no contradiction: other words may mention it.
WITH dated AS (
  SELECT unit, reviewed_on, count(*) AS reviews, min(review_no) AS review_no, min(seen_at) AS review_at
  FROM iso_reviews WHERE reviewed_on IS NOT NULL GROUP BY unit, reviewed_on
),
undated AS (SELECT DISTINCT unit FROM iso_reviews WHERE reviewed_on IS NULL)
SELECT m.unit, m.seen_at AS point_at, m.minutes_kind, m.minutes_held_on, m.minutes_point,
  m.minutes_said, h.review_at, h.review_no,
  CASE WHEN m.minutes_kind = 'audit' OR m.minutes_point = 'finding' THEN FALSE
    WHEN h.unit IS NOT NULL THEN m.minutes_kind = 'review'
    WHEN m.minutes_held_on IS NULL OR n.unit IS NOT NULL THEN NULL ELSE FALSE END AS listed,
  CASE WHEN n.unit IS NOT NULL OR h.reviews > 1 THEN NULL
    WHEN m.minutes_point = 'in_previous_actions' THEN r.in_previous_actions
    WHEN m.minutes_point = 'in_changes' THEN r.in_changes
    WHEN m.minutes_point = 'in_feedback' THEN r.in_feedback
    WHEN m.minutes_point = 'in_objectives' THEN r.in_objectives
    WHEN m.minutes_point = 'in_performance' THEN r.in_performance
    WHEN m.minutes_point = 'in_nonconformities' THEN r.in_nonconformities
    WHEN m.minutes_point = 'in_monitoring' THEN r.in_monitoring
    WHEN m.minutes_point = 'in_audits' THEN r.in_audits
    WHEN m.minutes_point = 'in_suppliers' THEN r.in_suppliers
    WHEN m.minutes_point = 'in_resources' THEN r.in_resources
    WHEN m.minutes_point = 'in_risks' THEN r.in_risks
    WHEN m.minutes_point = 'in_improvement' THEN r.in_improvement
    WHEN m.minutes_point = 'out_improvement' THEN r.out_improvement
    WHEN m.minutes_point = 'out_changes' THEN r.out_changes
    WHEN m.minutes_point = 'out_resources' THEN r.out_resources END AS registered
FROM iso_minutes_points m
LEFT JOIN dated h ON h.unit = m.unit AND h.reviewed_on = m.minutes_held_on
LEFT JOIN undated n ON n.unit = m.unit
LEFT JOIN iso_reviews r ON r.unit = m.unit AND r.seen_at = h.review_at AND h.reviews = 1
