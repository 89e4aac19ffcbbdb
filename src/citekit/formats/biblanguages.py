"""Babel's names for languages and their BCP 47 tags."""

from __future__ import annotations

_LANGUAGE_ROWS = (
    "en english|en-US american usenglish|en-GB british ukenglish|de german ngerman deutsch"
    "|fr french francais frenchb|es spanish|it italian|pt portuguese|pt-BR brazilian brazil"
    "|nl dutch|sv swedish|da danish|nb norsk norwegian|nn nynorsk|fi finnish|pl polish|cs czech"
    "|sk slovak|hu magyar hungarian|ru russian|uk ukrainian|el greek|tr turkish|la latin"
    "|ca catalan|de-AT austrian naustrian|de-CH nswissgerman swissgerman|ro romanian"
    "|hr croatian|sl slovene slovenian|ja japanese|zh chinese|ko korean|ar arabic|he hebrew"
)

#: Babel's names for languages and their BCP 47 tags, both ways.
LANGUAGE_TAGS = {
    name: row.split()[0] for row in _LANGUAGE_ROWS.split("|") for name in row.split()[1:]
}
LANGUAGE_NAMES = {row.split()[0]: row.split()[1] for row in _LANGUAGE_ROWS.split("|")}
#: Those that differ where they choose hyphenation, as ``langid`` does: *german* and *austrian*
#: are the spelling of 1901 (manual of babel-german, 1), a tag without a variant today's.
BABEL_NAMES = {**LANGUAGE_NAMES, "de": "ngerman", "de-AT": "naustrian"}
