/*
title:
  vi: "Nơi niêm yết địa chỉ tiếp nhận phản ánh, kiến nghị của đơn vị"
  en: Where the unit posts the feedback address
label: {vi: "Địa chỉ tiếp nhận phản ánh, kiến nghị", en: Feedback address}
columns:
  at_office: {vi: việc niêm yết tại trụ sở, en: whether it is posted at the office}
  on_portal: {vi: việc công bố trên cổng thông tin, en: whether it is published on the portal}
*/
-- One row a unit that handed the register in, empty or not.
SELECT u.unit,
  CASE WHEN count(f.unit) = 0 THEN FALSE
    ELSE known_any(f.active AND f.channel IN ('board', 'screen')) END AS at_office,
  CASE WHEN count(f.unit) = 0 THEN FALSE
    ELSE known_any(f.active AND f.channel = 'portal') END AS on_portal
FROM units u LEFT JOIN feedback_posting f ON f.unit = u.unit
GROUP BY u.unit
