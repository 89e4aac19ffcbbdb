"""Settings: what ``citekit.toml`` says, over the user's defaults.

A setting is taken from the first of these that has it: the environment
(``CITEKIT_STYLE``, ``CITEKIT_LOCALE``); the project's ``citekit.toml``; the
user's ``citekit/config.toml`` in the platform's configuration folder;
:class:`Settings`' defaults.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from citekit.errors import SettingsError, Where
from citekit.store.files import decode, read_bytes

PROJECT_FILE = "citekit.toml"

#: What ``citekit init`` writes.
DEFAULT_TOML = """\
# citekit's settings for this project. What is commented out is the default.

# The catalogue: .bib files, as paths or patterns relative to this file.
# catalogue = ["refs/*.bib"]

# The file of the catalogue that new works go to.
# new_entries = "refs/works.bib"

# The corpus: the texts to scan; "!" leaves files out. Hidden files and folders
# never belong to it.
# documents = ["**/*.txt", "**/*.md", "**/*.html", "**/*.tex", "!refs/**", "!demo-output/**"]

# Texts and folders that are no part of it, as git ignores them: a name stands for
# files and folders of this name anywhere ("drafts", "*.bak.md"), one with a slash
# for a path from here ("texts/old/", "/notes.md").
# exclude = []

# Where reviewed passages are kept, one W3C annotation a line.
# passages = "refs/passages.jsonl"

# What `citekit scan` found and nobody has decided on yet, and what was rejected
# and must not come back; in the same form.
# suggestions = "refs/suggestions.jsonl"
# rejections = "refs/rejections.jsonl"

# Citation keys for new works, in JabRef's notation.
# key_pattern = "[auth:lower][year]"

# The citation style, by the name of its file in the official repository, by
# a short name such as "chicago" or "mla", or as a path to a .csl file.
# style = "apa"

# The language of citations, such as "de-DE". By default the style's own.
# locale = "en-US"

# How .bib files are read and written: "biblatex" or "bibtex".
# dialect = "biblatex"

# Checks that `citekit check` leaves out, by their names (`citekit check --list`) or codes.
# [check]
# ignore = []
# Citation keys in the texts that are no citations, as patterns such as "fig*".
# ignore_keys = []
"""


@dataclass(frozen=True, slots=True)
class Settings:
    """The settings of a project, or of work outside one (``root`` is None).

    Patterns and paths are relative to ``root``, with forward slashes; a
    pattern that begins with ``!`` leaves files out.
    """

    root: Path | None = None
    catalogue: tuple[str, ...] = ("refs/*.bib",)
    new_entries: str = "refs/works.bib"
    documents: tuple[str, ...] = (
        *("**/*.txt", "**/*.md", "**/*.html", "**/*.tex"),
        *("!refs/**", "!demo-output/**"),
    )
    exclude: tuple[str, ...] = ()
    passages: str = "refs/passages.jsonl"
    suggestions: str = "refs/suggestions.jsonl"
    rejections: str = "refs/rejections.jsonl"
    key_pattern: str = "[auth:lower][year]"
    style: str = "apa"
    locale: str | None = None
    dialect: str = "biblatex"
    check_ignore: tuple[str, ...] = ()
    check_ignore_keys: tuple[str, ...] = ()


def find_root(start: Path) -> Path | None:
    """The nearest folder at or above ``start`` that holds a ``citekit.toml``."""
    start = start.absolute()
    for folder in (start, *start.parents):
        if (folder / PROJECT_FILE).is_file():
            return folder
    return None


def load(root: Path | None = None, environ: Mapping[str, str] | None = None) -> Settings:
    """The settings of the project at ``root``; without one, the user's.

    Raises :class:`SettingsError`, with the line where it can be told, and
    :class:`ReadError`.
    """
    values: dict[str, Any] = {}
    environ = os.environ if environ is None else environ
    user_file = user_settings_file(environ)
    if user_file:
        values |= read(user_file, _USER_SETTINGS)
    if root:
        values |= read(root / PROJECT_FILE)
    values |= {
        name: environ[f"CITEKIT_{name.upper()}"]
        for name in ("style", "locale")
        if environ.get(f"CITEKIT_{name.upper()}")
    }
    return replace(Settings(root), **values)


def user_settings_file(environ: Mapping[str, str] | None = None) -> Path | None:
    """The user's ``citekit/config.toml``, if there is one."""
    environ = os.environ if environ is None else environ
    try:
        if not any((folder / "citekit").is_dir() for folder in _configuration_folders(environ)):
            return None
    except PermissionError:  # a home that is not the user's own: there are no settings in it
        return None
    from platformdirs import user_config_path  # slow to load, and rarely needed

    path = user_config_path("citekit", appauthor=False) / "config.toml"
    return path if path.is_file() else None


