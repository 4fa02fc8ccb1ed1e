/*
title: {vi: Văn bản trong sổ đăng ký văn bản đi, en: Documents of the register of outgoing documents}
label: {vi: "Văn bản {number}", en: "Document {number}"}
places:
  entry_at: [number, symbol, doc_type, abstract, issued_on, signed_on, registered_on, signer, recipients, sent_on, note]
columns:
  unique_number: {vi: "số, ký hiệu không trùng trong năm", en: whether the number is unique within the year}
  has_previous: {vi: trong năm có số nhỏ hơn cùng ký hiệu, en: whether a smaller number of the symbol exists}
  previous: {vi: số liền trước cùng ký hiệu, en: number before it}
  unbroken: {vi: từ số trước đến số này không thiếu số nào, en: whether no number is missing before it}
  unbroken_in_type: {vi: số này liền ngay sau số trước cùng ký hiệu, en: whether it follows the number before it}
  series_unsettled: {vi: cơ quan đánh số chung hay riêng từng loại, en: whether there is one series or one for each type}
  previous_on: {vi: ngày của số liền trước cùng ký hiệu, en: date of the number before it}
  in_turn: {vi: ngày không sớm hơn ngày của số trước, en: whether its date is not before that}
  registering_days: {vi: số ngày làm việc từ ngày ký đến ngày đăng ký, en: working days to register}
  sending_days: {vi: số ngày làm việc từ ngày ký đến ngày chuyển, en: working days to send}
  plain_number: {vi: số thứ tự không chèn chữ, en: whether no letter follows the number}
  in_period: {vi: văn bản có trong kỳ kiểm tra, en: whether it falls in the period}
*/
-- One row an entry. A series is what has one symbol ("QĐ-UBND"): whatever the head has decided on
-- numbering (art. 15.1.c), documents of one symbol are of one series, so a number that no document
-- has, between two numbers of one symbol, is missing in every reading. A number or a date that
-- nobody can read may be the one that is looked for: then nothing is missing for certain. An entry
-- without a day may be of this year: it can stand between a number and the one before it.
WITH read AS (
  SELECT o.*, o.seen_at AS entry_at,
    CASE WHEN regexp_matches(o.number, '^\s*(?i:số)?[\s:.]*\d{1,6}\s*(?:[a-zA-ZđĐ]{1,2}\s*)?(?:/|-|$)')
      THEN CAST(regexp_extract(o.number, '\d{1,6}') AS BIGINT) END AS ordinal,
    regexp_extract(o.number, '^\s*(?i:số)?[\s:.]*\d{1,6}\s*([a-zA-ZđĐ]{1,2})\s*(?:/|-|$)', 1) AS inserted,
    number_key(regexp_extract(o.number, '^[^/-]*[/-](.*)$', 1)) AS own_symbol,
    year(o.issued_on) AS year,
    regexp_matches(o.note || ' ' || o.abstract, '(?i:(?:^|[^\p{L}])mật(?:$|[^\p{L}]))') AS secret
  FROM outgoing_documents o
),
entries AS (
  SELECT *,
    CASE WHEN own_symbol <> '' THEN own_symbol WHEN number_key(symbol) <> '' THEN number_key(symbol)
      WHEN own_symbol = '' AND folded(doc_type) <> '' THEN folded(doc_type) END AS series,
    CASE WHEN own_symbol <> '' THEN own_symbol ELSE number_key(symbol) END AS full_symbol
  FROM read
),
doubles AS (
  SELECT unit, year, ordinal, inserted, full_symbol,
    count(DISTINCT CASE WHEN NOT secret THEN folded(abstract) END) AS subjects
  FROM entries
  WHERE year IS NOT NULL AND ordinal IS NOT NULL AND full_symbol <> ''
  GROUP BY unit, year, ordinal, inserted, full_symbol
),
unread AS (
  SELECT unit, bool_or(ordinal IS NULL OR series IS NULL) AS a_place,
    bool_or(year IS NULL) AS a_day,
    bool_or(ordinal IS NULL OR year IS NULL OR full_symbol IS NULL OR full_symbol = '') AS an_entry
  FROM entries GROUP BY unit
),
undated AS (
  SELECT unit, series, min(ordinal) AS lowest, max(ordinal) AS highest FROM entries
  WHERE year IS NULL AND ordinal IS NOT NULL AND series IS NOT NULL GROUP BY unit, series
),
taken AS (
  SELECT DISTINCT unit, year, ordinal FROM entries WHERE year IS NOT NULL AND ordinal IS NOT NULL
),
steps AS (
  SELECT unit, year, series, ordinal,
    lag(ordinal) OVER (PARTITION BY unit, year, series ORDER BY ordinal) AS previous
  FROM (
    SELECT DISTINCT unit, year, series, ordinal FROM entries
    WHERE year IS NOT NULL AND ordinal IS NOT NULL AND series IS NOT NULL
  )
),
between_them AS (
  SELECT s.unit, s.year, s.series, s.ordinal, s.previous, count(t.ordinal) AS others
  FROM steps s
  LEFT JOIN taken t ON t.unit = s.unit AND t.year = s.year
    AND t.ordinal > s.previous AND t.ordinal < s.ordinal
  GROUP BY s.unit, s.year, s.series, s.ordinal, s.previous
),
days AS (
  SELECT unit, year, series, ordinal, min(issued_on) AS earliest, max(issued_on) AS latest
  FROM entries WHERE year IS NOT NULL AND ordinal IS NOT NULL AND series IS NOT NULL
  GROUP BY unit, year, series, ordinal
)
SELECT e.unit, e.entry_at, e.number, e.symbol, e.doc_type, e.abstract, e.issued_on, e.signed_on,
  e.registered_on, e.signer, e.recipients, e.sent_on, e.note, b.previous,
  e.issued_on BETWEEN p.period_from AND p.period_to AS in_period,
  CASE WHEN d.ordinal IS NULL OR e.secret IS NOT FALSE THEN NULL WHEN d.subjects > 1 THEN FALSE
    WHEN u.an_entry OR twins.n > 1 THEN NULL ELSE TRUE END AS unique_number,
  CASE WHEN b.ordinal IS NULL THEN NULL WHEN b.previous IS NOT NULL THEN TRUE
    WHEN u.a_place OR x.lowest < e.ordinal THEN NULL ELSE FALSE END AS has_previous,
  CASE WHEN b.others = e.ordinal - b.previous - 1 THEN TRUE
    WHEN u.a_place OR u.a_day THEN NULL
    WHEN b.others < e.ordinal - b.previous - 1 THEN FALSE END AS unbroken,
  CASE WHEN e.ordinal = b.previous + 1 THEN TRUE WHEN u.a_place OR u.a_day THEN NULL
    WHEN e.ordinal > b.previous + 1 THEN FALSE END AS unbroken_in_type,
  CASE WHEN FALSE THEN TRUE END AS series_unsettled,
  before.latest AS previous_on,
  CASE WHEN u.a_place OR (x.lowest <= e.ordinal AND x.highest >= b.previous) THEN NULL
    WHEN before.latest > e.issued_on AND before.earliest = before.latest AND twins.n = 1
      THEN FALSE
    WHEN before.latest <= e.issued_on THEN TRUE END AS in_turn,
  registered.number - signed.number AS registering_days,
  CASE WHEN e.signed_on <= e.sent_on THEN sent.number - signed.number END AS sending_days,
  CASE WHEN e.ordinal IS NOT NULL THEN e.inserted = '' END AS plain_number
FROM entries e
JOIN units p ON p.unit = e.unit
JOIN unread u ON u.unit = e.unit
LEFT JOIN undated x ON x.unit = e.unit AND x.series = e.series
LEFT JOIN doubles d ON d.unit = e.unit AND d.year = e.year AND d.ordinal = e.ordinal
  AND d.inserted = e.inserted AND d.full_symbol = e.full_symbol
LEFT JOIN (
  SELECT unit, year, ordinal, series, count(*) AS n FROM entries GROUP BY unit, year, ordinal, series
) twins ON twins.unit = e.unit AND twins.year = e.year AND twins.ordinal = e.ordinal
  AND twins.series = e.series
LEFT JOIN between_them b ON b.unit = e.unit AND b.year = e.year AND b.series = e.series
  AND b.ordinal = e.ordinal
LEFT JOIN days before ON before.unit = e.unit AND before.year = e.year AND before.series = e.series
  AND before.ordinal = b.previous
LEFT JOIN working_days signed ON signed.day = e.signed_on
LEFT JOIN working_days registered ON registered.day = e.registered_on
LEFT JOIN working_days sent ON sent.day = e.sent_on
