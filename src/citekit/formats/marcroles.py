"""MARC relators and CSL's name variables, read in both directions.

Codes and terms are those of the MARC Code List for Relators (Library of
Congress, id.loc.gov/vocabulary/relators).
"""

from __future__ import annotations

#: Code, term, variable.  For writing the first row of a variable counts.
ROWS = (
    ("aut", "author", "author"),
    ("edt", "editor", "editor"),
    ("trl", "translator", "translator"),
    ("ill", "illustrator", "illustrator"),
    ("com", "compiler", "compiler"),
    ("cmp", "composer", "composer"),
    ("ctb", "contributor", "contributor"),
    ("cur", "curator", "curator"),
    ("drt", "director", "director"),
    ("hst", "host", "host"),
    ("ivr", "interviewer", "interviewer"),
    ("nrt", "narrator", "narrator"),
    ("orm", "organizer", "organizer"),
    ("prf", "performer", "performer"),
    ("pro", "producer", "producer"),
    ("rcp", "addressee", "recipient"),
    ("aus", "screenwriter", "script-writer"),
    ("mod", "moderator", "chair"),
    ("edd", "editorial director", "editorial-director"),
    ("cre", "creator", "author"),
    ("art", "artist", "author"),
    ("pht", "photographer", "author"),
    ("ctg", "cartographer", "author"),
    ("prg", "programmer", "author"),
    ("inv", "inventor", "author"),
    ("ive", "interviewee", "author"),
    ("spk", "speaker", "author"),
    ("rev", "reviewer", "author"),
    ("dis", "dissertant", "author"),
    ("arc", "architect", "author"),
    ("scl", "sculptor", "author"),
    ("lbt", "librettist", "author"),
    ("lyr", "lyricist", "author"),
    ("edc", "editor of compilation", "editor"),
    ("fmd", "film director", "director"),
    ("tld", "television director", "director"),
    ("sce", "scenarist", "script-writer"),
    ("sng", "singer", "performer"),
    ("mus", "musician", "performer"),
    ("cnd", "conductor", "performer"),
    ("act", "actor", "performer"),
    ("fmp", "film producer", "producer"),
    ("ins", "inscriber", "contributor"),
    ("ths", "thesis advisor", "contributor"),
    ("dgs", "degree supervisor", "contributor"),
    ("oth", "other", "contributor"),
)

CODES = {code: variable for code, _, variable in ROWS}
TERMS = {term: variable for _, term, variable in ROWS} | {
    **{"recipient": "recipient", "ed.": "editor", "eds.": "editor", "editors": "editor"},
    **{"authors": "author", "trans.": "translator", "tr.": "translator", "hrsg.": "editor"},
    **{"herausgeber": "editor", "verfasser": "author", "übersetzer": "translator"},
    **{"joint author": "author", "joint editor": "editor", "scriptwriter": "script-writer"},
    **{"ill.": "illustrator", "comp.": "compiler"},
}
#: Variable → code and term.
WRITTEN = {variable: (code, term) for code, term, variable in reversed(ROWS)}


def variable_of(role: str) -> str:
    """The name variable of a relator's code, term or address; empty if it has none."""
    role = role.strip().lower().rsplit("/relators/")[-1]
    return CODES.get(role) or TERMS.get(role) or TERMS.get(role.rstrip(".,; "), "")
