/*
title: {vi: Tỷ lệ văn bản đến xử lý trên phần mềm, en: Share of incoming documents handled in the software}
label: {vi: "{documents} văn bản đến trong kỳ", en: "{documents} incoming documents of the period"}
columns:
  documents: {vi: số văn bản đến trong kỳ, en: documents of the period}
  in_system: {vi: số văn bản xử lý trên phần mềm, en: documents handled in the software}
  at_least: {vi: tỷ lệ thấp nhất có thể, en: least share}
  at_most: {vi: tỷ lệ cao nhất có thể, en: greatest share}
  share: {vi: tỷ lệ xử lý trên phần mềm, en: share handled in the software}
*/
-- One row a unit. What is not known of one document could be either, so the share is an interval.
WITH counted AS (
  SELECT i.unit,
    i.arrived_on BETWEEN u.period_from AND u.period_to AS counts, i.in_system
  FROM incoming_documents i JOIN units u ON u.unit = i.unit
),
shares AS (
  SELECT unit, count(*) FILTER (WHERE counts) AS documents,
    count(*) FILTER (WHERE counts AND in_system) AS in_system,
    count(*) FILTER (WHERE counts AND in_system) AS yes,
    count(*) FILTER (WHERE counts AND NOT in_system) AS no,
    count(*) FILTER (WHERE counts IS NULL AND in_system IS NOT FALSE) AS maybe_yes,
    count(*) FILTER (WHERE counts IS NULL AND in_system IS NOT TRUE) AS maybe_no,
    count(*) FILTER (WHERE counts AND in_system IS NULL) AS unsure
  FROM counted WHERE counts IS NOT FALSE GROUP BY unit
)
SELECT unit, documents, in_system,
  CASE WHEN yes + no + unsure + maybe_no > 0
    THEN 100.0 * yes / (yes + no + unsure + maybe_no) ELSE 0 END AS at_least,
  CASE WHEN yes + no + unsure + maybe_yes > 0
    THEN 100.0 * (yes + unsure + maybe_yes) / (yes + no + unsure + maybe_yes) ELSE 100 END AS at_most,
  CASE WHEN unsure + maybe_yes + maybe_no = 0 THEN 100.0 * yes / (yes + no) END AS share
FROM shares
