"""A MARC 21 record as a work; :mod:`citekit.formats.marcxml` and
:mod:`citekit.formats.marc` are the two forms such records come in.

Tags in comments and docstrings are those of the MARC 21 Format for Bibliographic
Data.  ISBD's punctuation between subfields is taken off.  Fields of cataloguing
(00X but for dates and language, 04X), of holdings but for 852, and of a library's
own (9XX) are left out; numbers, former titles and linked works that CSL has no
variable for are ``extra`` under their tag.
"""

from __future__ import annotations

import re

from citekit.dates import parse_date
from citekit.formats.base import Extract, join_keywords, join_notes
from citekit.formats.marcmap import (
    CONTENTS,
    KEPT_TAGS,
    NOTES,
    RECORD_TYPES,
    ROWS,
    SUBJECTS,
    Field,
    Marc,
)
from citekit.formats.marcroles import variable_of
from citekit.formats.xmlkeep import any_date, is_kept, parted, read_block, read_doi, read_name
from citekit.formats.xmltext import paragraphs, squeezed
from citekit.model import Date, DatePoint, Name, Value, Work, is_names
from citekit.vocabulary import TYPES

_END = re.compile(r"[\s:;,/=]+$")
_STOP = re.compile(r"(?<=[^\W_]{4})\.$|(?<=[\])]|\d)\.$")
_ISBN = re.compile(r"[\dXx][\dXx -]{8,16}")
_COUNT = re.compile(r"(\d+)(?: numbered)? ?(?:p|pp|pages?|s|seiten|leaves|l|bl)\b", re.I)
_VOLUMES = re.compile(r"^\s*(\d+) ?(?:v|vols?|volumes?|bde?|t)\b", re.I)
_DEGREE = re.compile(r"([^()]*)\(([^()]+)\)\s*[-–—]+\s*(.+?)(?:,\s*\[?c?(\d{4})\]?)?\.?$", re.S)
_SUFFIX = re.compile(r"(?:Jr|Sr)\.?|[IVX]+", re.I)
_VOLUME = re.compile(r"\b(?:vol(?:ume)?|v|bd|band|jg|t|tome)\b\.? ?([^\s,;():]+)", re.I)
_ISSUE = re.compile(r"\b(?:no|nr|num|iss(?:ue)?|h|heft|n°)\b\.? ?([^\s,;():]+)", re.I)
_PAGES = re.compile(
    r"\b(?:pp?|pages?|s|seiten?|str)\b\.? ?([A-Za-z]?\d[\w.]*(?: ?[-–] ?[A-Za-z]?\d[\w.]*)?"
    r"|[^\s,;]+$)",
    re.I,
)
_ENUMERATION = re.compile(r"([^:<]*)(?::([^:<]*))?(?::[^<]*)?(?:<(.+))?")
_CORRECTED = re.compile(r"\bi\. ?e\. c?(\d{4})", re.I)
_BETWEEN = re.compile(r"\bbetween (\d{4})\??,? and (\d{4})", re.I)
_EDITED = re.compile(r"\b(?:edit|ed\. by|hrsg|herausgegeben|éd\.|dir\. )", re.I)
_NONSORT = re.compile("[\u0088\u0089\u0098\u009c]")


def trim(text: str) -> str:
    """A subfield without the punctuation that leads to the next one."""
    return _STOP.sub("", _END.sub("", squeezed(text)))


