"""The grammar of the language: one table for each block.

Reading, the hints, the JSON Schema and the reference page are all made from these tables; nothing
else says which keys there are. What must fit together beyond one block is said in the `check_`
modules.
"""

from __future__ import annotations

from lissom.routine.blocks import BlockShape, EitherBlock, may, need
from lissom.routine.clauses import Clause
from lissom.routine.lists import ListOf, MapOf
from lissom.routine.measures import HoldTime, RangeShape, Seconds, Whole
from lissom.routine.model import REGIONS, SYMPTOMS
from lissom.routine.shapes import ID, Choice, Date, Flag, Pattern, Text

ROUTINE_FORMAT = "routine/1"
SCREENING_FORMAT = "screening/1"
PHRASES_FORMAT = "phrases/1"
EVIDENCE_FORMAT = "evidence/1"

SWITCH_TAKES = 5  # seconds, the least for changing sides [L6]
REST_TAKES = 8  # seconds, the least for the rest that ends a stretch; a convention
LONGEST_CAP = 60  # seconds, the most that an open hold can be capped at; a convention
SHORTEST_CAP = 10  # seconds, the least a person can choose as a cap

_ID_HINT = "small letters, digits and single hyphens, such as forward-roll"
AN_ID = Pattern("an id", ID.pattern, "bad-id", _ID_HINT)
A_POSE = Pattern(
    "a pose", rf"{ID.pattern}(\.{ID.pattern})*", "bad-id", "ids joined by dots, such as sit.ready", 120
)
A_STRETCH_OF = Pattern(
    "a stretch of a routine", f"{ID.pattern}/{ID.pattern}", "bad-id", "write it as back-spasm/gluteal", 121
)
A_LANGUAGE = Pattern(
    "a language", "[a-z]{2,3}(-[A-Za-z0-9]{2,8})*", "bad-id", "a language tag, such as en or pt-BR", 35
)
A_DATE = Date()

SIDED = ("side", "other", "Side", "Other")
A_TITLE = Text(longest=60)
A_LINE = Text(longest=200)
A_PARAGRAPH = Text()
SPOKEN = Text(*SIDED)
WITH_NUMBER = Text("number")
UNTIL = Choice("clean-session", "taken-back", "contact", "next-day")

CITE = may(
    "cite",
    ListOf(Clause(longest=80), single=True),
    "the clause or evidence behind the numbers here: `A8`, `EVIDENCE 2`, `ours`",
)
FORMAT = "the format and its version"


def _words(name: str, meaning: str, *more: str, takes: int = 0) -> BlockShape:
    default = f"; at least {takes} s, which is also meant where nothing is said" if takes else ""
    return BlockShape(
        name,
        meaning,
        need("say", SPOKEN, "what is said and shown, in full"),
        need("brief", SPOKEN, "the short form, for who knows the routine"),
        may("takes", Seconds(0, 120), f"the least time in seconds; saying it may take longer{default}"),
        may("pose", A_POSE, "the picture"),
        CITE,
    )


WORDS = _words("words", "What is said on entering a state.")
SWITCH = _words("switch", "What is said on changing sides. It names no stretch.", takes=SWITCH_TAKES)
REST = _words("rest", "What is said at the end of a stretch. It names no stretch.", takes=REST_TAKES)

ENDS = Choice("stretch", "session")
AFTERWARDS = Choice("lower-level", "leave-out")
UNTIL_LATER = Choice("taken-back", "contact")

SYMPTOM = BlockShape(
    "symptom",
    "What is watched for, and what it does.",
    need("symptom", Choice(*SYMPTOMS), "what is felt"),
    need("ends", ENDS, "what it ends"),
    need("afterwards", AFTERWARDS, "what it takes from the next sessions"),
    need("until", UNTIL_LATER, "how long, where nothing lower is left; after numbness always `contact`"),
    need("now", WITH_NUMBER, "what to do now"),
    may("contact", WITH_NUMBER, "no longer said: when to contact whom is worded from the rule"),
    CITE,
)

