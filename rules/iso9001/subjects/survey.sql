/*
title:
  vi: Đợt khảo sát sự hài lòng
  en: Surveys of satisfaction
label: {vi: "{survey_no}", en: "{survey_no}"}
places:
  survey_at: [survey_no, surveyed_on, analysed_on]
columns:
  held: {vi: "đã diễn ra, trong kỳ kiểm tra", en: "whether it was held, in the period"}
  as_of: {vi: "ngày xét", en: "day of the check"}
*/
SELECT s.*, s.seen_at AS survey_at, run.as_of,
  s.surveyed_on < run.as_of AND s.surveyed_on BETWEEN u.period_from AND u.period_to AS held
FROM iso_surveys s JOIN units u ON u.unit = s.unit CROSS JOIN run
