"""What stands beside a title: the name of its author, which then is the author's, and what says
of which claim it is the work ("He did so in …", "… is the name of the book", "He wrote another
book, …")."""

from __future__ import annotations

import re

from citekit.find.citingwords import WORK_NOUN, WORK_NOUNS
from citekit.find.works import Catalogue, NameHit

#: What belongs to somebody: "Name’s *Title*".
_OWNED = re.compile(
    r"(?:['’]s?)?\s[*_\"“‘„«]*(?:(?:[Dd](?:er|ie|as)|[Ll](?:e|a|es)|[Tt]he)\s|[Ll]['’])?(?P<word>[^\W\d_]+)"
)


def has_title(lowered: str, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether a title of one word stands near its author's name."""
    marked = catalogue.marked_of
    low, high = max(0, hit.start - 60), hit.end + 60
    return any(
        form.words[form.optional] in lowered[low:high]
        for entry in hit.entries
        for form in marked.get(entry, ())
    )


def has_written(text: str, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether a noun for a work, or one of the author's titles of one word, stands behind
    the possessive of a name: no place has written anything."""
    after = _OWNED.match(text, hit.end)
    if after is None or not (hit.genitive or text[hit.end] in "'’"):
        return False
    word = after["word"].lower()
    if word in WORK_NOUNS:
        return True
    return after["word"][0].isupper() and any(
        form.words[form.optional] == word
        for entry in hit.entries
        for form in catalogue.marked_of.get(entry, ())
    )


def in_title(word: str, hit: NameHit, catalogue: Catalogue) -> bool:
    """Whether a word is one of a title of the author."""
    return any(
        word in catalogue.entries[entry].work.text("title").lower().split() for entry in hit.entries
    )


_DOES = (
    "did|does|said|says|wrote|writes|sets?|argued|argues|showed|shows|explained|explains|made|makes"
    "|developed|develops|tat|tut|sagte?|schrieb|schreibt|zeigte?|behauptet|behauptete|begründete?"
    "|entwickelte?|fait|dit|écrit|écrivait|montre|montrait|soutient|soutenait|explique|développe"
)
#: "He did so in …", "Das steht in …", "Le livre s'appelle …": the title of what was told follows.
TOLD_IN = re.compile(
    rf"(?:(?:s?he|they)\s(?:{_DOES})\s(?:so|this|it|that)\s(?:out\s|up\s)?in"
    rf"|(?:er|sie)\s(?:{_DOES})\s(?:das|dies|es)\s(?:so\s)?in|das\s(?:{_DOES})\s(?:er|sie)\sin"
    rf"|das\ssteht\sin|(?:ils?|elles?)\s(?:l'|le\s)(?:(?:a|avait)\s)?(?:{_DOES})\sdans"
    rf"|(?:the|this|that|das|dieses|die|der|le|la|ce|cet|cette|l')\s?(?:{WORK_NOUN})\s"
    r"(?:is|was|heißt|hieß|ist|s'appelle|s'appelait|s'intitule|est|a\spour\stitre)"
    r"(?:\s(?:called|titled|entitled|named|überschrieben|betitelt|intitulée?))?)"
    rf"(?:\s(?:(?:his|her|their|the|seinem|ihrem|seiner|ihrer|dem|der|son|sa|le|la)\s)?(?:{WORK_NOUN}))?"
    r"[\s:\"'*_]*"
)
#: "… is the name of the book", "… heißt das Buch".
IS_BOOK = re.compile(
    r"[\s\"'*_.,]*(?:(?:is|was|ist|war|est|était)\s"
    r"(?:(?:the|der|le)\s(?:name|title|titel|titre|nom)\s(?:of\s|de\s|d')?)?|heißt\s|hieß\s|s'appelle\s)"
    rf"(?:the|this|that|das|des|dieses|die|der|dieser|le|la|du|ce|cet|cette|l')\s?(?:{WORK_NOUN})s?[.!,;]"
)
#: What brings in one more work.
FURTHER = frozenset(
    """another other also second third later next then too auch ander andere anderen anderer
    anderes weiteres weiteren weitere zweites zweiten später spätere späteren aussi autre
    deuxième second seconde plus ensuite""".split()
)
