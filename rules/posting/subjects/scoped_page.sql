/*
title:
  vi: Trang của Cơ sở dữ liệu quốc gia thuộc cấp và lĩnh vực của đơn vị
  en: Pages of the national database of the unit's level and fields
label: {vi: "{code} – {name}", en: "{code} – {name}"}
places:
  page_at: [code, name, field, levels, decision_no, shows_steps, shows_method, shows_components, shows_time_limit, shows_who, shows_body]
columns:
  in_scope: {vi: "cấp, lĩnh vực có thuộc đơn vị", en: whether level and field are the unit's}
*/
SELECT g.*, g.seen_at AS page_at,
  list_contains(g.levels, u.procedure_level) AND list_contains(u.fields, folded(g.field)) AS in_scope
FROM national_pages g JOIN units u ON u.unit = g.unit
