"""Write the JSON Schemas in ``schemas/`` from the pydantic models.

``python tools/make_schemas.py [FOLDER]``. Editors that know the YAML language
server complete and check rules with them.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from motcua.checker.intake.attestations import Attestation
from motcua.checker.intake.mapping import MappingEntry
from motcua.checker.intake.unit import UnitFile
from motcua.checker.intake.waivers import Waiver
from motcua.checker.notes import Notes
from motcua.checker.rulebook.attested import AttestedCriterion
from motcua.checker.rulebook.cases import CasesFile
from motcua.checker.rulebook.law_map import LawMap
from motcua.checker.rulebook.models import (
    AdminFile,
    BasisFile,
    CalendarFile,
    Criterion,
    ParameterFile,
    QuestionFile,
    SubjectHeader,
)
from motcua.checker.rulebook.schemes import Scheme
from motcua.checker.tables import TableSpec
from pydantic import BaseModel

MODELS: dict[str, type[BaseModel]] = {
    "admin": AdminFile,
    "attestation": Attestation,
    "attested": AttestedCriterion,
    "basis": BasisFile,
    "calendar": CalendarFile,
    "cases": CasesFile,
    "criterion": Criterion,
    "map": LawMap,
    "mapping": MappingEntry,
    "notes": Notes,
    "parameters": ParameterFile,
    "questions": QuestionFile,
    "scheme": Scheme,
    "subject": SubjectHeader,
    "table": TableSpec,
    "unit": UnitFile,
    "waiver": Waiver,
}


def write_schemas(folder: Path) -> None:
    """Write one schema a model, the same bytes every time."""
    for name, model in MODELS.items():
        schema = model.model_json_schema(by_alias=True)
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **schema}
        text = json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"
        (folder / f"{name}.schema.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    target = Path(sys.argv[1]) if sys.argv[1:] else Path(__file__).parent.parent / "schemas"
    write_schemas(target)
