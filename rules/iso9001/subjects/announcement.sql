/*
title:
  vi: Lần công bố hệ thống quản lý chất lượng
  en: Announcements of the system
label: {vi: "Bản công bố {announcement_no}", en: "Announcement {announcement_no}"}
places:
  announcement_at: [announcement_no, announced_on, standard, procedures, on_form, confirmed_on, notified_on, posted_on, on_website_on, no_website]
columns:
  is_latest: {vi: "đây có phải lần công bố mới nhất hay không", en: "whether it is the latest one"}
  edition: {vi: "phiên bản tiêu chuẩn ghi trong bản công bố", en: "the edition that the announcement names"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
-- The latest announcement is the one in force. A row without a day may be later than all others.
WITH day AS (
  SELECT unit, max(announced_on) FILTER (WHERE announced_on <= as_of) AS last_on,
    bool_or(announced_on IS NULL) AS unsure
  FROM iso_announcements CROSS JOIN run GROUP BY unit
)
SELECT a.*, a.seen_at AS announcement_at, run.as_of,
  CASE WHEN a.announced_on > run.as_of OR a.announced_on < d.last_on THEN FALSE
    WHEN d.unsure THEN NULL ELSE TRUE END AS is_latest,
  CASE WHEN contains(a.standard, '2015') AND contains(a.standard, '2008') THEN NULL
    WHEN contains(a.standard, '2015') THEN '2015'
    WHEN contains(a.standard, '2008') THEN '2008' END AS edition
FROM iso_announcements a JOIN day d ON d.unit = a.unit CROSS JOIN run
