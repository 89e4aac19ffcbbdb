"""What stands before or behind a title and says of which claim it is the work: "He did so in
…", "… is the name of the book", "He wrote another book, …".

Words are in the form of :func:`citekit.find.worktitles.plain`.
"""

from __future__ import annotations

import re

from citekit.find.citingwords import WORK_NOUNS

_WORK = "|".join(sorted(WORK_NOUNS))
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
    rf"|(?:the|this|that|das|dieses|die|der|le|la|ce|cet|cette|l')\s?(?:{_WORK})\s"
    r"(?:is|was|heißt|hieß|ist|s'appelle|s'appelait|s'intitule|est|a\spour\stitre)"
    r"(?:\s(?:called|titled|entitled|named|überschrieben|betitelt|intitulée?))?)"
    rf"(?:\s(?:(?:his|her|their|the|seinem|ihrem|seiner|ihrer|dem|der|son|sa|le|la)\s)?(?:{_WORK}))?"
    r"[\s:\"'*_]*"
)
#: "… is the name of the book", "… heißt das Buch".
IS_BOOK = re.compile(
    r"[\s\"'*_.,]*(?:(?:is|was|ist|war|est|était)\s"
    r"(?:(?:the|der|le)\s(?:name|title|titel|titre|nom)\s(?:of\s|de\s|d')?)?|heißt\s|hieß\s|s'appelle\s)"
    rf"(?:the|this|that|das|des|dieses|die|der|dieser|le|la|du|ce|cet|cette|l')\s?(?:{_WORK})s?[.!,;]"
)
#: What brings in one more work.
FURTHER = frozenset(
    """another other also second third later next then too auch ander andere anderen anderer
    anderes weiteres weiteren weitere zweites zweiten später spätere späteren aussi autre
    deuxième second seconde plus ensuite""".split()
)
