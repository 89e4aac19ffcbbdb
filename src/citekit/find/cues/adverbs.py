"""What adverbs end in, by language."""

from __future__ import annotations

#: Of words, and whole words, that begin a sentence.
OPENING_ADVERBS = {
    "en": ("ly",),
    "de": tuple(
        """lich isch zeitig ufig ftig chtig weise mals dings wärts fach haft issig rdig nnig orglos
        ungslos gsam tsam stens maßen enttäuscht erleichtert verärgert empört erfreut genervt
        gereizt begeistert überrascht""".split()
    ),
    "fr": ("ment",),
}
#: Of words in lower case.
ADVERBS = {"en": ("ly",), "de": ("lich", "weise", "mals"), "fr": ("ment",)}
#: English nouns in "-ly".
NO_ADVERBS = frozenset("supply rally ally bully belly monopoly anomaly homily melancholy".split())
