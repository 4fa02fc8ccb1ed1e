"""How provisions of the law are cited."""

from __future__ import annotations

from .words import Text


def provision_label(document: str, article: str, clause: str, point: str) -> Text:
    """A provision as it is cited: smallest part first in Vietnamese.

    >>> provision_label("63/2010/NĐ-CP", "17", "1", "b").vi
    'điểm b khoản 1 Điều 17, 63/2010/NĐ-CP'
    >>> provision_label("118/2025/NĐ-CP", "Quy trình nội bộ", "", "").vi
    'Quy trình nội bộ, 118/2025/NĐ-CP'
    """
    # "Phụ lục I", "Quy trình nội bộ": a part that is called by its name is no article.
    annex = not article[:1].isdigit()
    vi = [f"điểm {point}" if point else ""]
    en = [f"point {point}" if point else ""]
    vi.append((f"mục {clause}" if annex else f"khoản {clause}") if clause else "")
    en.append((f"section {clause}" if annex else f"clause {clause}") if clause else "")
    vi.append((article if annex else f"Điều {article}") if article else "")
    en.append((article if annex else f"art. {article}") if article else "")
    parts_vi = " ".join(part for part in vi if part)
    parts_en = " ".join(part for part in en if part)
    return Text(
        f"{parts_vi}, {document}" if parts_vi else document,
        f"{parts_en}, {document}" if parts_en else document,
    )
