/*
title: {vi: Vị trí của các thành phần thể thức, en: Places of components}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  document_at: [document]
  seen_at: [text, in_place]
  other_at: [other]
columns:
  doc_type: {vi: tên loại văn bản, en: type of the document}
  role: {vi: thành phần thể thức, en: component}
  in_place: {vi: đứng đúng vị trí, en: stands in its place}
  odd_type: {vi: loại văn bản trình bày theo cách riêng, en: type with a layout of its own}
  other: {vi: thành phần đứng cạnh, en: the component beside it}
*/
-- One row two components, of which Appendix I, section IV says where one stands to the other; a
-- main one that was not found is unknown (component.sql). Side by side they can be told apart in
-- the cells of one row only. Below: the paragraph comes later.
WITH part AS (
  SELECT c.unit, c.document, c.role, c.text, c.paragraph, c.last_paragraph, c.place, c.seen_at,
    CASE WHEN regexp_matches(c.place, '^T[0-9]+\.r0\.') THEN 0
      WHEN regexp_matches(c.place, '^T[0-9]+\.r1\.') THEN 1
      WHEN regexp_matches(c.place, '^T[0-9]+\.r2\.') THEN 2
      WHEN regexp_matches(c.place, '^T[0-9]+\.r3\.') THEN 3 END AS in_row,
    CASE WHEN regexp_matches(c.place, '^T[0-9]+\.r[0-9]+\.c0$') THEN 0
      WHEN regexp_matches(c.place, '^T[0-9]+\.r[0-9]+\.c1$') THEN 1
      WHEN regexp_matches(c.place, '^T[0-9]+\.r[0-9]+\.c2$') THEN 2 END AS in_column
  FROM component c
),
pair AS (
  SELECT a.unit, a.document, a.role, a.text, a.seen_at, b.text AS other, b.seen_at AS other_at,
    CASE WHEN (a.role = 'national_name' AND b.role = 'issuing_agency')
        OR (a.role = 'place_date' AND b.role = 'number_symbol')
        OR (a.role = 'signer_authority' AND b.role = 'recipients_label')
      THEN CASE WHEN a.in_row = b.in_row AND a.in_column <> b.in_column
        AND abs(a.paragraph - b.paragraph) <= 30 THEN a.in_column > b.in_column END
      ELSE a.paragraph >= b.paragraph END AS in_place
  FROM part a
  JOIN part b ON b.unit = a.unit AND b.document = a.document
  WHERE (a.role = 'national_name' AND b.role = 'issuing_agency')
    OR (a.role = 'place_date' AND b.role = 'number_symbol')
    OR (a.role = 'signer_authority' AND b.role = 'recipients_label')
    OR (a.role = 'motto' AND b.role = 'national_name')
    OR (a.role = 'type_name' AND b.role IN ('national_name', 'motto', 'issuing_agency', 'place_date'))
    OR (a.role = 'abstract' AND b.role = 'type_name')
    OR (a.role = 'addressee' AND b.role IN ('number_symbol', 'place_date'))
    OR (a.role = 'recipients_label' AND b.role IN ('type_name', 'addressee', 'legal_bases'))
)
SELECT p.*, d.doc_type,
  d.doc_type IN ('biên bản', 'hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận', 'thư công') AS odd_type,
  d.seen_at AS document_at, d.administrative
FROM pair p
JOIN classed_document d ON d.unit = p.unit AND d.document = p.document
UNION ALL BY NAME
-- What could not be read may have its components anywhere.
SELECT d.unit, d.document, d.seen_at AS document_at FROM classed_document d WHERE NOT d.readable
