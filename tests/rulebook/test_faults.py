"""Each fault of a rules folder is told at its file, line and column, with what to do about it."""

import shutil

import pytest
from motcua.checker.errors import RulesError
from motcua.checker.home import RULES
from motcua.checker.rulebook.lint import lint
from motcua.checker.rulebook.load import load_folder, load_rulebook

# file, text to replace, by what, expected diagnostic in English (its beginning after the folder)
FAULTS = {
    "unknown column": (
        "posting/NY-01.yaml",
        "must: posted_at_office",
        "must: posted_at_ofice",
        "posting/NY-01.yaml:20:5: unknown column 'posted_at_ofice' in subject 'procedure_posting'; "
        "did you mean 'posted_at_office'?",
    ),
    "unknown field": (
        "posting/NY-01.yaml",
        "points: 10",
        "poinst: 10",
        "posting/NY-01.yaml:8:1: unknown field 'poinst'; did you mean 'points'?",
    ),
    "unknown field deep inside": (
        "posting/NY-01.yaml",
        "    among: in_scope",
        "    amongst: in_scope",
        "posting/NY-01.yaml:19:5: unknown field 'amongst'; did you mean 'among'?",
    ),
    "duplicate key": (
        "posting/NY-01.yaml",
        "points: 10",
        "points: 10\npoints: 11",
        "posting/NY-01.yaml:9:1: key 'points' is written twice",
    ),
    "missing field": (
        "posting/NY-01.yaml",
        "on_empty: undetermined\n",
        "",
        "posting/NY-01.yaml:2:1: field 'on_empty' is missing",
    ),
    "anchor": (
        "posting/NY-01.yaml",
        "points: 10",
        "points: &ten 10",
        "posting/NY-01.yaml:8:9: YAML anchors (&), aliases (*) and tags (!) are not used here",
    ),
    "tag": (
        "posting/NY-01.yaml",
        "points: 10",
        "points: !!python/object:os.system 10",
        "posting/NY-01.yaml:8:9: YAML anchors (&), aliases (*) and tags (!) are not used here",
    ),
    "not yaml": (
        "posting/NY-01.yaml",
        "points: 10",
        "points: [10",
        "posting/NY-01.yaml:9:8: not valid YAML",
    ),
    "a comparison of different types": (
        "posting/NY-02.yaml",
        "first_posted_on <= effective_on + $posting_grace_days",
        "first_posted_on <= code",
        "posting/NY-02.yaml:21:5: types: Binder Error: Cannot compare values of type DATE",
    ),
    "a text that is no date": (
        "posting/NY-02.yaml",
        "first_posted_on <= effective_on + $posting_grace_days",
        "first_posted_on <= 'soon'",
        "posting/NY-02.yaml:21:5: types: Conversion Error: invalid date field format",
    ),
    "a condition that is no question": (
        "posting/NY-01.yaml",
        "must: posted_at_office",
        "must: length(code)",
        "posting/NY-01.yaml:20:5: a condition is true or false, this is",
    ),
    "unknown parameter": (
        "posting/NY-02.yaml",
        "$posting_grace_days OR",
        "$posting_grace_day OR",
        "posting/NY-02.yaml:21:5: unknown parameter '$posting_grace_day'; did you mean "
        "'posting_grace_days'?",
    ),
    "unknown subject": (
        "posting/NY-03.yaml",
        "subject: posting",
        "subject: postings",
        "posting/NY-03.yaml:9:1: unknown subject 'postings'; did you mean 'posting'?",
    ),
    "a basis outside the register": (
        "posting/NY-01.yaml",
        'article: "16"}',
        'article: "61"}',
        "posting/NY-01.yaml:18:9: '63/2010/NĐ-CP 61' is not in the legal register",
    ),
    "a placeholder without a column": (
        "posting/NY-01.yaml",
        "{effective_on} mà chưa",
        "{efective_on} mà chưa",
        "posting/NY-01.yaml:22:3: unknown column 'efective_on' in subject 'procedure_posting'; "
        "did you mean 'effective_on'?",
    ),
    "overlapping versions": (
        "posting/NY-01.yaml",
        "message:\n",
        "  - valid_from: 2020-01-01\n    basis: [{document: 63/2010/NĐ-CP, article: '16'}]\n"
        "    must: live\nmessage:\n",
        "posting/NY-01.yaml:2:1: field '': versions overlap",
    ),
    "an id that is not the file's": (
        "posting/NY-01.yaml",
        "id: NY-01",
        "id: NY-09",
        "posting/NY-01.yaml:2:1: 'id: NY-09' does not agree with where the file lies ('NY-01')",
    ),
    "unknown kept from being known": (
        "posting/NY-01.yaml",
        "must: posted_at_office",
        "must: posted_at_office IS NOT NULL",
        "posting/NY-01.yaml:20:5: syntax",
    ),
    "a table that is none": (
        "posting/subjects/posting.sql",
        "FROM postings b CROSS",
        "FROM posting b CROSS",
        "posting/subjects/posting.sql:13:1: unknown table or subject 'posting'; did you mean "
        "'postings'?",
    ),
    "a subject's place that is no column": (
        "posting/subjects/posting.sql",
        "posting_at: [code,",
        "posted_at: [code,",
        "posting/subjects/posting.sql:1:1: unknown column 'posted_at' in subject 'posting'; did "
        "you mean 'posted_on'?",
    ),
    "a column that nobody has named": (
        "posting/subjects/procedure_posting.sql",
        "  posted_at_office: {vi",
        "  posted_anywhere_else: {vi",
        "posting/subjects/procedure_posting.sql:1:1: unknown column 'posted_anywhere_else'",
    ),
    "a subject without its heading": (
        "posting/subjects/posting.sql",
        "/*",
        "--",
        "posting/subjects/posting.sql:1:1: a subject begins with /*",
    ),
    "a parameter without a basis": (
        "parameters/iso-9001.yaml",
        "point: a}",
        "point: z}",
        "parameters/iso-9001.yaml:11:9: parameter 'iso_update_months': its basis is not in the",
    ),
}


