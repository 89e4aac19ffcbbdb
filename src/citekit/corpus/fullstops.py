"""Full stops that end no sentence: those of abbreviations, initials and ordinals.

A full stop before a capital, a number or a quotation mark ends a sentence unless it belongs to
the word before it (Unicode Standard Annex 29, section 5, leaves abbreviations to tailoring, CLDR
lists some as suppressions for de, en and fr).  Abbreviations keep theirs in all three languages
(*Chicago Manual of Style*, 18th edition, 10.4; *Amtliches Regelwerk der deutschen
Rechtschreibung*, § 101), as German ordinals in figures do (§ 104).
"""

from __future__ import annotations

import re

#: Months, before a day or year: "Sept. 3".
MONTHS = frozenset(
    """
    jan jän jänn janv feb febr fév févr mär apr avr jun juin jul juil aug sep sept oct okt nov dec
    dez déc
    """.split()
)
#: Before a number, in figures or Roman numerals: "Bd. II", "fol. 33".
NUMBERED = frozenset(
    """
    abb abs abt abschn anm anmm app art arts aufl bd bde bl bll cap caps ch chap chaps chs col cols
    diss eq eqs ex f fasc fig figs fn fol foll fols gl h hft jg jgg k kap l ll lfg lib livr n nn no
    nos nr nrn num op p pag par pl pp ps pt pts q qu ref refs rn rz s sc sec sect sects sp ss st
    str t taf tab tabl tabs tit tl tom v vers vol vols vv z ziff
    """.split()
).union(MONTHS)
#: Before any word: what points, compares, and says how a book was made.
ABBREVIATIONS = frozenset(
    """
    vgl cf cfr bzw ca sog bes insb insbes evtl ggf inkl exkl einschl zit zzgl bspw betr bzgl
    hrsg hrg hg hgg ed eds éd éds trad transl übers übertr bearb coll env av apr viz vs esp resp
    geb gest verh verf ebd ebda ibid ders ausg lat griech dt dtsch frz franz engl ital hebr approx
    mitarb mio mrd tsd ms mss hs hss cod codd habil univ med rer nat phil jur dipl hl hll kgl geh
    """.split()
)
#: Before a name, and with a capital: titles, and given names that are cut short.
TITLES = frozenset(
    """
    mr mrs ms mx messrs dr drs dres prof profs st ste sr jr fr frl hr hrn mm mme mmes mlle mlles
    mgr msgr rev revd hon gen col lt maj capt sgt adm gov sen rep pres insp supt brig det cmdr
    cpl pvt cllr coun amb mag lic ing pfr frhr vve
    chr joh wilh friedr ferd heinr ant th thos ph chas geo wm jas jos jno benj edw robt saml ch
    """.split()
)
#: Behind names and series; their stop may be that of the sentence, too.
CLOSING = frozenset("al bros cie co corp etc inc ltd usf usw".split())
#: Of one small letter, before any word: "s. Anm.", "d. Gr.", "z. B.", "i. Br.", "o. O.".
_SMALL = frozenset("acdehimnopstuvz")
#: Of several letters with a stop each, and yet at the end of a sentence: "in 44 B.C. Rome".
_MAY_END = frozenset("b.c a.d c.e b.c.e u.s.w u.s.f u.dgl v.chr n.chr a.a.o u.ä o.ä e.v".split())
#: Words that begin a sentence, and are nobody's name: behind "U.S.", "plan B.".
_OPENING = frozenset(
    """
    The This These Those It They We But However There Their Its Although Because When While
    Das Dies Diese Dieser Dieses Er Es Wir Ich Aber Doch Denn Auch Wenn Nach Auf Bei
    Il Elle Ils Elles Nous Mais Cette Ces Cela Dans Pour
    """.split()
)
#: What Roman numerals of one letter count: "Bd. I.", "World War I.".
_COUNTING = re.compile(
    r"\b(?:[Bb]de?\.|Band|[Vv]ol\.|[Vv]olume|[Tt]ome|t\.|[Tt]eile?|[Pp]art|[Bb]ook|Buch|[Kk]ap\.|Kapitel"
    r"|[Cc]hap\.|[Cc]hapter|[Cc]hapitre|[Ll]ivre|Akt|[Aa]cte?|War|Weltkrieg|[Pp]hase)\s\Z"
)
#: The word before a stop, and the signs before it that make it no initial.
_WORD = re.compile(r"(?<![^\W_])[^\W_]+\Z")
_DOTTED = re.compile(
    r"(?<![^\W_])(?:[^\W\d_]\.[ \u00a0\u202f]?){1,3}(?:[^\W\d_]|[Cc]hr|[BG]r|dgl)\Z"
)
_DOTTED_ENDS = frozenset("chr br gr dgl".split())
#: Words in lower case behind which a sentence may go on.
_CUT_SHORT = ABBREVIATIONS | NUMBERED | TITLES | _DOTTED_ENDS | {"coll"}
#: A longer word is no abbreviation.
_LONGEST = 7
_FOLLOWING = re.compile(r"\s{1,4}[\[(*_„“”\"«»‚‘@\\\\]{0,3}([^\W_]+)")
_NUMBER = re.compile(r"[A-Z]?\d|[IVXLCDM]+\b|[ivxlc]+\b")
#: Names that are cut short, before the number or year that they are cited with: "Lee et al. [3]".
_ET_AL = re.compile(r"(?:^|\s)(?:et\sal|et\scoll|u\.\s?a|e\.\s?a|u\.\sMitarb)$")
_CITED = re.compile(r"[^\S\n\r]*(?:\n|\r\n?)?[^\S\n\r]*[(\[]\s?\d")

