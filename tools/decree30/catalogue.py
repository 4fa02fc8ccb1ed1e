"""The samples by name: each template's content in both layouts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

from .layout import Layout, layout_a, layout_b
from .paper import Paper
from .writer import Writer

_CONTENT = Path(__file__).resolve().parent / "content"
_LAYOUTS_B: dict[str, Layout] = {
    "1.1-nghi-quyet": layout_b("three_columns", "vml"),
    "1.2-quyet-dinh": layout_b("tabs", "vml"),
    "1.3-quyet-dinh-gian-tiep": layout_b("two_columns", "border", "at_least_18"),
    "1.4-bao-cao": layout_b("three_columns", "border"),
    "1.4-to-trinh": layout_b("one_column", "vml", "single"),
    "1.4-ke-hoach": layout_b("three_columns", "vml", "exactly_18"),
    "1.4-thong-bao": layout_b("tabs", "vml"),
    "1.4-quy-dinh": layout_b("three_columns", "vml"),
    "1.4-chi-thi": layout_b("two_columns", "border", "single"),
    "1.4-de-an": layout_b("two_columns", "vml", "at_least_18"),
    "1.5-cong-van": layout_b("two_columns", "border", "single"),
    "1.6-cong-dien": layout_b("three_columns", "vml", "at_least_18"),
    "1.7-giay-moi": layout_b("two_columns", "vml"),
    "1.8-giay-gioi-thieu": layout_b("one_column", "vml"),
    "1.9-bien-ban": layout_b("tabs", "vml", "single"),
    "1.10-giay-nghi-phep": layout_b("three_columns", "border"),
    "2.1-phu-luc": layout_b("two_columns", "vml", "exactly_18"),
    "2.2-phu-luc-dien-tu": layout_b("two_columns", "vml"),
    "3.1-sao-y": layout_b("two_columns", "border", "single"),
    "3.2-sao-dien-tu": layout_b("three_columns", "vml"),
}


def names() -> list[str]:
    """Every sample's name, as ``1.2-quyet-dinh-a``."""
    return [f"{content}-{layout}" for content in _LAYOUTS_B for layout in "ab"]


@cache
def sample(name: str) -> Paper:
    """A sample that still knows its roles; copy it before changing it."""
    content, _, letter = name.rpartition("-")
    layout = layout_a() if letter == "a" else _LAYOUTS_B[content]
    text = (_CONTENT / f"{content}.yaml").read_text(encoding="utf-8")
    return Writer(layout).paper(yaml.safe_load(text))