TIGHTENED = BlockShape(
    "stricter rule",
    "What a routine takes more strictly in a stretch of another; the rest is as it is there.",
    need("symptom", Choice(*SYMPTOMS), "what is felt"),
    may("ends", ENDS, "what it ends"),
    may("afterwards", AFTERWARDS, "what it takes from the next sessions"),
    may("until", UNTIL_LATER, "how long, where nothing lower is left"),
    may("now", WITH_NUMBER, "what to do now"),
    CITE,
)

HOLD = BlockShape(
    "hold",
    "A hold: timed, with a range to choose from, or as long as comfortable, up to a cap.",
    need("time", HoldTime(1, 300), "a range to choose from, such as `20s..30s`, or `comfortable`"),
    may("usual", Seconds(1, 300), "the number taken where nobody chooses; else the most"),
    may("cap", Seconds(SHORTEST_CAP, LONGEST_CAP), "when a hold as long as comfortable ends by itself"),
    need("say", SPOKEN, "what is said and shown, in full"),
    need("brief", SPOKEN, "the short form"),
    may("pose", A_POSE, "the picture, where it is not that of the position"),
    CITE,
)

GATE = BlockShape(
    "gate",
    "What must have come true, on this side and in this round, before the position is entered.",
    need("held", AN_ID, "the position directly below"),
    need("for", Seconds(1, 300), "how long it was held without a break"),
    may("round", Whole(1, 6), "the round from which on the position is open; else every round"),
    may("own_yes", Flag(), "whether the person says yes to the offer; `true` where nothing is said"),
    CITE,
)

POSITION = BlockShape(
    "position",
    "One rung of a stretch. It adds to the one before.",
    need("id", AN_ID, "the name that logs and programs use"),
    need("title", A_TITLE, "the heading"),
    need("level", Whole(1, 3), "1 for everyone; 2 and 3 are opened by the person"),
    need("pose", A_POSE, "the picture"),
    need("felt", A_LINE, "where the stretch is felt"),
    may("gate", GATE, "what must have come true before"),
    may("offer", SPOKEN, "the question that leads here, asked during the hold below"),
    need("move", WORDS, "going into the position"),
    may("hold", HOLD, "staying in it; a position without a hold is passed through"),
    need("release", WORDS, "letting it go"),
    CITE,
)

STRETCH = BlockShape(
    "stretch",
    "One part of a routine: positions in order, up and down again.",
    need("id", AN_ID, "the name; the same id means the same stretch in every routine"),
    need("title", A_TITLE, "the heading"),
    may("limb", Text(longest=30), "what has a side: leg, arm, side"),
    need("posture", Choice("sitting", "standing", "kneeling"), "how the body is placed"),
    need(
        "sides",
        Choice("none", "in-turn", "alternating"),
        "all repeats on one side, then the other; or by rounds",
    ),
    need("rounds", RangeShape("", 1, 6, "least"), "how many times through both sides"),
    need("repeats", RangeShape("", 1, 20, "least"), "how many times on a side in one round"),
    may("waits", Flag(), "whether the stretch begins only when the person says so"),
    need("ready", WORDS, "before the first move"),
    may("steady", WORDS, "standing still, between ready and the first move"),
    may("switch", SWITCH, "changing sides"),
    may("between", WORDS, "the rest after each repeat that is not the last of the stretch"),
    need("rest", REST, "the rest that ends the stretch"),
    need("let_go", WORDS, "undoing everything at once, after a symptom or a stop"),
    need("positions", ListOf(POSITION, most=12), "the rungs, from the first up"),
    may("region", Choice(*REGIONS), "the part of the body; in the neck, dizziness lasts until contact"),
    may(
        "symptoms",
        ListOf(SYMPTOM, most=len(SYMPTOMS)),
        "rules of its own, which stand before the routine's and go with it",
    ),
    CITE,
)

USED = BlockShape(
    "use",
    "A stretch taken whole from another routine, with its rules, its conditions and what it watches for.",
    need("use", A_STRETCH_OF, "the routine and the stretch: `back-spasm/gluteal`"),
    may("symptoms", ListOf(TIGHTENED, most=len(SYMPTOMS)), "what this routine takes more strictly here"),
)

