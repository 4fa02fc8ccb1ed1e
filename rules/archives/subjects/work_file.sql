/*
title: {vi: Hồ sơ công việc đã kết thúc, en: Work files of jobs that have ended}
label: {vi: "Hồ sơ {file_no}", en: "File {file_no}"}
places:
  file_at: [file_no, title, retention, opened_on, ended_on, medium, construction, settled_on, closing_certificate, sheets, handed_over_on, kept_until, consent_no, inventories, minutes]
columns:
  closed: {vi: công việc đã kết thúc, en: whether the job has ended}
  must_hand_over: {vi: "hồ sơ bảo quản từ 05 năm trở lên", en: whether it is kept 5 years or more}
  kept_back: {vi: hồ sơ được giữ lại, en: whether it is kept back}
  consented: {vi: có văn bản đồng ý cho giữ lại, en: whether the head has consented}
  paper: {vi: là hồ sơ giấy, en: whether it is on paper}
  due_after_end: {vi: hạn nộp lưu (01 năm từ ngày kết thúc), en: due a year after the end}
  due_after_year: {vi: hạn nộp lưu (hết năm sau năm kết thúc), en: due at the end of the next year}
  due_electronic: {vi: hạn nộp lưu hồ sơ điện tử, en: due day of electronic files}
  due_construction: {vi: hạn nộp lưu hồ sơ xây dựng cơ bản, en: due day of construction files}
  due_on: {vi: hạn nộp lưu theo loại hồ sơ và ngày kết thúc, en: due day by kind and day of the end}
  kept_at_most: {vi: ngày cuối cùng được giữ lại, en: last day on which it may be kept back}
  pages_due: {vi: phải đánh số tờ, en: whether its sheets have to be numbered}
  as_of: {vi: ngày xét, en: day of the check}
*/
-- One row a file. Years of keeping are read from the words of the list of files ("20 năm", "Vĩnh
-- viễn"); other words say nothing. A job that has not ended, a work not settled, is never due.
-- "due_on" is the day from which two years of keeping back are counted (Decree 30/2020 art. 31.3d):
-- of construction files three months after settlement, of others a year after the end; where the job
-- ended from 01/7/2025 on (Law 33/2024) the end of the next year, of electronic files 60 days.
WITH read AS (
  SELECT w.*, w.seen_at AS file_at,
    CASE WHEN folded(w.retention) LIKE 'vinh vien%' THEN 1000
      WHEN regexp_matches(w.retention, '^\s*\d{1,3}\s*(?i:năm)\s*$')
        THEN CAST(regexp_extract(w.retention, '\d{1,3}') AS INTEGER) END AS years
  FROM work_files w
),
dated AS (
  SELECT *, CASE WHEN ended_on < never() THEN ended_on END AS ended,
    CASE WHEN settled_on < never() THEN settled_on END AS settled
  FROM read
),
due AS (
  SELECT *,
    CASE WHEN ended_on = never() THEN never() ELSE months_after(ended, 12) END AS due_after_end,
    CASE WHEN ended_on = never() THEN never()
      ELSE make_date(year(ended) + 1, 12, 31) END AS due_after_year,
    CASE WHEN ended_on = never() THEN never() ELSE ended + 60 END AS due_electronic,
    CASE WHEN settled_on = never() THEN never() ELSE months_after(settled, 3) END AS due_construction
  FROM dated
),
judged AS (
  SELECT *, CASE WHEN construction THEN due_construction WHEN construction IS NULL THEN NULL
    WHEN ended_on < DATE '2025-07-01' THEN due_after_end WHEN medium = 'paper' THEN due_after_year
    WHEN medium = 'electronic' THEN due_electronic END AS due_on
  FROM due
)
SELECT d.unit, d.file_at, d.file_no, d.title, d.retention, d.opened_on, d.ended_on, d.medium,
  d.construction, d.settled_on, d.closing_certificate, d.sheets, d.handed_over_on, d.kept_until,
  d.consent_no, d.inventories, d.minutes, run.as_of,
  d.ended_on <= run.as_of AS closed,
  d.years >= 5 AS must_hand_over, d.years >= 5 AS pages_due,
  d.kept_until < never() AS kept_back, d.consent_no <> '' AS consented,
  d.medium = 'paper' AS paper,
  d.due_after_end, d.due_after_year, d.due_electronic, d.due_construction, d.due_on,
  CASE WHEN d.due_on = never() THEN never() ELSE months_after(d.due_on, 24) END AS kept_at_most
FROM judged d CROSS JOIN run
