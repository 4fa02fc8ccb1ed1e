/*
title:
  vi: "Bản niêm yết địa chỉ tiếp nhận phản ánh, kiến nghị"
  en: Postings of the feedback address
label: {vi: "{agency} ({channel})", en: "{agency} ({channel})"}
places:
  feedback_at: [channel, agency, address, postal_address, phone, website, email, posted_on, removed_on]
columns:
  active: {vi: đang niêm yết vào ngày xét, en: whether it is on display on the day}
*/
SELECT f.*, f.seen_at AS feedback_at,
  f.posted_on <= run.as_of AND f.removed_on > run.as_of AS active
FROM feedback_addresses f CROSS JOIN run