ADVICE = BlockShape(
    "advice",
    "What is said when it is better not to go on.",
    need("now", WITH_NUMBER, "what to do now; `{number}` is the emergency number"),
    need("contact", WITH_NUMBER, "when to contact whom"),
)

ITEM = BlockShape(
    "item",
    "One line of a page of questions.",
    need("id", AN_ID, "the name; conditions refer to it"),
    need("words", A_LINE, "the line"),
    may("spoken", Flag(), "`false` for what is intimate: shown, not said"),
    may("history", Flag(), "`true` where a clinician who knows of it may clear it"),
)

QUESTION = BlockShape(
    "question",
    "One question before, between or after stretching.",
    need("id", AN_ID, "the name"),
    need(
        "kind",
        Choice("emergency", "get-checked", "health", "history", "settled", "after"),
        "what kind of question",
    ),
    need("title", A_TITLE, "the heading"),
    need("say", A_PARAGRAPH, "the question"),
    need("brief", A_LINE, "the question in short"),
    may("unsafe", Choice("yes", "no"), 'the answer that does not go on; `"yes"` where nothing is said'),
    may("leave_out", AN_ID, "the stretch that the unsafe answer closes"),
    may("close_all", Flag(), "whether it closes everything"),
    may("until", UNTIL, "how long it stays closed; `next-day` only after a `settled` question"),
    need("advice", ADVICE, "what is said after the unsafe answer"),
    may("unsure", ADVICE, "what is said after *not sure*, where it is something else; it closes the same"),
    may("items", ListOf(ITEM), "what the question asks about"),
    CITE,
)

SCREEN = BlockShape(
    "screening of a routine",
    "The questions before the first stretch.",
    need("first", AN_ID, "the shared page that comes first: `red-flags`"),
    may("questions", ListOf(QUESTION, most=20), "the routine's own questions"),
)

CONDITION = BlockShape(
    "condition",
    "What a known condition keeps from a person.",
    need("condition", AN_ID, "an item of the health page"),
    may("leave_out", ListOf(AN_ID), "stretches that are left out"),
    may("cap_level", MapOf(AN_ID, Whole(0, 2)), "the highest level of a stretch"),
    CITE,
)

DOSE = BlockShape(
    "dose",
    "How often.",
    need("sessions_a_week", RangeShape("", 1, 7, "least"), "on how many days a week"),
    need("sessions_a_day", RangeShape("", 1, 12, "least"), "how often on such a day"),
    CITE,
)

EQUIPMENT = BlockShape(
    "equipment",
    "A thing to fetch before starting.",
    need("id", AN_ID, "the name"),
    need("words", A_LINE, "what it is, and what to mind"),
)

REVIEW = BlockShape(
    "review",
    "Who read the routine as a clinician, and when; or that this is still to come.",
    need("status", Choice("awaiting", "reviewed"), "whether a clinician signed it off"),
    may("by", A_LINE, "who"),
    may("on", A_DATE, "when"),
    may("note", A_PARAGRAPH, "what to know about it"),
)

SOURCE = BlockShape(
    "source",
    "A clause that no number carries, and what became of it.",
    need("clause", Clause(longest=80), "the clause"),
    need("note", A_PARAGRAPH, "what became of it"),
)

