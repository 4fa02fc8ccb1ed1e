/*
title: {vi: Người được cử đến Bộ phận Một cửa, en: Staff posted to the one-stop unit}
label: {vi: "{officer}, từ ngày {assigned_on}", en: "{officer}, from {assigned_on}"}
places:
  officer_at: [officer, assigned_on, until, experience_years, rank]
columns:
  counts: {vi: "làm việc tại Bộ phận Một cửa trong kỳ kiểm tra", en: whether posted in the period}
  ended: {vi: đã thôi làm việc tại Bộ phận Một cửa, en: whether the posting has ended}
  as_of: {vi: ngày xét, en: day of the check}
  last_day: {vi: ngày cuối cùng tính đến ngày xét, en: last day up to the day of the check}
*/
SELECT s.*, s.seen_at AS officer_at, run.as_of,
  s.assigned_on <= u.period_to AND s.until >= u.period_from AND s.assigned_on <= run.as_of AS counts,
  s.until <= run.as_of AS ended, CASE WHEN s.until <= run.as_of THEN s.until WHEN s.until > run.as_of THEN run.as_of END AS last_day
FROM one_stop_staff s JOIN units u ON u.unit = s.unit CROSS JOIN run
