"""What a style's check finds beyond the schema."""

from __future__ import annotations

from pathlib import Path

import pytest

from citekit.csl.lint import check_style
from citekit.errors import MissingExtraError, UnknownStyleError
from citekit.library.stylecheck import validate_style
from citekit.store import styleschema
from tests.csl.helpers import NS, locales

INFO = "<info><title>x</title><id>http://x</id><updated>2020-01-01T00:00:00Z</updated></info>"


def codes(layout: str, macros: str = "", options: str = "") -> list[str]:
    """The codes of a style of this layout, one element a line."""
    xml = (
        f'<style {NS} class="in-text" version="1.0">\n{INFO}\n{macros}\n'
        f"<citation {options}><layout>{layout}</layout></citation></style>"
    )
    return [problem.code for problem in check_style(xml, locales)]


def test_a_sound_style_has_no_findings() -> None:
    macros = '<macro name="a"><text variable="title"/></macro>'
    assert codes('<text macro="a"/><text term="accessed"/>', macros) == []


@pytest.mark.parametrize(
    ("layout", "macros", "found"),
    [
        ('<text macro="a"/>', "", ["unknown-macro"]),
        ("", '<macro name="a"><text variable="title"/></macro>', ["unused-macro"]),
        (
            '<text macro="a"/>',
            '<macro name="a"><group><text macro="b"/></group></macro>'
            '<macro name="b"><text macro="a"/></macro>',
            ["macro-loop"],
        ),
        (
            '<text macro="a"/>',
            '<macro name="a"><text variable="URL"/></macro>'
            '<macro name="a"><text variable="DOI"/></macro>',
            ["duplicate-macro"],
        ),
        ('<text macro="a"/>', '<macro name="a"/>', ["empty-macro"]),
        ('<text term="no such term"/>', "", ["missing-term"]),
        ('<label variable="scale"/>', "", ["missing-term"]),
        ('<text macro="a" text-case="title"/>', '<macro name="a"><text value="x"/></macro>',
         ["no-effect"]),
    ],
)  # fmt: skip
def test_macros_and_terms(layout: str, macros: str, found: list[str]) -> None:
    assert codes(layout, macros) == found


TITLE = '<text variable="title"/>'


@pytest.mark.parametrize(
    ("branches", "found"),
    [
        (f'<if type="book">{TITLE}</if><else-if type="report">{TITLE}</else-if>', []),
        (f'<if type="book">{TITLE}</if><else-if type="book">{TITLE}</else-if>', 2),
        (f'<if type="book report" match="any">{TITLE}</if>'
         f'<else-if type="report">{TITLE}</else-if>', 1),
        (f'<if type="book" variable="URL">{TITLE}</if><else-if type="book">{TITLE}</else-if>', []),
        (f'<if variable="URL">{TITLE}</if><else-if variable="URL">{TITLE}</else-if>', 1),
        (f'<if type="book"><choose><if type="report">{TITLE}</if></choose></if>', 1),
        (f'<if type="book"><choose><if type="report" match="none">{TITLE}</if></choose></if>', []),
        (f"<if variable=\"URL\">{TITLE}</if><else>{TITLE}</else><else>{TITLE}</else>", 1),
    ],
)  # fmt: skip
def test_branches_that_nothing_reaches(branches: str, found: int | list[str]) -> None:
    made = codes(f"<choose>{branches}</choose>")
    assert made == (found if isinstance(found, list) else ["unreachable-branch"] * found)


def test_tests_and_options_without_effect() -> None:
    assert codes(f'<choose><if is-numeric="issued">{TITLE}</if></choose>') == ["never-true"]
    assert codes(TITLE, options='et-al-min="3"') == ["half-an-option"]
    assert codes(f"<choose><if>{TITLE}</if></choose>") == ["no-condition"]


def test_findings_have_line_column_and_hint() -> None:
    macros = '<macro name="Authors"><text variable="title"/></macro>'
    (unused, unknown) = check_style(
        f'<style {NS} version="1.0">\n{macros}\n<citation><layout>\n'
        '  <text macro="author"/></layout></citation></style>',
        locales,
        "x.csl",
    )
    assert (unused.code, unused.where.line) == ("unused-macro", 2)
    assert str(unknown.where) == "x.csl:4:3"
    assert unknown.hint == "did you mean 'Authors'?"


def test_what_is_no_style_is_one_problem() -> None:
    assert [p.code for p in check_style("<style", locales)] == ["broken-xml"]
    assert [p.code for p in check_style(f"<locale {NS}/>", locales)] == ["not-a-style"]
    bomb = '<!DOCTYPE x [<!ENTITY a "x"><!ENTITY b "&a;&a;">]><style>&b;</style>'
    assert [p.code for p in check_style(bomb, locales)] == ["broken-xml"]


def test_the_schema_and_the_checks_together(tmp_path: Path) -> None:
    assert validate_style("apa") == []
    path = tmp_path / "bad.csl"
    path.write_text(
        f'<style {NS} class="in-text" version="1.0">\n{INFO}\n<citation foo="x"><layout>'
        '<text macro="a"/></layout></citation></style>',
        encoding="utf-8",
    )
    found = validate_style(str(path))
    assert {"schema", "unknown-macro"} <= {problem.code for problem in found}
    assert all(problem.where.line for problem in found)
    bomb = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><style>&a;</style>'
    path.write_text(bomb, encoding="utf-8")
    assert "root:" not in "".join(map(str, validate_style(str(path))))
    with pytest.raises(UnknownStyleError):
        validate_style("no-such-style")


def test_without_lxml_the_check_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> None:
        raise ImportError(name)

    monkeypatch.setattr(styleschema, "import_module", missing)
    with pytest.raises(MissingExtraError, match="lxml"):
        styleschema.check("<style/>")
