/*
title:
  vi: Lần ban hành trên trang bìa và trong bảng theo dõi sửa đổi
  en: The revision on the front page and in the table of revisions
label: {vi: "Quy trình {process_code}", en: "Process {process_code}"}
places:
  sheet_at: [process_code, sheet_revision, sheet_issued_on]
  revision_at: [listed_revision, revised_on]
columns:
  comparable: {vi: "bảng sửa đổi có lần không nhỏ hơn trang bìa, cùng cách đếm", en: "whether the table has as high a revision, counted alike"}
  agrees: {vi: "bảng sửa đổi không có lần nào sau lần trên trang bìa", en: "whether the table has none after that of the front page"}
*/
-- A table that counts otherwise than the front page (issues, amendments) contradicts nothing, nor
-- does one that ends earlier: some offices list what came before. A row that cannot be read, of
-- this process or of one without a code, may be a later revision.
WITH read AS (
  SELECT unit, number_key(process_code) AS number, seen_at, listed_revision, revised_on, counted_alike,
    CASE WHEN regexp_matches(listed_revision, '[0-9]') AND length(regexp_extract(listed_revision, '[0-9]+')) < 10
      THEN CAST(regexp_extract(listed_revision, '[0-9]+') AS BIGINT) END AS counted
  FROM iso_sheet_revisions WHERE counted_alike IS NOT FALSE
),
last AS (
  SELECT unit, number, max(counted) FILTER (WHERE counted_alike) AS latest,
    place_of_max(seen_at, CASE WHEN counted_alike THEN counted END) AS revision_at,
    bool_or(counted IS NULL OR counted_alike IS NULL) AS unread
  FROM read WHERE number IS NOT NULL GROUP BY unit, number
),
nameless AS (SELECT DISTINCT unit FROM read WHERE number IS NULL),
front AS (
  SELECT s.*, s.seen_at AS sheet_at, number_key(s.process_code) AS number,
    CASE WHEN regexp_matches(s.sheet_revision, '[0-9]') AND length(regexp_extract(s.sheet_revision, '[0-9]+')) < 10
      THEN CAST(regexp_extract(s.sheet_revision, '[0-9]+') AS BIGINT) END AS counted
  FROM iso_sheets s
)
SELECT f.unit, f.sheet_at, l.revision_at, f.process_code, f.sheet_revision, f.sheet_issued_on,
  r.listed_revision, r.revised_on,
  CASE WHEN l.latest >= f.counted THEN TRUE
    WHEN l.unit IS NULL AND f.number IS NOT NULL AND n.unit IS NULL THEN FALSE
    WHEN f.number IS NULL OR f.counted IS NULL OR l.unread OR n.unit IS NOT NULL THEN NULL
    ELSE FALSE END AS comparable,
  CASE WHEN l.latest > f.counted THEN FALSE
    WHEN f.number IS NULL OR l.unread OR n.unit IS NOT NULL THEN NULL
    WHEN l.latest = f.counted THEN TRUE END AS agrees
FROM front f
LEFT JOIN last l ON l.unit = f.unit AND l.number = f.number
LEFT JOIN read r ON r.unit = l.unit AND r.seen_at = l.revision_at
LEFT JOIN nameless n ON n.unit = f.unit
