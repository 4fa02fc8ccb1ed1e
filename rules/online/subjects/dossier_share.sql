/*
title:
  vi: "Tỷ lệ hồ sơ trực tuyến, thanh toán trực tuyến, qua bưu chính"
  en: Shares of dossiers filed online, paid online, by post
label: {vi: "{kind_shown}", en: "{kind_shown}"}
columns:
  kind: {vi: loại tỷ lệ, en: kind of share}
  done: {vi: số hồ sơ như vậy, en: dossiers of that kind}
  total: {vi: số hồ sơ, en: dossiers}
  share_least: {vi: tỷ lệ thấp nhất có thể, en: least possible share}
  share_most: {vi: tỷ lệ cao nhất có thể, en: greatest possible share}
  unsure: {vi: số hồ sơ chưa rõ, en: dossiers of which that is not known}
*/
-- One row a unit and kind, over the dossiers received in the period; paid online among those that
-- cost something.
WITH received AS (
  SELECT d.unit, d.received_on BETWEEN u.period_from AND u.period_to AS a, d.channel, d.fee,
    d.payment, d.return_channel
  FROM dossiers d JOIN units u ON u.unit = d.unit
),
judged AS (
  SELECT unit, 'filed_online' AS kind, a, channel = 'online' AS m FROM received
  UNION ALL
  SELECT unit, 'paid_online' AS kind, a AND fee > 0 AS a, payment = 'online' AS m FROM received
  UNION ALL
  SELECT unit, 'by_post' AS kind, a, channel = 'post' OR return_channel = 'post' AS m FROM received
),
counted AS (
  SELECT unit, kind, count(*) AS total, count(*) FILTER (WHERE a AND m) AS done,
    count(*) FILTER (WHERE a IS NULL OR (a AND m IS NULL)) AS unclear
  FROM judged WHERE a IS NOT FALSE GROUP BY unit, kind
)
SELECT unit, kind, total, done,
  CASE kind WHEN 'filed_online' THEN 'Hồ sơ nộp trực tuyến'
    WHEN 'paid_online' THEN 'Hồ sơ thanh toán trực tuyến'
    ELSE 'Hồ sơ nộp hoặc trả qua bưu chính công ích' END AS kind_shown,
  done * 100.0 / total AS share_least, (done + unclear) * 100.0 / total AS share_most,
  CASE WHEN unclear = 0 THEN FALSE END AS unsure
FROM counted
