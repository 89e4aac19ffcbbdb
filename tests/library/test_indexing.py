"""An index that was updated answers as one made from nothing."""

from __future__ import annotations

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from citekit.errors import CitekitError
from citekit.library import Project, editing, linking, quoting, removing
from citekit.library.setup import make_project
from citekit.model import Body
from citekit.store import index as indexes
from citekit.store.indexwriting import Writer

WORDS = "engine steam state image theory quiet river Zürich l’homme mill’s 1914".split()
SENTENCES = [
    f"{one.capitalize()} {other} of the {one}, said Ada Smith. “A quiet {other}” it is."
    for one in WORDS
    for other in WORDS[:4]
]
NAMES = ["a.txt", "b.txt", "c.md", "d.html", "e.txt"]
QUERIES = ["engine", "quiet", "mill's", "smith", "the image", "of", "zü", "state river"]
#: Nearly UTF-8.
UNREADABLE = ("Zürich " * 50).encode() + b"\xff"
PASSAGES = "refs/passages.jsonl"
Edit = Callable[[Project, int], object]


def make(folder: Path) -> Project:
    (folder / "texts").mkdir(parents=True)
    make_project(folder, ["texts/*"])
    for number, name in enumerate(NAMES[:3]):
        text = "\n".join(SENTENCES[number * 9 : number * 9 + 9])
        (folder / "texts" / name).write_text(text, encoding="utf-8")
    entries = "".join(
        f"@book{{key{n},\n  author = {{Smith, {word}}},\n  title = {{The {word}}},\n}}\n\n"
        for n, word in enumerate(WORDS)
    )
    own = "@misc{own,\n  title = {Own},\n  file = {texts/a.txt},\n}\n"
    (folder / "refs" / "works.bib").write_text(entries + own, encoding="utf-8")
    (folder / "refs" / "more.bib").write_text("@misc{more, title={More}}\n", encoding="utf-8")
    return Project.open(folder)


# --- edits -------------------------------------------------------------------------


def document(project: Project, n: int) -> Path:
    return project.root / "texts" / NAMES[n % len(NAMES)]


def write(path: Path, text: str | bytes) -> None:
    data = text if isinstance(text, bytes) else text.encode("utf-8", "surrogateescape")
    path.write_bytes(data)


def insert(path: Path, n: int, text: str) -> None:
    """Text before the n-th line of a file."""
    old = path.read_bytes().decode("utf-8", "surrogateescape") if path.exists() else ""
    lines = old.splitlines(keepends=True)
    at = n % (len(lines) + 1)
    write(path, "".join((*lines[:at], text, *lines[at:])))


def take_out(path: Path, n: int, count: int = 1) -> None:
    """The n-th line of a file, and those after it, taken out."""
    lines = path.read_bytes().splitlines(keepends=True) if path.exists() else []
    if lines:
        at = n % len(lines)
        write(path, b"".join((*lines[:at], *lines[at + count :])))