def _configuration_folders(environ: Mapping[str, str]) -> list[Path]:
    """The folders a platform may keep configuration in."""
    named = [environ.get(name) for name in ("XDG_CONFIG_HOME", "LOCALAPPDATA", "APPDATA")]
    home = Path(environ.get("HOME") or environ.get("USERPROFILE") or "~").expanduser()
    usual = [home / ".config"]
    if sys.platform == "darwin":
        usual.append(home / "Library" / "Application Support")
    return [*(Path(folder) for folder in named if folder), *usual]


# --- reading one file ------------------------------------------------------------


def read(path: Path, allowed: frozenset[str] | None = None) -> dict[str, Any]:
    """The settings in a TOML file, by the names of :class:`Settings`' fields.

    ``allowed`` limits which.  Raises :class:`SettingsError` and
    :class:`ReadError`.
    """
    import tomllib  # slow to load; look-ups outside projects do not need it

    text = decode(read_bytes(path), str(path), any_encoding=False).text
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise _syntax_error(path, text, str(cause)) from None
    except RecursionError:
        raise _syntax_error(path, text, "values are nested too deeply") from None
    check = content.pop("check", {})
    if not isinstance(check, dict):
        raise _located(path, text, "check", "[check] must be a table", "write [check]")
    flat = {**content, **{f"check.{name}": value for name, value in check.items()}}
    return {
        name.replace(".", "_"): _checked(path, text, name, value, allowed)
        for name, value in flat.items()
    }


def _checked(
    path: Path, text: str, name: str, value: object, allowed: frozenset[str] | None
) -> object:
    names = _KINDS.keys() if allowed is None else allowed
    if name not in names:
        why = "belongs into a project's citekit.toml" if name in _KINDS else "is no setting"
        hint = f"the settings are {', '.join(sorted(names))}"
        raise _located(path, text, name, f"{name!r} {why}", hint)
    try:
        return _KINDS[name](value)
    except ValueError as cause:
        raise _located(path, text, name, f"{name!r} must be {cause}") from None


def _syntax_error(path: Path, text: str, message: str) -> SettingsError:
    place = re.search(r" \(at line (\d+), column (\d+)\)$", message)
    if place:
        where = Where(str(path), int(place[1]), int(place[2]))
        message = message[: place.start()]
    else:
        where = Where(str(path), text.count("\n") + 1)
        message = message.removesuffix(" (at end of document)")
    return SettingsError(f"this is no TOML: {message}", where, "see https://toml.io")


def _located(path: Path, text: str, name: str, message: str, hint: str = "") -> SettingsError:
    """The error, at the line that seems to set ``name``; tomllib keeps no lines."""
    key = re.escape(name.removeprefix("check."))
    match = re.search(rf"""^[ \t]*\[*[ \t]*["']?(?:check\.)?{key}["']?[ \t]*[=.\]]""", text, re.M)
    line = text.count("\n", 0, match.start()) + 1 if match else None
    return SettingsError(message, Where(str(path), line), hint)


# --- the kinds of values ----------------------------------------------------------


def _text(value: object) -> str:
    if not isinstance(value, str) or not value.strip():
        raise ValueError("a text")
    return value


def _texts(value: object) -> tuple[str, ...]:
    """A list of texts, or one text for a list of one."""
    items = [value] if isinstance(value, str) else value
    if not isinstance(items, list) or not all(isinstance(item, str) and item for item in items):
        raise ValueError("a list of texts")
    return tuple(items)


def check_pattern(pattern: str) -> None:
    """Raises ValueError, saying what it must be, for a pattern of files that is none."""
    plain = pattern.removeprefix("!")
    parts = plain.replace("\\", "/").split("/")
    if not plain.strip() or not plain.isprintable():
        raise ValueError("a pattern of files")
    if plain.startswith(("/", "~")) or ":" in parts[0]:
        raise ValueError("a pattern relative to the project's folder")
    if any("**" in part and part != "**" for part in parts):
        raise ValueError("a pattern in which ** stands alone between slashes")


def _patterns(value: object) -> tuple[str, ...]:
    patterns = _texts(value)
    for pattern in patterns:
        check_pattern(pattern)
    return patterns


def _exclusions(value: object) -> tuple[str, ...]:
    patterns = _texts(value)
    for pattern in patterns:
        if pattern.startswith("!"):
            raise ValueError("patterns of what is left out, without !")
        check_pattern(pattern.strip("/"))
    return patterns


def _path(value: object) -> str:
    path = _text(value)
    check_pattern(path)
    return path


def _dialect(value: object) -> str:
    if value not in ("biblatex", "bibtex"):
        raise ValueError('"biblatex" or "bibtex"')
    return str(value)


_KINDS: dict[str, Callable[[object], object]] = {
    "catalogue": _patterns,
    "new_entries": _path,
    "documents": _patterns,
    "exclude": _exclusions,
    "passages": _path,
    "suggestions": _path,
    "rejections": _path,
    "key_pattern": _text,
    "style": _text,
    "locale": _text,
    "dialect": _dialect,
    "check.ignore": _texts,
    "check.ignore_keys": _texts,
}
_USER_SETTINGS = frozenset({"key_pattern", "style", "locale", "dialect", "check.ignore"})