ROUTINE = BlockShape(
    "routine",
    "A page of stretches.",
    need("lissom", Choice(ROUTINE_FORMAT), FORMAT),
    need("id", AN_ID, "the name"),
    need("version", Whole(1, 9999), "goes up when the content changes"),
    need("language", A_LANGUAGE, "the language of the words"),
    need("title", A_TITLE, "the heading"),
    need("summary", A_LINE, "one sentence"),
    need("good_for", ListOf(A_LINE, most=12), "what it does, never what it cures"),
    may("equipment", ListOf(EQUIPMENT, most=12), "what to fetch"),
    need("review", REVIEW, "who signed it off"),
    need("dose", DOSE, "how often"),
    may("goes_with", ListOf(AN_ID, most=12), "routines that are combined with this one"),
    may("gentlest", ListOf(AN_ID, most=12), "the stretches that are chosen first on a day of high pain"),
    need("screening", SCREEN, "the questions before"),
    may("conditions", ListOf(CONDITION), "what keeps a person from a part"),
    need("symptoms", ListOf(SYMPTOM, most=len(SYMPTOMS)), "what is watched for"),
    need("get_ready", WORDS, "said before the first stretch; waits for the person"),
    need("stretches", ListOf(EitherBlock("use", USED, STRETCH), most=24), "the stretches, in order"),
    may("sources", ListOf(SOURCE), "clauses that no number carries"),
    CITE,
)

SCREENING = BlockShape(
    "screening",
    "A page of questions alone.",
    need("lissom", Choice(SCREENING_FORMAT), FORMAT),
    need("id", AN_ID, "the name"),
    need("version", Whole(1, 9999), "goes up when the content changes"),
    need("language", A_LANGUAGE, "the language of the words"),
    need("title", A_TITLE, "the heading"),
    may("rate", Flag(), "whether pain is rated from 0 to 10 first"),
    need("finished", WITH_NUMBER, "what is said when every answer was safe"),
    may("mentions", ListOf(A_LINE), "lines that are shown, and never block"),
    need("questions", ListOf(QUESTION, most=20), "the questions, in order"),
    CITE,
)

PHRASE = BlockShape(
    "phrase",
    "A heading with words in full and in brief.",
    need("title", A_TITLE, "the heading"),
    need("say", A_PARAGRAPH, "what is said and shown, in full"),
    need("brief", A_LINE, "the short form"),
)
HEADING = BlockShape(
    "heading", "A heading alone; the routine has the words.", need("title", A_TITLE, "the heading")
)
SAID = BlockShape(
    "said",
    "Words alone; the position has the heading.",
    need("say", A_PARAGRAPH, "what is said and shown, in full"),
    need("brief", A_LINE, "the short form"),
)
ADVICE_PHRASE = BlockShape(
    "advice phrase",
    "A heading with advice.",
    need("title", A_TITLE, "the heading"),
    need("now", WITH_NUMBER, "what to do now"),
    need("contact", WITH_NUMBER, "when to contact whom"),
)

