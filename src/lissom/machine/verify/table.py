"""The laws in order: what each says, what its rule does, and the fault that it was seen to catch."""

from __future__ import annotations

from lissom.machine.verify.ends import every_end_says, every_session_ends
from lissom.machine.verify.form import form_is_exact
from lissom.machine.verify.gates import gates_hold, rungs_one_at_a_time
from lissom.machine.verify.law import Law
from lissom.machine.verify.restriction_laws import symptom_is_remembered, what_hurt_is_over
from lissom.machine.verify.screening import screening_comes_first
from lissom.machine.verify.sides import repeats_are_in_range, sides_are_equal
from lissom.machine.verify.stopping import stop_always_works, symptom_lets_go
from lissom.machine.verify.times import nobody_is_rushed, times_are_the_handouts
from lissom.machine.verify.words import words_are_the_routines

LAWS: tuple[Law, ...] = (
    Law(
        "L0",
        "The form is exact",
        "Every state has the labels and lists the events of its kind; every event leads to a state; a"
        " stretch is entered by its one ready and ends in a rest of at least 8 s.",
        form_is_exact,
        "a rest can be skipped",
        screening=True,
        times=True,
    ),
    Law(
        "L1",
        "Stop always works",
        "Every state but an end accepts `stop`; after it come only a letting go, a `which`, an advice and"
        " an end `stopped` (in a letting go after a symptom: that symptom's end). Every ready, move, hold, "
        "release, switch and rest accepts `hurts` and each symptom the routine watches for.",
        stop_always_works,
        "a stop in a hold leads to a rest",
        screening=True,
    ),
    Law(
        "L2",
        "A symptom lets go at once",
        "From a loaded state it leads to a letting go and then an advice or `which`; from an unloaded one "
        "to an advice or `which`; never to a move or hold.",
        symptom_lets_go,
        "tingling in a hold leads to the ordinary release",
    ),
    Law(
        "L3",
        "What hurt is over",
        "After a symptom no hold of that stretch is reachable in this session, and, where the session"
        " ends, no hold at all. A later stretch follows only the person's `yes` to “settled?”.",
        what_hurt_is_over,
        "`no` to “settled?” leads on to the next stretch",
    ),
    Law(
        "L4",
        "Gates hold",
        "A position with conditions is entered only along paths on which every condition came true on"
        " this side in this round: the round, the full unbroken hold of the named position, the "
        "person's own `yes` during it, no ease, no symptom.",
        gates_hold,
        "the hold after a `no` still moves higher",
        times=True,
    ),
    Law(
        "L5",
        "Times are the handout's",
        "A timed hold's seconds lie in the range given: the chosen ones, what a gate asks for, and after"
        " an ease exactly the least; an open hold lists `next` and its seconds are exactly the cap. No "
        "hold leads straight into another hold except one that continues it. The pain rating waits "
        "exactly 60 s; the rest in which a pain settles lasts exactly 30 s, or its words, doubled at an"
        " easy pace; nothing else lasts longer than it takes and than its words.",
        times_are_the_handouts,
        "a hold of 19 s",
        screening=True,
        times=True,
    ),
    Law(
        "L6",
        "Sides are equal",
        "On every path without symptom, skip, ease, pause or stop on which offers were answered alike"
        " on both sides, both sides of a stretch get the same holds in the same order for the same "
        "seconds; between them stands a switch of at least 5 s.",
        sides_are_equal,
        "a switch of 4 s",
        times=True,
    ),
    Law(
        "L7",
        "Rungs are climbed one at a time",
        "Up from the first; ordinary releases go down in reverse. A position that the routine holds is"
        " held; a `yes` adds the one above, `ease` goes down to a held one or stays a little back, and"
        " `skip` lets go.",
        rungs_one_at_a_time,
        "a release passes over one rung",
    ),
    Law(
        "L8",
        "Repeats and rounds are in range",
        "On every path without symptom, skip, ease or stop. The session gets ready once, and each stretch "
        "once, on the side that goes first; a ready that is skipped leads past its stretch.",
        repeats_are_in_range,
        "two repeats of three",
    ),
    Law(
        "L9",
        "Every session ends",
        "No cycles; every state is reachable; from every state an end is reachable.",
        every_session_ends,
        "after a skip the closing rest starts the stretch again",
        screening=True,
    ),
    Law(
        "L10",
        "Screening comes first",
        "No move or hold is reachable before each screening question was answered safely, here or in "
        "the screening log named by `screened`; an unsafe answer reaches no hold; no timer answers. What is "
        "asked is what was chosen, each question once and in the routine's order.",
        screening_comes_first,
        "a question lists `elapsed`",
        screening=True,
    ),
    Law(
        "L11",
        "Nobody is rushed",
        "A move takes at least 3 s, and every timed state at least words(say) / 2.5 s, proved per "
        "language; a continuing state is exempt, its words may be cut.",
        nobody_is_rushed,
        "a move of 2 s",
        screening=True,
        times=True,
    ),
    Law(
        "L12",
        "Every end says what happened",
        "An end that a symptom or an unsafe answer led to says what to do now, when to contact whom, "
        "which signs are an emergency and the number to call; every `finished` end: get up slowly, "
        "and what to do if anything hurt.",
        every_end_says,
        "an advice without the number",
        screening=True,
    ),
    Law(
        "L13",
        "A symptom is remembered",
        "Each symptom leads at once to a state whose `then` closes what hurt, `hurts` counts as pain at "
        "once, and the machine compiled under that restriction has no such hold.",
        symptom_is_remembered,
        "chin hurt, and the level of chin stays open",
    ),
    Law(
        "L14",
        "Words are the routine's",
        "Title, words in full and in brief, lines, offer and picture of every state are those that the"
        " routine and the shared phrases have for its kind, stretch, position and side, and for what"
        " led there; a word that names a side is put in by the verifier from the state's label.",
        words_are_the_routines,
        "a left move whose brief names the right leg",
        screening=True,
    ),
)