def link(project: Project, n: int) -> None:
    path = document(project, n)
    if not path.exists():
        return
    length = len(path.read_bytes().decode("utf-8", "ignore"))
    start = n * 7 % max(1, length // 2)
    kinds = ("quotation", Body()), ("mention", Body("work", f"key{n % 5}"))
    kind, body = kinds[n % 2]
    linking.link(
        project,
        path.name,
        body=body,
        kind=kind,
        offsets=(start, start + 3 + n % 20),
        speaker=WORDS[n % 4] if n % 3 else "",
    )


def unlink(project: Project, n: int) -> None:
    views = project.passages()
    if views:
        linking.unlink(project, ids=[views[n % len(views)].id])


def bib(name: str) -> Callable[[Project], Path]:
    return lambda project: project.root / "refs" / name


def rename_field(project: Project, n: int) -> None:
    keys = [record.key for record in project.records()]
    if keys:
        editing.edit_fields(project, [keys[n % len(keys)]], {"title": WORDS[n % 7]})


EDITS: dict[str, Edit] = {
    "link": link,
    "link another": lambda project, n: link(project, n + 101),
    "unlink": unlink,
    "insert a sentence": lambda p, n: insert(document(p, n), n, SENTENCES[n % 40] + "\n"),
    "take out a sentence": lambda p, n: take_out(document(p, n), n),
    "new document": lambda p, n: write(document(p, n), SENTENCES[n % 40]),
    "no document": lambda p, n: document(p, n).unlink(missing_ok=True),
    "unreadable document": lambda p, n: write(document(p, n), UNREADABLE),
    "touch": lambda p, n: document(p, n).touch(),
    "edit an entry": rename_field,
    "new entry": lambda p, n: insert(
        bib("works.bib")(p), n, f"@misc{{new{n}, title={{{WORDS[n % 9]}}}}}\n"
    ),
    "last entry": lambda p, n: insert(
        bib("works.bib")(p), -1, f"@misc{{new{n}, title={{{WORDS[n % 9]}}}}}\n"
    ),
    "cut an entry": lambda p, n: take_out(bib("works.bib")(p), n, n % 4),
    "a cross-reference": lambda p, n: insert(
        bib("works.bib")(p), 0, f"@incollection{{in{n}, crossref = {{key{n % 5}}}}}\n"
    ),
    "a macro": lambda p, n: insert(
        bib("works.bib")(p), 0, f"@string{{m{n} = {{M}}}}\n@misc{{x{n}, title = m{n}}}\n"
    ),
    "an owner": lambda p, n: insert(
        bib("more.bib")(p), 0, f"@misc{{own{n}, file = {{texts/{NAMES[n % 5]}}}}}\n"
    ),
    "another file": lambda p, n: insert(
        bib(f"f{n % 3}.bib")(p), 0, f"@misc{{f{n}, title={{{WORDS[n % 8]}}}}}\n"
    ),
    "no file": lambda p, n: bib(f"f{n % 3}.bib")(p).unlink(missing_ok=True),
    "rekey": lambda p, n: editing.rekey(p, f"key{n % 5}", f"key{n % 7}"),
    "remove": lambda p, n: removing.remove(p, [f"key{n % 5}"]),
    "broken line": lambda p, n: insert(p.root / PASSAGES, n, "{broken\n"),
    "no line": lambda p, n: take_out(p.root / PASSAGES, n),
    "line twice": lambda p, n: insert(
        p.root / PASSAGES,
        n,
        "".join((p.root / PASSAGES).read_text("utf-8").splitlines(keepends=True)[:2])
        if (p.root / PASSAGES).exists()
        else "",
    ),
    "no last line end": lambda p, n: insert(p.root / PASSAGES, -1, "{}"),
    "no passages": lambda p, n: (p.root / PASSAGES).unlink(missing_ok=True),
    "other patterns": lambda p, n: insert(
        p.root / "citekit.toml", 0, "" if n % 5 else '# documents = ["texts/*.txt"]\n'
    ),
}


# --- answers -----------------------------------------------------------------------


def answer(ask: Callable[[], Any]) -> Any:
    try:
        return ask()
    except CitekitError as failure:
        return str(failure)


def answers(project: Project) -> dict[str, Any]:
    """What a project says to many questions."""
    found: dict[str, Any] = {
        "passages": answer(project.passages),
        "records": answer(project.records),
        "documents": answer(project.documents),
        "speaker": answer(lambda: project.passages(speaker="ste")),
        **{
            status: answer(lambda status=status: project.passages(status=status))
            for status in ("exact", "shifted", "fuzzy", "orphaned")
        },
        "kind": answer(lambda: project.passages(kind="mention", document="a.txt")),
        "namesakes": answer(lambda: project.namesakes(["key1"])),
    }
    for number in range(5):
        key = f"key{number}"
        found[f"cites {key}"] = answer(lambda key=key: project.cites(key))
        found[f"record {key}"] = answer(lambda key=key: project.record(key))
        name = NAMES[number]
        found[f"works {name}"] = answer(lambda name=name: project.works(name))
        found[f"id {name}"] = answer(lambda name=name: project.document_id(name))
    for query in QUERIES:
        found[f"search {query}"] = answer(lambda query=query: project.search(query, limit=7))
        found[f"text {query}"] = answer(lambda query=query: project.passages(text=query))
        found[f"quote {query}"] = answer(lambda query=query: quoting.find(project, query))
        for table in ("record_words", "passage_words", "prose"):
            rank = f"SELECT rank FROM {table} WHERE {table} MATCH ? ORDER BY rank"
            term = '"' + query.split()[0].split("'")[0] + '"'
            found[f"rank {table} {query}"] = answer(
                lambda rank=rank, term=term: project.rows(rank, (term,))
            )
    return found


def anew(project: Project) -> dict[str, Any]:
    """What a project with the same files says that has no index yet."""
    shutil.rmtree(project.root / ".citekit", ignore_errors=True)
    with Project.open(project.root) as other:
        return answers(other)


STEPS = st.lists(st.tuples(st.sampled_from(sorted(EDITS)), st.integers(0, 300)), max_size=8)


def check(steps: list[tuple[str, int]], folder: Path) -> None:
    with make(folder) as project:
        for n in range(12):
            link(project, n)
        answers(project)
        for name, n in steps:
            try:
                EDITS[name](project, n)
            except CitekitError:
                continue
            with Project.open(project.root) as other:
                assert answers(project) == answers(other)
        kept = answers(project)
        assert kept == anew(project), steps


@settings(deadline=None, max_examples=12, suppress_health_check=list(HealthCheck))
@given(STEPS)
def test_an_updated_index_answers_as_a_new_one(steps: list[tuple[str, int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        check(steps, Path(folder) / "project")


@pytest.mark.parametrize("name", EDITS)
def test_each_edit_alone(name: str, tmp_path: Path) -> None:
    check([(name, 3), (name, 8), (name, 3)], tmp_path / "project")


# --- freshness ---------------------------------------------------------------------


@pytest.fixture
def project(tmp_path: Path) -> Iterator[Project]:
    with make(tmp_path / "project") as made:
        yield made


def test_edits_in_quick_succession_are_all_seen(project: Project) -> None:
    """Each has the size of the one before and may fall into the same tick of the clock."""
    path = project.root / "texts" / "a.txt"
    text = "Number {:02} of the sentences, in which the words that are quoted do not change."
    path.write_text(text.format(0), encoding="utf-8")
    linking.link(project, "a.txt", body=Body(), kind="quotation", quote="the words that are quoted")
    for number in range(30):
        path.write_text(text.format(number), encoding="utf-8")
        (view,) = project.passages()
        assert view.sentence == text.format(number)


def test_a_text_that_becomes_readable_is_seen_by_its_record(project: Project) -> None:
    path = project.root / "texts" / "a.txt"
    text = path.read_bytes()
    path.write_bytes(UNREADABLE)
    assert project.record("own").document == ""
    with path.open("r+b") as stream:  # the folder does not change
        stream.truncate()
        stream.write(text)
    assert project.record("own").document == "texts/a.txt"


def test_an_edit_elsewhere_is_seen_by_those_it_concerns(project: Project) -> None:
    for name in ("a.txt", "b.txt"):
        linking.link(project, name, body=Body("work", "key1"), kind="mention", offsets=(90, 120))
    assert len(project.works("a.txt")) == 1
    path = project.root / "texts" / "b.txt"
    path.write_text("Before. " + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert [view.anchor for view in project.passages(document="a.txt")] == ["exact"]
    assert [view.anchor for view in project.cites("key1")] == ["exact", "shifted"]
    path.write_text("Unheard. " + path.read_text(encoding="utf-8"), encoding="utf-8")
    assert len(quoting.find(project, "unheard before")) == 1


def test_settings_that_change_are_read_again(project: Project) -> None:
    assert len(project.documents()) == 3
    (project.root / "citekit.toml").write_text('documents = ["texts/*.md"]\n', encoding="utf-8")
    assert [each["id"] for each in project.documents()] == ["texts/c.md"]


def test_an_update_that_is_cut_short_leaves_the_index(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = answers(project)
    path = project.root / "texts" / "a.txt"
    path.write_text("Other words.", encoding="utf-8")

    def interrupted(self: Writer) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Writer, "finish", interrupted)
        with pytest.raises(KeyboardInterrupt):
            project.documents()
    assert [each.name for each in (project.root / ".citekit").glob("index*")] == ["index.sqlite"]
    assert answers(project) != before
    assert answers(project) == anew(project)


def test_in_a_folder_that_cannot_be_written_the_index_is_updated_in_memory(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(root: Path) -> Path:
        raise PermissionError

    monkeypatch.setattr(indexes, "private_folder", refused)
    for number in range(3):
        write(project.root / "texts" / "a.txt", SENTENCES[number])
        assert project.documents()[0]["characters"] == len(SENTENCES[number])
        assert not (project.root / ".citekit" / "index.sqlite").exists()


READER = """
import sys
from pathlib import Path
from citekit.library import Project

with Project.open(Path(sys.argv[1])) as project:
    print("ready", flush=True)
    for _ in range(40):
        views = project.passages()
        assert len(views) == 12, len(views)
        assert all(view.exact in view.sentence or view.start < 0 for view in views), views
        assert [each["id"] for each in project.documents()][0] == "texts/a.txt"
"""


def test_processes_do_not_disturb_each_other(project: Project) -> None:
    for n in range(12):
        linking.link(
            project, "a.txt", body=Body(), kind="quotation", offsets=(40 * n + 100, 40 * n + 130)
        )
    project.passages()
    command = [sys.executable, "-c", READER, str(project.root)]
    readers = [subprocess.Popen(command, stdout=subprocess.PIPE) for _ in range(2)]
    path = project.root / "texts" / "a.txt"
    for reader in readers:
        assert reader.stdout is not None
        assert reader.stdout.readline() == b"ready\n"
    while any(reader.poll() is None for reader in readers):
        new = project.root / "new"
        new.write_text("New. " + path.read_text(encoding="utf-8"), encoding="utf-8")
        new.replace(path)
        assert len(project.passages()) == 12
    for reader in readers:
        reader.communicate()
    assert [reader.returncode for reader in readers] == [0, 0]
