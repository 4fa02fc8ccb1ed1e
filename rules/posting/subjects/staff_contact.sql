/*
title:
  vi: Người làm việc tại Bộ phận Một cửa
  en: Staff of the one-stop unit
label: {vi: "{name} ({position})", en: "{name} ({position})"}
places:
  contact_at: [name, position, is_head, field, phone, at_office, on_website]
*/
SELECT c.*, c.seen_at AS contact_at FROM staff_contacts c
