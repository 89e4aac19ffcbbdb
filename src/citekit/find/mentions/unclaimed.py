"""Sentences that name an author and report no claim of his.

"Lee has little to say about ports" names a gap; what it goes on with may be a claim: "says little
about ports, but argues that …".  And "Lee, she concludes, wrote for clerks" is what somebody else
says about Lee.
"""

from __future__ import annotations

import re

from citekit.find.mentions.people import Person
from citekit.find.mentions.reading import Reading

_FEW = r"(?:(?:very|surprisingly|remarkably|curiously|next\sto|almost|not)\s)?"
_UNSAID = re.compile(
    # English
    rf"\b(?:ha[sd]|have|having)\s(?:[a-z]+\s)?{_FEW}(?:little|nothing|much\sless|no\smore|less|nothing\smuch)"
    r"\s(?:(?:at\sall|new|else|more)\s)?to\s(?:say|tell|add|offer|report)\b"
    rf"|\b(?:says?|said|tells?\s(?:us|me|one)|told\s(?:us|me))\s{_FEW}(?:little|nothing|not\sa\sword|no\sword)"
    r"\s(?:about|of|on|as\sto)\b"
    r"|\b(?:is|are|was|were|remains?|remained|stays?|stayed|falls?|fell)\s(?:[a-z]+\s){0,2}silent\s(?:on|about|as\sto)\b"
    r"|\b(?:does|do|did)(?:\snot|n't)\s(?:say|tell\sus|ask|discuss|consider|specify|explain|mention)"
    r"\s(?:whether|how|why|what|who|whose|which|where|when)\b"
    r"|\bnever\s(?:says?|said|asks?|asked|tells?\sus)\s(?:whether|how|why|what|who|whose|which|where|when)\b"
    # German
    r"|\b(?:schweigt|schweigen|schwieg|schwiegen)\s(?:[a-zäöüß]+\s){0,3}?(?:über|zu|zur|zum|davon|darüber|dazu)\b"
    r"|\b(?:sagt|sagen|sagte|verrät|erfährt)\s(?:[a-zäöüß]+\s){0,3}?(?:nichts|wenig|kein\swort)\s"
    r"(?:über|zu|zur|zum|von|vom|davon|darüber|dazu)\b"
    r"|\b(?:hat|haben|hatte|hatten)\b[^.;:!?]{1,140}\b(?:wenig|nichts)\s(?:(?:darüber|dazu|davon)\s)?zu\ssagen\b"
    r"|\bfrag(?:t|te|en|ten)\snicht,\s(?:ob|wie|warum|was|wer|wem|wen|wessen|welche\w*|wo|wann)\b"
    # French
    r"|\bne\s(?:nous\s)?(?:dit|disent|disait|souffle)\s(?:presque\s)?(?:rien|mot|pas\sun\smot|guère)\s(?:des?\b|du\b|sur\b|d')"
    r"|\bdi(?:t|sent|sait)\s(?:fort\s|bien\s|très\s)?peu(?:\sde\schoses?)?\s(?:des?\b|du\b|sur\b|d')"
    r"|(?:\bn'a|\bn'ont|\bn'avait|\ba|\bont)\s(?:presque\s|guère\s)?(?:rien|peu|peu\sde\schoses?)\sà\s(?:nous\s)?dire\b"
    r"|\b(?:est|reste|restent|demeure)\s(?:[^\W\d_]+\s){0,2}(?:muet(?:te)?s?|silencieu(?:x|se)s?)\ssur\b"
    r"|\bne\sse\sdemande(?:nt)?\s(?:pas|jamais)\b"
)
#: What goes on with a claim behind a gap.
_GOES_ON = re.compile(
    r"[;:]\s|,\s(?:but|yet|and|sondern|aber|und|doch|mais|et)\s(?!(?:even\s)?[^\W\d_]+\s\(\d)"
    r"|\b(?:but|sondern|mais)\s"
)
_THAT = re.compile(r"\b(?:that|dass|daß|que|how|wie|comment|why|warum|pourquoi)\b|\bqu'|:\s")
#: So soon in a sentence the gap is what it says (code points).
_SOONEST = 120
#: Behind a name: who says what the sentence says of it.
_ANOTHERS = re.compile(
    r",\s(?:(?:he|she|they)\s[a-z]+(?:\s[a-z]+ly)?|(?:so|[a-zäöüß]+t)\s(?:er|sie)),\s"
)


