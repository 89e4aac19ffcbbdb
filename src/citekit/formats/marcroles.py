"""MARC relators and CSL's name variables, read in both directions.

Codes and terms are those of the MARC Code List for Relators (Library of
Congress, id.loc.gov/vocabulary/relators).
"""

from __future__ import annotations

import re

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

#: Terms in the words of catalogues, without case: RDA's in English, German (GND, also in forms
#: for both genders) and French (BnF, BAnQ), Italian and Spanish ones, abbreviations of AACR2
#: 21.0D and RAK.
_TERMS = {
    "author": """authors|joint author|co-author|verfasser|verfasserin|verfasserinnen|verf.|autor
        autorin|autorinnen|mitverfasser|mitverfasserin|auteur|auteure|autrice|autore|autora|autores
        coauteur|co-auteur|author of text|urheber|geistiger schöpfer|geistige schöpferin
        mitautor|fotograf|fotografin|photographe|künstler|künstlerin|artiste|kartograf|kartografin
        cartographe|interviewter|dissertant|praeses|respondent|bearbeiter des textes""",
    "editor": """ed.|eds.|editors|joint editor|joint ed.|co-editor|volume editor|general editor
        herausgeber|herausgeberin|herausgeberinnen|herausgebende körperschaft|hrsg.|hg.|hgg.|hrsgg.
        hrsg|herausgebendes organ|mitherausgeber|mitherausgeberin|éditeur scientifique
        éditrice scientifique|editeur scientifique|éditeur intellectuel|éditrice intellectuelle
        directeur de publication|directrice de publication|dir.|éd.|directeur de la publication
        curatore|curatrice|curatori|a cura di|cur.|editore scientifico|editor literario|editora
        coordinador|coordinadora|coord.|ed. lit.|editor of compilation|editor literaria""",
    "translator": """trans.|transl.|tr.|translators|joint translator|übersetzer|übersetzerin
        übersetzerinnen|übers.|übersetzung|uebersetzer|uebers.|traducteur|traductrice|trad.
        traducteurs|traduttore|traduttrice|traductor|traductora""",
    "illustrator": """ill.|illus.|illustr.|illustrators|illustratorin|illustrateur|illustratrice
        illustratore|ilustrador|ilustradora|zeichner|zeichnerin""",
    "compiler": """comp.|compilers|joint compiler|zusammenstellender|zusammenstellende|kompilator
        compilateur|compilatrice|compilatore|compilador|compiladora|zsgest.""",
    "composer": "komponist|komponistin|komp.|compositeur|compositrice|compositore",
    "recipient": "recipient|adressat|adressatin|destinataire|destinatario|empfänger|empfängerin",
    "script-writer": """scriptwriter|drehbuchautor|drehbuchautorin|scénariste|sceneggiatore
        guionista|author of screenplay""",
    "director": """regisseur|regisseurin|filmregisseur|filmregisseurin|regie|réalisateur
        réalisatrice|metteur en scène|regista""",
    "producer": "produzent|produzentin|filmproduzent|filmproduzentin|producteur|productrice",
    "performer": """ausführender|ausführende|sänger|sängerin|schauspieler|schauspielerin|dirigent
        dirigentin|interprète|musiker|musikerin|instrumentalmusiker|instrumentalmusikerin""",
    "narrator": "erzähler|erzählerin|narrateur|narratrice|sprecher|sprecherin",
    "interviewer": "interviewerin|interviewers|intervieweur",
    "curator": "kurator|kuratorin|commissaire|commissaire d'exposition",
    "collection-editor": """series editor|reihenherausgeber|reihenherausgeberin
        directeur de collection|directrice de collection|general series editor""",
    "organizer": "veranstalter|veranstalterin|organisateur|organisatrice",
    "contributor": """mitwirkender|mitwirkende|mitarbeiter|mitarbeiterin|mitarb.
        verfasser eines vorworts
        verfasserin eines vorworts|préfacier|préfacière|author of introduction|writer of foreword
        verfasser von zusatztexten|verfasserin von zusatztexten|collaborateur|collaboratrice""",
}
TERMS = {term: variable for _, term, variable in ROWS} | {
    " ".join(term.split()): variable
    for variable, lines in _TERMS.items()
    for line in lines.splitlines()
    for term in line.split("|")
}
_JOINT = re.compile(r",? (?:and|und|et|e|y|&|u\.) |\s*[,/]\s*")
#: Signs and endings for both genders: "Herausgeber/in", "Übersetzer*innen", "VerfasserIn".
_GENDERS = re.compile(r"[/:*_·(]+-?(in(?:nen)?|rice|ne|e|a)\)?$|(?<=[a-zäöü])(In(?:nen)?)$")
#: Variable → code and term.
WRITTEN = {variable: (code, term) for code, term, variable in reversed(ROWS)}


def variable_of(role: str) -> str:
    """The name variable of a relator's code, term or address; empty if it has none."""
    return next(iter(variables_of(role)), "")


def variables_of(role: str) -> tuple[str, ...]:
    """The name variables of a relator, which may be several ("editor and translator");
    empty if it has none."""
    role = role.strip().rsplit("/relators/")[-1].strip("[]() ")
    if found := _one(role):
        return (found,)
    parts = list(filter(None, map(_one, _JOINT.split(role))))
    return tuple(dict.fromkeys(parts))


def _one(role: str) -> str:
    role = role.strip()
    for form in (role, _GENDERS.sub("", role)):
        for word in (form.lower(), form.lower().rstrip(".,; "), f"{form.lower().rstrip('.,; ')}."):
            if variable := CODES.get(word) or TERMS.get(word):
                return variable
    return ""
