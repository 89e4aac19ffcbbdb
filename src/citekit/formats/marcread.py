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
from citekit.formats import marcdates, marchost
from citekit.formats.base import Extract, join_keywords, join_notes
from citekit.formats.marcmap import (
    CONTENTS,
    KEPT_TAGS,
    NOTES,
    RECORD_TYPES,
    ROWS,
    SUBDIVISIONS,
    SUBJECTS,
    Field,
    Marc,
)
from citekit.formats.marcnames import creators, name_of
from citekit.formats.marctext import (
    closed,
    is_absent,
    trim,
    trim_edition,
    trim_place,
    without_marks,
)
from citekit.formats.xmlkeep import is_kept, read_block, read_doi
from citekit.formats.xmltext import paragraphs, squeezed
from citekit.model import Date, DatePoint, Name, Value, Work, is_names
from citekit.vocabulary import TYPES

_ISBN = re.compile(r"[\dXx][\dXx -]{8,16}")
#: Words behind an ISBN that say that it is a set's (020 $a, $q).
_OF_SET = re.compile(
    r"\b(?:set|gesamt\w*|ges\.-?\w*|complete|collana|coll\. compl|éd\. compl)", re.I
)
_PAGES = re.compile(
    r"\[?(?<!\d)(\d+)\]?(?: (?:un)?numbered)? ?"
    r"(?:p|pp|pages?|s|seiten|str|pág|páginas|pagine?|с)\b(?!\.? of plates)",
    re.I,
)
_LEAVES = re.compile(
    r"(\d+)\]?(?: (?:un)?numbered)? ?(?:leaves|l|bl|blatt|f|feuillets)\b(?! of plates)", re.I
)
_PART_PAGES = re.compile(
    r"(?:pp?|pages?|s|seiten?)\b\.? ?(\d[\w.]*(?: ?[-–] ?\d[\w.]*)?)(?:\W.*)?$", re.I
)
_VOLUMES = re.compile(r"^\s*(\d+) ?(?:v|vols?|volumes?|bde?|bände|t|tomes?)\b", re.I)
_DEGREE = re.compile(r"([^()]*)\(([^()]+)\)\s*[-–—]+\s*(.+?)(?:,\s*\[?c?(\d{4})\]?)?\.?$", re.S)
_NUMBER = r"(\d+(?:[/.,–-]\d+)*[a-z]?|[IVXLC]+)"
_DESIGNATION = (
    r"(?:bd|band|bde|bände|vols?|volumes?|volumen|v|t|tomes?|tomos?|teile?|tle?|halbbd|halbband|teilbd"
    r"|teilband|parts?|pts?|parties?|partes?|books?|buch|livres?|libros?|cz|том|т|ч|d|dl|del)\b\.?"
)
#: The number of a volume (245 $n): "Bd. 1", "Volume 2", "3. Teil", "II".
_PART_NUMBER = re.compile(
    rf"\[?(?:{_DESIGNATION} ?(?:nr\.? ?)?)?{_NUMBER}\]?\.?|\[?{_NUMBER}[.ªºe°]? ?{_DESIGNATION}\]?",
    re.I,
)
_DISTRIBUTED = re.compile(
    r"\b(?:for sale by|sold by|distribut|distr\.|vertrieb|auslieferung|diffus|diff\.)", re.I
)
_NONSORT = re.compile("[\u0088\u0089\u0098\u009c]")

