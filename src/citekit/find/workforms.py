"""What a text may call a catalogued work by: its titles, years and address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from citekit.model import DatePoint, Name, Work

_WORD = re.compile(r"[^\W_]+")
#: Where a second title begins: "Vita activa oder Vom tätigen Leben", "Walden; or, Life in the
#: Woods", "Émile ou De l'éducation"; "Haben oder Sein" and "La bourse ou la vie" are one.
SECOND_TITLE = (
    r"[;,]\s(?:oder|or|ou)[:,]?\s|\sor,\s|[;,]?\s(?:oder|or|ou):?\s"
    r"(?=(?:Vom|Von|Der|Die|Das|Wie|The|How|Le|La|Les|le|la|les|[Cc]omment)\s|[Ll]['’])"
    r"|\sou\s(?=[A-ZÀÂÉÈÊÎÔ][^\W\d_]+\s[^\W\d_]+)"
)
#: Where a subtitle begins.
_SUBTITLE = re.compile(rf"[:?!.]\s|\s[–—-]\s|[–—]|{SECOND_TITLE}")

#: A German title that begins with adjectives and their noun: "Stoische Ethik", "Die kleinliche
#: Welt", "Historische und politische Aufsätze".
_ADJECTIVES = re.compile(
    r"(?:(?:Der|Die|Das)\s)?(?P<one>[^\W\d_]{2,}?)e[rs]?\s(?:und\s(?P<two>[^\W\d_]{2,}?)e[rs]?\s)?"
    r"(?P<noun>[^\W\d_a-zß-ÿœ][^\W\d_]+)(?![\w-])"
)
#: The endings of words that are adjectives in a title of unknown language.
_OF_ADJECTIVES = ("isch", "lich", "ig", "bar", "sam", "haft", "los", "ell", "iv", "är", "ös",
                  "mäß", "mäss", "deutsch")  # fmt: skip
#: The endings of nouns with one more n in the dative plural.
_BEFORE_N = ("e", "el", "er")
#: What a title is about, at its beginning, up to the article that stays.
_ABOUT = re.compile(r"(?:De\s(?=l['’]|la\s|les\s)|(?P<word>Du|Des|Zur|Zum|Vom)\s)")
_ARTICLE_OF = {"Du": "Le ", "Des": "Les "}
_YEAR = r"\d{3,4}(?:er|s)?(?![^\W_])"
#: Where the period may begin that a title treats: ", 1870–2033", " 1815–1845/49", ", de 1600 à
#: nos jours", " (XVe-XVIIIe siècle)", " des origines au XIXe siècle".
_PERIOD = re.compile(r",\s|\s\(|\s(?=\d{3,4}\s?[-–—/]\s?\d)|\s(?=des\sorigines\s)")
_POINT = re.compile(rf"{_YEAR}|\d\d|[ivxIVX]+(?:er|e|ème)|\d{{1,2}}(?:st|nd|rd|th|er?)")
_PERIOD_WORDS = frozenset(
    """a an ad bc bce ce c ca circa from to until since the present and century centuries von vom
    bis seit um zum zur im und gegenwart heute jahrhundert jahrhunderts de du des d à au aux et le
    la en vers depuis origines nos jours siècle siècles""".split()
)
_TRACKING = re.compile(r"(?:amp;)?(?:utm_\w+|fbclid|gclid|mc_[ce]id)=")
#: A hyphen that only breaks a word.
BROKEN = re.compile(r"\u00ad\n?|-\n(?=[a-zß-ÿ])")
#: Letters that Unicode does not take apart (UAX #15), without their strokes.
STROKES = str.maketrans(
    {"ß": "ss", "ø": "o", "Ø": "O", "æ": "ae", "Æ": "Ae", "œ": "oe", "Œ": "Oe", "ł": "l", "Ł": "L",
     "đ": "d", "Đ": "D"}
)  # fmt: skip
#: Letters as they are written where they are missing (DIN 5007-2; ICAO Doc 9303-3, 6.A).
TRANSCRIBED = str.maketrans(
    {"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ø": "oe", "Ø": "Oe",
     "å": "aa", "Å": "Aa"}
)  # fmt: skip

#: Centuries as they are written out, from the first: in a German title from the eleventh.
_ORDINALS = """first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth
    thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth
    twenty-first""".split()
_GERMAN_ORDINALS = dict(
    enumerate(
        """elften zwölften dreizehnten vierzehnten fünfzehnten sechzehnten siebzehnten achtzehnten
        neunzehnten zwanzigsten einundzwanzigsten""".split(),
        11,
    )
)
_ROMAN = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX XXI".split()
_CENTURY = re.compile(
    r"\b(?P<number>[\w-]+)\.?(?=[\s-](?P<word>centur(?:y|ies)|jahrhunderts?|siècles?)\b)",
    re.IGNORECASE,
)

#: French capitals as they are often typed (Lexique des règles typographiques: with accents).
_BARE = str.maketrans("ÀÂÇÉÈÊËÎÏÔÙÛ", "AACEEEEIIOUU")
#: An abbreviation of a body's name has at least so many letters.
_LEAST_INITIALS = 3
#: "International Monetary Fund (IMF)", as a reference may print it.
_BRACKETED = re.compile(r"(?P<name>.{6,}?)\s[(\[](?P<short>[^\W\d_][\w&.-]{1,11})[)\]]")


def body_forms(name: str) -> set[str]:
    """What a body may be called by: its name, the abbreviation in brackets behind it, else the
    first letters of its words with a capital ("WHO (2010)")."""
    bracketed = _BRACKETED.fullmatch(name)
    if bracketed is not None:
        return {name, bracketed["name"], bracketed["short"]}
    initials = "".join(word[0] for word in name.split() if word[0].isupper())
    return {name, initials} if len(initials) >= _LEAST_INITIALS else {name}


def family_parts(name: Name) -> tuple[str, str]:
    """The particle of a name, and its family or the whole of a body's name; the particle too
    where the family has it in itself ("de Tocqueville")."""
    family = name.literal or name.family
    particle = name.non_dropping_particle or name.dropping_particle
    if name.literal or not family[:1].islower():
        return particle, family
    words = family.split()
    first = next((at for at, word in enumerate(words) if not word[0].islower()), 0)
    return " ".join((*particle.split(), *words[:first])), " ".join(words[first:])


#: Particles that catalogues have in a capital, and full names often not.
_PARTICLES = frozenset("de van von di da du del dal den dos ter ten".split())


def small_particle(family: str) -> str:
    """A family as a full name has it: "de Swaan" of "De Swaan"."""
    first, space, rest = family.partition(" ")
    return f"{first.lower()}{space}{rest}" if rest and first.lower() in _PARTICLES else family


#: English: what is written with an s as well, "Weaponized Interdependence".
_OXFORD = re.compile(r"(?<=[a-z]{3}i)z(?=(?:e[ds]?|ing|ations?)\b)")


_JUDGEMENT = re.compile(r"(?<=[a-z]dg)e?(?=ments?\b)")


def _other_judgement(found: re.Match[str]) -> str:
    """English: "judgment" for "judgement", and the other way."""
    return "" if found[0] else "e"


def title_variants(work: Work) -> Iterator[str]:
    """The titles of a work, each also without its subtitle, without the period it treats and
    without the preposition before what it is about; a German one of adjectives and a noun in the
    other cases too, and with ss for ß."""
    for variable in ("title", "title-short", "original-title"):
        title = work.text(variable)
        if title:
            yield title
            bare = title.translate(_BARE)
            cut = _SUBTITLE.search(title, 3)
            if cut is not None:
                yield title[: cut.start() + (cut[0][0] in "?!")]
            main = title if cut is None else title[: cut.start()]
            yield from _without_period(main)
            yield from _without_preposition(main)
            yield from _centuries(main)
            yield from _declined(main, work.text("language"))
            if bare != title:
                yield bare
            if (british := _OXFORD.sub("s", title)) != title:
                yield british
                yield _SUBTITLE.split(british, maxsplit=1)[0]
            if (other := _JUDGEMENT.sub(_other_judgement, title)) != title:
                yield other
            if "ß" in main:
                yield (swiss := main.replace("ß", "ss"))
                yield from _declined(swiss, work.text("language"))


def _declined(title: str, language: str) -> Iterator[str]:
    """A German title of adjectives and a noun in the other cases: "in der Stoischen Ethik",
    "aus Römischer Geschichte", "in den Historischen und politischen Aufsätzen"."""
    found = _ADJECTIVES.match(title)
    if found is None:
        return
    if not language.startswith("de") and not found["one"].endswith(_OF_ADJECTIVES):
        return
    noun, rest = found["noun"], title[found.end() :]
    plural = noun + "n" if noun.endswith(_BEFORE_N) else noun
    for ending, word in (("en", noun), ("er", noun), ("en", plural)):
        second = f"und {found['two']}{ending} " if found["two"] else ""
        yield f"{found['one']}{ending} {second}{word}{rest}"


def _without_preposition(title: str) -> Iterator[str]:
    """A title that says what it is about, as a sentence names it: "l'Esprit des lois" of *De
    l'esprit des lois*, "Kritik der politischen Ökonomie" of *Zur Kritik …*."""
    about = _ABOUT.match(title)
    if about is not None and len(_WORD.findall(title, about.end())) > 1:
        yield _ARTICLE_OF.get(about["word"], "") + title[about.end() :]


