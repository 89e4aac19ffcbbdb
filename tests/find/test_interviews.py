"""Interviews: whose words the answers are, with labels and without."""

from __future__ import annotations

from citekit.corpus.documents import extract
from citekit.find.quotations.finder import quotations


def answers(text: str) -> list[tuple[str, str]]:
    return [(one.speaker, one.quoted) for one in quotations(text) if one.method == "transcript"]


def test_plain_questions_of_a_german_interview() -> None:
    text = """„Das Moor vergisst nichts“

Die Botanikerin Gesa Thoms forscht in Greifswald. Interview: Jan Ohm

Frau Thoms, warum ausgerechnet Moore?

Weil ich als Kind in eines gefallen bin.

Das meine ich wörtlich. Mein Stiefel steckt noch drin.

Haben Sie ihn gesucht?

Jeden Sommer suche ich ihn.

Was kann die Politik tun?

Sie könnte die Gräben schließen.

Gesa Thoms lehrt seit 2010 in Greifswald.
"""
    assert answers(text) == [
        ("Gesa Thoms", "Weil ich als Kind in eines gefallen bin."),
        ("Gesa Thoms", "Das meine ich wörtlich. Mein Stiefel steckt noch drin."),
        ("Gesa Thoms", "Jeden Sommer suche ich ihn."),
        ("Gesa Thoms", "Sie könnte die Gräben schließen."),
    ]


def test_questions_in_bold_need_no_question_mark() -> None:
    text = """Glass Explains Itself

The glassmaker Ivor Pugh has a workshop above Bangor.

**How did you come to glass?**

By accident. I broke a window.

**You still break windows, I hear.**

Only mine.

**Is glass a liquid?**

My students ask that. It isn’t.
"""
    assert [speaker for speaker, _ in answers(text)] == ["Ivor Pugh"] * 3


def test_questions_behind_dashes() -> None:
    lines = [
        "— Pourquoi le violon ?",
        "— J’avais les mains petites.",
        "— Et l’alto ?",
        "— Trop grand.",
    ]
    turns = "\n\n".join([*lines, "— Et vos élèves ?", "— Ils se taisent."])
    interview = f"La luthière Inès Caron travaille à Lyon. Entretien.\n\n{turns}\n"
    story = f"La luthière Inès Caron poussa la porte.\n\n{turns}\n"
    assert ("Inès Caron", "J’avais les mains petites.") in answers(interview)
    assert answers(story) == []


def test_answers_in_quotation_marks_are_found_once() -> None:
    text = """Der Schreiner Paul Witt im Interview.

Was ist Holz?

„Holz ist geduldig. Ich bin es nicht.“

Wie lange arbeiten Sie schon?

„Seit ich stehen kann.“

Und wie lange noch?

„Bis ich umfalle.“
"""
    found = [(one.speaker, one.quoted) for one in quotations(text)]
    assert found[0] == ("Paul Witt", "Holz ist geduldig. Ich bin es nicht.")
    assert len(found) == 3


def test_a_labelled_answer_goes_on_in_the_next_paragraph() -> None:
    text = """Mark Lowe: What keeps you up at night?

Helen Straub: Very little. Boredom makes for safe plumbing.

Then somebody discovers that the pipes can be a weapon.

Mark Lowe: You’re writing a book about it?

Helen Straub: Isn’t everyone?

(Helen Straub laughs.)
"""
    said = [words for speaker, words in answers(text) if speaker == "Helen Straub"]
    assert said == [
        "Very little. Boredom makes for safe plumbing.",
        "Then somebody discovers that the pipes can be a weapon.",
        "Isn’t everyone?",
    ]


def test_frequent_questions_and_questions_of_the_writer_are_no_interview() -> None:
    frequent = """Moving house: what Anna Bright of the council advises

How do I register?

You can register at the town hall.

What documents do I need?

You need your passport.

How long does it take?

It takes a week.
"""
    column = """In an interview last week, the minister Carl Dorn defended the toll.

What does the toll pay for?

The ministry does not say. I asked twice.

Who pays most?

Dorn says that lorries do.

Is this fair?

Dorn thinks so. I do not.
"""
    assert answers(frequent) == []
    assert answers(column) == []


def test_labels_in_bold_of_a_web_page_are_as_in_markdown() -> None:
    rows = [
        ("Interviewer", "What did you find in the river?"),
        ("Lindqvist", "The water was cold, and the fish came back."),
        ("Interviewer", "Did you expect that?"),
        ("Lindqvist", "I did not think that it would happen so soon."),
    ]
    markdown = "\n\n".join(f"**{name}:** {words}" for name, words in rows)
    paragraphs = "\n".join(f"<p><strong>{name}:</strong> {words}</p>" for name, words in rows)
    breaks = "<br><br>\n".join(f"<b>{name}:</b> {words}" for name, words in rows)
    for name, source in (("a.md", markdown), ("a.html", paragraphs), ("b.html", breaks)):
        told = answers(extract(source.encode(), name).text)
        assert told == [row for row in rows if row[0] == "Lindqvist"], name
