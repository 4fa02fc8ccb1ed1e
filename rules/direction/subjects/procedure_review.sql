/*
title: {vi: "Lĩnh vực rà soát thủ tục hành chính", en: Fields whose procedures are reviewed}
label: {vi: "Lĩnh vực {reviewed_field} năm {review_year}", en: "{reviewed_field}, {review_year}"}
places:
  review_at: [reviewed_field, review_year, procedures, reviewed, proposals]
columns:
  counts: {vi: năm rà soát thuộc kỳ kiểm tra, en: whether the year is in the period}
*/
SELECT r.*, r.seen_at AS review_at,
  r.review_year BETWEEN year(u.period_from) AND year(u.period_to) AS counts
FROM procedure_reviews r JOIN units u ON u.unit = r.unit