#: Types whose height is no dimension of the work (300 $c): texts and printed music.
_TEXTS = frozenset("acdt")
_HOSTED = frozenset(("article-journal", "chapter", "paper-conference"))
#: Variables of ROWS that are read with more than their subfield.
_OWN_READERS = frozenset(("ISBN", "publisher-place", "publisher"))
#: Subfields of uniform titles (130, 240).
_UNIFORM = "adfgkmnoprsl"


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
        self._title(csl_type)
        self._names(csl_type)
        for row in (row for row in ROWS if row.variable not in _OWN_READERS):
            self._row(row.variable, (row.tag, row.code), *row.more)
        self._imprint()
        self._dates()
        self._extent(csl_type)
        self._host(csl_type)
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
                host.first("x") or host.first("7")[3:4] == "s" or _is_issue(host) for host in hosts
            )
            return "article-journal" if serial else "chapter"
        if kind == "a" and level in "si":
            return "webpage" if level == "i" else "periodical"
        if kind == "a":
            contents = record.control("008").ljust(40)[24:28]
            return next((CONTENTS[code] for code in contents if code in CONTENTS), "book")
        return RECORD_TYPES.get(kind, "book")

    # --- title and names ---

    def _title(self, csl_type: str) -> None:
        """245: title, rest of it, number and name of its part (ISBD's marks between); of a
        numbered volume of a set volume and, where it has a title of its own, that and the set."""
        tags = ("245", "740", "246", "130")
        for field in [one for tag in tags for one in self.record.tagged(tag)][:1]:
            title = last = volume = of_set = ""
            for code, text in field.subfields:
                if code not in "abnpkfgt" or not text.strip():
                    continue
                part = squeezed(text)
                if code == "n" and title and not volume and csl_type == "book":
                    number = _PART_NUMBER.fullmatch(trim(part))
                    if number is not None:
                        volume, of_set = next(filter(None, number.groups())), trim(title)
                        title = last = ""
                        continue
                parallel = title.rstrip().endswith("=")
                joint = " = " if parallel else ". " if code == "n" or last not in "n" else ": "
                if code == "b" and not parallel:
                    joint = " = " if part.startswith("= ") else ": "
                    part = part.removeprefix("= ")
                title = f"{trim(title)}{joint}{part}" if title else part
                last = code
            self.fields["title"] = trim(title) or of_set
            if volume:
                self.fields["volume"] = volume
                self.fields["container-title"] = of_set if title else ""
            if medium := trim(field.first("h")).strip("[]"):
                self.fields["medium"] = medium
        for field in self.record.tagged("130", "240"):
            uniform = trim(" ".join(field.all(_UNIFORM)))
            is_original = field.tag == "240" and bool(field.first("l"))
            said = trim(" ".join(field.all("anpl"))) if is_original else self.fields.get("title")
            if uniform and uniform != said:
                self._more("uniformtitle", uniform)
        rest = [trim(" ".join(field.all("abnp"))) for field in self.record.tagged("246", "740")]
        if rest := [title for title in rest if title and title != self.fields.get("title")]:
            self.extra["titleaddon"] = "; ".join(dict.fromkeys(rest))

    def _names(self, csl_type: str) -> None:
        """1XX and 7XX; a meeting without a role is the event of what was read there."""
        for name, variables, is_event in creators(self.record):
            if is_event and csl_type in ("paper-conference", "chapter"):
                self.fields.setdefault("event-title", name.literal)
                continue
            for variable in variables:
                self._add_name(variable, name)

    def _add_name(self, variable: str, name: Name) -> None:
        old = self.fields.get(variable, ())
        self.fields[variable] = (*old, name) if is_names(old) else (name,)

    # --- fields of one subfield ---

    def _row(self, variable: str, *places: tuple[str, str]) -> None:
        """The first of the places that has something."""
        for tag, codes in places:
            found = self.record.tagged(tag)
            if tag == "240":
                found = [f for f in found if f.first("l")]
                codes = "anp"
            if tag == "852" and codes == "h":
                codes = "khijm"
            for field in found:
                text = " ".join(field.all(codes))
                if variable == "edition":
                    text = trim_edition(text)
                elif variable in ("abstract", "note"):
                    text = paragraphs(text)
                else:
                    text = trim(text)
                if text:
                    self.fields.setdefault(variable, text)
                    return

    def _imprint(self) -> None:
        """264, publication first, or 260: places and publishers, several with ISBD's semicolon;
        distributors apart."""
        fields = self.record.tagged("264")
        fields.sort(key=lambda field: field.indicators[1:2] != "1")
        for field in (*fields, *self.record.tagged("260")):
            inside = field._replace(subfields=closed(field.subfields))
            towns = [trim_place(text) for text in inside.all("a") if not is_absent(text)]
            houses = [trim(text) for text in inside.all("b") if not is_absent(text)]
            sellers = [text for text in houses if _DISTRIBUTED.search(text)]
            if len(sellers) < len(houses):
                houses = [text for text in houses if text not in sellers]
                for text in sellers:
                    self._more("distributor", text)
            for variable, texts in (("publisher-place", towns), ("publisher", houses)):
                if joined := " ; ".join(dict.fromkeys(filter(None, texts))):
                    self.fields.setdefault(variable, joined)

    def _dates(self) -> None:
        """The date of 264 or 260, else that of 008; 008's second date of a reprint; languages."""
        told = [f for f in self.record.tagged("264", "260") if f.first("c")]
        told.sort(key=lambda field: (field.tag == "264", field.indicators[1:2] not in "1 "))
        texts = [trim(Field("", "", closed(f.subfields)).first("c")) for f in told]
        control = self.record.control("008")
        date = next(filter(None, map(marcdates.written, texts)), None) or marcdates.coded(control)
        if date is None:
            date = next(filter(None, map(marcdates.catalogued, texts)), None)
        if date is None:
            for field in self.record.tagged("502"):
                date = date or parse_date(field.first("d"))
        if date is not None:
            self.fields["issued"] = date
        if original := marcdates.original(control):
            self.fields["original-date"] = original
        told_in = [text for field in self.record.tagged("041") for text in field.all("a")]
        languages = [code for text in told_in for code in _languages(text)]
        language = control[35:38].strip(" |")
        if languages or (language.isalpha() and language not in ("und", "zxx", "mul")):
            self.fields["language"] = "; ".join(dict.fromkeys(languages or [language]))
        for field in self.record.tagged("041"):
            for code in (one for text in field.all("h") for one in _languages(text)):
                self._more("origlanguage", code)
            if others := squeezed(" ".join(field.all("bdefgjkmn"))):
                self._more("041", others)

    def _extent(self, csl_type: str) -> None:
        """300: how many pages or volumes; the words, where they say more.  The height of a
        book is no dimension of what is cited, and stays among them."""
        for field in self.record.tagged("300")[:1]:
            extent, in_host = trim(" ".join(field.all("a"))), ""
            if found := _PART_PAGES.match(extent) if csl_type in _HOSTED else None:
                self.fields["page"] = re.sub(" ?[-–] ?", "-", found[1].strip("."))
                in_host = extent
            elif csl_type not in ("musical_score", "song") and (pages := _pages(extent)):
                self.fields["number-of-pages"] = pages
            if volumes := _VOLUMES.search(extent):
                self.fields["number-of-volumes"] = volumes[1]
            size = without_marks(field.first("c"))
            if size and self.record.leader[6:7] not in _TEXTS:
                self.fields["dimensions"] = size
                size = ""
            more = [(" : ", without_marks(" ".join(field.all("b")))), (" ; ", size)]
            more.append((" + ", without_marks(" ".join(field.all("e")))))
            words = extent + "".join(mark + text for mark, text in more if text)
            if words and not re.fullmatch(r"\d+ [pv]\.?", words) and words != in_host:
                self.extra["extent"] = words.strip(" :;+")

    def _host(self, csl_type: str) -> None:
        """773: the host's numbers, the place in it ($g as words, $q as code), and the host."""
        for field in self.record.tagged("773")[:1]:
            if number := field.first("x"):
                self.fields["ISSN"] = squeezed(number)
            if number := field.first("z"):
                self.fields.setdefault("ISBN", squeezed(number))
            where = marchost.place(field.all("g"), field.first("q"))
            for variable, text in (("volume", where.volume), ("issue", where.issue)):
                if text:
                    self.fields.setdefault(variable, text)
            if where.page:
                self.fields["page"] = where.page
            self._date_of_part(where.date)
            town, publisher, date = marchost.imprint(field.first("d"))
            if date is not None and not date.range:
                self.fields.setdefault("issued", date)
            if csl_type in ("article-journal", "periodical", "webpage"):
                if town or publisher:
                    self._more("host publication", trim(field.first("d")))
                if heading := trim(field.first("a")):
                    self._more("host heading", heading)
                continue
            series, number = marchost.series(field.first("k"))
            texts = {
                "publisher-place": town,
                "publisher": publisher,
                "collection-title": series,
                "collection-number": number,
                "edition": trim_edition(field.first("b")),
            }
            for variable, text in texts.items():
                if text:
                    self.fields.setdefault(variable, text)
            if csl_type != "book":
                self._host_names(field)

    def _host_names(self, field: Field) -> None:
        """773 $a, the heading of the host; $7/0 says whether it is a person's, a body's, a
        meeting's or a uniform title."""
        kind = field.first("7")[:1]
        if kind == "u":
            return
        for text in field.first("a").split(";"):
            heading, variable = marchost.heading(text)
            body = kind in ("c", "m") or "," not in heading
            one = Field("710" if body else "700", "2 " if body else "1 ", (("a", heading),))
            if heading and (name := name_of(one)) is not None:
                self._add_name(variable, name)

    def _date_of_part(self, date: Date | None) -> None:
        """The date that 773 $g gives, where there is no other, or only the year of it."""
        known = self.fields.get("issued")
        if date is not None and date.start is not None:
            year = Date(DatePoint(date.start.year))
            if known is None or (known == year and not date.range):
                self.fields["issued"] = date

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
        self._isbns()
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

    def _isbns(self) -> None:
        """020: the book's own before that of the set it is a volume of; the rest are extra."""
        fields = [field for field in self.record.tagged("020") if field.first("a")]
        fields.sort(key=lambda f: bool(_OF_SET.search(" ".join(f.all("aq")))))
        for field in fields:
            text = squeezed(field.first("a"))
            found = _ISBN.match(text)
            number = found[0].strip() if found else text
            known = str(self.fields.setdefault("ISBN", number))
            if number.replace("-", "") != known.replace("-", ""):
                self._more("isbn", number)
        for field in self.record.tagged("020"):
            for text in field.all("z"):
                self._more("invalid isbn", squeezed(text))

    def _subjects(self) -> None:
        """6XX: a heading with its subdivisions in the record's order, as one string (LCSH,
        "Fear--Europe--History"); 653's terms one by one."""
        words: list[str] = []
        for field in self.record.fields:
            if field.tag == "653":
                words += [squeezed(text) for text in field.all("a")]
            elif field.tag == "655" and field.first("2") == "local" and field.first("a") in TYPES:
                continue
            elif field.tag in SUBJECTS:
                head = trim(" ".join(map(squeezed, field.all(SUBJECTS[field.tag]))))
                parts = [head, *map(trim, field.all(SUBDIVISIONS))]
                words.append("--".join(filter(None, parts)))
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
            is_work = field.tag in ("700", "710", "711") and bool(field.first("t"))
            if field.tag in KEPT_TAGS or is_work:
                text = squeezed(" ".join(text for code, text in field.subfields if code.isalpha()))
                if text:
                    self._more(field.tag, text)

    def _scripts(self) -> None:
        """880: titles and names once more, in another script."""
        for field in self.record.tagged("880"):
            linked = field.first("6")[:3]
            what = {"245": "title", "100": "name", "700": "name", "110": "name", "710": "name"}
            what |= {"250": "edition", "260": "imprint", "264": "imprint", "490": "series"}
            codes = "abcv" if linked in ("250", "260", "264", "490") else "abnp"
            if linked in what and (text := trim(" ".join(field.all(codes)))):
                self._more(f"{what[linked]} in another script", text)

    def _more(self, name: str, text: str) -> None:
        old = self.extra.get(name)
        if old is None:
            self.extra[name] = text
        elif text not in old.split("; "):
            self.extra[name] = f"{old}; {text}"


def _languages(codes: str) -> list[str]:
    """Codes of three letters, which older records write without anything between."""
    glued = len(codes) > 3 and len(codes) % 3 == 0 and codes.isalpha() and codes.islower()
    return [codes[at : at + 3] for at in range(0, len(codes), 3)] if glued else [squeezed(codes)]


def _is_issue(host: Field) -> bool:
    """Whether a host without a number of its own is an issue: it has volume and number."""
    where = marchost.place(host.all("g"), host.first("q"))
    return bool(where.volume and where.issue) and not host.first("z")


def _pages(extent: str) -> str:
    """The longest sequence of pages, leaves where there are none; plates do not count
    ("xii, 345 p., 12 leaves of plates"; ISBD 5.1)."""
    if found := _PAGES.search(extent):
        longest = int(found[1])
        for part in reversed(extent[: found.start()].removesuffix(", ").split(", ")):
            if not part.strip("[]").isalnum():
                break
            if part.isdecimal():
                longest = max(longest, int(part))
        return str(longest)
    leaves = _LEAVES.findall(extent)
    return str(leaves[-1]) if leaves else ""