_MONTH = re.compile(
    r"(?:Jan|Jän|Jänn|Feb|Febr|Apr|Aug|Sept?|Okt|Nov|Dez|Januars?|Jänners?|Februars?|Febers?|März"
    r"|Aprils?|Mai|Juni|Juli|Augusts?|Septembers?|Oktobers?|Novembers?|Dezembers?)\b"
)
#: German nouns that are counted, with no article, too: "in 2. Auflage".
_COUNTED = re.compile(
    r"(?:Jahrhundert|Jahrtausend|Jhd?t?|Auflage|Aufl|Ausgabe|Ausg|Bd|Brief|Buch|Kapitel|Kap|Teil"
    r"|Theil|Abschnitt|Abteilung|Abt|Akt|Aufzug|Szene|Auftritt|Heft|Jahrgang|Jg|Lieferung|Lfg|Reihe"
    r"|Serie|Folge|Fassung|Vers|Strophe|Gesang|Satz|Stück|Sitzung|Lesung|Vorlesung|Semester"
    r"|Klasse|Grad|Tag|Woche|Monat|Jahr|Quartal|Hälfte|Weltkrieg|Kreuzzug|Dynastie"
    r"|Armee|Korps|Bataillon|Kompanie|Senat|Zivilsenat|Strafsenat|Kammer|Instanz"
    r"|Republik|Kongre(?:ss|ß)|Internationale|Parteitag|Legislaturperiode|Wahlperiode|Bezirk"
    r"|Arrondissement|Geburtstag|Todestag|Jahrestag|Sinfonie|Symphonie|Stufe|Platz)"
    r"(?:e[ns]?|n|s|er|ern)?\b"
)
#: German words before an ordinal: "der 9. Senat".
_LEADING = re.compile(
    r"\b(?:[Dd](?:er|ie|as|es|em|en)|[Ii]m|(?<!I\s)[Aa]m|[Zz]u[mr]|[Vv]om|[Bb]eim|[Jj]ede[mnrs]?"
    r"|[Dd]iese[mnrs]?|[Jj]ene[mnrs]?|[Kk]?[Ee]ine[mnrs]?|[msd]eine?[mnrs]?|[Ii]hre?[mnrs]?"
    r"|[Uu]nsere?[mnrs]?)\s\Z"
)
#: Before a number that says which page or chapter, and is no ordinal.
_LABELLED = re.compile(
    r"(?:\b(?:S|pp?|Nr|Nrn|Bd|vol|nos?|Abb|Anm|Kap|ch|chap|[Ff]igs?|Tab|Art|Abs|Rn|Z|V)\.|§"
    r"|\b(?:Seite|Jahre?|page|chapter|Nummer|Kapitel|Band|Artikel))\s?\Z"
)
#: What no ordinal counts: German words that begin a sentence.
_UNCOUNTED = frozenset(
    """
    der die das dem den des ein eine einem einen einer eines er sie es wir ich ihr man dies diese
    dieser dieses diesem diesen jene jener jenes im in am an auf aus bei beim mit nach von vom vor
    zu zum zur für gegen ohne über unter durch um bis seit während und aber oder denn doch auch so
    da dann dort hier nun wenn weil als wie wo was wer dass daß ob obwohl nur noch schon erst damit
    dabei darin darauf daher deshalb jedoch nicht kein keine sein seine seinem seinen seiner ihre
    ihrem ihren ihrer mein meine unser unsere jeder jede jedes alle viele einige manche beide
    the this these that it he she they we but le la les un une il elle ce cette mais
    """.split()
)
#: A day, month and year in figures: "3. 5. 1872".
_DATE = re.compile(r"\s{1,4}\d{1,2}\.\s?\d{4}\b")
_YEAR = re.compile(r"\s{1,4}\d{4}\b")
_DAY = re.compile(r"\b\d{1,2}\.\s?\Z")


