/*
title:
  vi: Thủ tục đang niêm yết và trang trên Cơ sở dữ liệu quốc gia
  en: Procedures on display and their pages in the national database
label: {vi: "{code} – {name} ({channel})", en: "{code} – {name} ({channel})"}
places:
  posting_at: [code, name, channel, posted_on, removed_on, shows_form, shows_fee, shows_conditions, shows_result]
columns:
  active: {vi: đang niêm yết vào ngày xét, en: whether it is on display on the day}
  has_page: {vi: thủ tục có trang trên Cơ sở dữ liệu quốc gia, en: whether it has a page in the national database}
  page_form: {vi: trang có mẫu đơn, en: whether the page has a form}
  page_fee: {vi: "trang nêu phí, lệ phí", en: whether the page shows a fee}
  page_conditions: {vi: "trang nêu yêu cầu, điều kiện", en: whether the page shows conditions}
  page_result: {vi: trang nêu kết quả, en: whether the page shows the result}
*/
-- What the page of the same code shows of point h; two pages of one code at odds show nothing for
-- certain. A page whose code cannot be read may be the procedure's.
WITH page AS (
  SELECT unit, code, the_one(shows_form) AS shows_form, the_one(shows_fee) AS shows_fee,
    the_one(shows_conditions) AS shows_conditions, the_one(shows_result) AS shows_result
  FROM national_pages WHERE code IS NOT NULL GROUP BY unit, code
),
nameless AS (SELECT DISTINCT unit FROM national_pages WHERE code IS NULL)
SELECT b.*, b.seen_at AS posting_at,
  b.posted_on <= run.as_of AND b.removed_on > run.as_of AS active,
  CASE WHEN g.code IS NOT NULL THEN TRUE WHEN b.code IS NULL OR n.unit IS NOT NULL THEN NULL
    ELSE FALSE END AS has_page,
  CASE WHEN n.unit IS NULL THEN g.shows_form END AS page_form,
  CASE WHEN n.unit IS NULL THEN g.shows_fee END AS page_fee,
  CASE WHEN n.unit IS NULL THEN g.shows_conditions END AS page_conditions,
  CASE WHEN n.unit IS NULL THEN g.shows_result END AS page_result
FROM postings b CROSS JOIN run
LEFT JOIN page g ON g.unit = b.unit AND g.code = b.code
LEFT JOIN nameless n ON n.unit = b.unit
