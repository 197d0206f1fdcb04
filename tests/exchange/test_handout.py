"""What stands on paper is what was proved: words, dose, holds, stop rules, read back out of the PDF."""

from __future__ import annotations

import io
import re
from dataclasses import replace

import pypdf
import pytest
import zxingcpp
from PIL import Image

from lissom.content import library
from lissom.exchange.handout import (
    Clinic,
    ClinicRefused,
    Given,
    PrintFormat,
    make_handout,
    make_pages,
    make_sheet,
)
from lissom.exchange.handout import read_clinic as read
from lissom.exchange.handout.pdf import HandoutFailed
from lissom.exchange.handout.pictures import PAPER
from lissom.figure import PAINTS
from lissom.machine.compile import compile_routine
from lissom.machine.options import Options, option_ranges
from lissom.machine.step import step
from lissom.routine.model import OpenHold, Routine

CLINIC = Clinic("Hill Street Physiotherapy", "+44 20 7946 0000", "front@clinic.example")
LANGUAGES = library.languages()
FOOTER = r"·Version1·sha256:[0-9a-f]{12}\d+/\d+$"
EVERY = [(name, language) for name in library.ids() for language in LANGUAGES]
LOOKS = [PrintFormat("a4"), PrintFormat("letter"), PrintFormat("a4", True), PrintFormat("letter", True)]


def given(**more) -> Given:
    return replace(Given(clinic=CLINIC, address="http://127.0.0.1:8614/routines/neck/"), **more)


def made(name: str, language: str = "en", look: PrintFormat = PrintFormat(), **more) -> bytes:  # noqa: B008 - frozen
    return make_handout(make_sheet(library.routine(name, language), given(**more)), look)


def read_back(pdf: bytes) -> str:
    """All text in reading order, without the line at the foot of each page, and without white space."""
    reader = pypdf.PdfReader(io.BytesIO(pdf))
    footer = re.escape(squeezed(reader.metadata.title)) + FOOTER
    return "".join(re.sub(footer, "", squeezed(page.extract_text())) for page in reader.pages)


def squeezed(text: str) -> str:
    """Without white space: a line may end anywhere between two words, and after a hyphen or a slash."""
    return re.sub(r"\s+", "", text)


def in_order(text: str, lines: list[str]) -> list[str]:
    """Return the lines that do not follow one another in a text."""
    missing, at = [], 0
    for line in lines:
        found = text.find(squeezed(line), at)
        if found < 0:
            missing.append(line)
        else:
            at = found + len(squeezed(line))
    return missing


def told_by(routine: Routine) -> list[str]:
    """Every word of a routine that belongs on paper, in the order of the paper."""
    phrases = library.phrases(routine.language)

    def filled(text: str) -> str:
        this, that = phrases.left, phrases.right
        return text.format(side=this, other=that, Side=this.capitalize(), Other=that.capitalize())

    lines = [routine.title, routine.summary, *routine.good_for]
    lines += [thing.words for thing in routine.equipment]
    for stretch in routine.stretches:
        alone = [position.title for position in stretch.positions] == [stretch.title]
        lines += [] if alone else [stretch.title, filled(stretch.let_go.say)]
        for position in stretch.positions:
            lines += [position.title, filled(position.move.say)]
            if position.hold:
                lines += [
                    filled(position.hold.words.brief),
                    filled(position.release.say),
                    filled(position.felt),
                ]
        lines += [filled(stretch.let_go.say)] if alone else []
    for rule in routine.symptoms:
        lines += [rule.advice.now, rule.advice.contact]
    lines.append(phrases.emergency.format(number="112"))
    for question in routine.questions:
        if question.kind != "health":
            lines += [question.title, question.brief, *(item.words for item in question.items)]
            lines += [question.advice.now.format(number="112"), question.advice.contact.format(number="112")]
    return [*lines, CLINIC.name, CLINIC.phone, CLINIC.email]


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_the_words_are_the_routines_in_reading_order(name, language):
    routine = library.routine(name, language)
    assert in_order(read_back(made(name, language)), told_by(routine)) == []


@pytest.mark.parametrize("look", LOOKS[1:], ids=str)
def test_other_papers_and_large_print_say_the_same(look):
    routine = library.routine("back-spasm")
    assert in_order(read_back(made("back-spasm", look=look)), told_by(routine)) == []


