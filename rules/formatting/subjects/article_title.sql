/*
title: {vi: Điều trong văn bản bố cục theo chương, en: Articles of contents that have chapters}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text]
  document_at: [document]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
  titled: {vi: điều có tiêu đề, en: whether the article has a title}
*/
-- One row an article below a part or chapter. It certainly lacks its title where the line ends with
-- the number and clauses or prose follow right below.
SELECT b.unit, b.document, b.paragraph, b.seen_at, b.text, b.doc_type, b.document_at,
  b.administrative,
  CASE WHEN regexp_full_match(b.line, '[\s\p{Z}]*(?i:điều)[\s\p{Z}]+[0-9IVXL]+[\s\p{Z}]*[.:]?[\s\p{Z}]*')
      THEN CASE WHEN b.next_paragraph = b.paragraph + 1 AND (b.next_kind IN ('clause', 'point')
        OR (b.next_kind = 'text' AND NOT b.next_bold
          AND regexp_matches(b.next_text, '[.;:][\s\p{Z}]*$'))) THEN FALSE END
    WHEN NOT b.long AND NOT regexp_matches(b.text, '[.;:,][\s\p{Z}]*$') THEN TRUE
    WHEN b.bold THEN TRUE END AS titled
FROM body_order b
WHERE b.paragraph IS NULL OR (b.kind = 'article' AND b.chapters > 0) IS NOT FALSE
