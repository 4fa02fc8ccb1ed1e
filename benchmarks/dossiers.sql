-- Rows for dossiers.py: per_unit() dossiers in each of units() units, one in twenty asked for
-- supplements, one in ten in parts. About one in a hundred cells is unknown (NULL), about one dossier
-- in ten at fault. "chance" is a number from 0 to 999 drawn from a row's own numbers.
CREATE MACRO chance(unit, row, salt) AS hash(unit, row, salt) % 1000;
CREATE MACRO seen(unit, row) AS CAST(unit AS BIGINT) * 10000000 + row;
CREATE MACRO clock(unit, row, salt) AS lpad(CAST(8 + hash(unit, row, salt) % 9 AS VARCHAR), 2, '0') || ':30';
CREATE MACRO days(unit, row, salt, most) AS CAST(hash(unit, row, salt) % most AS INTEGER);
CREATE MACRO known(unit, row, salt, x) AS CASE WHEN chance(unit, row, salt) >= 10 THEN x END;

INSERT INTO units (unit, seen_at, name, code, level, province, procedure_level, fields, period_from,
  period_to)
SELECT u, seen(u, 0), 'Đơn vị ' || u, 'H99.' || u, 'commune', 'tỉnh', 'commune', [], DATE '2025-01-01',
  DATE '2026-11-22'
FROM range(units()) t(u);

INSERT INTO dossiers (unit, seen_at, dossier_no, code, name, field, channel, status, filed_on, filed_time,
  received_on, received_time, due_on, transferred_on, transferred_time, finished_on, returned_on,
  sent_back_on, sector_limit, apology_on, new_due_on, reappointments, fee, payment, return_channel,
  result_file)
SELECT u, seen(u, i), known(u, i, 1, 'HS-' || i), '1.' || lpad(CAST(i % 120 AS VARCHAR), 6, '0'),
  known(u, i, 2, 'Thủ tục số ' || i % 120), known(u, i, 3, 'Lĩnh vực ' || i % 15),
  known(u, i, 4, ['direct', 'online', 'post'][1 + i % 3]),
  known(u, i, 5, CASE WHEN is_open THEN 'processing' WHEN chance(u, i, 6) < 20 THEN 'withdrawn'
    WHEN chance(u, i, 6) < 40 THEN 'processing' WHEN chance(u, i, 6) < 60 THEN 'refused' ELSE 'returned' END),
  known(u, i, 7, came - days(u, i, 8, 2)), known(u, i, 9, clock(u, i, 10)),
  known(u, i, 11, came), known(u, i, 12, clock(u, i, 13)), known(u, i, 14, came + 14),
  known(u, i, 15, came + CASE WHEN chance(u, i, 16) < 300 THEN 1 WHEN chance(u, i, 16) < 320 THEN 5 ELSE 0 END),
  known(u, i, 17, clock(u, i, 18)), known(u, i, 19, ended), known(u, i, 20, ended),
  known(u, i, 21, CASE WHEN chance(u, i, 22) < 40 THEN came + days(u, i, 23, 8) ELSE never() END),
  known(u, i, 24, chance(u, i, 25) < 100),
  known(u, i, 26, CASE WHEN chance(u, i, 27) < 150 THEN came + 12 + days(u, i, 28, 4) ELSE never() END),
  known(u, i, 29, CASE WHEN chance(u, i, 30) < 50 THEN came + 20 ELSE never() END),
  known(u, i, 31, CASE WHEN chance(u, i, 32) < 50 THEN 1 + days(u, i, 33, 2) ELSE 0 END),
  i % 4 * 8000.0, ['online', 'counter', ''][1 + i % 3], ['direct', 'post'][1 + i % 2],
  known(u, i, 34, CASE WHEN chance(u, i, 35) < 60 THEN '' ELSE 'kq/' || i || '.pdf' END)
FROM (SELECT u, i, DATE '2025-01-06' + days(u, i, 36, 680) AS came, chance(u, i, 37) < 20 AS is_open,
    CASE WHEN chance(u, i, 37) < 20 THEN never()
      ELSE came + days(u, i, 38, 15) + CASE WHEN chance(u, i, 39) < 70 THEN 10 ELSE 0 END END AS ended
  FROM range(units()) t(u), range(per_unit()) s(i));

INSERT INTO dossier_supplements (unit, seen_at, dossier_no, asked_on)
SELECT u, seen(u, i), CASE WHEN u % 10 > 0 OR chance(u, i, 51) >= 5 THEN 'HS-' || i * 20 % (per_unit() * 19 // 20) END,
  known(u, i, 52, DATE '2025-01-06' + days(u, i, 53, 680))
FROM range(units()) t(u), range(per_unit() // 20) s(i);

INSERT INTO dossier_steps (unit, seen_at, dossier_no, body, step, step_due_on, step_finished_on)
SELECT u, seen(u, i), known(u, i, 61, 'HS-' || i * 10), 'Cơ quan ' || i % 7, 'Bước ' || i % 3,
  known(u, i, 62, due), known(u, i, 63, due - 3 + days(u, i, 64, 5))
FROM (SELECT u, i, DATE '2025-01-10' + days(u, i, 65, 680) AS due
  FROM range(units()) t(u), range(per_unit() // 10) s(i));
