/*
title: {vi: Chữ của từng đoạn để tìm, en: Words of each paragraph to search in}
label: {vi: "{document}", en: "{document}"}
places:
  seen_at: [text]
*/
-- One row a paragraph with its words folded (no marks, no capitals): folding is the dearest step of
-- searching a document, so it is taken once for all who search.
SELECT p.*, folded(p.text) AS words FROM document_paragraphs p