@pytest.mark.parametrize("name", library.ids())
def test_all_conditions_are_told_with_the_steps_they_keep(name):
    routine = library.routine(name)
    sheet = make_sheet(routine, given())
    steps = {step.number: (part.id, step) for part in sheet.parts for step in part.steps}
    words = {item.id: item.words for question in routine.questions for item in question.items}
    levels = {(s.id, p.title): p.level for s in routine.stretches for p in s.positions}
    told = {condition: kept.steps for kept in sheet.kept for condition in kept.conditions}
    for each in routine.conditions:
        capped = dict(each.cap_level)
        out = [
            number
            for number, (stretch, step) in steps.items()
            if stretch in each.leave_out or levels[stretch, step.title] > capped.get(stretch, 3)
        ]
        expected = "Do none of these:"
        if len(out) < len(steps):
            expected = f"Do not do {', '.join(map(str, out))}:"
        assert told[words[each.condition]] == expected
    assert len(told) == len(routine.conditions)
    text = read_back(made(name))
    assert [words for words in told if squeezed(words) not in text] == []


def compiled(routine: Routine, **options):
    asked = Options(level=3, rate=False, screened="log", **options)
    return compile_routine(routine, asked, library.phrases(routine.language))


def walked(routine: Routine, **options) -> dict[tuple[str, str | None], list]:
    """The holds of an undisturbed session, by stretch and side; every offer is taken."""
    machine, found = compiled(routine, **options), {}
    at = machine.start
    while (state := machine.states[at]).kind != "end":
        events = state.on
        if state.kind == "hold" and not state.continues:
            found.setdefault((state.stretch, state.side), []).append(state)
        if state.kind == "ask":
            event = "no"
        elif state.kind == "hold" and state.cue.offer and "yes" in events:
            event = "yes"
        else:
            event = "elapsed" if "elapsed" in events else "next"
        at = step(machine, at, event)
    return found


@pytest.mark.parametrize("name", library.ids())
def test_the_seconds_of_every_hold_are_the_machines(name):
    """At the least and at the most that a person may choose, and nothing else is on paper."""
    routine, ranges = library.routine(name), option_ranges(library.routine(name))
    on_paper = {
        (part.id, step.title): step.seconds
        for part in make_sheet(routine, given()).parts
        for step in part.steps
    }
    ends = (ranges.hold.least, ranges.hold.most) if ranges.hold else (None, None)
    played = [
        {
            (s.stretch, title_of(routine, s)): s.seconds
            for holds in walked(routine, hold=hold).values()
            for s in holds
        }
        for hold in ends
    ]
    held = {key: seconds for key, seconds in on_paper.items() if seconds}
    unchosen = offered(routine) | gated(routine)  # as long as the gate asks, whatever was chosen
    assert {key: most for key, (_, most) in held.items()} == played[1]
    assert {key: least for key, (least, _) in held.items() if key not in unchosen} == {
        key: seconds for key, seconds in played[0].items() if key not in unchosen
    }


def gated(routine: Routine) -> set[tuple[str, str]]:
    return {
        (stretch.id, position.title)
        for stretch in routine.stretches
        for position in stretch.positions
        if position.gate
    }


def offered(routine: Routine) -> set[tuple[str, str]]:
    """Holds in which an offer is made: the machine holds them for as long as the gate asks."""
    return {
        (stretch.id, lower.title)
        for stretch in routine.stretches
        for position in stretch.positions
        for lower in stretch.positions
        if position.gate and position.gate.held == lower.id
    }


def title_of(routine: Routine, state) -> str:
    return next(p.title for p in routine.stretch(state.stretch).positions if p.id == state.position)


@pytest.mark.parametrize("name", library.ids())
def test_a_chosen_number_is_on_paper_and_in_the_machine(name):
    routine, ranges = library.routine(name), option_ranges(library.routine(name))
    chosen = {
        "hold": ranges.hold.least if ranges.hold else None,
        "repeats": ranges.repeats.least if ranges.repeats else None,
        "cap": 12 if ranges.cap else None,
    }
    sheet = make_sheet(routine, given(options=Options(**chosen)))
    for part in sheet.parts:
        stretch = routine.stretch(part.id)
        for position, each in zip(stretch.positions, part.steps, strict=True):
            if isinstance(position.hold, OpenHold):
                assert each.seconds == (12, 12)
            elif position.hold and position.hold.seconds.least < position.hold.seconds.most:
                assert each.seconds == (chosen["hold"], chosen["hold"])


