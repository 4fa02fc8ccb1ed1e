"""The committed JSON Schemas are those of the models, and the rules follow them."""

import json

import jsonschema
import pytest
from motcua.checker.home import RULES, SCHEMAS
from motcua.checker.marked_yaml import read_marked
from motcua.tools.make_schemas import MODELS, write_schemas

KINDS = {
    "admin": "admin",
    "basis": "basis",
    "calendar": "calendar",
    "maps": "map",
    "parameters": "parameters",
    "questions": "questions",
    "schemes": "scheme",
}
FILES = sorted(RULES.rglob("*.yaml"))


def kind(path):
    if path.name.endswith(".cases.yaml"):
        return "cases"
    if path.parent.name in KINDS:
        return KINDS[path.parent.name]
    # A criterion that a person answers is written short.
    return "attested" if b"\nquestion: " in path.read_bytes() else "criterion"


def test_the_schemas_are_current(tmp_path):
    write_schemas(tmp_path)
    for name in MODELS:
        file = f"{name}.schema.json"
        fresh = (tmp_path / file).read_text(encoding="utf-8")
        assert fresh == (SCHEMAS / file).read_text(encoding="utf-8"), (
            f"schemas/{file} is stale: run python tools/make_schemas.py"
        )


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_rule_follows_its_schema_and_names_it(path):
    name = f"{kind(path)}.schema.json"
    content = path.read_bytes()
    assert f"$schema=../../schemas/{name}".encode() in content.splitlines()[0]
    schema = json.loads((SCHEMAS / name).read_text(encoding="utf-8"))
    jsonschema.validate(read_marked(path.name, content).data, schema)
