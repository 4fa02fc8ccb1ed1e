from __future__ import annotations

import pytest

from tests.documents.invented import LAYOUTS, invented, names
from tests.documents.word_files import WordFiles


@pytest.mark.parametrize("layout", LAYOUTS)
@pytest.mark.parametrize("name", names())
def test_every_component_is_found_where_it_stands_and_no_other(
    name: str, layout: str, word: WordFiles
):
    page = invented(name, layout, word)
    document = word.read(page.body)
    texts = {p.index: p.text for p in document.paragraphs}
    found: dict[str, dict[int, str]] = {}
    for component in document.components:
        found.setdefault(component.role, {}).update({i: texts[i] for i in component.paragraphs})
    assert found == {
        role: {i: texts[i] for i in sorted(indexes)} for role, indexes in page.roles.items()
    }
    assert (document.doc_type, document.regime) == (page.doc_type, page.regime)