class MarcRecord:
    """A record on its way into a work; ``extracts`` and ``kept`` are known after
    :meth:`work`."""

    def __init__(self, record: Marc) -> None:
        clean = tuple(
            f._replace(subfields=tuple((c, _NONSORT.sub("", text)) for c, text in f.subfields))
            for f in record.fields
        )
        self.record = record._replace(fields=clean)
        self.fields: dict[str, Value] = {}
        self.extra: dict[str, str] = {}
        self.extracts: list[Extract] = []
        self.kept = ""

    def work(self) -> Work:
        """The work as the record's own fields tell it."""
        record = self.record
        texts = ["".join(field.all("a")) for field in record.tagged("887")]
        self.kept = next((text for text in texts if is_kept(text)), "")
        csl_type = self._type()
        self._title()
        self._names(csl_type)
        for row in ROWS:
            self._row(row.variable, (row.tag, row.code), *row.more)
        self._imprint(csl_type)
        self._extent(csl_type)
        self._host()
        self._numbers()
        self._subjects()
        self._notes(csl_type)
        self._links()
        self._rest()
        self._scripts()
        key = record.control("001") if record.control("003") == "citekit" else ""
        if record.control("001") and not key:
            self.extra["001"] = record.control("001")
        fields = {name: value for name, value in self.fields.items() if value}
        return Work(key, csl_type, fields, self.extra)

    # --- type ---

    def _type(self) -> str:
        """655 with a CSL type, a thesis note (502), the leader and 008."""
        record = self.record
        for field in record.tagged("655"):
            if field.first("2") == "local" and field.first("a") in TYPES:
                return field.first("a")
        if record.tagged("502"):
            return "thesis"
        kind, level = record.leader[6:7], record.leader[7:8] or " "
        hosts = record.tagged("773")
        if kind == "a" and (level in "ab" or (hosts and level not in "ms")):
            serial = level == "b" or any(
                host.first("x") or host.first("7")[3:4] == "s" for host in hosts
            )
            return "article-journal" if serial else "chapter"
        if kind == "a" and level in "si":
            return "webpage" if level == "i" else "periodical"
        if kind == "a":
            contents = record.control("008").ljust(40)[24:28]
            return next((CONTENTS[code] for code in contents if code in CONTENTS), "book")
        return RECORD_TYPES.get(kind, "book")

    # --- title and names ---

    def _title(self) -> None:
        """245: title, rest of it, number and name of its part (ISBD's marks between)."""
        found = self.record.tagged("245", "740", "246", "130")
        for field in found[:1]:
            title = ""
            last = ""
            for code, text in field.subfields:
                if code not in "abnpkfgt" or not text.strip():
                    continue
                parallel = title.rstrip().endswith("=")
                joint = " = " if parallel else ". " if code == "n" or last not in "n" else ": "
                if code == "b" and not parallel:
                    joint = ": "
                part = squeezed(text)
                title = f"{trim(title)}{joint}{part}" if title else part
                last = code
            self.fields["title"] = trim(title)
            if medium := trim(field.first("h")).strip("[]"):
                self.fields["medium"] = medium
        for field in self.record.tagged("130", "240"):
            uniform = trim(" ".join(field.all("anp")))
            if uniform and not field.first("l") and uniform != self.fields.get("title"):
                self._more("uniformtitle", uniform)
        rest = [trim(" ".join(field.all("abnp"))) for field in self.record.tagged("246", "740")]
        if rest := [title for title in rest if title and title != self.fields.get("title")]:
            self.extra["titleaddon"] = "; ".join(dict.fromkeys(rest))

    def _names(self, csl_type: str) -> None:
        """1XX and 7XX; names with a title of their own are works, not people."""
        said = " ".join(text for f in self.record.tagged("245") for text in f.all("c"))
        added = "editor" if _EDITED.search(said) else "author"
        for field in self.record.fields:
            tag = field.tag
            if tag not in ("100", "110", "111", "700", "710", "711", "720") or field.first("t"):
                continue
            name = _name(field)
            if name is None:
                continue
            roles = [
                *field.all("4"),
                *(trim(role) for role in field.all("e" if tag[1:] != "11" else "j")),
            ]
            variable = next(filter(None, map(variable_of, roles)), "")
            if tag[1:] == "11" and not roles and csl_type in ("paper-conference", "chapter"):
                self.fields.setdefault("event-title", name.literal)
                continue
            if not variable:
                variable = "author" if tag[0] == "1" else "contributor" if roles else added
            old = self.fields.get(variable, ())
            self.fields[variable] = (*old, name) if is_names(old) else (name,)

    # --- fields of one subfield ---

    def _row(self, variable: str, *places: tuple[str, str]) -> None:
        """The first of the places that has something; publication before other imprints."""
        for tag, codes in places:
            found = self.record.tagged(tag)
            if tag == "264":
                found.sort(key=lambda field: field.indicators[1:2] != "1")
            if tag == "240":
                found = [f for f in found if f.first("l")]
                codes = "anp"
            if tag == "852" and codes == "h":
                codes = "khijm"
            for field in found:
                text = " ".join(field.all(codes))
                if variable == "ISBN":
                    start = _ISBN.match(text)
                    text = start[0].strip() if start else text
                elif variable in ("abstract", "note"):
                    text = paragraphs(text)
                else:
                    text = trim(text)
                if text:
                    self.fields[variable] = text
                    return

    def _imprint(self, csl_type: str) -> None:
        """The date of 264 or 260, else that of 008; 008's second date of a reprint."""
        told = [f for f in self.record.tagged("264", "260") if f.first("c")]
        told.sort(key=lambda field: (field.tag == "264", field.indicators[1:2] not in "1 "))
        date = None
        for field in told:
            written = trim(field.first("c"))
            date = date or parse_date(written.strip("[]")) or parse_date(written)
        control = self.record.control("008")
        year = _year(control[7:11])
        if date is None and year is not None:
            date = Date(DatePoint(year))
            end = _year(control[11:15])
            if control[6:7] in "cdikmu" and control[11:15] == "9999":
                date = Date(DatePoint(year), range=True)
            elif control[6:7] in "dikm" and end is not None and end > year:
                date = Date(DatePoint(year), DatePoint(end), range=True)
            elif control[6:7] == "e" and control[11:15].isdecimal():
                date = parse_date(f"{year:04d}-{control[11:13]}-{control[13:15]}") or date
        if date is None and told:
            date = _catalogue_date(trim(told[0].first("c")))
        if date is None:
            for field in self.record.tagged("502"):
                date = date or parse_date(field.first("d"))
        if date is not None:
            self.fields["issued"] = date
        original = _year(control[11:15])
        if control[6:7] == "r" and original is not None:
            self.fields["original-date"] = Date(DatePoint(original))
        told_in = [text for field in self.record.tagged("041") for text in field.all("a")]
        languages = [code for text in told_in for code in _languages(text)]
        language = control[35:38].strip(" |")
        if languages or (language.isalpha() and language not in ("und", "zxx", "mul")):
            self.fields["language"] = "; ".join(dict.fromkeys(languages or [language]))
        if self.record.control("003") != "citekit":
            for field in self.record.tagged("041"):
                self._more("041", squeezed(" ".join(field.all("abcdefghjkmn"))))

    def _extent(self, csl_type: str) -> None:
        """300: how many pages or volumes; the words, where they say more."""
        for field in self.record.tagged("300")[:1]:
            extent = trim(" ".join(field.all("a")))
            if (found := _COUNT.findall(extent)) and csl_type not in ("musical_score", "song"):
                self.fields["number-of-pages"] = found[-1]
            if volumes := _VOLUMES.search(extent):
                self.fields["number-of-volumes"] = volumes[1]
            if extent and not re.fullmatch(r"\d+ [pv]\.?", extent):
                self.extra["extent"] = extent
            if size := trim(field.first("c")):
                self.fields["dimensions"] = size

    def _host(self) -> None:
        """773: the host's numbers, and the place in it ($g as words, $q as code)."""
        for field in self.record.tagged("773")[:1]:
            if number := field.first("x"):
                self.fields["ISSN"] = squeezed(number)
            if number := field.first("z"):
                self.fields.setdefault("ISBN", squeezed(number))
            if not field.first("t") and not field.first("g"):
                continue
            related = squeezed(" ".join(field.all("g")))
            places = {"volume": _VOLUME, "issue": _ISSUE, "page": _PAGES}
            for variable, pattern in places.items():
                if found := pattern.search(related):
                    self.fields[variable] = found[1].strip(".").replace(" ", "").replace("–", "-")
            if coded := _ENUMERATION.fullmatch(squeezed(field.first("q"))):
                for variable, text in zip(places, coded.groups(), strict=True):
                    if text and text.strip():
                        self.fields.setdefault(variable, text.strip())
            years = re.findall(r"(?<!\d)\d{4}(?!\d)", related)
            if "issued" not in self.fields and years:
                self.fields["issued"] = Date(DatePoint(int(years[0])))
            if published := trim(field.first("d")):
                self.extra["773"] = published

    def _numbers(self) -> None:
        """022, 024 (by its source, $2), 502's parts, 040."""
        for field in self.record.tagged("022"):
            if text := trim(field.first("a")):
                self.fields.setdefault("ISSN", text)
        for field in self.record.tagged("024"):
            source, text = field.first("2").lower(), squeezed(field.first("a"))
            variable = {"doi": "DOI", "pmid": "PMID", "pmc": "PMCID", "pmcid": "PMCID"}.get(source)
            if variable and text:
                self.fields.setdefault(variable, read_doi(text) if variable == "DOI" else text)
            elif text and field.indicators[:1] != "3":
                self._more(source or "024", text)
        others = [field.first("a") for field in self.record.tagged("020")[1:]]
        for text in filter(None, others):
            found = _ISBN.match(text)
            number = found[0].strip() if found else text
            if number.replace("-", "") != str(self.fields.get("ISBN", "")).replace("-", ""):
                self._more("isbn", number)
        for field in self.record.tagged("502"):
            degree, school = trim(field.first("b")), trim(field.first("c"))
            if found := _DEGREE.fullmatch(squeezed(field.first("a"))):
                degree, school = degree or found[2].strip(), school or found[3].strip()
                if found[4] and "issued" not in self.fields:
                    self.fields["issued"] = Date(DatePoint(int(found[4])))
            if degree:
                self.fields["genre"] = degree
            if school:
                self.fields.setdefault("publisher", school)

    def _subjects(self) -> None:
        """6XX: the heading and each kind of its subdivisions; 653's terms one by one."""
        words: list[str] = []
        for field in self.record.fields:
            if field.tag == "653":
                words += [squeezed(text) for text in field.all("a")]
            elif field.tag == "655" and field.first("2") == "local" and field.first("a") in TYPES:
                continue
            elif field.tag in SUBJECTS:
                for code in SUBJECTS[field.tag]:
                    if text := trim(" ".join(trim(part) for part in field.all(code))):
                        words.append(text)
        if words := list(filter(None, words)):
            self.fields["keyword"] = join_keywords(words)

    def _notes(self, csl_type: str) -> None:
        notes: list[str] = []
        for field in self.record.fields:
            codes = NOTES.get(field.tag, "")
            text = " ".join(field.all(codes)).strip()
            if not text or (field.tag == "502" and field.first("b")):
                continue
            extract = read_block(text) if field.tag == "500" else None
            if extract is not None:
                self.extracts.append(extract)
            else:
                text = paragraphs(text)
                notes.append(f"Table of Contents: {text}" if field.tag == "505" else text)
        if notes:
            self.fields["annote"] = join_notes(notes)

    def _links(self) -> None:
        """856: the work itself before versions of it; related resources are extra."""
        links = [field for field in self.record.tagged("856") if field.first("u")]
        own = [field for field in links if field.indicators[1:2] in ("0", " ", "", "1", "8")]
        own.sort(key=lambda field: field.indicators[1:2] == "1")
        if own:
            self.fields["URL"] = squeezed(own[0].first("u"))
        rest = [squeezed(text) for field in links for text in field.all("u")]
        if rest := [url for url in dict.fromkeys(rest) if url != self.fields.get("URL")]:
            self.extra["url"] = "\n".join(rest)

    def _rest(self) -> None:
        for field in self.record.fields:
            if field.tag in KEPT_TAGS:
                text = squeezed(" ".join(text for code, text in field.subfields if code.isalpha()))
                if text:
                    self._more(field.tag, text)

    def _scripts(self) -> None:
        """880: titles and names once more, in another script."""
        for field in self.record.tagged("880"):
            linked = field.first("6")[:3]
            what = {"245": "title", "100": "name", "700": "name", "110": "name", "710": "name"}
            if linked in what and (text := trim(" ".join(field.all("abnp")))):
                self._more(f"{what[linked]} in another script", text)

    def _more(self, name: str, text: str) -> None:
        old = self.extra.get(name)
        if old is None:
            self.extra[name] = text
        elif text not in old.split("; "):
            self.extra[name] = f"{old}; {text}"


