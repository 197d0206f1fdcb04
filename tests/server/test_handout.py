"""A handout from the app: the person's own, without what is closed to them."""

from __future__ import annotations

import io

import pypdf
import pytest

from lissom.app.handouts import HandoutRefused, handout_of
from lissom.app.person import Desk
from lissom.content import library
from lissom.exchange.handout import PrintFormat
from tests.server.person import Person

BACK, LADDER = "/routines/back-spasm/handout.pdf", "/routines/seated-leg-ladder/handout.pdf"


def text_of(person: Person, path: str) -> str:
    answer = person.browser.get(path)
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    pages = pypdf.PdfReader(io.BytesIO(answer.content)).pages
    return " ".join(" ".join(page.extract_text() for page in pages).split())


def test_it_is_a_pdf_for_this_persons_eyes_only(person: Person) -> None:
    answer = person.browser.get(BACK)
    assert answer.content.startswith(b"%PDF-")
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Content-Disposition"] == 'inline; filename="lissom-back-spasm.pdf"'


def test_the_page_leads_to_it(person: Person) -> None:
    links = [link.attributes.get("href") for link in person.visit("/routines/back-spasm/").all("a")]
    assert {BACK, f"{BACK}?large=yes"} <= set(links)


def test_clinic_number_and_language_are_those_of_the_settings(person: Person) -> None:
    person.set(clinic_name="Hill Street", emergency="999", language="fr")
    text = text_of(person, BACK)
    assert "Hill Street" in text
    assert "Urgence : appelez le 999" in text
    assert "112" not in text


def test_what_health_leaves_out_is_not_on_paper_and_says_why(person: Person) -> None:
    person.set(conditions="pregnancy")
    text = text_of(person, BACK)
    assert "Forward roll is left out, because of your health profile: pregnancy." in text
    assert "Roll slowly forwards" not in text


def test_a_level_that_is_closed_is_not_on_paper(person: Person) -> None:
    person.set(conditions="osteoporosis")
    text = text_of(person, LADDER)
    assert "Toes up" in text
    assert "Keep your chin down" not in text
    assert "up to level 1" in text


def test_a_routine_of_which_nothing_is_open_is_not_put_on_paper(person: Person) -> None:
    person.set(conditions="myelopathy")
    answer = person.browser.get(LADDER)
    assert answer.status_code >= 400
    assert "closed for you for now" in answer.content.decode()
    desk = Desk(person.journal, now=person.now, zone="UTC")
    with pytest.raises(HandoutRefused, match="Leg ladder is left out, because of your health profile"):
        handout_of(desk, library.routine("seated-leg-ladder"), PrintFormat())


def test_after_a_sign_of_an_emergency_there_is_no_paper(person: Person) -> None:
    person.answered("red-flags", 1, says={"screening.emergency": "yes"})
    assert person.browser.get(BACK).status_code >= 400


def test_the_code_opens_the_page_at_the_address_that_is_set_or_there_is_none(
    person: Person,
) -> None:
    assert "http" not in text_of(person, BACK)
    person.set(address="https://stretches.example/")
    written = "".join(text_of(person, BACK).split())  # a long address goes on in the next line
    assert "https://stretches.example/routines/back-spasm/" in written


def test_paper_and_large_print_are_asked_for_in_the_address(person: Person) -> None:
    answer = person.browser.get(f"{BACK}?paper=letter&large=yes")
    reader = pypdf.PdfReader(io.BytesIO(answer.content))
    assert round(reader.pages[0].mediabox.width) == 612
    assert len(reader.pages) > 2
    assert person.browser.get(f"{BACK}?paper=a5").status_code == 404
    assert person.browser.get("/routines/nothing/handout.pdf").status_code == 404
