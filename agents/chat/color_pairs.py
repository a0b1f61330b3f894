"""One colour for another wherever it is, lighter or darker; words of one on a ground of another."""

from __future__ import annotations

import re

from agents.chat.context import Context
from agents.chat.naming_colors import colors_of
from agents.chat.results import Answer, CannotError, Question, UnclearError, done
from agents.chat.rules import Rules, first, rules
from agents.chat.schemes import inked, repainted
from agents.chat.sentence import Sentence
from agents.colorwords import color_named, color_pattern, goes_by
from design_io.color import contrast, hex_to_oklch, oklch_hex, relative_chroma
from design_io.document import leaves

_READ = 2.0  # contrast of words with the ground they are asked to stand on
_VIVID = 0.05  # chroma of a colour that is no grey


def answer(sentence: Sentence, context: Context) -> Answer | None:
    """What is said of a colour wherever it is, or of two of which one is the ground."""
    return first(_RULES, sentence.plain, sentence, context)


def shaded(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """make the pink darker: everything of that colour"""
    said = singular(match["old"])
    if len(colors_in(said)) != 1 or leftover(said):
        return None
    how = match["how"]
    lift = {"darker": -0.12, "deeper": -0.1, "lighter": 0.1, "paler": 0.1}.get(how, 0.0)
    factor = 0.6 if how in ("duller", "softer", "more muted") else 1.35 if not lift else 1.0

    def tint(color: str) -> str:
        if not goes_by(color, said):
            return color
        value = hex_to_oklch(color)
        k = min(1.0, relative_chroma(color) * factor**sentence.degree)
        lightness = min(0.98, max(0.1, value.lightness + lift * sentence.degree))
        return oklch_hex(lightness, k, value.hue)

    _need(said, context)
    return repainted(context, tint, f"{how} where they are {said}")


def exchanged(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """change yellow to pink: everything of that colour"""
    said, wanted = singular(match["old"]), _exact(singular(match["new"]))
    olds, news = colors_in(said), colors_in(wanted)
    if len(olds) != 1 or len(news) != 1 or leftover(said) or leftover(wanted):
        return None
    old, new = hex_to_oklch(olds[0]), hex_to_oklch(news[0])
    grey = old.chroma < _VIVID

    def tint(color: str) -> str:
        if not goes_by(color, said):
            return color
        value = hex_to_oklch(color)
        lightness = (
            new.lightness if grey else value.lightness + 0.6 * (new.lightness - old.lightness)
        )
        k = relative_chroma(news[0]) * (1.0 if grey else min(1.0, value.chroma / old.chroma))
        return oklch_hex(min(0.98, max(0.1, lightness)), k, new.hue)

    _need(said, context)
    return repainted(context, tint, f"{wanted} where they were {said}")


def _need(said: str, context: Context) -> None:
    """Asks where nothing is of that colour."""
    colors = {color for x in leaves(context.design) for color in colors_of(x)}
    if not any(goes_by(color, said) for color in colors):
        raise UnclearError(Question(f"nothing on the design is {said}; what do you mean by it?"))


def _exact(words: str) -> str:
    """The code of a colour rather than the words around it: "our light blue, #9ecae1"."""
    code = re.search(r"#[0-9a-f]{3,6}\b", words)
    return code[0] if code else words


def _inked(match: re.Match[str], sentence: Sentence, context: Context) -> Answer | None:
    """white on black; dark green text on a cream background: the words and their ground"""
    inks, grounds = colors_in(match["ink"]), colors_in(match["ground"])
    if len(inks) != 1 or len(grounds) != 1 or leftover(f"{match['ink']} {match['ground']}"):
        return None
    ink, ground = inks[0], grounds[0]
    if contrast(ink, ground) < _READ:
        raise CannotError(f"{match['ink']} on {match['ground']} cannot be read; name two colours"
                          " of which one is light and the other dark")  # fmt: skip
    commands, said = inked(context, ink, ground), f"{match['ink']} on {match['ground']}"
    return done(f"the words are {said}", commands)


def colors_in(words: str) -> tuple[str, ...]:
    """The colours that are named."""
    return tuple(c for m in color_pattern().finditer(words) if (c := color_named(m[0])))


def said_in(words: str) -> list[str]:
    """Their names."""
    return [m[0] for m in color_pattern().finditer(words) if color_named(m[0])]


def leftover(words: str) -> str:
    """What is neither a colour nor a joint."""
    return re.sub(r"\b(?:(?:an? )?(?:(?:little )?bit|touch|hint|splash|dash|lots?) of|and|with|plus"
                  r"|or|our|only|just|mostly|mainly|some|colou?rs?|palette|,)\b|[,&+ ]", "",
                  color_pattern().sub("", words))  # fmt: skip


def singular(words: str) -> str:
    """ "the greens" as "the green" """
    return re.sub(
        r"\b(red|blue|green|yellow|orange|purple|pink|brown|grey|gray|white|black|beige|gold)s\b",
        r"\1", words)  # fmt: skip


_HUE_NAME = color_pattern().pattern
_THINGS = (
    r"(?: (?:bits|parts|things|stuff|shapes|ones|elements|areas|colou?rs?|tones?|shades?"
    r"|places))?"
)
_EVERY = (
    r"(?:(?:everything|anything|whatever|all|every ?thing|things|stuff)(?: of)?(?: the| that| our)?"
    r"(?: things?| parts?| bits?| stuff)?(?:(?:,? (?:that|which))?(?:'s| is| are)|thats)?(?: in)?"
    r"|(?:wherever|everywhere|anywhere|where)(?:(?: there| it)?(?:'s| is)|theres|its"
    r"| (?:we|you) (?:have|used|use|put)(?: some)?)?) "
)
_BECOME = (
    r"(?:,? (?:(?:it |that |they )?(?:should|must|needs to|has to|have to|can|could|shall|would)"
    r"(?: all)?(?: be| become| go| turn)?|to be|to|into|be|becomes?|use|make it|make that|put|is to"
    r" be|i want|we want|have|turns?(?: into)?)(?: in)?)"
)
_RULES: Rules = rules(
    (rf"(?:make |turn |paint |change |have )?{_EVERY}(?P<old>{_HUE_NAME}s?){_THINGS},?{_BECOME}"
     rf" (?:(?:a|the|our|some) )?(?P<new>.+?)(?: instead| now)?",
     exchanged),
    (rf"(?:make |turn |paint |change |have )?{_EVERY}(?P<old>{_HUE_NAME}s?){_THINGS}"
     rf" (?P<new>{_HUE_NAME})(?: instead| now)?", exchanged),
    (rf"(?:make |turn |paint |change |have )?(?:all )?the (?P<old>{_HUE_NAME}){_THINGS},?{_BECOME}"
     rf" (?:(?:a|the|our|some) )?(?P<new>{_HUE_NAME})(?: instead| now)?", exchanged),
    (rf"(?P<old>{_HUE_NAME}) out,? (?:and )?(?P<new>{_HUE_NAME}) in", exchanged),
    (rf"(?:make |turn |have )?{_EVERY}(?P<old>{_HUE_NAME}s?){_THINGS},?(?: (?:should|could|to|must"
     rf"|be|a bit|much|make it))* (?P<how>darker|lighter|paler|brighter|deeper|duller|softer"
     rf"|stronger|more (?:muted|vivid|vibrant|intense))", shaded),
    (rf"(?:(?:make|turn|have|set|do|try|put|in)(?: it| this)? )?(?:all |everything )?(?:the )?"
     rf"(?:text|words|letters|lettering|writing|type)?"
     rf" ?(?:in )?(?P<ink>(?:dark |light |pale |deep )?{_HUE_NAME})(?: (?:text|letters|writing"
     rf"|lettering|words|type))? on (?:top of )?(?:an? )?(?P<ground>{_HUE_NAME})(?: (?:background"
     rf"|ground|bg|backdrop|paper))?", _inked),
)  # fmt: skip
