/*
title: {vi: Câu trong nội dung văn bản, en: Sentences of the content}
label: {vi: "{document}: «{found}»", en: "{document}: «{found}»"}
places:
  seen_at: {found: text}
  document_at: [document]
columns:
  capital: {vi: đầu câu viết hoa, en: whether sentences begin with a capital}
*/
-- One row a paragraph of the content. It surely has a sentence without capital where a word of four
-- small letters, or a syllable with a mark over its vowel, a stop, a space and a small letter follow
-- one another (no abbreviation is so long, and none keeps the mark),
-- or where it begins small after a paragraph that ended with a stop. What goes on after a comma, a
-- semicolon or a colon is no new sentence. Quotations are left open, and so is what follows a table
-- or words that are no content: they may have begun the sentence.
WITH body AS (
  SELECT unit, document, paragraph, seen_at, role, label, text,
    lag(CASE WHEN role = 'body' THEN text END) OVER (
      PARTITION BY unit, document ORDER BY paragraph) AS above
  FROM document_paragraphs
  QUALIFY role = 'body' OR role IS NULL
),
seen AS (
  SELECT *,
    regexp_extract(text, '[^\s]*(?:\p{Ll}{4,}|\p{Ll}[áàảãạắằẳẵặấầẩẫậéèẻẽẹếềểễệíìỉĩịóòỏõọốồổỗộơớờởỡợúùủũụứừửữựýỳỷỹỵ]\p{Ll}*)[.?!] \p{Ll}{2,}(?: [^\s]+)?') AS inside,
    regexp_extract(text, '^\s*(\p{Ll}{2,} [\p{Ll}]+(?: [^\s]+){0,2})', 1) AS beginning
  FROM body
)
SELECT s.unit, s.document, s.paragraph, s.seen_at,
  CASE WHEN s.inside <> '' THEN s.inside WHEN s.beginning <> '' THEN s.beginning ELSE s.text END
    AS found,
  CASE WHEN s.text IS NULL OR regexp_matches(s.text, '[“”"«»‘’{}<>]') THEN NULL
    WHEN s.inside <> '' THEN FALSE
    WHEN s.beginning = '' OR s.label <> '' THEN TRUE
    WHEN s.label = '' AND regexp_matches(s.above, '\p{L}{3,}[.?!]\s*$') THEN FALSE
    WHEN regexp_matches(s.above, '[,;:]\s*$') THEN TRUE END AS capital,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM seen s
JOIN classed_document d ON d.unit = s.unit AND d.document = s.document
