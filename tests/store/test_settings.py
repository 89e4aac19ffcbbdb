"""Settings come from the right place, and mistakes in them are shown."""

from __future__ import annotations

import time
import tomllib
from dataclasses import fields
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from citekit.errors import ReadError, SettingsError
from citekit.store import settings
from citekit.store.settings import DEFAULT_TOML, Settings, find_root, load, user_settings_file


@pytest.fixture
def environ(tmp_path: Path) -> dict[str, str]:
    return {"HOME": str(tmp_path / "home"), "XDG_CONFIG_HOME": str(tmp_path / "config")}


@pytest.fixture
def project(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    root.mkdir()
    (root / "citekit.toml").write_text("")
    return root


def write(root: Path, text: str) -> None:
    (root / "citekit.toml").write_text(text, encoding="utf-8")


def test_the_project_is_found_from_below(project: Path) -> None:
    deep = project / "a" / "b"
    deep.mkdir(parents=True)
    assert find_root(deep) == project
    assert find_root(project) == project
    assert find_root(project.parent) is None


def test_defaults(project: Path, environ: dict[str, str]) -> None:
    assert load(project, environ) == Settings(project)
    assert load(None, environ) == Settings()
    assert Settings().style == "apa"


def test_the_file_that_init_writes_states_the_defaults(
    project: Path, environ: dict[str, str]
) -> None:
    write(project, DEFAULT_TOML)
    assert load(project, environ) == Settings(project)
    lines = DEFAULT_TOML.splitlines()
    told = [line[2:] for line in lines if line[2:].startswith("[") or " = " in line]
    write(project, "\n".join(told))
    # The locale has no default to state: it shows an example.
    assert load(project, environ) == Settings(project, locale="en-US")
    stated = tomllib.loads("\n".join(told))
    assert len(stated) - 1 + len(stated["check"]) == len(fields(Settings)) - 1


def test_a_project_sets_everything(project: Path, environ: dict[str, str]) -> None:
    write(
        project,
        """
        catalogue = "library.bib"
        new_entries = "library.bib"
        documents = ["texts/*.txt"]
        exclude = ["drafts/", "/old.txt"]
        passages = "p.jsonl"
        key_pattern = "[auth][year]"
        style = "ieee"
        locale = "de-DE"
        dialect = "bibtex"
        [check]
        ignore = ["missing-doi"]
        """,
    )
    assert load(project, environ) == Settings(
        project,
        catalogue=("library.bib",),
        new_entries="library.bib",
        documents=("texts/*.txt",),
        exclude=("drafts/", "/old.txt"),
        passages="p.jsonl",
        key_pattern="[auth][year]",
        style="ieee",
        locale="de-DE",
        dialect="bibtex",
        check_ignore=("missing-doi",),
    )


def test_who_goes_first(
    project: Path,
    environ: dict[str, str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    user = Path(environ["XDG_CONFIG_HOME"]) / "citekit" / "config.toml"
    user.parent.mkdir(parents=True)
    assert user_settings_file() is None
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: user.parent)
    user.write_text('style = "user"\nlocale = "user"\ndialect = "bibtex"\n')
    write(project, 'style = "project"\nlocale = "project"\n')
    monkeypatch.setenv("CITEKIT_STYLE", "environment")
    monkeypatch.setenv("CITEKIT_LOCALE", "")
    found = load(project)
    assert (found.style, found.locale, found.dialect) == ("environment", "project", "bibtex")
    assert load().locale == "user"
    user.write_text('catalogue = "x.bib"\n')
    with pytest.raises(SettingsError, match=r"belongs into a project's citekit\.toml"):
        load(project)


def test_the_users_folder_on_a_mac(
    environ: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(settings.sys, "platform", "darwin")
    folders = settings._configuration_folders(environ)
    assert Path(environ["HOME"]) / "Library" / "Application Support" in folders


def test_looking_for_the_users_settings_costs_little(environ: dict[str, str]) -> None:
    started = time.perf_counter()
    for _ in range(10):
        assert user_settings_file(environ) is None
    assert (time.perf_counter() - started) / 10 < 0.002


@pytest.mark.parametrize(
    ("text", "line", "message"),
    [
        ('\nstlye = "apa"', 2, "'stlye' is no setting.*the settings are catalogue, check.ignore"),
        ("# x\nstyle = 3", 2, "'style' must be a text"),
        ('style = ""', 1, "'style' must be a text"),
        ("catalogue = [1]", 1, "'catalogue' must be a list of texts"),
        ('exclude = ["!x"]', 1, "'exclude' must be patterns of what is left out, without !"),
        ('\nexclude = "/"', 2, "'exclude' must be a pattern of files"),
        ('dialect = "tex"', 1, '\'dialect\' must be "biblatex" or "bibtex"'),
        ("style = 'x'\n[check]\nignore = 3", 3, "'check.ignore' must be a list of texts"),
        ("[check]\nall = true", 2, "'check.all' is no setting"),
        ("check_ignore = []", 1, "'check_ignore' is no setting"),
        ("check = 1", 1, "must be a table"),
        ("[other]\nx = 1", 1, "'other' is no setting"),
        ('"od\\u0064" = 1', None, "'odd' is no setting"),
        ("a = [1,\nb=2", 2, "no TOML"),
        ('a = "', 1, "no TOML"),
        ("a = [", 1, "no TOML"),
        pytest.param("a = " + "[" * 9999, 1, "nested too deeply", id="deep"),
    ],
)
def test_mistakes_are_located(
    project: Path, environ: dict[str, str], text: str, line: int | None, message: str
) -> None:
    write(project, text)
    with pytest.raises(SettingsError, match=message) as caught:
        load(project, environ)
    assert caught.value.where.file == str(project / "citekit.toml")
    assert caught.value.where.line == line
    assert "(at" not in caught.value.message


def test_a_missing_file_is_named(tmp_path: Path, environ: dict[str, str]) -> None:
    with pytest.raises(ReadError, match=r"citekit\.toml"):
        load(tmp_path, environ)


LINES = st.sampled_from(
    [
        "style = ",
        "locale=",
        "[check]",
        "[[check]]",
        "ignore = [",
        '"',
        "'",
        "]",
        "1",
        "\n",
        "=",
        ".",
    ]
)


@given(st.lists(LINES | st.text(max_size=5), max_size=12))
def test_no_file_escapes_the_error_tree(
    tmp_path_factory: pytest.TempPathFactory, parts: list[str]
) -> None:
    path = tmp_path_factory.mktemp("fuzz") / "citekit.toml"
    path.write_bytes("".join(parts).encode("utf-8", "surrogatepass"))
    try:
        values = settings.read(path)
    except (SettingsError, ReadError):
        return
    assert set(values) <= {field.name for field in fields(Settings)}
