"""The runner reads fixtures as the reference runner does."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from citekit.model import Citation
from tests.suite.__main__ import main
from tests.suite.fixture import Fixture, parse
from tests.suite.run import run
from tests.suite.session import states, transcript

STYLE = """<style xmlns="http://purl.org/net/xbiblio/csl" class="note" version="1.0">
  <info><id>x</id><title>x</title><updated>2026-01-01T00:00:00Z</updated></info>
  <citation><layout delimiter="; ">
    <choose><if position="ibid"><text value="ibid"/></if>
    <else><text variable="title"/></else></choose>
  </layout></citation>
  <bibliography><sort><key variable="title"/></sort>
    <layout><text variable="title"/><text variable="container-title" form="short" prefix=" "/>
    </layout></bibliography>
</style>"""
ITEMS = [
    {"id": "b", "type": "book", "title": "Beta"},
    {"id": "a", "type": "article", "title": "Alpha & <i>Omega</i>", "container-title": "Journal"},
]


def fixture(mode: str, result: str = "", **sections: Any) -> Fixture:
    parts = {"MODE": mode, "RESULT": result, "CSL": STYLE, "INPUT": json.dumps(ITEMS)}
    parts |= {name.replace("_", "-"): json.dumps(data) for name, data in sections.items()}
    text = "".join(
        f">>===== {name} =====>>\n{body}\n<<===== {name} =====<<\n\n"
        for name, body in parts.items()
    )
    return parse("own", text)


def entry(text: str) -> str:
    return f'  <div class="csl-entry">{text}</div>\n'


def body(*entries: str) -> str:
    return '<div class="csl-bib-body">\n' + "".join(map(entry, entries)) + "</div>"


def test_sections_of_any_width_are_found() -> None:
    found = parse(
        "x",
        ">>== MODE ==>>\r\ncitation\r\n<<== MODE ==<<\n"
        + "".join(f">>=== {n} ===>>\nx\n<<=== {n} ===<<\n" for n in ("CSL", "INPUT", "RESULT")),
    )
    assert (found.mode, found.nosort, found.want) == ("citation", False, "x")
    with pytest.raises(ValueError, match="CSL, INPUT"):
        parse("x", ">>= MODE =>>\nx\n<<= MODE =<<\n>>= RESULT =>>\nx\n<<= RESULT =<<\n")


def test_without_clusters_everything_is_cited_in_the_bibliography_s_order() -> None:
    assert run(fixture("citation")) == "Alpha &#38; <i>Omega</i>; Beta"


def test_each_cluster_is_rendered_on_its_own() -> None:
    clusters = [[{"id": "b"}], [{"id": "b"}], [{"id": "b", "position": 2}]]
    assert run(fixture("citation", CITATION_ITEMS=clusters)) == "Beta\nBeta\nibid"


def test_bibliography_and_its_sections() -> None:
    alpha = "Alpha &#38; <i>Omega</i> Journal"
    assert run(fixture("bibliography")) == body(alpha, "Beta")
    assert run(fixture("bibliography-nosort")) == body("Beta", alpha)
    book = {"field": "type", "value": "book"}
    assert run(fixture("bibliography", BIBSECTION={"include": [book]})) == body("Beta")
    assert run(fixture("bibliography", BIBSECTION={"exclude": [book]})) == body(alpha)
    assert run(fixture("bibliography", BIBSECTION={"quash": [book]})) == body(alpha)
    absent = {"field": "DOI", "value": ""}
    assert run(fixture("bibliography", BIBSECTION={"select": [book, absent]})) == body("Beta")


def test_items_can_be_updated_replaced_and_abbreviated() -> None:
    assert run(fixture("bibliography", BIBENTRIES=[["a", "b"], ["b"]])) == body("Beta")
    second = [{"id": "b", "type": "book", "title": "Gamma"}]
    assert "Gamma" in run(fixture("bibliography", INPUT2=second))
    short = {"default": {"container-title": {"Journal": "J."}}}
    assert "Omega</i> J." in run(fixture("bibliography", ABBREVIATIONS=short))


def step(key: str, work: str, note: int, before: list[Any], after: list[Any]) -> list[Any]:
    cites = [{"id": work}]
    return [
        {"citationID": key, "citationItems": cites, "properties": {"noteIndex": note}},
        before,
        after,
    ]


def test_an_editing_session_marks_what_the_last_step_changed() -> None:
    steps = [
        step("one", "a", 1, [], []),
        step("two", "a", 2, [["one", 1]], []),
        step("new", "b", 2, [["one", 1]], [["two", 3]]),
    ]
    assert run(fixture("citation", CITATIONS=steps)) == (
        "..[0] Alpha &#38; <i>Omega</i>\n>>[1] Beta\n>>[2] Alpha &#38; <i>Omega</i>"
    )


def test_a_session_keeps_order_notes_and_deletions() -> None:
    steps = [
        step("one", "a", 1, [], []),
        step("two", "b", 1, [], [["one", 5]]),
        step("one", "b", 3, [], []),
    ]
    second, third = states(steps)[1:]
    assert [(key, citation.note) for key, citation in second.document] == [("two", 1), ("one", 5)]
    assert [key for key, _ in third.document] == ["one"]

    def render(document: Any) -> list[tuple[str, object]]:
        assert all(isinstance(citation, Citation) for citation in document)
        return [("same", None)] * len(document)

    assert transcript(steps[:2], render) == ">>[0] same\n..[1] same"


def test_a_citation_whose_number_changed_counts_as_rendered_anew() -> None:
    steps = [step("one", "a", 1, [], []), step("two", "b", 1, [], [["one", 2]])]

    def render(document: Any) -> list[tuple[str, object]]:
        return [("1", place) for place, _ in enumerate(document)]

    assert transcript(steps, render) == ">>[0] 1\n>>[1] 1"


def test_the_command_counts_and_writes_what_came_out(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sections = fixture("citation", "Alpha &#38; <i>Omega</i>; Beta").sections
    good = "".join(f">>= {n} =>>\n{t}\n<<= {n} =<<\n" for n, t in sections.items())
    (tmp_path / "good_one.txt").write_text(good, encoding="utf-8")
    assert main([str(tmp_path)]) == 0
    assert capsys.readouterr().out == "pass good_one\n1 of 1 pass\n"
    bad = good.replace("<citation>", "<citation").replace("good", "bad")
    (tmp_path / "bad_one.txt").write_text(bad, encoding="utf-8")
    out = tmp_path / "out.json"
    assert main([str(tmp_path), "--json", str(out), "--quiet"]) == 1
    assert capsys.readouterr().out == "FAIL bad_one\n1 of 2 pass\n"
    results = json.loads(out.read_text(encoding="utf-8"))
    assert results["good_one"]["pass"] is True
    assert results["good_one"]["got"] == results["good_one"]["want"]
    assert results["bad_one"]["got"].startswith("StyleError: ")
