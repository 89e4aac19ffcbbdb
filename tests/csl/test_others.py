"""Names that the work itself leaves out ("and others")."""

from __future__ import annotations

import pytest

from citekit import csl
from citekit.formats import biblatex, registry
from citekit.formats.base import Writing
from citekit.render import text
from tests.csl.helpers import locales

_ENTRY = "@book{b, author={%s}, title={T}, date=1661}"
_STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" version="1.0" class="in-text">
<info><title>T</title><id>t</id><updated>2020-01-01T00:00:00Z</updated></info>
<citation><layout><text variable="title"/></layout></citation>
<bibliography %s><layout><names variable="author">
<name and="text" delimiter=", " form="short"/></names></layout></bibliography></style>"""


@pytest.mark.parametrize(
    ("names", "options", "printed"),
    [
        ("Boyle, R. and others", "", "Boyle et al."),
        ("Boyle, R. and Hooke, R. and others", "", "Boyle, Hooke, et al."),
        ("A, B and C, D and others", 'et-al-min="3" et-al-use-first="1"', "A et al."),
        (
            "A, B and C, D and E, F and G, H and others",
            'et-al-min="3" et-al-use-first="1" et-al-use-last="true"',
            "A et al.",
        ),
        ("A, B and {Others and Sons}", "", "A and Others and Sons"),
    ],
)
def test_styles_print_their_term(names: str, options: str, printed: str) -> None:
    works = biblatex.read(_ENTRY % names).works
    made = csl.process(csl.parse_style(_STYLE % options), works, (), locales=locales).bibliography
    assert made is not None
    assert text.write_bibliography(made).strip() == printed


@pytest.mark.parametrize("name", ["ris", "endnotexml", "mods", "nbib", "biblatex"])
def test_formats_that_know_them_write_and_read_them(name: str) -> None:
    works = biblatex.read(_ENTRY % "Boyle, R. and others").works
    known = registry.get(name, "w")
    written = known.write(works, Writing(""))
    assert "others" not in written or name == "biblatex"
    (back,) = known.read(written, "x").works
    assert back.fields["author"] == works[0].fields["author"]