@pytest.mark.parametrize("name", library.ids())
def test_the_dose_is_the_machines(name):
    """So many holds on each side as paper says, at the least and at the most repeats."""
    routine, ranges = library.routine(name), option_ranges(library.routine(name))
    ends = (ranges.repeats.least, ranges.repeats.most) if ranges.repeats else (None, None)
    for number, repeats in enumerate(ends):
        for (stretch, _side), holds in walked(routine, repeats=repeats).items():
            first = [state for state in holds if state.level == 1]
            part = next(part for part in make_sheet(routine, given()).parts if part.id == stretch)
            numbers = [int(n) for n in re.findall(r"\d+", part.often)]
            if routine.stretch(stretch).rounds.usual > 1:
                assert len(first) == numbers[-1]
            else:
                assert len(first) == (numbers[min(number, 1)] if "to" in part.often else numbers[0])


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_the_advice_after_a_symptom_is_the_machines(name, language):
    routine = library.routine(name, language)
    sheet = make_sheet(routine, given())
    for rule, stop in zip(routine.symptoms, sheet.stops, strict=True):
        said = {
            state.cue.say
            for state in compiled(routine).states.values()
            if state.kind == "end" and state.outcome and state.outcome.symptom == rule.symptom
        }
        assert f"{stop.now} {stop.contact} {sheet.emergency}" in said
    assert [stop.symptom.lower() for stop in sheet.stops] == list(sheet.watched)


@pytest.mark.parametrize("name", library.ids())
def test_every_letting_go_is_the_machines(name):
    routine = library.routine(name)
    machine = compiled(routine)
    for part in make_sheet(routine, given()).parts:
        said = {
            s.cue.say for key, s in machine.states.items() if key.endswith("let-go") and s.stretch == part.id
        }
        assert part.let_go in said


def test_the_highest_rung_has_the_whole_way_down_and_the_first_higher_one_a_warning():
    """[A11, A13]"""
    (ladder,) = make_sheet(library.routine("seated-leg-ladder"), given()).parts
    *_, chin, slump = ladder.steps
    assert slump.release == (
        "Straighten your back against the chair. Then come out slowly. "
        "Let go. Head up, sit tall, ankle loose, leg down."
    )
    warning = (
        "From here on the stretches are big, and need nerves that move freely. "
        "At any pain, numbness or tingling stop, and come out."
    )
    assert [warning in step.gate for step in ladder.steps] == [False, False, False, True, False]
    assert chin.release == "Lift your head, slowly."


def test_paper_says_what_goes_with_it_and_where_a_symptom_ends_more():
    """[A11, B10]"""
    assert make_sheet(library.routine("back-spasm"), given()).often.endswith(
        " Do Neck stretches as well: they belong together."
    )
    told = {part.id: part.often for part in make_sheet(library.routine("full"), given()).parts}
    assert [
        name for name, often in told.items() if often.endswith("If you feel pain here, stop for today.")
    ] == ["leg-ladder"]


@pytest.mark.parametrize(("name", "language"), EVERY)
@pytest.mark.parametrize("paper", ["a4", "letter"])
def test_no_letter_is_below_nine_points_and_none_of_a_stop_rule_below_eleven(name, language, paper):
    routine, pdf = library.routine(name, language), made(name, language, PrintFormat(paper))
    sized = letters(pdf)
    assert min(size for _, size in sized) >= 9
    sheet = make_sheet(routine, given())
    kept = [*(stop.now for stop in sheet.stops), sheet.emergency, *(each.now for each in sheet.asked)]
    kept += [item for each in sheet.asked for item in each.items]
    small = {word for text, size in sized if size < 10.9 for word in text.split()}
    large = {word for text, size in sized if size >= 10.9 for word in text.split()}
    words = {word for text in kept for word in text.split() if len(word) > 3}
    assert len(words) > 80
    assert {word for word in words & small - large if word.isalpha()} == set()


