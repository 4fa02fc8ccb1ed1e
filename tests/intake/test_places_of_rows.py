"""An account says where the rows of its file stand, sheet by sheet."""

import json
import shutil

from click.testing import CliRunner
from motcua.checker.home import SAMPLES
from motcua.cli import main


def test_rows_have_their_place_from_the_first_to_the_last(tmp_path):
    unit = tmp_path / "unit"
    shutil.copytree(SAMPLES / "bad", unit)
    rows = "\n".join(f"1.00{n},02/01/2026" for n in range(1000, 1009))
    (unit / "niem yet.csv").write_text(f"Mã TTHC,Ngày niêm yết\n{rows}\n", encoding="utf-8")
    arguments = ["check", str(unit), "--as-of", "2026-11-22", "--pack", "posting", "--format"]
    run = CliRunner().invoke(main, [*arguments, "json"])
    accounts = json.loads(run.stdout)["units"][0]["intake"]
    places = {(a["file"], a["table"]): [p["vi"] for p in a["places"]] for a in accounts}
    assert places["niem yet.csv", "postings"] == ["dòng 2–10"]
    ((cells,),) = [p for key, p in places.items() if key == ("DM TTHC.xlsx", "procedures")]
    assert cells.startswith("Sheet1!") and ":" in cells
    assert places["unit.yaml", "units"] == []
