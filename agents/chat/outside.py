"""What is asked of the chat but done elsewhere, or not at all: files, printing, films."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.results import Answer, CannotError, Question
from agents.chat.sentence import Sentence
from agents.chat.values.wording import texts_of, words_shown

_FILES = "an edit changes the design; to write files: python app.py export DESIGN --format pdf,png"
_STILL = "designs do not move; a still design can be changed in words, colours, type and places"
_MOVES = (
    r"(?:swing|blink|wiggle|wobble|flicker|twinkle|pulse|pulsate|bounce|spin|fade in|slide in)"
    r"(?:s|ing)?"
)
_MOTION = re.compile(rf"\b(?:animat\w+|moving|move|glow|{_MOVES})\b")
_NO: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), why)
    for pattern, why in (
        (r"(?:save|export|download|print|render|output)\b.*", _FILES),
        (r"(?:e-?mail|send|share|post|publish|upload|tweet) (?:it|this|that|the (?:design|poster"
         r"|file))\b.*",
         f"designs are sent by you, not by Plakat; {_FILES}"),
        (r".*\b(?:animat\w+|make it (?:move|spin)|as a (?:gif|video)|into a (?:gif|video)"
         r"|moving)\b.*",
         _STILL),
        (r"(?:.*\b(?:can|could|should|let|make|have|to) [^,;]*\b)?"
         rf"(?<!the )(?<!our )(?<!a ){_MOVES}\b"
         r"(?=$| (?:softly|gently|slowly|quickly|from|back and forth|when|while|whenever|around"
         r"|up and down|once|and off|a (?:bit|little)))[^'\"]*"
         rf"|.*\b(?:move|{_MOVES}|glow|light up)\b.*\bwhen(?:ever)? (?:people|somebody|someone"
         r"|anyone|visitors|you|one|they) (?:look|hover|click|tap|touch|scroll|pass|walk)\w*\b.*",
         _STILL),
        (r"(?:add|insert|put in) (?:a|an|another|one more) (?:new )?(?:dish|item|row|entry|point"
         r"|act|band|speaker|session|step|product|course|bullet)\b.*",
         "a list is laid out as a whole, so a new row needs a new design: add it to the request"
         " and run design again"),
        (r"(?:replace|change|swap|exchange)(?: out)? (?:the |this |my )?(?:photo|photograph|logo)",
         "another file comes in when the design is made: --image FILE or --logo FILE"),
        (r"(?:remove|delete|cut out|erase|drop) the background (?:of|from|in|behind) (?:the "
         r"|this )?(?:photo|photograph|picture)",
         "a photograph is cut out when the design is made: try the style cutout, or hand in a"
         " cut-out picture"),
    )
)  # fmt: skip
_THANKS = re.compile(
    r"(?:(?:many )?thanks|thank you|cheers|ta|great|perfect|nice|cool|ok|okay|good|lovely"
    r"|love it)?[ .!]*"
)


def answer(sentence: Sentence, context: Context) -> Answer | None:
    if sentence.whole.strip() and _THANKS.fullmatch(sentence.low):
        return Question("glad to hear it; what else should change?")
    for pattern, why in _NO:
        named = (why == _STILL and _is_copy(sentence, context)) or _begins_so(sentence, context)
        if pattern.fullmatch(sentence.low) and not named:
            raise CannotError(why)
    return None


def _begins_so(sentence: Sentence, context: Context) -> bool:
    """Whether it begins with a line of the copy: "Save 3 Lives in red"."""
    texts = (x.text.lower() for x in texts_of(context) if " " in x.text)
    return any(sentence.low.startswith(text) for text in texts)


def _is_copy(sentence: Sentence, context: Context) -> bool:
    """Whether the motion is a word of the copy: the "Animation" of a programme."""
    shown = words_shown(context)
    return any(word in shown for word in _MOTION.findall(sentence.low))
