"""Names are masked where they are known to be names, and nothing else is touched."""

import re

import pytest
from motcua.checker.masking.names import Names
from motcua.checker.tables import table_specs

TEXTS = {
    "người ký: Nguyễn Văn An": "người ký: N***** V** A*",
    "NGUYỄN VĂN AN": "N***** V** A*",
    "(Nguyễn  Văn\nAn), Lê Thị Bình": "(N*****  V**\nA*), L* T** B***",
    "Nguyễn Văn An và Nguyễn Văn An Bình": "N***** V** A* và N***** V** A* B***",
    # The same words in a sentence, or parts of the name, are no name.
    "nguyễn văn an": "nguyễn văn an",
    "Nguyễn Văn Anh": "Nguyễn Văn Anh",
    "Nguyễn, Văn An": "Nguyễn, Văn An",
    "đường Nguyễn Văn": "đường Nguyễn Văn",
    "": "",
}
KNOWN = ("Nguyễn Văn An", "Lê Thị Bình", "Nguyễn Văn An Bình")
NOT_NAMES = (
    "Chủ Tịch",
    "UBND Xã",
    "Trưởng Phòng Tư Pháp",
    "Văn thư",
    "An",
    "Tổ 12",
    "",
    "Một Hai Ba Bốn Năm Sáu Bảy",
)


@pytest.mark.parametrize("text", TEXTS)
def test_names_are_cut_to_initials(text):
    assert Names(KNOWN).mask(text) == TEXTS[text]


@pytest.mark.parametrize("value", NOT_NAMES)
def test_a_post_or_a_word_is_no_name(value):
    assert Names([value]).mask(value) == value


def test_composed_and_decomposed_letters_are_one_name():
    import unicodedata

    decomposed = unicodedata.normalize("NFD", "Nguyễn Văn An")
    assert "n A" not in Names(KNOWN).mask(decomposed)
    assert Names(KNOWN).mask(decomposed).count("*") >= len("guyễnănn")


@pytest.mark.parametrize(
    "value",
    [
        "Nguyễn Văn An, Phó Chủ tịch UBND xã",
        "Ông Nguyễn Văn An",
        "TS. Nguyễn Văn An",
        "Nguyễn Văn An - Chủ tịch",
        "Lê Thị Bình; Nguyễn Văn An",
        "Nguyễn Văn An (Tư pháp)",
    ],
)
def test_a_name_is_known_beside_posts_and_forms_of_address(value):
    masked = Names([value]).mask(f"{value}. Nguyễn Văn An ký. Phó Chủ tịch UBND xã họp")
    assert "Nguyễn" not in masked
    assert masked.endswith("N***** V** A* ký. Phó Chủ tịch UBND xã họp")


PEOPLE = re.compile(
    r"người|họ và tên|họ tên|họ, tên|cán bộ|công chức|đánh giá viên|chủ trì|chủ tọa", re.IGNORECASE
)


def test_every_column_that_may_hold_the_name_of_a_person_is_masked():
    unmasked = [
        f"{spec.table}.{name}"
        for spec in table_specs().values()
        for name, about in spec.fields.items()
        if about.type == "text"
        and PEOPLE.search(" ".join((about.title.vi, *about.headers)))
        and not about.personal
    ]
    assert unmasked == []
