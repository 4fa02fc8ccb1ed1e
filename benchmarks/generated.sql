-- Rows for rows.py and units.py, for each of units() units: per_unit() rows in the main table of every
-- criterion, per_register() in the registers of actions and of changes of law.
-- Most rows are in order; about one in a hundred is at fault and as many cells are unknown (NULL).
-- "chance" is a number from 0 to 999 drawn from a row's own numbers: the same in every run.
CREATE MACRO chance(unit, row, salt) AS hash(unit, row, salt) % 1000;
CREATE MACRO shown(unit, row, salt) AS
  CASE WHEN chance(unit, row, salt) >= 5 THEN chance(unit, row, -salt) >= 5 END;
CREATE MACRO seen(unit, row) AS CAST(unit AS BIGINT) * 10000000 + row;

INSERT INTO units (unit, seen_at, name, code, level, province, procedure_level, fields, applies_iso,
  period_from, period_to)
SELECT u, seen(u, 0), 'Đơn vị ' || u, 'H99.' || u, CASE WHEN u % 7 = 0 THEN 'department' ELSE 'commune' END,
  'tỉnh', 'commune', ['ho tich', 'chung thuc', 'dat dai'],
  CASE WHEN u % 3 = 0 THEN NULL ELSE TRUE END, DATE '2026-01-01', DATE '2026-11-22'
FROM range(units()) t(u);

INSERT INTO decisions (unit, seen_at, decision_no, signed_on, effective_on, issuer, entered_on)
SELECT u, seen(u, i), (i + 1) || '/QĐ-UBND',
  CASE WHEN chance(u, i, 40) >= 10 THEN signed END, CASE WHEN chance(u, i, 1) >= 10 THEN signed + 10 END,
  CASE WHEN i % 5 = 0 THEN 'Bộ Tư pháp' ELSE 'UBND tỉnh' END,
  CASE WHEN chance(u, i, 41) >= 10 THEN signed + CAST(hash(u, i, 42) % 9 AS INTEGER) END
FROM (SELECT u, i, DATE '2024-02-20' + CAST(hash(u, i, 2) % 1000 AS INTEGER) AS signed
  FROM range(units()) t(u), range(50) s(i));

-- One code in ten is listed twice; in one unit of ten some second listings cannot be read. (Were it
-- the only one, its posting would be a near miss of other codes, which the SQL by hand leaves out.)
INSERT INTO procedures (unit, seen_at, code, name, field, levels, decision_no, change,
  has_form, has_fee, has_conditions)