def _year(digits: str) -> int | None:
    """Four digits of 008; with ``u`` for unknown ones, no year."""
    return int(digits) if len(digits) == 4 and digits.isascii() and digits.isdecimal() else None


def _languages(codes: str) -> list[str]:
    """Codes of three letters, which older records write without anything between."""
    glued = len(codes) > 3 and len(codes) % 3 == 0 and codes.isalpha() and codes.islower()
    return [codes[at : at + 3] for at in range(0, len(codes), 3)] if glued else [squeezed(codes)]


def _catalogue_date(text: str) -> Date | None:
    """A date as cataloguers write it: the corrected year ("1899 [i.e. 1989]"), an open
    range, a range in doubt, else the first year there is."""
    if found := _CORRECTED.search(text) or re.fullmatch(r"\[?c?(\d{4})\]?", text):
        return Date(DatePoint(int(found[1])))
    if found := re.fullmatch(r"\[?c?(\d{4})\]?-", text):
        return Date(DatePoint(int(found[1])), range=True)
    if found := _BETWEEN.search(text):
        ends = DatePoint(int(found[1])), DatePoint(int(found[2]))
        return Date(*ends, range=True, approximate=True)
    years = re.findall(r"(?<!\d)\d{4}(?!\d)", text)
    return Date(DatePoint(int(years[0]))) if years else any_date(text)