@pytest.fixture
def copy(tmp_path):
    shutil.copytree(RULES, tmp_path / "rules")
    return tmp_path / "rules"


def diagnostics(folder):
    try:
        return lint(load_folder(folder))
    except RulesError as error:
        return error.diagnostics


@pytest.mark.parametrize("fault", FAULTS)
def test_a_fault_is_told_where_it_stands(fault, copy):
    file, old, new, expected = FAULTS[fault]
    path = copy / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")
    told = [d.render("en").removeprefix(f"{copy.as_posix()}/") for d in diagnostics(copy)]
    assert any(line.startswith(expected) for line in told), told
    assert len(told) <= 3  # one fault is not told as a dozen


def test_the_law_pack_and_a_copy_of_it_have_no_faults(copy):
    assert diagnostics(RULES) == []
    assert diagnostics(copy) == []


def test_every_fault_is_told_at_once(copy):
    for number, id_ in enumerate(("NY-01", "NY-02", "NY-03")):
        path = copy / "posting" / f"{id_}.yaml"
        text = path.read_text(encoding="utf-8").replace("points:", f"points{number}:")
        path.write_text(text, encoding="utf-8")
    told = [d.file.rsplit("/", 1)[-1] for d in diagnostics(copy)]
    assert sorted(set(told)) == ["NY-01.yaml", "NY-02.yaml", "NY-03.yaml"]


def test_an_added_folder_may_not_redefine_the_law_pack(copy):
    with pytest.raises(RulesError) as error:
        load_rulebook([copy])
    assert any("already" in d.text.en for d in error.value.diagnostics)


def test_a_folder_that_is_not_there_is_told(tmp_path):
    with pytest.raises(RulesError, match="no rules folder"):
        load_folder(tmp_path / "nowhere")


def test_a_column_that_is_judged_has_a_name_for_people(copy):
    path = copy / "posting" / "subjects" / "procedure_posting.sql"
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    kept = [line for line in lines if not line.startswith("  posted_at_office: {vi")]
    path.write_text("".join(kept), encoding="utf-8")
    told = [d.render("en").removeprefix(f"{copy.as_posix()}/") for d in diagnostics(copy)]
    assert told == [
        "posting/NY-01.yaml:20:5: column 'posted_at_office' has no name: add it to 'columns' atop "
        "the subject"
    ]
