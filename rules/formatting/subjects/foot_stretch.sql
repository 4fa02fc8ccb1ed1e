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
  one_body: {vi: văn bản có phải do một cơ quan ký, en: whether one body signs the document}
*/
-- Stretches, with what the foot has to ask. Blanks and place-holders get their look when they are
-- filled in. Contracts, memoranda and agreements are signed by parties, for whom Appendix III has
-- no form: whether box 7 is meant for them is left open.
SELECT s.*,
  CASE WHEN NOT regexp_matches(s.text, '\.\.|…|_|[{}<>\[\]]') THEN TRUE END AS filled,
  regexp_matches(s.text, '\p{L}') AS lettered,
  CASE WHEN s.doc_type IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận') THEN NULL ELSE TRUE END
    AS one_body
FROM stretch s
