"""What the player itself says, in each language. What a session says comes from its machine.

A table in Python and no catalogue: a session must begin at once, and nothing here needs more than
a format string. Another language is another value of it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

_LABELS = {
    "more": "read on",
    "resume": "go on",
    "next": "go on",
    "hold.next": "let go",
    "advise.next": "I have read it",
    "ready.next": "next",
    "pass": "leave it out",
    "close": "close",
    "pause": "pause",
    "yes": "yes",
    "no": "no",
    "unsure": "not sure",
    "ease": "ease a little",
    "skip": "skip",
    "rate.skip": "leave it out",
    "stop": "stop",
    "pain": "pain",
    "numbness": "numb",
    "tingling": "tingling",
    "dizziness": "dizzy",
    "hurts": "it hurts",
    "serious": "something serious",
    "mistaken": "wrong key, go back",
}
_COMING = {
    "move": "{title}",
    "hold": "hold for {seconds} seconds",
    "hold.open": "hold as long as is comfortable",
    "release": "slowly back",
    "switch": "change sides",
    "rest": "rest",
    "ready": "{title}",
    "ask": "{title}",
    "which": "{title}",
    "rate": "{title}",
    "advise": "{title}",
    "end": "the end",
}
_HINTS = {
    "ask.n": "n means numb. For no, press o.",
    "ask.space": "Please answer: y for yes, o for no, u for not sure.",
    "ask.o.more": "There is more to read first: press space.",
    "rate.o": "Press a number from 0 to 9, or x for ten.",
    "rate.t": "For ten, press x.",
}
_STEPS = {"move": "Move", "hold": "Hold", "release": "Slowly back"}


@dataclass(frozen=True, slots=True)
class Strings:
    """The words of the player. `labels` are what keys do, `coming` what comes next, by kind of state.

    `letters` are the keys of `keys.WISHES` that are another letter in this language.
    """

    sides: Mapping[str, str] = field(default_factory=lambda: {"left": "left", "right": "right"})
    labels: Mapping[str, str] = field(default_factory=lambda: _LABELS)
    coming: Mapping[str, str] = field(default_factory=lambda: _COMING)
    hints: Mapping[str, str] = field(default_factory=lambda: _HINTS)
    steps: Mapping[str, str] = field(default_factory=lambda: _STEPS)
    letters: Mapping[str, str] = field(default_factory=dict)
    numbers: tuple[str, ...] = ("zero", "one", "two", "three", "four", "five")
    space: str = "space"
    next: str = "Next"
    stretch: str = "stretch {number} of {of}"
    round: str = "round {number} of {of}"
    repeat: str = "repeat {number} of {of}"
    page: str = "page {number} of {of}"
    to_go: str = "seconds to go"
    at_most: str = "seconds, {seconds} at most"
    wrong: str = "Anything wrong?"
    rating: str = "0 … 9, x for ten"
    not_sure: str = "If you're not sure, choose Not sure."
    waits: str = "Take your time."
    done: str = "Done."
    nothing: str = "{key} does nothing here."
    too_quick: str = "One press counts. Take your time, then press again."
    just_changed: str = "It has just moved on. To pause, press space again."
    paused: str = "Paused"
    goes_on_from: str = "Take your time. Press space to go on from: {title}."
    within: str = "After ten minutes the session ends here."
    slept: str = "The computer was asleep, so the session was paused."
    going_on: str = "Going on."
    closed: str = "Ended"
    closed_words: str = (
        "The pause was longer than ten minutes, so this session ends here. What you did counts."
    )
    unsaved: str = "Not saved: {reason} Lissom keeps trying."
    no_voice: str = "There is no voice on this computer; a bell rings instead."
    one_key: str = "Press single keys, without Enter."
    no_more_input: str = "No more input, and this waits for an answer. The session ends here."
    keys: str = "Keys"
    open_hold: str = "Up to {seconds} seconds. Space lets go."
    seconds: str = "{seconds} seconds."
    seconds_left: str = "{seconds} seconds to go."


ENGLISH = Strings()
FRENCH = Strings(
    sides={"left": "gauche", "right": "droite"},
    labels={
        "more": "lire la suite",
        "resume": "continuer",
        "next": "continuer",
        "hold.next": "relâcher",
        "advise.next": "j’ai lu",
        "ready.next": "suivant",
        "pass": "passer",
        "close": "fermer",
        "pause": "pause",
        "yes": "oui",
        "no": "non",
        "unsure": "je ne sais pas",
        "ease": "moins fort",
        "skip": "passer",
        "rate.skip": "passer",
        "stop": "arrêter",
        "pain": "douleur",
        "numbness": "engourdi",
        "tingling": "fourmis",
        "dizziness": "vertige",
        "hurts": "ça fait mal",
        "serious": "quelque chose de grave",
        "mistaken": "mauvaise touche, revenir",
    },
    coming={
        **_COMING,
        "hold": "tenir {seconds} secondes",
        "hold.open": "tenir tant que c’est confortable",
        "release": "revenir lentement",
        "switch": "changer de côté",
        "rest": "repos",
        "end": "la fin",
    },
    hints={
        "ask.space": "Répondez, s’il vous plaît\xa0: o pour oui, n pour non, j pour je ne sais pas.",
        "ask.o.more": "Il reste d’abord à lire\xa0: appuyez sur espace.",
        "rate.y": "Appuyez sur un chiffre de 0 à 9, ou x pour dix.",
        "rate.p": "Pour dix, appuyez sur x.",
    },
    steps={"move": "Bougez", "hold": "Tenez", "release": "Revenez lentement"},
    letters={
        "y": "o",
        "o": "n",
        "u": "j",
        "e": "m",
        "s": "s",
        "p": "d",
        "n": "e",
        "t": "f",
        "d": "v",
        "q": "q",
        "h": "h",
        "c": "g",
        "m": "r",
        "w": "a",
    },
    numbers=("zéro", "un", "deux", "trois", "quatre", "cinq"),
    space="espace",
    next="Ensuite\xa0",
    stretch="étirement {number} sur {of}",
    round="tour {number} sur {of}",
    repeat="répétition {number} sur {of}",
    page="page {number} sur {of}",
    to_go="secondes restantes",
    at_most="secondes, {seconds} au plus",
    wrong="Quelque chose ne va pas\xa0?",
    rating="0 … 9, x pour dix",
    not_sure="Si vous ne savez pas, choisissez «\xa0Je ne sais pas\xa0».",
    waits="Prenez votre temps.",
    done="Terminé.",
    nothing="{key} ne fait rien ici.",
    too_quick="Une seule pression compte. Prenez votre temps, puis appuyez de nouveau.",
    just_changed="Cela vient de passer à la suite. Pour une pause, appuyez encore sur espace.",
    paused="En pause",
    goes_on_from="Prenez votre temps. Appuyez sur espace pour reprendre à\xa0: {title}.",
    within="Après dix minutes, la séance se termine ici.",
    slept="L’ordinateur s’est mis en veille, la séance est donc en pause.",
    going_on="On continue.",
    closed="Terminé",
    closed_words=(
        "La pause a duré plus de dix minutes, cette séance se termine donc ici. Ce que vous avez fait compte."
    ),
    unsaved="Non enregistré\xa0: {reason} Lissom essaie encore.",
    no_voice="Il n’y a pas de voix sur cet ordinateur\xa0; une sonnerie la remplace.",
    one_key="Appuyez sur une seule touche, sans Entrée.",
    no_more_input="Plus rien n’arrive du clavier, et ceci attend une réponse. La séance se termine ici.",
    keys="Touches\xa0",
    open_hold="Jusqu’à {seconds} secondes. Espace relâche.",
    seconds="{seconds} secondes.",
    seconds_left="Encore {seconds} secondes.",
)
LANGUAGES: Mapping[str, Strings] = {"en": ENGLISH, "fr": FRENCH}


def strings_for(language: str) -> Strings:
    """Return the player's words in a language, in English where there are none."""
    return LANGUAGES.get(language, ENGLISH)