def _name(field: Field) -> Name | None:
    """X00 by its first indicator, X10 and X11 as whole names, 720 as it is written."""
    kind, first = field.tag[1:], field.indicators[:1]
    text = trim(" ".join(field.all("a")))
    if field.tag == "720":
        return Name(literal=text) if first == "2" and text else read_name(text)
    if kind in ("10", "11") or (kind == "00" and first == "3"):
        whole = squeezed(
            " ".join(part.strip() for part in field.all("abn" if kind == "10" else "andec"))
        )
        whole = _END.sub("", whole)
        return Name(literal=whole) if whole else None
    titles = [trim(title) for title in field.all("c")]
    suffix = next((title for title in titles if _SUFFIX.fullmatch(title)), "")
    if first == "0":
        number = trim(" ".join(field.all("b")))
        whole = ", ".join(filter(None, [f"{text} {number}".strip(), *titles]))
        return Name(literal=whole) if " " in whole else Name(family=whole) if whole else None
    family, comma, given = text.partition(",")
    if comma and "," in given and not suffix:
        given, _, last = given.rpartition(",")
        if _SUFFIX.fullmatch(last.strip()):
            suffix = last.strip()
        else:
            given = f"{given},{last}"
    return parted(family, given, suffix) if comma or not suffix else Name(text, suffix=suffix)
