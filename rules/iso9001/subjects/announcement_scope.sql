/*
title:
  vi: Bản công bố mới nhất và danh mục thủ tục
  en: The latest announcement and the list of procedures
label: {vi: "Bản công bố {announcement_no}", en: "Announcement {announcement_no}"}
places:
  announcement_at: [announcement_no, announced_on, procedures]
  listed_at: [code]
columns:
  is_latest: {vi: "đây có phải lần công bố mới nhất hay không", en: "whether it is the latest one"}
  listed: {vi: "số thủ tục của đơn vị trong danh mục, có hiệu lực từ trước ngày công bố", en: "procedures of the unit that were in force on that day"}
  covers_all: {vi: "phạm vi công bố có đủ thủ tục hay không", en: "whether the scope holds them all"}
*/
-- Procedures that were in force on the day of the announcement and still are: those that came later
-- are taken in at the next one. Where no procedure is known to be listed there is nothing to cover.
WITH counted AS (
  SELECT a.announcement_at,
    count(DISTINCT CASE WHEN p.in_scope AND p.live AND p.effective_on <= a.announced_on
      THEN p.code END) AS listed,
    count(*) FILTER (WHERE p.unit IS NOT NULL
      AND (p.in_scope AND p.live AND p.effective_on <= a.announced_on) IS NULL) AS unsure,
    min(p.procedure_at) AS listed_at, min(p.code) AS code
  FROM announcement a LEFT JOIN procedure p ON p.unit = a.unit GROUP BY a.announcement_at
)
SELECT a.unit, a.announcement_at, a.announcement_no, a.announced_on, a.procedures, a.is_latest,
  c.listed, c.listed_at, c.code,
  CASE WHEN a.procedures < c.listed THEN FALSE
    WHEN c.listed > 0 AND a.procedures >= c.listed + c.unsure THEN TRUE END AS covers_all
FROM announcement a JOIN counted c ON c.announcement_at = a.announcement_at