def _centuries(title: str) -> Iterator[str]:
    """A title with its centuries written otherwise: "in the 21st Century" of "… Twenty-First …",
    "au 21e siècle" of "… XXIe …"."""
    found = _CENTURY.search(title)
    if found is None:
        return
    names = _names_of_century(found["number"], found["word"][0].lower())
    for name in names:
        yield title[: found.start()] + name + title[found.end() :]


def _names_of_century(number: str, language: str) -> list[str]:
    """How the number of a century is written, in English (c), German (j) or French (s)."""
    for count, (ordinal, roman) in enumerate(zip(_ORDINALS, _ROMAN, strict=True), 1):
        if language == "c":
            ending = {1: "st", 2: "nd", 3: "rd"}.get(count % 10 if count // 10 != 1 else 0, "th")
            names = [ordinal, ordinal.replace("-", " "), f"{count}{ending}"]
        elif language == "j":
            names = [f"{count}.", str(count), _GERMAN_ORDINALS.get(count, "")]
        else:
            names = [f"{roman}e", f"{count}e", f"{count}ème", f"{roman}ème", f"{roman}°", roman]
        if number.lower() in map(str.lower, names):
            return [name for name in names if name]
    return []


def _without_period(title: str) -> Iterator[str]:
    """A title without the period it treats, where two words or more are left."""
    for begins in _PERIOD.finditer(title):
        words = _WORD.findall(title, begins.end())
        points = [word for word in words if _POINT.fullmatch(word)]
        if points and all(word.lower() in _PERIOD_WORDS for word in set(words) - set(points)):
            if " " in title[: begins.start()]:
                yield title[: begins.start()]
            return


def years_of(work: Work) -> frozenset[int]:
    """The years of the edition and of the first edition."""
    years: set[int] = set()
    for variable in ("issued", "original-date"):
        date = work.date(variable)
        if date is not None:
            years.update(point.year for point in (date.start, date.end) if point is not None)
    return frozenset(years)


def letter_dates(work: Work) -> frozenset[DatePoint]:
    """When a letter was written, if its month is known: that of its edition may be another.  One
    that was written on several days has the first and the last."""
    if work.type != "personal_communication" and not work.names("recipient"):
        return frozenset()
    dates = (work.date(variable) for variable in ("issued", "original-date"))
    return frozenset(
        point
        for date in dates
        if date is not None and (not date.range or (date.start and date.end))
        for point in (date.start, date.end)
        if point is not None and point.month
    )


def url_key(url: str) -> str:
    """A web address without scheme, ``www.``, fragment, closing slash and what only says
    where the reader came from (``utm_source`` and its like); the host in lower case
    (RFC 3986, 6.2.2.1)."""
    bare = url.split("#", 1)[0]
    bare = bare.split("://", 1)[-1]
    bare, _, query = bare.partition("?")
    kept = [part for part in query.split("&") if part and not _TRACKING.match(part)]
    if kept:
        bare += "?" + "&".join(kept)
    host, slash, path = bare.partition("/")
    return (host.lower().removeprefix("www.") + slash + path).rstrip("/")
