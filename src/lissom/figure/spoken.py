"""Pictures in words of any language: which messages say what a pose's picture shows.

A pose's messages are `pose-` and its id with dashes for dots: the title; with `-words` after it, what is
seen. The catalogue is the caller's.
"""

from typing import Protocol

from lissom.figure.body import SIDES, Side, opposite
from lissom.figure.camera import is_mirror
from lissom.figure.poses import POSES
from lissom.figure.render import Texts, find_pose


class MessageSource(Protocol):
    """What gives a message in the reader's language."""

    def __call__(self, message: str, **told: object) -> str:
        """Return the message with what belongs into it."""
        ...


def message_of(pose_id: str) -> str:
    """Return the id of the message that is a pose's title."""
    return f"pose-{pose_id.replace('.', '-')}"


def describe_in(say: MessageSource, pose_id: str, side: Side) -> Texts:
    """Return a picture's words as the catalogue says them; raise UnknownPose where there is none."""
    pose, told = find_pose(pose_id), {"side": side, "other": opposite(side)}
    title = say(message_of(pose_id))
    words = say(f"{message_of(pose_id)}-words", **told)
    if is_mirror(pose.camera):
        words += f" {say('pose-mirrored')}"
    return Texts(say("pose-of-side", title=title, **told) if pose.sided else title, words)


def web_words(say: MessageSource) -> dict[str, str]:
    """Return what figure.js's `messageOf` names: each pose for each side, its title and description."""
    spoken = {}
    for pose_id in POSES:
        for side in SIDES:
            texts = describe_in(say, pose_id, side)
            spoken[f"{message_of(pose_id)}-{side}"] = f"{texts.title}. {texts.description}"
    return spoken