def goes_on(text: str, at: int) -> bool:
    """Whether the sentence goes on behind the full stop at ``at``, a code-point offset, though
    white space and a capital, a number or a quotation mark follow: it belongs to an
    abbreviation, to an initial or to a German ordinal."""
    if text[at : at + 1] != "." or not text[at + 1 : at + 2].isspace():
        return False
    low = at - _LONGEST
    tail = text[max(0, low) : at]
    if (tail.isalpha() and low >= 0) or _is_plain(tail.rpartition(" ")[2]):
        return False
    found = _WORD.search(text, max(0, low), at)
    behind = _FOLLOWING.match(text, at + 1)
    if found is None or behind is None or text.count("\n", at, behind.start(1)) > 1:
        return False
    word, start = found[0], found.start()
    if not word.isalpha():
        return word.isdigit() and _is_ordinal(text, start, behind)
    lower = word.lower()
    if lower in NUMBERED and _NUMBER.match(text, behind.start(1)):
        return not (start and text[start - 1] in "'’")
    if len(word) == 1 or lower in _DOTTED_ENDS:
        return _is_initial(text, start, at, behind)
    if not word.strip("IVXLC"):
        return _COUNTED.match(text, behind.start(1)) is not None
    return (
        lower in ABBREVIATIONS
        or (lower in TITLES and word[0].isupper() and behind[1] not in _OPENING)
        or names_go_on(text, at)
    )


def _is_plain(word: str) -> bool:
    """Whether what stands before a stop is a word in lower case that is none of those that may
    be cut short: most are."""
    return len(word) > 2 and word.isalpha() and word.islower() and word not in _CUT_SHORT


def _is_initial(text: str, start: int, at: int, behind: re.Match[str]) -> bool:
    """Whether the stop at ``at`` is that of an initial, or of an abbreviation of one letter
    or several with a stop each, which begins at ``start``."""
    dotted = _DOTTED.search(text, max(0, at - 14), at)
    if dotted is not None:
        form = "".join(dotted[0].split()).lower()
        timed = (
            form in ("a.m", "p.m")
            and text[max(0, dotted.start() - 2) : dotted.start()].strip()[-1:].isdigit()
        )
        return not (timed or form in _MAY_END or behind[1] in _OPENING)
    letter = text[start]
    if at - start > 1:
        return letter == "C" and behind[1] not in _OPENING  # a given name, "Chr."
    if behind[1] in _OPENING:
        return False
    if letter.isupper():
        counts = letter in "IVXLC" and _COUNTING.search(text, max(0, start - 14), start)
        return not counts
    return letter in _SMALL and text[max(0, start - 1) : start] not in ("'", "’")


def _is_ordinal(text: str, start: int, behind: re.Match[str]) -> bool:
    """Whether the number that begins at ``start`` is an ordinal of the noun behind its stop, or
    part of a date."""
    number_end = text.index(".", start)
    if number_end - start > 3 or _LABELLED.search(text, max(0, start - 14), start):
        return False
    noun = behind.start(1)
    if behind[1][0].isdigit():
        if _DATE.match(text, number_end + 1):
            return True
        is_month = _DAY.search(text, max(0, start - 5), start) is not None
        return is_month and _YEAR.match(text, number_end + 1) is not None
    if _MONTH.match(text, noun) or _COUNTED.match(text, noun):
        return True
    named = behind[1][0].isupper() and behind[1].lower() not in _UNCOUNTED
    return named and _LEADING.search(text, max(0, start - 12), start) is not None


def names_go_on(text: str, at: int) -> bool:
    """Whether the full stop at ``at`` is that of "et al." before a number or year in brackets,
    with which the sentence goes on: "Lee et al. (1990) write".  "coll.", German "u. a.",
    "u. Mitarb." and French "e. a." are the same."""
    return (
        _CITED.match(text, at + 1) is not None
        and _ET_AL.search(text, max(0, at - 12), at) is not None
    )


def first_end(pattern: re.Pattern[str], text: str, start: int, end: int) -> re.Match[str] | None:
    """The first match of a pattern of the ends of sentences, which begins with the sign that
    ends one, between two places, that is no full stop behind which the sentence goes on."""
    for found in pattern.finditer(text, start, end):
        if not goes_on(text, found.start()):
            return found
    return None
