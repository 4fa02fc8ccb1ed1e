/*
title:
  vi: Cuộc xem xét của lãnh đạo trong kỳ
  en: Management reviews of the period
label: {vi: "Cuộc xem xét {review_no}", en: "Review {review_no}"}
places:
  review_at: [review_no, reviewed_on, chaired_by, minutes_no]
columns:
  held: {vi: "đã diễn ra, trong kỳ kiểm tra", en: "whether it was held, in the period"}
*/
SELECT r.unit, r.seen_at AS review_at, r.review_no, r.reviewed_on, r.chaired_by, r.minutes_no,
  r.reviewed_on < run.as_of AND r.reviewed_on BETWEEN u.period_from AND u.period_to AS held
FROM iso_reviews r JOIN units u ON u.unit = r.unit CROSS JOIN run
