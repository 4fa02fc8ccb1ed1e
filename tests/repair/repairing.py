from __future__ import annotations

from pathlib import Path

from motcua.checker.repair.model import Repair, RepairReport
from motcua.checker.repair.repair import repair

from tests.editing.copies import changed_parts, structure_faults


def repaired(path: Path, *repairs: Repair) -> tuple[Path, RepairReport]:
    target = path.with_name("repaired.docx")
    target.unlink(missing_ok=True)
    report = repair(path, repairs, target)
    if report.changes:
        assert changed_parts(path, target) == {"word/document.xml"}
        assert structure_faults(target) == structure_faults(path)
        again = repair(target, repairs, path.with_name("again.docx"))
        assert again.changes == () and not path.with_name("again.docx").exists()
    else:
        assert not target.exists()
    return target, report
