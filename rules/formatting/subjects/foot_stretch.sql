/*
title: {vi: Chữ ở phần cuối văn bản, en: Text at the foot of documents}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text, font, size_pt, bold, italic, align]
  document_at: [document]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  role: {vi: thành phần thể thức, en: component}
  upright: {vi: chữ đứng, en: upright}
  lettered: {vi: đoạn có chữ cái, en: whether there are letters}
  filled: {vi: chữ thật hay chỗ để điền, en: whether it is text and no blank to be filled in}
*/
-- Stretches, with what the foot has to ask. Blanks and place-holders get their look when they are
-- filled in.
SELECT s.*,
  CASE WHEN NOT regexp_matches(s.text, '\.\.|…|_|[{}<>\[\]]') THEN TRUE END AS filled,
  regexp_matches(s.text, '\p{L}') AS lettered
FROM stretch s
