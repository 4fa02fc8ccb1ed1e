/*
title:
  vi: Lần tạm dừng dịch vụ công trực tuyến theo kế hoạch
  en: Planned outages of online services
label: {vi: "{system}, từ {starts_on}", en: "{system}, from {starts_on}"}
places:
  outage_at: [system, notified_on, starts_on]
columns:
  in_period: {vi: ngày bắt đầu có trong kỳ, en: whether it began in the period}
  notice_days: {vi: số ngày làm việc từ ngày thông báo đến ngày tạm dừng, en: working days of notice}
  notified: {vi: đã thông báo trước khi tạm dừng, en: whether notice was given before it began}
*/
-- "notice_days": working days after the day of the notice up to the day on which the outage begins.
SELECT o.*, o.seen_at AS outage_at,
  o.starts_on BETWEEN u.period_from AND u.period_to AS in_period,
  o.notified_on <= o.starts_on AS notified,
  last.number - first.number AS notice_days
FROM outage_notices o
JOIN units u ON u.unit = o.unit
LEFT JOIN working_days first ON first.day = o.notified_on
LEFT JOIN working_days last ON last.day = o.starts_on
