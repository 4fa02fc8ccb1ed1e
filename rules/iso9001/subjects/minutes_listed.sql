/*
title:
  vi: Biên bản đánh giá, xem xét và sổ của chúng
  en: Minutes of audits and reviews and their registers
label: {vi: "Biên bản ngày {minutes_held_on}", en: "Minutes of {minutes_held_on}"}
places:
  minutes_at: [minutes_kind, minutes_held_on]
  held_at: [near_no, near_on]
columns:
  in_period: {vi: "ngày họp trong kỳ kiểm tra", en: "whether it was held in the period"}
  listed: {vi: "sổ có cuộc của ngày này hay không", en: "whether the register holds one of that day"}
  near_no: {vi: "cuộc gần ngày đó nhất trong sổ", en: "the nearest one that the register holds"}
  near_on: {vi: "ngày của cuộc gần nhất trong sổ", en: "its day"}
  what: {vi: "loại biên bản", en: "kind of minutes"}
*/
-- Of two that are equally near the earlier one is shown, whatever the order of the rows.
WITH held AS (
  SELECT unit, 'audit' AS kind, audit_no AS no, audited_on AS held_on, seen_at FROM iso_audits
  UNION ALL SELECT unit, 'review', review_no, reviewed_on, seen_at FROM iso_reviews
),
undated AS (SELECT DISTINCT unit, kind FROM held WHERE held_on IS NULL),
near AS (
  SELECT m.unit, m.seen_at AS minutes_at, bool_or(h.held_on = m.minutes_held_on) AS met,
    place_of_min(h.seen_at, CAST(100000 + abs(h.held_on - m.minutes_held_on) AS VARCHAR)
      || CAST(h.held_on AS VARCHAR) || COALESCE(h.no, '')) AS held_at
  FROM iso_minutes m JOIN held h ON h.unit = m.unit AND h.kind = m.minutes_kind
    AND h.held_on < never()
  GROUP BY m.unit, m.seen_at
)
SELECT m.unit, m.seen_at AS minutes_at, m.minutes_kind, m.minutes_held_on,
  CASE m.minutes_kind WHEN 'audit' THEN 'đánh giá nội bộ' WHEN 'review' THEN 'xem xét của lãnh đạo' END AS what,
  x.held_at, h.no AS near_no, h.held_on AS near_on,
  m.minutes_held_on BETWEEN u.period_from AND u.period_to AS in_period,
  CASE WHEN x.met THEN TRUE
    WHEN m.minutes_kind IS NULL OR m.minutes_held_on IS NULL OR n.unit IS NOT NULL THEN NULL
    ELSE FALSE END AS listed
FROM iso_minutes m JOIN units u ON u.unit = m.unit
LEFT JOIN near x ON x.unit = m.unit AND x.minutes_at = m.seen_at
LEFT JOIN held h ON h.unit = x.unit AND h.kind = m.minutes_kind AND h.seen_at = x.held_at
LEFT JOIN undated n ON n.unit = m.unit AND n.kind = m.minutes_kind
