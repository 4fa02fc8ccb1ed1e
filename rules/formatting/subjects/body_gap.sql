/*
title: {vi: Khoảng cách giữa hai đoạn văn liền nhau, en: Space between two paragraphs in a row}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text, space_after_pt]
  document_at: [document]
columns:
  next_text: {vi: đoạn dưới, en: paragraph below}
  neighbours: {vi: hai đoạn văn liền nhau, en: whether two paragraphs of text stand in a row}
  gap_least_pt: {vi: khoảng cách ít nhất, en: least space}
  gap_most_pt: {vi: khoảng cách nhiều nhất, en: greatest space}
  added: {vi: hai khoảng cách được cộng lại, en: whether the two spaces are added}
*/
-- One row a paragraph of the content and the one right below it. An empty paragraph or a table in
-- between is space of another kind. Word adds the space after one to that before the next, or takes
-- the greater of the two, by a setting of the file: where both are there, the space lies between.
WITH pairs AS (
  SELECT b.*, lead(b.paragraph) OVER down AS next_paragraph, lead(b.text) OVER down AS next_text,
    lead(b.kind) OVER down AS next_kind, lead(b.space_before_pt) OVER down AS next_before_pt
  FROM body_paragraph b
  WINDOW down AS (PARTITION BY b.unit, b.document ORDER BY b.paragraph)
)
SELECT p.*,
  CASE WHEN p.paragraph IS NULL THEN NULL
    WHEN coalesce(p.next_paragraph <> p.paragraph + 1, TRUE) THEN FALSE
    -- A telegram begins with its addressees, which the reader takes for content.
    WHEN p.kind = 'dash' AND p.doc_type = 'công điện' THEN NULL
    ELSE p.kind IN ('text', 'clause', 'point', 'dash', 'article')
      AND p.next_kind IN ('text', 'clause', 'point', 'dash', 'article')
      AND p.align IN ('left', 'justify') END AS neighbours,
  CASE WHEN p.space_after_pt >= p.next_before_pt THEN p.space_after_pt
    WHEN p.space_after_pt < p.next_before_pt THEN p.next_before_pt END AS gap_least_pt,
  p.space_after_pt + p.next_before_pt AS gap_most_pt,
  CASE WHEN p.space_after_pt = 0 OR p.next_before_pt = 0 THEN FALSE END AS added
FROM pairs p
