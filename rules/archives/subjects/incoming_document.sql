/*
title: {vi: Văn bản trong sổ đăng ký văn bản đến, en: Documents of the register of incoming documents}
label: {vi: "Văn bản đến số {arrival_number}", en: "Incoming document {arrival_number}"}
places:
  entry_at: [arrival_number, arrived_on, author, number, abstract, receiver, passed_on, due_on, finished_on, reply_number, in_system, note]
columns:
  in_period: {vi: văn bản đến trong kỳ kiểm tra, en: whether it arrived in the period}
  has_previous: {vi: trong năm có số đến nhỏ hơn, en: whether a smaller number exists in the year}
  previous: {vi: số đến liền trước, en: number before it}
  previous_on: {vi: ngày của số đến liền trước, en: day of the number before it}
  unbroken: {vi: liền ngay sau số đến trước, en: whether it follows the number before it}
  in_turn: {vi: ngày đến không sớm hơn ngày của số trước, en: whether it arrived no earlier than that}
  unique_number: {vi: số đến không trùng trong năm, en: whether the number is unique in the year}
  passing_days: {vi: số ngày làm việc từ ngày đến đến ngày chuyển, en: working days to pass it on}
  as_of: {vi: ngày xét, en: day of the check}
*/
-- One row an entry. Numbers run through the year for paper and electronic documents together
-- (art. 22.2). A number or day that nobody can read may be the one that is looked for: then nothing
-- is missing for certain. One document given to two receivers stands twice under one number.
WITH read AS (
  SELECT i.*, i.seen_at AS entry_at, year(i.arrived_on) AS year,
    CASE WHEN regexp_matches(i.arrival_number, '^\s*\d{1,6}\s*$')
      THEN CAST(trim(i.arrival_number) AS BIGINT) END AS ordinal
  FROM incoming_documents i
),
unread AS (
  SELECT unit, bool_or(ordinal IS NULL OR year IS NULL) AS an_entry FROM read GROUP BY unit
),
numbers AS (
  SELECT unit, year, ordinal, min(arrived_on) AS earliest, max(arrived_on) AS latest, count(*) AS n,
    count(DISTINCT number_key(number)) AS marks, count(DISTINCT folded(author)) AS authors,
    count(number) = count(*) AND count(author) = count(*) AS all_known
  FROM read WHERE year IS NOT NULL AND ordinal IS NOT NULL GROUP BY unit, year, ordinal
),
steps AS (
  SELECT *, lag(ordinal) OVER w AS previous, lag(earliest) OVER w AS earliest_before,
    lag(latest) OVER w AS latest_before
  FROM numbers WINDOW w AS (PARTITION BY unit, year ORDER BY ordinal)
)
SELECT e.unit, e.entry_at, e.arrival_number, e.arrived_on, e.author, e.number, e.abstract,
  e.receiver, e.passed_on, e.due_on, e.finished_on, e.reply_number, e.in_system, e.note,
  s.previous, s.latest_before AS previous_on, run.as_of,
  e.arrived_on BETWEEN p.period_from AND p.period_to AS in_period,
  CASE WHEN s.previous IS NOT NULL THEN TRUE
    WHEN s.ordinal IS NULL OR u.an_entry THEN NULL ELSE FALSE END AS has_previous,
  CASE WHEN e.ordinal = s.previous + 1 THEN TRUE WHEN s.ordinal IS NULL OR u.an_entry THEN NULL
    ELSE e.ordinal = s.previous + 1 END AS unbroken,
  CASE WHEN u.an_entry OR s.n > 1 OR s.earliest_before <> s.latest_before THEN NULL
    ELSE e.arrived_on >= s.latest_before END AS in_turn,
  CASE WHEN s.marks > 1 OR s.authors > 1 THEN FALSE WHEN s.ordinal IS NULL OR u.an_entry THEN NULL
    WHEN s.n = 1 OR s.all_known THEN TRUE END AS unique_number,
  passed.number - arrived.number AS passing_days
FROM read e
JOIN units p ON p.unit = e.unit
CROSS JOIN run
JOIN unread u ON u.unit = e.unit
LEFT JOIN steps s ON s.unit = e.unit AND s.year = e.year AND s.ordinal = e.ordinal
LEFT JOIN working_days arrived ON arrived.day = e.arrived_on
LEFT JOIN working_days passed ON passed.day = e.passed_on
