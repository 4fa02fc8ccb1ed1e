/*
title: {vi: Văn bản theo loại thể thức, en: Documents by the form that binds them}
label: {vi: "{document}", en: "{document}"}
places:
  seen_at: [document, doc_type, administrative]
columns:
  administrative: {vi: văn bản có phải văn bản hành chính, en: whether it is an administrative document}
*/
-- One row a document. Appendix III has no form for what parties agree on; another law may lay it
-- out (labour), so it is not known whether the Decree binds it.
SELECT d.*,
  CASE WHEN d.regime NOT IN ('unknown', 'administrative') THEN FALSE
    WHEN d.regime = 'administrative'
      AND d.doc_type NOT IN ('hợp đồng', 'bản ghi nhớ', 'bản thỏa thuận') THEN TRUE
  END AS administrative
FROM documents d
