"""The lossless layer: blocks, what is said of broken ones, and edits in place."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from dataclasses import replace
from types import FrameType
from unicodedata import category

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from citekit.errors import SyntaxProblemError, UnknownKeyError, UsageError
from citekit.formats.bibsource import (
    Source,
    add_entry,
    edit_entries,
    outline,
    pieces,
    remove_entry,
    rename_key,
    set_fields,
    split,
)

FILE = """% a header, mail me@example.org
@string{pub = "Press"}
@preamble{"\\newcommand{\\x}{}"}
@comment{jabref-meta: databaseType:bibtex;}

@article{one,
  author  = {Doe, Jane},
  title   = "A {Title}",
  year    = 2001,
  journal = pub # { of Things},
}
stray words
@Book(two,
  title = {Second (part)}, year = {2002}
)
"""


def values(source: Source, key: str) -> dict[str, str]:
    block = source.entry(key)
    assert block is not None
    return {span.name: span.value for span in block.fields}


def codes(text: str) -> list[str]:
    return [problem.code for problem in split(text).problems]


def test_blocks() -> None:
    source = split(FILE, "refs.bib")
    assert [block.kind for block in source.blocks] == [
        *("string", "preamble", "comment"),
        *("entry", "entry"),
    ]
    assert source.problems == ()
    one, two = source.entries()
    assert (one.type, one.key, one.line) == ("article", "one", 6)
    assert FILE[slice(*two.type_span)] == "Book"
    assert FILE[slice(*two.key_span)] == "two"
    assert source.raw(two) == FILE[FILE.index("@Book") : -1]
    assert values(source, "one")["journal"] == "pub # { of Things}"
    assert values(source, "two") == {"title": "{Second (part)}", "year": "{2002}"}
    year = one.field("year")
    assert year is not None
    assert (FILE[year.start : year.end], source.line(year.start)) == ("2001", 9)
    assert source.macro("pub", len(FILE)) == "Press"
    assert source.macro("nosuch", 0) is None
    assert source.entry_nocase("ONE") is one


@pytest.mark.parametrize(
    ("text", "fields", "code"),
    [
        ("@article\n{k, a={1}}", {"a": "{1}"}, None),
        ("@article{k, a={x @ y\n @book{ z}}, b=1}", {"a": "{x @ y\n @book{ z}}", "b": "1"}, None),
        ("@a{k, a={C:\\\\}, b={2}}", {"a": "{C:\\\\}", "b": "{2}"}, None),
        ('@a{k, a="a {"} b", b=x # "y" # {z}}', {"a": '"a {"} b"', "b": 'x # "y" # {z}'}, None),
        ("@a{k,\n% note\n a={1}, % more = {2}\n b={3}}", {"a": "{1}", "b": "{3}"}, None),
        ("% @a{k,\n%  a = {1},\n% }", {"a": "{1}"}, None),
        ("@a{k}", {}, None),
        ("\ufeff@a{k,\r\n a={1}\r\n}", {"a": "{1}"}, None),
        ("@a{k,\r a={1},\r b={2}}\r", {"a": "{1}", "b": "{2}"}, None),
        ("@a{k, a={" + "{" * 50 + "}" * 50 + "}}", {"a": "{" * 51 + "}" * 51}, None),
        ("@a{k, a={1}\n b={2}}", {"a": "{1}", "b": "{2}"}, "missing-comma"),
        ("@a{k\n a={1}}", {"a": "{1}"}, "missing-comma"),
        ("@a{k, a={1}},\n b={2}\n}", {"a": "{1}", "b": "{2}"}, "extra-brace"),
        ("@a{k, a={1} x}},\n b={2}\n}", {"a": "{1} x", "b": "{2}"}, "odd-value"),
        ('@a{k, a="x "y" z", b=1}', {"a": '"x "y" z"', "b": "1"}, "odd-value"),
        ("@a{k, a=First word, b=1}", {"a": "First word", "b": "1"}, "odd-value"),
        ("@a{k, a=, b=1}", {"a": "", "b": "1"}, "empty-value"),
        ("@a{k, junk, a={1}}", {"a": "{1}"}, "stray-text"),
        ("@a{k, my field = {1}}", {"my field": "{1}"}, "odd-field-name"),
        ("@ \n a \n\n {k, a={1}}", {"a": "{1}"}, None),
        ("% @a{k,\r% a = {1},\r% }\r", {"a": "{1}"}, None),
        ("@a{k, \0a={1}, \u200bb={2}}", {"a": "{1}", "b": "{2}"}, "odd-field-name"),
        ("@a{k, a={1} # , b={2}}", {"a": "{1} #", "b": "{2}"}, "odd-value"),
        ("@a{k, a={1}\n@b{l, c={2}}", {"a": "{1}"}, "missing-brace"),
        ("@a{k, a={1}, a={2}}", {"a": "{2}"}, "duplicate-field"),
        ("@a{k, a={x \\{ y}, b={2}}", {"a": "{x \\{ y}", "b": "{2}"}, "escaped-brace"),
        ("@a{k, a={\n@b{l, c={2}}\n}}", {"a": "{\n@b{l, c={2}}\n}"}, "entry-in-value"),
        ("@a(k, a={1}, b={2)", None, "unreadable-entry"),
    ],
)
def test_fields(text: str, fields: dict[str, str] | None, code: str | None) -> None:
    source = split(text)
    if fields is not None:
        assert values(source, "k") == fields
    assert [problem.code for problem in source.problems][:1] == ([code] if code else [])


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("@a{x, t={1}}\n@a{x, t={2}}", "duplicate-key"),
        ("@a{x, t={1}}\n@a{X, t={2}}", "duplicate-key-case"),
        ("@a{, t={1}}", "missing-key"),
        ("@a{t={1}}", "missing-key"),
        ('@a{{k}"1, t={1}}', "odd-key"),
        ("@a{a key, t={1}}", "odd-key"),
        ("@a{k, t={open,\n y={1}\n}\n@b{l, t={2}}", "unreadable-entry"),
        ('@a{k, t="open, y={1}\n}\n@b{l, t={2}}', "unreadable-entry"),
        ("@a{k, t={half", "unreadable-entry"),
        ("@a{k,", "unreadable-entry"),
        ("@a{{", "unreadable-entry"),
        ("@string{x}", "unreadable-entry"),
        ("@string{x = {1}, y = {2}}", "unreadable-entry"),
        ("mail joe@there (home)", "unread-text"),
        ("@article\\{k, a={1}}", "unread-text"),
        ("@art@icle{k, a={1}}", "unread-text"),
        ("@a{k, t={1}}\nyear = {2001},\n}", "stray-field"),
    ],
)
def test_problem_is_reported(text: str, code: str) -> None:
    assert code in codes(text)
    assert all(problem.where.line for problem in split(text).problems)


def test_failed_block_keeps_type_and_key() -> None:
    source = split("@article{bad, title = {open,\n y={1}\n}\n\n@book{good, title={x}}", "f.bib")
    assert [(b.kind, b.type, b.key) for b in source.blocks] == [
        ("failed", "article", "bad"),
        ("entry", "book", "good"),
    ]
    (problem,) = source.problems
    assert str(problem.where) == "f.bib:1 [bad]"


def test_comment_without_end_ends_with_its_line() -> None:
    source = split("@comment{open\n@a{k, t={1}}\n@comment(x)")
    assert [block.kind for block in source.blocks] == ["comment", "entry", "comment"]


def test_comment_hides_entries() -> None:
    source = split("@comment{\n@a{hidden, t={1}}\n}\n@a{k, t={2}}")
    assert [block.key for block in source.entries()] == ["k"]
    (problem,) = source.problems
    assert (problem.code, problem.where.key, problem.where.line) == ("commented-entry", "hidden", 2)


def test_redefined_macro_counts_from_where_it_stands() -> None:
    text = '@string{x="1"}@a{k, t=x}@string{x=x # "2"}@a{l, t=x}'
    source = split(text)
    first, second = source.entries()
    assert source.macro("x", first.start) == "1"
    assert source.macro("x", second.start) == "12"


def test_macros_that_double_do_not_explode() -> None:
    lines = ['@string{a0="xxxxxxxxxx"}']
    lines += [f"@string{{a{n + 1} = a{n} # a{n}}}" for n in range(60)]
    text = split("\n".join(lines)).macro("a60", 10**6)
    assert text is not None
    assert len(text) < 10**6


def test_pieces() -> None:
    assert pieces('{a {b}} # "c" # d') == (("{", "a {b}"), ('"', "c"), ("", "d"))
    assert pieces("12") == (("", "12"),)
    assert pieces("{a} b") == (("{", "{a} b"),)
    deep = "{" * 20 + "x" + "}" * 20
    assert pieces(deep) == (("{", deep[1:-1]),)


# --- edits


def test_value_keeps_its_delimiters() -> None:
    source = split(FILE)
    new = {"title": "New", "year": "1999", "author": "Roe, R.", "journal": "J"}
    text = set_fields(source, "one", new)
    assert values(split(text), "one") == {
        "author": "{Roe, R.}",
        "title": '"New"',
        "year": "1999",
        "journal": "{J}",
    }
    assert set_fields(source, "one", {"title": 'a "b"'}).count('{a "b"}') == 1


def test_field_is_added_in_the_entrys_layout() -> None:
    source = split(FILE)
    text = set_fields(source, "one", {"doi": "10.1/x", "month": "jan"})
    assert "  journal = pub # { of Things},\n  doi     = {10.1/x},\n  month   = jan,\n}" in text
    text = set_fields(source, "two", {"note": "n"})
    assert "year = {2002}, note = {n}\n)" in text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("@a{k}", "@a{k,\n  t = {1},\n}"),
        ("@a{k,\r\n}", "@a{k,\r\n  t = {1},\r\n}"),
        ("@a{k,\n\tb={2}\n}", "@a{k,\n\tb={2},\n\tt={1}\n}"),
        ("@a{k,\n b\n=\n{2}}", "@a{k,\n b\n=\n{2},\n t = {1}}"),
        ("@a{k, b={2}\n@b{l, c={1}}", "@a{k, b={2}, t={1}\n@b{l, c={1}}"),
    ],
)
def test_added_field(text: str, expected: str) -> None:
    assert set_fields(split(text), "k", {"t": "1"}) == expected


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("@a{k,\n  x={1},\n  y={2},\n}", ["x"], "@a{k,\n  y={2},\n}"),
        ("@a{k,\n  x={1},\n  y={2},\n}", ["y"], "@a{k,\n  x={1},\n}"),
        ("@a{k,\n  x={1},\n  y={2}\n}", ["y"], "@a{k,\n  x={1}\n}"),
        ("@a{k,\n  x={1},\n  y={2}\n}", ["x", "y", "z"], "@a{k,\n}"),
        ("@a{k, x={1}, y={2}}", ["x"], "@a{k, y={2}}"),
        ("@a{k, x={1}, y={2}, x={3}}", ["x"], "@a{k, y={2}}"),
        ("@a{k, x={1}, y={2}}", ["y"], "@a{k, x={1}}"),
    ],
)
def test_removed_field(text: str, names: list[str], expected: str) -> None:
    assert set_fields(split(text), "k", dict.fromkeys(names)) == expected


def test_fields_replaced_in_one_edit() -> None:
    text = "@a{k,\n  x = {1},\n  y = {2}\n}"
    assert set_fields(split(text), "k", {"y": None, "z": "3"}) == "@a{k,\n  x = {1},\n  z = {3}\n}"
    text = set_fields(split(text), "k", {"x": None, "y": None, "z": "3"})
    assert values(split(text), "k") == {"z": "{3}"}


def test_type_and_key() -> None:
    text = "@a{one, x={1}}\n@b{two, crossref={one}, xdata={zero, one ,onetwo}, note={one}}"
    assert edit_entries(split(text), {"one": {}}, "Book").startswith("@Book{one,")
    assert rename_key(split(text), "one", "uno") == (
        "@a{uno, x={1}}\n@b{two, crossref={uno}, xdata={zero, uno ,onetwo}, note={one}}"
    )


def test_entries_come_and_go() -> None:
    text = add_entry(split(FILE), "book", "three", {"title": "T", "month": "feb"})
    assert text == FILE + "\n@book{three,\n  title = {T},\n  month = feb,\n}\n"
    assert remove_entry(split(text), "three") == FILE
    assert "stray words\n@Book" in remove_entry(split(FILE), "one")
    assert add_entry(split(""), "a", "k", {}) == "@a{k,\n}\n"
    assert add_entry(split("@a{k}\r\n"), "a", "l", {}) == "@a{k}\r\n\r\n@a{l,\r\n}\r\n"
    inline = "x @a{k, t={1}} y"
    assert remove_entry(split(inline), "k") == "x  y"


def test_mail_address_is_a_value() -> None:
    text = set_fields(split(FILE), "one", {"note": "a@b.org, c @ d"})
    assert values(split(text), "one")["note"] == "{a@b.org, c @ d}"


def test_refusals() -> None:
    source = split(FILE)
    with pytest.raises(UnknownKeyError):
        set_fields(source, "nobody", {"title": "x"})
    with pytest.raises(SyntaxProblemError):
        set_fields(source, "one", {"title": "{x"})
    with pytest.raises(SyntaxProblemError):
        set_fields(source, "one", {"title": "}{"})
    with pytest.raises(SyntaxProblemError):
        set_fields(source, "one", {"note": "a, b = {1}\n@book{x, y = {1}}"})
    with pytest.raises(UsageError):
        set_fields(source, "one", {"bad name": "x"})
    with pytest.raises(UsageError):
        rename_key(source, "one", "two")
    with pytest.raises(UsageError):
        rename_key(source, "one", "a,b")
    with pytest.raises(UsageError):
        add_entry(source, "book", "two", {})
    with pytest.raises(UsageError):
        edit_entries(source, {"one": {}}, "")


# --- properties

bibs = st.lists(
    st.text(max_size=8)
    | st.sampled_from(
        [
            *("@article{", "@book(", "@string{", "@comment{", "@preamble{", "key,", "}", ")", "{"),
            *("title = {x},", 'year = "1",\n', "a = b # c", "\n", "%", "\\", '"', ",", "=", "@"),
        ]
    ),
    max_size=25,
).map("".join)


@example("@STRING{\x1btitle = {x},}")
@given(bibs)
def test_splitting_loses_nothing(text: str) -> None:
    source = split(text)
    end = 0
    for block in source.blocks:
        assert end <= block.start < block.end <= len(text)
        end = block.end
        for span in block.fields:
            assert text[span.start : span.end] == span.value
            name = text[span.name_start : span.name_end]
            seen = [char for char in name if category(char) not in ("Cc", "Cf")]
            assert "".join(seen).strip().lower() == span.name
        assert text[slice(*block.type_span)].lower() == block.type
    assert source.text == text


whole = st.sampled_from(
    [
        *("@article{one, title = {x}, year = 1}", "@book(two, title = {y})", "@misc{one,n={1,}}"),
        *("@string{b = {c}}", "@comment{@misc{one, n = {1}}}", "@misc{three,\n  n = {a {b} c},\n}"),
        *("@misc{q, n = {a\n@misc{r, n = {1}}\n}}", "@misc{s, n = 1},\n m = {2}}", "@misc{t,}"),
        *("% @misc{u, n = {1}}\n", "@misc{v, n = {1}, % m\n o = {2}}", '@misc{w, n = b # "x",,}'),
        *(
            "@misc{x y, n = {1}}",
            "@Misc {Z, N = {1}, n = {2}}",
            "@misc{e, n = {\\{}}",
            "a@misc{f,g=1}",
        ),
    ]
)
entries = st.lists(whole | bibs, max_size=8).map("\n".join) | st.lists(whole).map("".join)


@given(entries, st.sampled_from([(), ("one",), ("v", "two")]))
def test_an_outline_has_the_blocks_of_a_file(text: str, keys: tuple[str, ...]) -> None:
    source, outlined = split(text), outline(text, None, keys)
    assert [replace(block, fields=()) for block in outlined.blocks] == [
        replace(block, fields=()) for block in source.blocks
    ]
    for block, other in zip(source.blocks, outlined.blocks, strict=True):
        assert other.fields in ((), block.fields)
        if block.kind != "entry" or block.key in keys:
            assert other.fields == block.fields
    problems = [each for each in source.problems if each.code != "duplicate-field"]
    assert [each for each in outlined.problems if each.code != "duplicate-field"] == problems


def test_an_outline_does_a_part_of_the_work() -> None:
    text = "".join(
        f"@article{{k{n},\n author = {{Doe, Jane and Roe, Max}},\n title = {{On {{T}} {n}}},\n"
        f" date = {{2001-02}},\n note = {{{'some words ' * 30}}},\n}}\n"
        for n in range(3000)
    )

    def calls(of: Callable[[str], object]) -> int:
        count = 0

        def calling(frame: FrameType, event: str, argument: object) -> None:
            nonlocal count
            count += event in ("call", "c_call")

        sys.setprofile(calling)
        try:
            of(text)
        finally:
            sys.setprofile(None)
        return count

    assert calls(outline) < calls(split) / 1.5


@given(bibs, st.text("ab {}", max_size=5).filter(lambda v: "{" not in v and "}" not in v))
def test_one_field_changes_and_nothing_else(text: str, value: str) -> None:
    source = split(text)
    for block in source.entries():
        if block.key and source.entry(block.key) is block and block.fields:
            span = block.fields[0]
            new = set_fields(source, block.key, {span.name: value})
            assert new.startswith(text[: span.start])
            assert new.endswith(text[span.end :])
            assert value in new[span.start : len(new) - len(text) + span.end]


@given(bibs)
def test_an_added_entry_is_there(text: str) -> None:
    source = split(text)
    if source.entry("brandnew") is None:
        new = add_entry(source, "book", "brandnew", {"title": "T"})
        assert new.startswith(text)


@pytest.mark.parametrize(
    "text",
    [
        "@" * 50_000,
        "@article{k, t={" + "{" * 100_000,
        "".join(f"@article{{b{n}, t = {{open {n}, y={{1}}\n" for n in range(3000)),
        "@a{k, " + "x={1}" * 20_000 + "}",
        "@a{k, t={" + "{" * 20_000 + "}" * 20_000 + "}}",
        '@a{k, t="' + "x" * 200_000,
        "@comment{" * 20_000,
        " " * 200_000 + "@a{",
    ],
    ids=["at", "open", "unclosed", "commas", "deep", "quote", "comments", "spaces"],
)
def test_hostile_files_take_linear_time(text: str) -> None:
    for read in (split, outline):
        start = time.perf_counter()
        read(text)
        assert time.perf_counter() - start < 5
