"""``python -m tests.import_cases FOLDER [--json OUT] [--only NAME,…] [--show N]``

Reads every case of a folder of import cases, compares the works with the items
the case wants, by the rules of the folder's ``compare.py``, and prints the count.
A file's name tells its format.
"""

from __future__ import annotations

import argparse
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType
from typing import Any

from citekit.errors import CitekitError
from citekit.formats import registry
from citekit.formats.zoteromap import has_field
from tests.import_cases import zotero

FORMATS = {
    "BibTeX": "bibtex",
    "Bibliontology_RDF": "bibo",
    "Crossref_Unixref_XML": "crossrefxml",
    "Datacite_JSON": "datacite",
    "Endnote_XML": "endnotexml",
    "MARC": "marc",
    "MARCXML": "marcxml",
    "MEDLINE_nbib": "nbib",
    "MODS": "mods",
    "OVID_Tagged": "ovid",
    "OpenAlex_JSON": "openalex",
    "PubMed_XML": "pubmedxml",
    "RDF": "zoterordf",
    "RIS": "ris",
    "RefWorks_Tagged": "refworks",
    "Refer_BibIX": "refer",
    "Web_of_Science_Tagged": "wos",
}


#: Fields that the client leaves unread in a format, and we do not.
UNREAD = {"OpenAlex_JSON": {"abstractNote"}}
#: Formats of which the client writes no field that its type does not have.
STRICT = {"Datacite_JSON", "OpenAlex_JSON"}
#: Formats whose authors the client calls so in every type.
AUTHORS = {"Datacite_JSON", "OVID_Tagged"}


def load_compare(folder: Path) -> ModuleType:
    """The folder's own rules of what is equal."""
    spec = importlib.util.spec_from_file_location("compare", folder / "compare.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def answer(name: str, source: str) -> list[dict[str, Any]]:
    """What the reader for cases of this name makes of ``source``."""
    chosen = registry.get(FORMATS[name])
    data = source.encode("utf-8") if chosen.binary else source
    items = zotero.items(chosen.read(data), plain_authors=name in AUTHORS)
    unread = UNREAD.get(name, set())
    return [
        {
            key: value
            for key, value in item.items()
            if key not in unread and (name not in STRICT or has_field(item["itemType"], key))
        }
        for item in items
    ]


def main() -> None:
    """Run the cases."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--json", type=Path, help="write {file: [[pass, got, want], …]}")
    parser.add_argument("--only", help="files' names, separated by commas")
    parser.add_argument("--show", type=int, default=0, help="differing fields to print a case")
    args = parser.parse_args()
    compare = load_compare(args.folder)
    only = set(args.only.split(",")) if args.only else None
    right = total = 0
    told: dict[str, list[Any]] = {}
    for path in sorted(args.folder.glob("*.json")):
        if path.stem not in FORMATS or (only is not None and path.stem not in only):
            continue
        good = 0
        cases = json.loads(path.read_text(encoding="utf-8"))
        rows = told.setdefault(path.stem, [])
        for number, case in enumerate(cases):
            try:
                made = answer(path.stem, case["input"])
            except (CitekitError, ModuleNotFoundError) as problem:
                made = []
                print(f"{path.stem} {number}: {problem}")
            got = [compare.canonical(item) for item in made]
            want = [compare.canonical(item) for item in case["items"]]
            rows.append([got == want, made, case["items"]])
            good += got == want
            if got != want:
                show(path.stem, number, got, want, args.show)
        print(f"{path.stem}: {good} of {len(cases)}")
        right += good
        total += len(cases)
    print(f"{right} of {total} cases equal")
    if args.json:
        args.json.write_text(json.dumps(told, ensure_ascii=False, indent=1), encoding="utf-8")
    sys.exit(0 if right == total else 1)


def show(name: str, number: int, got: list[Any], want: list[Any], most: int) -> None:
    """Print where the items differ."""
    if not most:
        return
    if len(got) != len(want):
        print(f"{name} {number}: {len(got)} items for {len(want)}")
    for at, (one, other) in enumerate(zip(got, want, strict=False)):
        keys = [key for key in sorted({*one, *other}) if one.get(key) != other.get(key)]
        for key in keys[:most]:
            print(f"{name} {number}.{at} {key}: want {other.get(key)!r:.200}")
            print(f"{'':>{len(name) + 6}} got {one.get(key)!r:.200}")


if __name__ == "__main__":
    main()
