/*
title: {vi: Dấu chỉ độ khẩn và độ mật và phạm vi lưu hành, en: "Marks of urgency, secrecy and circulation"}
label: {vi: "{document}: «{text}»", en: "{document}: «{text}»"}
places:
  seen_at: [text]
  document_at: [document]
columns:
  written: {vi: dấu ghi đúng chữ, en: whether the mark has the prescribed words}
*/
-- One row a mark that the reader found, or a document of which nothing is known.
WITH marks AS (
  SELECT unit, document, paragraph, role, text, seen_at FROM document_components
  WHERE role IN ('urgency', 'secrecy', 'circulation') OR role IS NULL
)
SELECT m.*,
  CASE WHEN regexp_matches(m.text, '[{}<>\[\]…]|\.\.') THEN NULL
    WHEN regexp_full_match(m.text,
      '(?:HỎA TỐC|HOẢ TỐC|THƯỢNG KHẨN|KHẨN|TUYỆT MẬT|TỐI MẬT|MẬT|XEM XONG TRẢ LẠI|LƯU HÀNH NỘI BỘ|TÀI LIỆU THU HỒI)')
      THEN TRUE
    WHEN m.text <> upper(m.text)
      OR regexp_full_match(m.text, 'KHẨN CẤP|RẤT KHẨN|BÍ MẬT')
      OR regexp_matches(m.text, '^(?:HỎA|HOẢ) TỐC HẸN GIỜ') THEN FALSE
  END AS written,
  d.doc_type, d.seen_at AS document_at, d.administrative
FROM marks m
JOIN classed_document d ON d.unit = m.unit AND d.document = m.document