@pytest.mark.parametrize(("name", "language"), EVERY)
def test_in_large_print_no_page_but_the_last_is_left_a_third_empty(name, language):
    sheet = make_sheet(library.routine(name, language), given())
    *pages, _ = make_pages(sheet, PrintFormat("a4", True), 30)
    for page in pages:
        image = Image.open(io.BytesIO(page)).convert("L").point(lambda value: 255 if value < 200 else 0)
        footless = image.crop((0, 0, image.width, round(image.height * 0.94)))
        assert footless.getbbox()[3] >= image.height * 0.62


@pytest.mark.parametrize("language", ["en", "fr"])
def test_what_is_for_the_clinic_stands_in_one_small_line_at_the_end(language):
    pages = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(made("back-spasm", language))).pages]
    whole = " ".join(pages)
    assert not re.search(r"EVIDENCE|\b[AB][0-9]{1,2}\b", whole)
    assert whole.count("sha256:") == pages[-1].count("sha256:") == 1


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_there_is_room_for_what_is_filled_in_for_one_person(look):
    first = pypdf.PdfReader(io.BytesIO(made("back-spasm", look=look))).pages[0].extract_text()
    for field in ("For:", "Date:", "From:", "Telephone:", "Hold for you, in seconds:", "Repeats for you:"):
        assert field in first


def long_routine(times: int) -> Routine:
    routine = library.routine("back-spasm")
    return replace(routine, stretches=routine.stretches * times)


def test_many_stretches_go_on_over_more_pages_in_letters_that_can_be_read():
    routine = long_routine(6)
    pdf = make_handout(make_sheet(routine, given()))
    assert in_order(read_back(pdf), told_by(routine)) == []
    assert min(letter_sizes(pdf)) >= 9


@pytest.mark.parametrize(("paper", "size"), [("a4", (595, 842)), ("letter", (612, 792))])
def test_the_paper_is_the_one_asked_for(paper, size):
    box = pypdf.PdfReader(io.BytesIO(made("neck", look=PrintFormat(paper)))).pages[0].mediabox
    assert (round(box.width), round(box.height)) == size


def letter_sizes(pdf: bytes) -> set[float]:
    return {size for _, size in letters(pdf)} - {11.0}  # the line at the foot of large print


def letters(pdf: bytes) -> list[tuple[str, float]]:
    sizes: list[tuple[str, float]] = []
    for page in pypdf.PdfReader(io.BytesIO(pdf)).pages:

        def visit(text, _matrix, text_matrix, _font, size):
            if text.strip():
                sizes.append((text, round(size * abs(text_matrix[3]), 1)))

        page.extract_text(visitor_text=visit)
    return sizes


def test_large_print_has_no_small_letters():
    assert min(letter_sizes(made("neck", look=PrintFormat("a4", True)))) >= 16


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_equal_input_makes_equal_bytes(look):
    assert made("neck", look=look) == made("neck", look=look)


def test_it_is_tagged_has_a_title_a_language_and_words_for_every_picture():
    reader = pypdf.PdfReader(io.BytesIO(made("neck", "fr")))
    root = reader.trailer["/Root"]
    assert root["/MarkInfo"]["/Marked"]
    assert (root["/Lang"], reader.metadata.title) == ("fr", library.routine("neck", "fr").title)
    assert b"pdfuaid:part" in root["/Metadata"].get_data()
    figures = [each for each in tags(root["/StructTreeRoot"]) if each.get("/S") == "/Figure"]
    assert len(figures) == len(library.routine("neck").stretches) + 1  # and the code to scan
    assert all(str(each.get("/Alt", "")) for each in figures)


def tags(node):
    kids = node.get("/K", [])
    for kid in kids if isinstance(kids, list) else [kids]:
        kid = kid.get_object() if hasattr(kid, "get_object") else kid
        if isinstance(kid, dict):
            yield kid
            yield from tags(kid)


def test_a_letter_that_no_font_has_fails_instead_of_leaving_a_box():
    routine = replace(library.routine("neck"), title="首のストレッチ")
    with pytest.raises(HandoutFailed, match="cannot be set"):
        make_handout(make_sheet(routine, given()))


def test_words_that_look_like_markup_stay_words():
    title = "#set page(fill: red) *neck* $x$ \\ <a> @b"
    assert squeezed(title) in read_back(
        make_handout(make_sheet(replace(library.routine("neck"), title=title), given()))
    )


