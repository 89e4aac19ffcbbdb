"""The closed word lists of the field, by their standard names."""

from __future__ import annotations

#: Item types, CSL 1.0.2, appendix III.
TYPES = frozenset(
    """article article-journal article-magazine article-newspaper bill book broadcast chapter
    classic collection dataset document entry entry-dictionary entry-encyclopedia event figure
    graphic hearing interview legal_case legislation manuscript map motion_picture
    musical_score pamphlet paper-conference patent performance periodical personal_communication
    post post-weblog regulation report review review-book software song speech standard thesis
    treaty webpage""".split()
)

#: Name variables, CSL 1.0.2, appendix IV.
NAME_VARIABLES = frozenset(
    """author chair collection-editor compiler composer container-author contributor curator
    director editor editorial-director editor-translator executive-producer guest host illustrator
    interviewer narrator organizer original-author performer producer recipient reviewed-author
    script-writer series-creator translator""".split()
)

#: Date variables, CSL 1.0.2, appendix IV.
DATE_VARIABLES = frozenset(
    "accessed available-date event-date issued original-date submitted".split()
)

#: Number variables, CSL 1.0.2, appendix IV.
NUMBER_VARIABLES = frozenset(
    """chapter-number citation-number collection-number edition first-reference-note-number issue
    locator number number-of-pages number-of-volumes page page-first part-number printing-number
    section supplement-number version volume""".split()
)

#: Standard variables, CSL 1.0.2, appendix IV.
STANDARD_VARIABLES = frozenset(
    """abstract annote archive archive_collection archive_location archive-place authority
    call-number citation-key citation-label collection-title container-title container-title-short
    dimensions division DOI event event-title event-place genre ISBN ISSN jurisdiction keyword
    language license medium note original-publisher original-publisher-place original-title
    part-title PMCID PMID publisher publisher-place references reviewed-genre reviewed-title scale
    source status title title-short URL volume-title year-suffix""".split()
)

#: Locator types, CSL 1.0.2, "Locators".
LOCATOR_LABELS = (
    "act appendix article-locator book canon chapter column elocation equation figure folio issue "
    "line note number opus page paragraph part rule scene section sub-verbo supplement table "
    "timestamp title-locator verse volume"
).split()

#: What a passage is.
PASSAGE_KINDS = {
    "reference": "a full reference to a work",
    "citation": "an in-text citation (author–date, number, key)",
    "mention": "the author or title of a work named, often beside a quoted term",
    "echo": "a term of a work used again with no name",
    "paraphrase": "the work's argument in the document's own words",
    "quotation": "words in quotation marks attributed to a speaker or a work",
    "credit": "a scholar credited with no work named",
    "evidence": "the words a field of the document's own record was read from",
}

#: What became of a passage; the last two stand in the file of rejections.
STATUSES = {
    "reviewed": "made or accepted by a person",
    "suggested": "found, and waiting for a person",
    "rejected": "no passage at this place",
    "rejected-everywhere": "no passage wherever these words would point at this body",
}

#: CiTO properties (Peroni and Shotton, CiTO, the Citation Typing Ontology).
RELATIONS = (
    "agreesWith",
    "cites",
    "citesAsAuthority",
    "citesAsRelated",
    "disagreesWith",
    "discusses",
    "includesQuotationFrom",
    "obtainsBackgroundFrom",
)
