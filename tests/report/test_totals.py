"""What all units of a level come to: the same in a page and in a workbook."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import lxml.html
import openpyxl
from motcua.checker.report.html.model import run_of_documents, run_of_units
from motcua.checker.report.totals import by_level
from motcua.checker.report.xlsx import workbook
from motcua.checker.result import Result
from motcua.tests.report.html import made
from motcua.tests.report.html.conftest import as_page

LATE = {1: 1416, 2: 271, 3: 272}


def city() -> Result:
    """A district whose one criterion finds 1,416 rows, and two communes with 543."""
    units = []
    for number, late in LATE.items():
        unit = made.unit(number, many=3)
        of_one = replace(unit.criteria[2], violated=late, population=412 + late)
        level = "district" if number == 1 else "commune"
        units.append(replace(unit, level=level, criteria=(*unit.criteria[:2], of_one)))
    return Result(made.AS_OF, None, tuple(units), made.RECEIPT, ())


def test_units_are_put_together_by_their_level():
    levels = by_level(run_of_units(city()).examined)
    assert {name: level.units for name, level in levels.items()} == {"district": 1, "commune": 2}
    (id_,) = {unit.criteria[2].id for unit in city().units}
    assert [level.totals[id_].violated for level in levels.values()] == [1416, 543]
    assert [level.totals[id_].verdicts["fail"] for level in levels.values()] == [1, 2]


def test_what_was_not_counted_adds_no_rows():
    level = by_level(run_of_documents(made.documents(2)).examined)[""]
    (total,) = [t for t in level.totals.values() if t.verdicts["not_applicable"]]
    assert (total.population, total.share(), total.verdicts["not_applicable"]) == (0, None, 2)


def test_the_page_and_the_workbook_say_the_same():
    (id_,) = {unit.criteria[2].id for unit in city().units}
    page = lxml.html.fromstring(as_page(city()))
    heads = [h.text_content() for h in page.xpath("//h2[@id='criteria']/following-sibling::h3")]
    assert heads[:2] == ["Cấp huyện (1)", "Cấp xã (2)"]
    rows = page.xpath(f"//tr[th/span[@class='id'][.='{id_}'] and count(td)=9]")
    assert [[td.text_content() for td in row.xpath("./td")[6:8]] for row in rows] == [
        ["1828", "1416"],
        ["1367", "543"],
    ]
    book = openpyxl.load_workbook(BytesIO(workbook(run_of_units(city()), "vi")))
    told = list(book["Tổng hợp"].iter_rows(values_only=True))
    assert [(r[0], r[1], r[10], r[12]) for r in told if r[2] == id_] == [
        ("Cấp huyện", 1, 1828, 1416),
        ("Cấp xã", 2, 1367, 543),
    ]


def test_one_unit_has_nothing_to_be_put_together():
    book = openpyxl.load_workbook(BytesIO(workbook(run_of_units(made.result()), "vi")))
    assert "Tổng hợp" not in book.sheetnames
