/*
title: {vi: Chỉ dẫn về phụ lục trong văn bản, en: References to annexes in the main text}
label: {vi: "{document}", en: "{document}"}
places:
  annex_at: {annex: text}
  document_at: [document]
columns:
  pointed: {vi: văn bản có chỉ dẫn về phụ lục, en: whether the main text mentions the annex}
*/
-- One row a document that has an annex. It surely does not point to it where no text before the
-- annex speaks of an annex, of something enclosed, or of a list or form, and no picture may hide one.
WITH annex AS (
  SELECT unit, document, min(paragraph) AS paragraph, place_of_min(seen_at, paragraph) AS annex_at,
    the_one(line) AS annex
  FROM annex_heading GROUP BY unit, document
),
spoken AS (
  SELECT a.unit, a.document,
    bool_or(regexp_matches(p.words, 'phu luc')) AS by_name,
    bool_or(p.text IS NULL
      OR regexp_matches(p.words, 'kem|danh sach|bieu|mau|dinh|duoi day|sau day')) AS loosely
  FROM annex a
  JOIN paragraph_words p
    ON p.unit = a.unit AND p.document = a.document AND p.paragraph < a.paragraph
  GROUP BY a.unit, a.document
)
SELECT a.*, d.doc_type, d.seen_at AS document_at, d.administrative,
  CASE WHEN s.by_name THEN TRUE
    WHEN s.by_name IS NULL OR s.loosely OR d.pictures > 0 OR d.pictures IS NULL THEN NULL
    ELSE FALSE END AS pointed
FROM annex a
JOIN classed_document d ON d.unit = a.unit AND d.document = a.document
LEFT JOIN spoken s ON s.unit = a.unit AND s.document = a.document