SELECT u, seen(u, i),
  CASE WHEN u % 10 = 0 AND i >= per_unit() * 9 // 10 AND chance(u, i, 3) < 10 THEN NULL
    ELSE '1.' || lpad(CAST(i % (per_unit() * 9 // 10) AS VARCHAR), 6, '0') END,
  'Thủ tục số ' || i, ['Hộ tịch', 'Chứng thực', 'Đất đai', 'Nuôi con nuôi'][1 + i % 4],
  CASE WHEN chance(u, i, 4) < 5 THEN NULL WHEN i % 9 = 0 THEN ['province'] ELSE ['commune', 'district'] END,
  CASE WHEN chance(u, i, 5) >= 5 THEN (1 + hash(u, i, 6) % 50) || '/QĐ-UBND' END,
  CASE WHEN chance(u, i, 7) < 5 THEN NULL WHEN chance(u, i, 7) < 50 THEN 'abolished'
    WHEN chance(u, i, 7) < 200 THEN 'amended' ELSE 'new' END,
  CASE WHEN chance(u, i, 8) >= 10 THEN i % 2 = 0 END,
  CASE WHEN chance(u, i, 9) >= 10 THEN i % 3 = 0 END,
  CASE WHEN chance(u, i, 10) >= 10 THEN i % 5 = 0 END
FROM range(units()) t(u), range(per_unit()) s(i);

INSERT INTO postings (unit, seen_at, code, name, channel, posted_on, removed_on, shows_steps, shows_method,
  shows_components, shows_time_limit, shows_who, shows_body, shows_form, shows_fee, shows_conditions)
SELECT u, seen(u, i),
  CASE WHEN u % 10 = 5 AND chance(u, i, 11) < 1 THEN NULL
    ELSE '1.' || lpad(CAST(i % (per_unit() * 9 // 10 - per_unit() // 100) AS VARCHAR), 6, '0') END,
  'Thủ tục số ' || i,
  CASE WHEN chance(u, i, 12) < 5 THEN NULL ELSE ['board', 'screen', 'portal'][1 + i % 3] END,
  CASE WHEN chance(u, i, 13) >= 5 THEN DATE '2024-03-01'
    + CAST(hash(u, i, 14) % 600 + CASE WHEN chance(u, i, 16) < 200 THEN 300 ELSE 0 END AS INTEGER) END,
  CASE WHEN chance(u, i, 15) < 5 THEN NULL WHEN chance(u, i, 15) < 20 THEN DATE '2026-06-01' ELSE never() END,
  shown(u, i, 21), shown(u, i, 22), shown(u, i, 23), shown(u, i, 24), shown(u, i, 25), shown(u, i, 26),
  shown(u, i, 27), shown(u, i, 28), shown(u, i, 29)
FROM range(units()) t(u), range(per_unit()) s(i);

INSERT INTO iso_processes (unit, seen_at, process_code, process_name, procedure_code, issued_on)
SELECT u, seen(u, i), 'QT-' || i, 'Quy trình ' || i,
  CASE WHEN u % 10 = 7 AND chance(u, i, 41) < 1 THEN NULL
    ELSE '1.' || lpad(CAST(i % (per_unit() * 9 // 10 - per_unit() // 100) AS VARCHAR), 6, '0') END,
  CASE WHEN chance(u, i, 43) >= 5 THEN DATE '2024-01-01' + CAST(hash(u, i, 44) % 1060 AS INTEGER) END
FROM range(units()) t(u), range(per_unit()) s(i);

INSERT INTO iso_audits (unit, seen_at, audit_no, audited_on)
SELECT u, seen(u, i), 'DG-' || i,
  CASE WHEN u % 10 <> 3 THEN DATE '2020-01-01' + CAST(hash(u, i, 42) % 1800 + u % 2 * 1000 AS INTEGER)
    WHEN i % 2 = 0 THEN DATE '2025-01-01' END
FROM range(units()) t(u), range(per_unit()) s(i);

INSERT INTO iso_reviews (unit, seen_at, review_no, reviewed_on)
SELECT unit, seen_at, audit_no, audited_on FROM iso_audits;

INSERT INTO iso_actions (unit, seen_at, action_no, opened_on, due_on, closed_on)
SELECT u, seen(u, i), 'KPH-' || i,
  CASE WHEN chance(u, i, 51) >= 5 THEN DATE '2025-01-01' + CAST(hash(u, i, 52) % 700 AS INTEGER) END,
  CASE WHEN chance(u, i, 53) >= 5 THEN DATE '2025-02-01' + CAST(hash(u, i, 52) % 700 AS INTEGER) END,
  CASE WHEN chance(u, i, 54) < 5 THEN NULL WHEN chance(u, i, 54) < 50 THEN never()
    ELSE DATE '2025-01-03' + CAST(hash(u, i, 52) % 700 + hash(u, i, 55) % 30 AS INTEGER) END
FROM range(units()) t(u), range(per_register()) s(i);

INSERT INTO iso_law_changes (unit, seen_at, document_no, process_code, effective_on, updated_on)
SELECT u, seen(u, i), i || '/2025/NĐ-CP', 'QT-' || i,
  CASE WHEN chance(u, i, 61) >= 5 THEN DATE '2025-01-01' + CAST(hash(u, i, 62) % 700 AS INTEGER) END,
  CASE WHEN chance(u, i, 63) < 5 THEN NULL WHEN chance(u, i, 63) < 50 THEN never()
    ELSE DATE '2025-01-01' + CAST(hash(u, i, 62) % 700 + hash(u, i, 64) % 93 AS INTEGER) END
FROM range(units()) t(u), range(per_register()) s(i);
