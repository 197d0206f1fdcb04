"""What a person means to do: a routine with its options and its dose, as a ServiceRequest in a CarePlan.

The intent is `plan` and never `order`: it is the person's own intention, and nobody's authority.
"""

from __future__ import annotations

from collections.abc import Iterator

from lissom.exchange.fhir.addresses import PLAN_IDS, stable_id
from lissom.exchange.fhir.codes import EXERCISE, STRETCHING
from lissom.exchange.fhir.elements import Json, concept, extension, reference, told
from lissom.exchange.fhir.plan_definition import canonical_of, dose_words, stop_words
from lissom.exchange.fhir.subject import Subject
from lissom.machine.options import Options, settle_options
from lissom.routine.model import Dose, Range, Routine


def prescription(
    routine: Routine, options: Options, subject: Subject, snomed: bool = False
) -> tuple[Json, Json]:
    """Return the CarePlan and the ServiceRequest of a routine. One that is closed, at level 0, is on hold.

    Raises:
        OptionRefused: if the routine does not allow an option.
    """
    request = _request(routine, settle_options(routine, options), subject, snomed)
    name = stable_id("care-plan", subject.reference["reference"], routine.id)
    plan = told(
        resourceType="CarePlan",
        id=name,
        identifier=[{"system": PLAN_IDS, "value": name}],
        instantiatesCanonical=[canonical_of(routine)],
        status=_status(options),
        intent="plan",
        category=[concept("Stretching at home", *((EXERCISE,) if snomed else ()))],
        title=routine.title,
        description=routine.summary,
        subject=subject.reference,
        activity=[{"reference": reference(request)}],
    )
    return plan, request


def _request(routine: Routine, options: Options, subject: Subject, snomed: bool) -> Json:
    return told(
        resourceType="ServiceRequest",
        id=stable_id("service-request", subject.reference["reference"], routine.id),
        instantiatesCanonical=[canonical_of(routine)],
        status=_status(options),
        intent="plan",
        code=concept(routine.title, *((STRETCHING,) if snomed else ())),
        orderDetail=[concept(words) for words in _chosen(routine, options)],
        subject=subject.reference,
        occurrenceTiming=_timing(routine),
        patientInstruction=f"{stop_words(routine)} How often: {dose_words(routine)}.",
    )


def _status(options: Options) -> str:
    return "active" if options.level else "on-hold"


def _timing(routine: Routine) -> Json:
    """The dose. R4 cannot say `so many days a week, so many times a day` at once.

    The repeat says how many sessions a week, which is never more than the dose comes to; the text and
    the extensions say on how many days, and how often on one.
    """
    dose = routine.dose
    least, most = _sessions(dose)
    repeat = told(frequency=least, frequencyMax=most if most > least else None, period=1, periodUnit="wk")
    return {
        "extension": [
            extension("days-a-week", valueRange=_range(dose.sessions_a_week)),
            extension("times-a-day", valueRange=_range(dose.sessions_a_day)),
        ],
        "repeat": repeat,
        "code": concept(dose_words(routine)),
    }


def _sessions(dose: Dose) -> tuple[int, int]:
    days, times = dose.sessions_a_week, dose.sessions_a_day
    return days.least * times.least, days.most * times.most


def _range(numbers: Range) -> Json:
    return {"low": {"value": numbers.least}, "high": {"value": numbers.most}}


def _chosen(routine: Routine, options: Options) -> Iterator[str]:
    """What was chosen, as far as it says something about the doing; a line each."""
    titles = {stretch.id: stretch.title for stretch in routine.stretches}
    if not options.level:
        yield "Closed for now: do not stretch"
        return
    yield f"Up to level {options.level}"
    if options.hold is not None:
        yield f"Hold for {options.hold} s"
    if options.cap is not None:
        yield f"Hold for as long as is comfortable, {options.cap} s at most"
    if options.repeats is not None:
        yield f"{options.repeats} on each side"
    yield f"The {options.lead} side first"
    for name in options.without:
        yield f"Without: {titles[name]}"
    if options.pace == "easy":
        yield "Twice the time for moves and changes"