def test_what_is_closed_to_a_person_is_not_on_their_paper():
    more = {"left_out": frozenset({"forward-roll"}), "notes": ("Forward roll is left out for now.",)}
    text = read_back(made("back-spasm", **more))
    assert squeezed("Forward roll is left out for now.") in text
    assert squeezed("Roll slowly forwards") not in text
    capped = read_back(made("seated-leg-ladder", highest=1))
    assert (squeezed("Toes up, towards") in capped, "Chindown" in capped) == (True, False)


def test_without_a_clinic_there_are_lines_to_write_on_and_without_address_no_code():
    text = read_back(made("neck", clinic=Clinic(), address=""))
    assert "YourclinicTelephone:E-mail:Emergency:call112" in text
    assert "127.0.0.1" not in text


def test_the_code_opens_the_routine():
    reader = pypdf.PdfReader(io.BytesIO(made("neck")))
    links = [note.get_object()["/A"]["/URI"] for page in reader.pages for note in page.get("/Annots", [])]
    assert set(links) == {"http://127.0.0.1:8614/routines/neck/"}


@pytest.mark.parametrize("look", LOOKS, ids=str)
def test_a_camera_reads_the_code_off_the_page_in_black_and_white_too(look):
    pages = make_pages(make_sheet(library.routine("neck"), given()), look)
    found = [zxingcpp.read_barcodes(Image.open(io.BytesIO(page)).convert("L")) for page in pages]
    assert [code.text for codes in found for code in codes] == ["http://127.0.0.1:8614/routines/neck/"]


def test_the_side_that_goes_first_is_shown():
    text = read_back(made("seated-leg-ladder", options=Options(lead="right")))
    assert squeezed("The pictures show the right side. The left side gets just the same.") in text
    assert squeezed("Right leg. Lay the heel on the stool") in text


def grey(colour: str) -> float:
    red, green, blue = (int(colour[n : n + 2], 16) for n in (1, 3, 5))
    return 0.299 * red + 0.587 * green + 0.114 * blue


def test_in_black_and_white_the_accent_stands_off_all_clothes():
    for name in ("skin", "skin-far", "shirt", "shirt-far", "trousers", "trousers-far"):
        assert grey(PAPER[name]) - grey(PAPER["accent"]) > 110
    assert grey(PAINTS["trousers"].light) - grey(PAINTS["accent"].light) < 20  # why paper needs its own


def test_the_pages_are_not_empty_and_stay_within_their_margins():
    for page in make_pages(make_sheet(library.routine("neck"), given()), PrintFormat("letter"), 40):
        image = Image.open(io.BytesIO(page)).convert("L").point(lambda value: 255 if value < 250 else 0)
        left, top, right, bottom = image.getbbox()
        assert left >= 20
        assert right <= image.width - 20
        assert top >= 12
        assert bottom <= image.height - 5


def test_a_card_is_read():
    text = b'name: Hill Street Physiotherapy\nphone: "+44 20 7946 0000"\nemail: front@clinic.example\n'
    assert read(text, "clinic.yaml") == CLINIC
    assert read(b"name: Hill Street\n", "clinic.yaml") == Clinic("Hill Street")


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (b"phone: '030'\n", "clinic.yaml:1:1: error[missing-key]"),
        (b"name: A\nphone: 0301234\n", "clinic.yaml:2:8: error[needs-quotes]"),
        (b"name: A\nemial: a@b\n", "clinic.yaml:2:1: error[unknown-key]"),
        (b"name: A\nemail: nobody\n", "clinic.yaml:2:8: error[wrong-type]"),
        (b"name: A\nphone: 'call us'\n", "clinic.yaml:2:8: error[wrong-type]"),
        (b"- a\n", "clinic.yaml:1:1: error[wrong-type]"),
        (b"name: [\n", "clinic.yaml:"),
        (b"", "clinic.yaml:1:1: error[empty-file]"),
        (b"\xff", "clinic.yaml:1:1: error[not-utf8]"),
    ],
)
def test_a_bad_card_says_where_and_why(text, problem):
    with pytest.raises(ClinicRefused) as refused:
        read(text, "clinic.yaml")
    assert str(refused.value.problems[0]).startswith(problem)