#: Before a name: somebody else draws on its bearer.
_DRAWS_ON = re.compile(
    r"\b(?:draw(?:s|ing)?\son|drew\son|buil(?:ds?|t|ding)\son|borrow(?:s|ed|ing)\sfrom"
    r"|emprunt(?:ée?s?|e|ait)\s(?:[^\W\d_]+\s){0,3}?(?:à|au|de)"
    r"|knüpft(?:e|en)?\s(?:(?:er|sie|es|hier|dabei|damit)\s){0,2}an"
    r"|(?:stützt|stützte|beruft|berief)\s(?:(?:er|sie)\s)?sich\s(?:[^\W\d_]+\s)?auf"
    r"|s'(?:appuie|appuyait|inspire|inspirait)\s(?:sur|de|d'))\s?"
    r"(?:(?:the|der|die|den|le|la|l')\s?)?(?:[^\W\d_]+\s){0,3}$"
)


def is_anothers(reading: Reading, person: Person) -> bool:
    """Whether somebody else says what a sentence says that begins with a name, or draws on its
    bearer, and not that he claims something."""
    lowered, at = reading.lowered, person.end
    if not person.possessive and _DRAWS_ON.search(lowered, max(0, person.start - 60), person.start):
        return not reading.thinks(at, reading.sentences.around(person.start)[1])
    aside = _ANOTHERS.match(lowered, at) if lowered.startswith(", ", at) else None
    if aside is None:
        return False
    start, end = reading.sentences.around(person.start)
    return start == person.start and not reading.thinks(aside.end() - 1, end)


def says_nothing(lowered: str, start: int, end: int) -> bool:
    """Whether a sentence, or its part from ``start``, says that its subject is silent about
    something, and nothing that he says."""
    gap = _UNSAID.search(lowered, start, end)
    if gap is None or gap.start() - start > _SOONEST:
        return False
    if _THAT.search(lowered, start, gap.start()):
        return False  # somebody else says nothing, as the author holds
    return _GOES_ON.search(lowered, gap.end(), end) is None


#: "does not use the word", "verwendet den Begriff nicht", "n'emploie pas le mot".
_UNUSED = re.compile(
    r"\b(?:not|never)\s(?:actually\s)?(?:use|used|uses|employ|coin|invent|speak)\b|\bn'(?:emploie|utilise)"
    r"\b|\b(?:verwende|benutz|gebrauch)[^\W\d_]+\s(?:[^\W\d_]+\s){0,3}(?:nicht|nie)\b"
)
#: Before quoted words: they say what the sentence's subject is called by others.
_DESCRIBED = re.compile(
    r"(?:once\s|often\s|sometimes\s)?(?:described|hailed|dubbed|praised|called|named|known|billed|decried"
    r"|dismissed)\s(?:by\s[^.;:!?]{2,60}\s)?(?:as\s)?(?:the\s|an?\s)?"
)


def is_unused(gap: str) -> bool:
    """Whether the words between a name and a quotation say that its bearer does not use it."""
    return _UNUSED.search(gap) is not None


def is_description(reading: Reading, quote: tuple[int, int]) -> bool:
    """Whether a sentence begins with what its subject is called: "Described by a colleague as
    “the great lady”, Name …"."""
    start = reading.sentences.around(quote[0])[0]
    return _DESCRIBED.fullmatch(reading.lowered, start, quote[0]) is not None
