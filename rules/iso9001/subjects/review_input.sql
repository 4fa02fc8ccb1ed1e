/*
title:
  vi: Đầu vào của cuộc xem xét của lãnh đạo
  en: Inputs of management reviews
label: {vi: "Cuộc xem xét {review_no}: {item_name}", en: "Review {review_no}: {item}"}
places:
  review_at: [review_no, reviewed_on]
columns:
  held: {vi: "đã diễn ra, trong kỳ kiểm tra", en: "whether it was held, in the period"}
  item: {vi: "mục phải xem xét", en: "what has to be considered"}
  item_name: {vi: "tên mục phải xem xét", en: "its name"}
  covered: {vi: "đầu vào này đã được xem xét", en: "whether it was considered"}
*/
WITH listed AS (
  SELECT unit, seen_at, review_no, reviewed_on, 'previous_actions' AS item, 'tình trạng hành động từ lần xem xét trước' AS item_name,
    in_previous_actions AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'changes' AS item, 'thay đổi bên ngoài và nội bộ' AS item_name,
    in_changes AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'feedback' AS item, 'sự hài lòng và phản hồi của người dân' AS item_name,
    in_feedback AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'objectives' AS item, 'mức độ đạt mục tiêu chất lượng' AS item_name,
    in_objectives AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'performance' AS item, 'kết quả thực hiện quá trình' AS item_name,
    in_performance AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'nonconformities' AS item, 'sự không phù hợp và hành động khắc phục' AS item_name,
    in_nonconformities AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'monitoring' AS item, 'kết quả theo dõi và đo lường' AS item_name,
    in_monitoring AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'audits' AS item, 'kết quả đánh giá nội bộ' AS item_name,
    in_audits AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'suppliers' AS item, 'kết quả của nhà cung cấp bên ngoài' AS item_name,
    in_suppliers AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'resources' AS item, 'sự đầy đủ của nguồn lực' AS item_name,
    in_resources AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'risks' AS item, 'hành động giải quyết rủi ro và cơ hội' AS item_name,
    in_risks AS covered FROM iso_reviews
  UNION ALL
  SELECT unit, seen_at, review_no, reviewed_on, 'improvement' AS item, 'cơ hội cải tiến' AS item_name,
    in_improvement AS covered FROM iso_reviews
)
SELECT l.unit, l.seen_at AS review_at, l.review_no, l.reviewed_on, l.item, l.item_name, l.covered,
  l.reviewed_on < run.as_of AND l.reviewed_on BETWEEN u.period_from AND u.period_to AS held
FROM listed l JOIN units u ON u.unit = l.unit CROSS JOIN run
