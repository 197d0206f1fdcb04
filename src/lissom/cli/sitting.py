"""One sitting: what was broken off, what is to be asked, the sessions themselves, what is asked after.

After each machine the plan is made anew, because what happened may have changed it; until then it is kept.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from lissom.app.health import BY_HEALTH
from lissom.app.late_reports import to_be_told
from lissom.catalogues import catalogue
from lissom.cli.desk import CommandDesk
from lissom.cli.health_prompts import ask_before, tell_left_out
from lissom.cli.output import say
from lissom.cli.plan_text import tell_clinic, tell_plan, title_of
from lissom.cli.prompts import ask_yes_no
from lissom.cli.session_player import Manner, go_on, play_line
from lissom.cli.symptom_prompts import ask_what_was_felt
from lissom.coach.plan import Plan
from lissom.coach.plan_lines import PlanLine
from lissom.errors import LissomError
from lissom.terminal.player import SessionResult

QUESTIONS = ("next-morning", "after-session")
Planning = Callable[[CommandDesk], Plan]


class Sitting:
    """One person at one terminal, for as long as they stay."""

    def __init__(self, manner: Manner, planning: Planning) -> None:
        self._manner, self._planning = manner, planning
        self._asked: set[str] = set()
        self._made: Plan | None = None

    def _desk(self) -> CommandDesk:
        """The desk as it is now, in the language that was asked for."""
        return CommandDesk.open(self._manner.language)

    def mend_broken_off(self) -> bool:
        """Offer to go on with a session that was broken off; say whether the person did."""
        desk = self._desk()
        if desk.journal.played_elsewhere():
            raise LissomError(
                "a session is being played in another window",
                "go on there, or end it there first: what hurts in one must stop the other",
            )
        log = desk.journal.open_session(desk.now)
        if log is None:
            return False
        language = desk.profile.language
        say_to = catalogue(language).say
        answer = ask_yes_no(say_to("today-go-on-with", title=title_of(log.routine, language)), language)
        if answer is None:
            print(say_to("today-stays-open"))
            return True
        if answer:
            self._after(self._happened(go_on(desk, log, self._manner)))
            return True
        desk.end_broken_off(log)
        return False

    def ask_what_is_due(self) -> None:
        """Put the questions that are due: what hurt, how the night was, how the last session was."""
        self._ask_what_was_felt()
        while due := next((line for line in self._plan().sessions if self._is_due(line)), None):
            self._asked.add(due.kind)
            self._happened(play_line(self._desk(), due, self._manner, None))
            self._ask_what_was_felt()

    def _ask_what_was_felt(self) -> None:
        """Ask what it was where something hurt; without an answer that stands as it is, as pain."""
        desk = self._desk()
        asking = to_be_told(desk)
        if asking is not None and asking.about not in self._asked:
            self._asked.add(asking.about)
            if ask_what_was_felt(desk, asking):
                self._made = None

    def play(self, routine: str) -> bool:
        """Play one routine as it is planned now; say whether it came to its own end.

        A closed one says so itself. One that is no longer for today is passed over.
        """
        if not self._ask_first():
            return False
        plan = self._plan()
        line = plan.of(routine) or _closed(plan, routine)
        if line is None:
            say(tell_plan(replace(plan, sessions=()), self._desk().profile.language))
            return True
        played = self._happened(play_line(self._desk(), line, self._manner, plan.usual_pain))
        self._after(played)
        if _was_high(played) and self._asks_on():
            return self.play(routine)
        return played.outcome is not None and played.outcome.kind == "finished"

    def _asks_on(self) -> bool:
        language = self._desk().profile.language
        return bool(ask_yes_no(catalogue(language).say("today-questions-now"), language))

    def _ask_first(self) -> bool:
        """Ask what is to be asked before any start, and say what that leaves out; False if nobody answers."""
        if not (to_ask := self._plan().to_ask):
            return True
        if not ask_before(self._desk(), to_ask):
            print("Nothing was started: the list about your health comes first.")
            return False
        self._made = None
        say(tell_left_out(self._plan(), self._desk().profile.language))
        return True

    def _after(self, played: SessionResult) -> None:
        self._asked.discard("after-session")
        self.ask_what_is_due()
        desk = self._desk()
        if played.outcome and played.outcome.kind in ("screened", "symptom", "emergency"):
            say([*tell_clinic(desk.values), *tell_plan(self._plan(), desk.profile.language)])

    def _is_due(self, line: PlanLine) -> bool:
        return line.kind in QUESTIONS and line.kind not in self._asked

    def _happened(self, played: SessionResult) -> SessionResult:
        """Something happened, so the plan that was made is no longer good."""
        self._made = None
        return played

    def _plan(self) -> Plan:
        if self._made is None:
            self._made = self._planning(self._desk())
        return self._made


def _closed(plan: Plan, routine: str) -> PlanLine | None:
    """Return the line of a routine that is closed, whose machine says so.

    None where it is just not due, or where nothing of it suits the person: that is told in lines.
    """
    for other in plan.not_today:
        by_health = all(reason.code in {"nothing-open", *BY_HEALTH} for reason in other.reasons)
        if other.routine == routine and other.kind == "closed" and not by_health:
            return PlanLine("routine", routine, replace(other.options, level=0), other.reasons)
    return None


def _was_high(played: SessionResult) -> bool:
    return any(entry.event == "high" for entry in played.entries)