PHRASES = BlockShape(
    "phrases",
    "What every routine says in the same words, in one language.",
    need("lissom", Choice(PHRASES_FORMAT), FORMAT),
    need("language", A_LANGUAGE, "the language"),
    need("left", Text(longest=30), "the word for the left side"),
    need("right", Text(longest=30), "the word for the right side"),
    need("emergency", WITH_NUMBER, "which signs are an emergency, and whom to call"),
    need("item", Text("Item", longest=30), "how a line of a page of questions is asked aloud: `{Item}?`"),
    need("unspoken", Text(longest=120), "said where lines of a page of questions are shown and not spoken"),
    need("rate", PHRASE, "asking for a pain rating"),
    need("high", ADVICE_PHRASE, "after a high rating before stretching"),
    need("high_after", ADVICE_PHRASE, "after a high rating afterwards"),
    need("changed", PHRASE, "asking whether anything has changed"),
    need("changed_yes", ADVICE_PHRASE, "after something has changed"),
    need("ready", HEADING, "before the first stretch"),
    need("switch", HEADING, "changing sides"),
    need("rest", HEADING, "resting"),
    need("let_go", HEADING, "letting go"),
    need("steady", HEADING, "standing still"),
    need("eased", SAID, "after an ease, a little less"),
    need("lower", SAID, "after an ease, one position lower"),
    need("taken", SAID, "after a yes to an offer"),
    need("left_alone", SAID, "after a yes was taken back"),
    need("settle", PHRASE, "resting after a pain"),
    need("settled", PHRASE, "asking whether it has settled"),
    need("unsettled", ADVICE_PHRASE, "after it has not"),
    need("which", PHRASE, "asking what it is that hurts"),
    need("serious", ADVICE_PHRASE, "after a sign of an emergency in the middle of a session"),
    need("up", PHRASE, "getting up from the floor, and resting on the chair"),
    need("press_next", A_LINE, "how to go on where a ready waits because one goes to another place"),
    need("finished", PHRASE, "the end"),
    need("answered", PHRASE, "the end of a page of questions, after its own words"),
    need("stopped", PHRASE, "the end after a stop"),
    need("closed", ADVICE_PHRASE, "when nothing is open"),
    need("ask_first", HEADING, "advice after an unsafe answer"),
    need("get_help", HEADING, "advice after a sign of an emergency"),
    need("unwell", HEADING, "advice after a symptom"),
    need("no_more_today", A_LINE, "after a symptom other than pain"),
    need("until_clean_session", A_LINE, "after a symptom: one step less next time"),
    need("until_taken_back", A_LINE, "after a symptom: not before the next day"),
    need("until_contact", A_LINE, "after a symptom: the clinic first"),
    need("until_contact_higher", A_LINE, "after a symptom: the clinic first, before going as far again"),
    need("until_contact_neck", A_LINE, "after dizziness in a neck stretch: the clinic before any of them"),
    need("all_until_taken_back", A_LINE, "after a symptom before the first stretch: not before the next day"),
    need("all_until_contact", A_LINE, "after a symptom before the first stretch: the clinic first"),
    need("next_time_contact", A_LINE, "after a symptom that asks for the clinic the second time"),
    need("lasting_pain", A_LINE, "what to do where pain lasts"),
    need("lasting_numbness", A_LINE, "what to do where numbness lasts"),
    need("lasting_tingling", A_LINE, "what to do where tingling lasts"),
    need("lasting_dizziness", A_LINE, "what to do where dizziness lasts"),
)

FINDING = BlockShape(
    "finding",
    "One thing that is known, or a convention of this project.",
    need("id", Pattern("a number", r"[0-9]{1,2}\.[0-9]{1,2}", "bad-id", 'write it as "2.3"'), "its number"),
    need("claim", A_PARAGRAPH, "what is known, in our own words"),
    may("figures", A_PARAGRAPH, "the numbers it rests on"),
    need("source", A_LINE, "who says so, as a person would be told"),
    may("address", A_LINE, "where to find it: a doi, an address, a volume and page"),
    may("basis", Choice("read", "common"), "whether the source was read, or it is common knowledge"),
    may("confidence", Choice("high", "medium", "low"), "how sure it is"),
    may("convention", Flag(), "whether it is a choice of this project, and no evidence"),
)

TOPIC = BlockShape(
    "topic",
    "What is known of one question. A routine cites it as `EVIDENCE 2`, one finding as `EVIDENCE 2.3`.",
    need("number", Whole(0, 99), "its number"),
    need("title", A_LINE, "what it is about"),
    need("shown", ListOf(A_LINE, most=4), "the sources that a person is told where the topic is cited"),
    need("findings", ListOf(FINDING), "what is known"),
)

HANDOUT = BlockShape(
    "handout",
    "A handout that routines here were made from, clause by clause.",
    need("letter", Pattern("a letter", "[A-Z]", "bad-id", "one capital letter"), "the letter of its clauses"),
    need("title", A_TITLE, "what a person knows it by"),
    need("routine", AN_ID, "the routine made from it"),
    need("clauses", ListOf(A_LINE), "what each clause says, in our own words; the first is 1"),
)

EVIDENCE = BlockShape(
    "evidence",
    "What the routines and rules rest on: the handouts' clauses, and what research adds.",
    need("lissom", Choice(EVIDENCE_FORMAT), FORMAT),
    need("handouts", ListOf(HANDOUT), "the handouts"),
    need("topics", ListOf(TOPIC), "the topics of research"),
)

FORMATS: dict[str, BlockShape] = {
    ROUTINE_FORMAT: ROUTINE,
    SCREENING_FORMAT: SCREENING,
    PHRASES_FORMAT: PHRASES,
    EVIDENCE_FORMAT: EVIDENCE,
}
