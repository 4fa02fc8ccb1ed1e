/*
title:
  vi: Đầu ra của cuộc xem xét của lãnh đạo
  en: Outputs of management reviews
label: {vi: "Cuộc xem xét {review_no}: {item_name}", en: "Review {review_no}: {item}"}
places:
  review_at: [review_no, reviewed_on]
columns:
  held: {vi: "đã diễn ra, trong kỳ kiểm tra", en: "whether it was held, in the period"}
  item: {vi: "mục phải xem xét", en: "what has to be considered"}
  item_name: {vi: "tên mục phải xem xét", en: "its name"}
  covered: {vi: "đầu ra này đã được xem xét", en: "whether it was considered"}
*/
WITH listed AS (
  SELECT unit, seen_at, review_no, reviewed_on, 'improvement' AS item, 'cải tiến' AS item_name,
    out_improvement AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'changes' AS item, 'thay đổi hệ thống' AS item_name,
    out_changes AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'resources' AS item, 'nhu cầu nguồn lực' AS item_name,
    out_resources AS covered FROM iso_reviews
)
SELECT l.unit, l.seen_at AS review_at, l.review_no, l.reviewed_on, l.item, l.item_name, l.covered,
  l.reviewed_on < run.as_of AND l.reviewed_on BETWEEN u.period_from AND u.period_to AS held
FROM listed l JOIN units u ON u.unit = l.unit CROSS JOIN run
