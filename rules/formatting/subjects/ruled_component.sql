/*
title: {vi: Thành phần có đường kẻ bên dưới, en: Components with a rule below them}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  document_at: [document]
  seen_at: [text, ruled]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  doc_type: {vi: tên loại văn bản, en: type of the document}
  role: {vi: thành phần thể thức, en: component}
  ruled: {vi: có đường kẻ bên dưới, en: there is a rule below}
*/
-- One row a tiêu ngữ, an issuing agency, an abstract of a document with a type's name. A line need
-- not be anchored at the words above it: below the head's table, or in a row of its own. So
-- - there is one, where it stands near, or where the head has as many as it needs;
-- - there is none, where the whole head, or all from the title down, has no line, and no drawing
--   that may be one; or where the head's only line stands near the other component, or on its side
--   of the page where both share a line of tabs. One line at the abstract is the abstract's.
-- A row of dashes or other signs is neither: not known to be solid. A table with borders may have one
-- below any of its lines: no such verdict there.
WITH head AS (
  SELECT unit, document,
    min(paragraph) FILTER (WHERE role IN ('type_name', 'abstract', 'addressee', 'legal_bases')) AS opening,
    max(last_paragraph) FILTER (WHERE role = 'abstract') AS abstract_end,
    count(DISTINCT role) FILTER (WHERE role IN ('motto', 'issuing_agency')) AS needed
  FROM document_components GROUP BY unit, document
),
found AS (
  SELECT unit, document, paragraph, role, kind NOT IN ('typed', 'cell') AS solid FROM document_lines
  WHERE coalesce(NOT regexp_matches(role, 'urgency|secrecy|circulation|draft_mark|contact_block'), TRUE)
  UNION ALL
  SELECT unit, document, paragraph, NULL, FALSE FROM document_paragraphs
  WHERE NOT regexp_matches(text, '[\p{L}\p{N}]') OR regexp_matches(text, '[-_–—―=*]{5,}')
),
line AS (
  SELECT l.*, h.opening, h.needed, h.abstract_end
  FROM found l
  LEFT JOIN head h ON h.unit = l.unit AND h.document = l.document
),
-- Where the next component begins, and whether the other one that needs a rule stands right before
-- or after, or in the same paragraph: then one line may be either's. Frames of stamps are no rules.
told AS (
  SELECT c.*,
    coalesce(min(n.paragraph) FILTER (WHERE n.paragraph > c.last_paragraph), 2147483647) AS following,
    coalesce(bool_or(n.role IN ('motto', 'issuing_agency') AND n.role <> c.role
      AND (n.last_paragraph = c.paragraph - 1 OR n.paragraph = c.last_paragraph + 1)), FALSE) AS beside,
    1 + count(*) FILTER (WHERE n.role IN ('motto', 'issuing_agency') AND n.role <> c.role
      AND c.role <> 'abstract' AND n.paragraph <= c.last_paragraph
      AND n.last_paragraph >= c.paragraph) AS sharing
  FROM component c
  LEFT JOIN document_components n ON n.unit = c.unit AND n.document = c.document
  WHERE coalesce(c.role IN ('motto', 'issuing_agency', 'abstract'), TRUE)
  GROUP BY ALL
),
part AS (
  SELECT c.unit, c.document, c.role, c.text, c.seen_at, c.document_at, c.doc_type,
    c.administrative, c.paragraph, c.last_paragraph, c.place, c.sharing, min(h.needed) AS needed,
    count(*) FILTER (WHERE l.solid AND l.paragraph < l.opening) AS above,
    count(*) FILTER (WHERE l.solid AND (l.paragraph BETWEEN c.paragraph AND c.last_paragraph
      OR (l.paragraph BETWEEN c.last_paragraph + 1 AND c.last_paragraph + 2
        AND l.paragraph < c.following AND NOT c.beside))) AS near,
    count(*) FILTER (WHERE l.solid AND l.role = c.role
      AND l.paragraph BETWEEN c.paragraph AND c.last_paragraph) AS on_its_side,
    count(*) FILTER (WHERE l.solid AND l.role <> c.role AND l.role IN ('motto', 'issuing_agency')
      AND l.paragraph BETWEEN c.paragraph AND c.last_paragraph) AS on_the_other,
    count(*) FILTER (WHERE coalesce(l.paragraph < l.opening + 3, l.unit IS NOT NULL)) AS to_opening,
    count(*) FILTER (WHERE coalesce(l.paragraph BETWEEN l.opening - 2 AND c.last_paragraph + 6,
      l.unit IS NOT NULL)) AS around,
    bool_or(l.paragraph BETWEEN l.abstract_end AND l.abstract_end + 1
      AND l.paragraph < l.opening + 3) AS of_abstract
  FROM told c
  LEFT JOIN line l ON l.unit = c.unit AND l.document = c.document
  LEFT JOIN head h ON h.unit = c.unit AND h.document = c.document
  GROUP BY ALL
),
beside AS (
  SELECT p.*, p.to_opening - CASE WHEN p.of_abstract THEN 1 ELSE 0 END AS in_head,
    sum(p.near) FILTER (WHERE p.role <> 'abstract') OVER heads - p.near AS near_other
  FROM part p
  WINDOW heads AS (PARTITION BY p.unit, p.document)
)
SELECT p.unit, p.document, p.role, p.text, p.seen_at, p.document_at, p.doc_type, p.administrative,
  CASE WHEN p.text IS NULL OR regexp_matches(p.text, '[{}<>\[\]]') THEN NULL
    WHEN p.near >= p.sharing OR p.on_its_side > 0 THEN TRUE
    WHEN p.role <> 'abstract' AND p.above >= p.needed THEN TRUE
    WHEN d.pictures <> 0 THEN NULL
    WHEN d.pictures = 0 AND p.role <> 'abstract' AND p.in_head = 0 THEN FALSE
    WHEN d.pictures = 0 AND p.role <> 'abstract' AND p.near = 0 AND p.needed = 2
      AND p.in_head = 1 AND p.near_other = 1 AND p.sharing = 1 THEN FALSE
    WHEN d.pictures = 0 AND p.role <> 'abstract' AND p.sharing = 2 AND p.in_head = 1
      AND p.on_the_other = 1 THEN FALSE
    WHEN d.pictures = 0 AND p.role = 'abstract' AND p.place = '-' AND p.around = 0 AND p.above <= p.needed THEN FALSE
    END AS ruled
FROM beside p
JOIN documents d ON d.unit = p.unit AND d.document = p.document
