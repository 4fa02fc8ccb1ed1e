/*
title: {vi: Khoản có tiêu đề, en: Clauses with titles}
label: {vi: "{document}: «{title}»", en: "{document}: «{title}»"}
places:
  seen_at: {title: text, title_bold: bold, title_upright: italic}
  document_at: [document]
  title_at: [own_line]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  titled: {vi: khoản chắc chắn có tiêu đề, en: whether the clause certainly has a title}
  title: {vi: tiêu đề của khoản, en: title of the clause}
  own_line: {vi: tiêu đề đứng riêng một dòng, en: whether the title stands on a line of its own}
  title_bold: {vi: tiêu đề đậm, en: whether the title is bold}
  title_upright: {vi: tiêu đề đứng, en: whether the title is upright}
*/
-- One row a clause. A title is a short line without any mark at its end that has prose or points
-- below it; or bold words that end like a sentence, or stand where other clauses have a
-- title, with a sentence behind them. What ends with a colon introduces a list or names a thing.
WITH clauses AS (
  SELECT b.*,
    CASE WHEN b.paragraph IS NULL THEN NULL
      WHEN coalesce(b.next_paragraph <> b.paragraph + 1, TRUE) THEN FALSE
      ELSE b.next_kind IN ('text', 'point') AND NOT b.long AND length(b.text) <= 90
        AND NOT regexp_matches(b.text, '[:;\n]|[.,?!…)”"][\s\p{Z}]*$')
        AND regexp_matches(b.text, '\p{L}+[\s\p{Z}]+\p{L}+')
        AND regexp_matches(b.next_text, '^[\s\p{Z}]*(\p{Lu}|[a-zđ]\))')
        AND regexp_matches(b.next_text, '[.;:][\s\p{Z}]*$') END AS alone
  FROM body_order b
  WHERE (b.kind = 'clause') IS NOT FALSE
),
kept AS (
  SELECT unit, document, known_any(kind = 'clause' AND alone AND bold) AS titles_alone FROM clauses GROUP BY unit, document
),
looks AS (
  SELECT unit, document, paragraph, count(bold) = count(*) AS told,
    min(text) FILTER (WHERE start = 0 AND bold) AS title,
    bool_or(italic) FILTER (WHERE start = 0 AND bold) AS slanted,
    bool_or(bold) FILTER (WHERE start > 0 AND regexp_matches(text, '[\p{L}0-9]')) AS bold_behind
  FROM document_texts WHERE role = 'body'
  GROUP BY unit, document, paragraph
),
heads AS (
  SELECT c.*, l.told, l.title AS head, l.slanted, l.bold_behind, k.titles_alone,
    regexp_extract(l.title, '^[\s\p{Z}]*(?:[0-9]{1,2}[.)/])?[\s\p{Z}]*(.*?)[\s\p{Z}]*$', 1) AS words
  FROM clauses c
  LEFT JOIN kept k ON k.unit = c.unit AND k.document = c.document
  LEFT JOIN looks l ON l.unit = c.unit AND l.document = c.document AND l.paragraph = c.paragraph
),
read AS (
  SELECT h.*,
    CASE WHEN h.paragraph IS NULL OR h.told IS NOT TRUE THEN NULL
      WHEN h.head IS NULL OR coalesce(h.bold_behind, TRUE) THEN FALSE
      ELSE h.long AND regexp_full_match(h.words, '\p{Lu}\p{L}*([\s\p{Z}]+\p{L}+){2,15}\.?')
        AND (ends_with(h.words, '.') OR h.titles_alone)
        AND regexp_matches(substr(h.text, length(h.head) + 1), '^[\s\p{Z}]*\p{Lu}') END AS run_in
  FROM heads h
)
SELECT r.unit, r.document, r.paragraph, r.seen_at, r.doc_type, r.document_at, r.administrative,
  -- Where a number may be Word's own and is not known, it is no clause for certain.
  r.kind = 'clause' AND (r.alone OR r.run_in) AS titled,
  CASE WHEN r.alone THEN r.seen_at END AS title_at, r.alone AS own_line,
  CASE WHEN r.run_in THEN r.head ELSE r.text END AS title,
  CASE WHEN r.run_in THEN TRUE ELSE r.bold END AS title_bold,
  CASE WHEN r.run_in THEN NOT r.slanted ELSE r.upright END AS title_upright
FROM read r
