/*
title: {vi: Phụ lục ở tệp riêng của văn bản hành chính, en: Annexes of administrative documents in files of their own}
label: {vi: "{document}", en: "{document}"}
places:
  document_at: [document]
columns: {}
*/
-- One row a file that holds annexes only (Appendix I, I.III.1.d) and that its references show to be
-- of an administrative document. It has no type of its own, and neither head nor foot.
SELECT d.unit, d.document, d.seen_at AS document_at
FROM documents d
JOIN document_components c ON c.unit = d.unit AND c.document = d.document
WHERE d.regime = 'administrative'
GROUP BY d.unit, d.document, d.seen_at
HAVING bool_and(coalesce(starts_with(c.role, 'annex_'), FALSE)) AND bool_or(c.role = 'annex_label')
