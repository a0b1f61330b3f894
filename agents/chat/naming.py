"""Which layers, or which words of one, a phrase means: "it", "the second line", "the shoe"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from agents.chat.by_name import (
    Named,
    by_contact,
    by_drawing,
    by_heading,
    by_id,
    by_item,
    by_layer_name,
    by_part_of_name,
    by_role,
    by_size,
    by_subject,
    by_text,
    hero_drawing,
    leaves_of,
    of_role,
    printed_with,
    showing,
    single,
    texts_shown,
)
from agents.chat.calling import accounts_for
from agents.chat.context import Context
from agents.chat.naming_colors import by_color
from agents.chat.naming_parts import part_of
from agents.chat.naming_pictures import by_form, is_plain, pictured
from agents.chat.naming_places import (
    AROUND,
    BEYOND,
    WHERE,
    around,
    at_edge,
    beside,
    beyond,
    in_background,
    in_front,
    is_of_place,
)
from agents.chat.naming_scopes import by_turn_of_role, line_telling, row_around, row_of, scoped
from agents.chat.naming_topics import (
    between_rows,
    button_called,
    button_text,
    by_company,
    by_deed,
    by_job,
    by_kind_of_name,
    by_names,
    by_number,
    by_own_word,
    by_person,
    by_signer,
    by_topic,
    by_turn,
    by_venue_noun,
    listed_by_name,
    of_a_kind,
    of_section,
    picture_of,
    quote_marks,
    small_text,
)
from agents.chat.naming_words import (
    ALL_TEXT,
    CONTACTS,
    DETERMINER,
    EVERYTHING,
    NOUN,
    ORDINALS,
    PRONOUN,
    ROLES,
)
from agents.chat.results import NotThereError, UnclearError
from agents.chat.sentence import unquoted
from agents.colorwords import color_named
from design_io.document import Design, Layer, TextLayer, walk
from design_io.text import typeset
from layout.foot import label_id
from layout.wording import tree

_LARGE = re.compile(r"(?:the|that|this) (?:big|large|huge|giant|main) (?P<what>[a-z ]+)")
_CENTRAL = re.compile(r"(?:the|that) (?P<what>[a-z ]+) in the (?:middle|cent(?:er|re))")
_AROUND = ("frame", "ornament", "texture")  # small things around a picture
_FIGURE = re.compile(r"(?:the |that )?\d+")
_COPY_MADE = re.compile(r"the (?:copy|duplicate|second copy|duplicated one|copied one)")
_BARE = ("the", "a", "an", "my", "our")  # of which nothing is said


def find(phrase: str, context: Context) -> Named:
    """What the phrase means; NotThereError when nothing is called so, UnclearError to ask."""
    words = " ".join(phrase.strip(" ,.;:!?").lower().split())
    if words.startswith("its ") and len(context.it) == 1 and isinstance(context.it[0], TextLayer):
        own = _by_owner(f"{words[4:]} of {context.it[0].text.lower()}", False, context)
        if own is not None:
            return own
    if words in _BARE:
        raise NotThereError(words)
    words = button_called(words, context)
    drawn = (
        line_telling(words, context) or picture_of(words, context) or _of_the_rows(words, context)
    )
    if drawn := drawn or _ground_of(words, context) or listed_by_name(words, context):
        return drawn
    if (told := scoped(words, context, find) or part_of(words, context, find)) is not None:
        return told
    found = _whole(words, context) or _rest(words, context) or _without(words, context)
    found = found or _beyond(words, context) or _likeliest(words, context)
    found = found or _several(words, context)
    if (
        found is None
        and (head := _LOCATED.match(words))
        and not is_of_place(DETERMINER.sub("", head["t"]))
    ):
        found = _own_name(head["t"], context) or _likeliest(head["t"], context)
    if (
        found is None
        and not _SMALL.match(words)
        and (head := _EPITHET.match(DETERMINER.sub("", words)))
    ):
        found = _likeliest(f"the {DETERMINER.sub('', words)[head.end() :]}", context)
    if found is None and (event := _OF_EVENT.fullmatch(words)):
        return find(f"the {event['fact']}", context)
    if found is None or not accounts_for(words, found, context) or _is_but_a_color(words, found):
        raise NotThereError(unquoted(DETERMINER.sub("", words)) or phrase)
    return found


def _likeliest(words: str, context: Context) -> Named | None:
    """What is called so; what is drawn rather than a word of a text."""
    large = _LARGE.fullmatch(words) or _CENTRAL.fullmatch(words)
    if large and (drawn := hero_drawing(large["what"], context)):
        return drawn
    if told := _read_in_full(words, context):
        return told
    found = _one(words, context) or (_one(f"the {large['what']}", context) if large else None)
    if found and large and all(x.role in _AROUND for x in found.leaves):
        heroes = of_role("hero", context.design)
        return Named((heroes[0],)) if len(heroes) == 1 else None
    if found and _FIGURE.fullmatch(words) and not found.texts:
        return None
    drawn = pictured(words, context) if found is None or _is_less(words, found, context) else None
    return drawn if drawn and accounts_for(words, drawn, context) else found


def _read_in_full(words: str, context: Context) -> Named | None:
    """ "boilers" for the line that reads so, rather than the boiler that is drawn."""
    named = words in ROLES or words in CONTACTS
    found = None if named else showing(words, context)
    return found if found and found.span is None else None


def _is_less(words: str, found: Named, context: Context) -> bool:
    """Whether what is drawn is rather meant: than words of a text, or all of "Rex Cinema" by its
    noun, than the entry of a list that has them among others, than leaves called a plant."""
    name = single(DETERMINER.sub("", words))
    if not found.texts:
        own = (x for layer in found.layers for x in tree(layer))
        other = not any(x.role == "hero" or name in single(x.name).split() for x in own)
        return other and name.isalpha() and not is_plain(name)
    if found.span is None and found.layers[0].role in ("venue", "address", "brand"):
        return name.isalpha()
    entry = found.layers[0] if len(found.layers) == 1 else None
    if entry is not None and _is_of_its_heading(name, entry, context):
        return True
    if found.span or not isinstance(entry, TextLayer) or entry.role != "item":
        return bool(found.span)
    return single(DETERMINER.sub("", words)) in single(entry.text).split()


def _is_but_a_color(words: str, found: Named) -> bool:
    """Whether "the red" was taken for a word of "Red Cross"."""
    bare = DETERMINER.sub("", words)
    return bool(found.span and words != bare and color_named(bare))


def _is_of_its_heading(name: str, layer: Layer, context: Context) -> bool:
    """ "the jar" for the price under "340 g jar": a word among others of its heading."""
    heading = next((x for x in walk(context.design) if x.id == label_id(layer.id)), None)
    words = single(heading.text).split() if isinstance(heading, TextLayer) else []
    return len(words) > 1 and name in words and name != layer.role


def is_named(phrase: str, context: Context) -> bool:
    """Whether the phrase means something on the design."""
    try:
        find(phrase, context)
    except NotThereError:
        return False
    except UnclearError:
        return True
    return True


def with_labels(named: Named, design: Design) -> tuple[Layer, ...]:
    """The layers, the small headings of those that are values, the rest of a row, of a print."""
    by_id = {layer.id: layer for layer in walk(design)}
    labels = (by_id.get(label_id(layer.id)) for layer in named.layers)
    rows = (mate for layer in named.layers for mate in row_of(layer, design))
    inks = printed_with(named.layers, design)
    found = dict.fromkeys(x for x in (*labels, *rows, *inks) if x is not None)
    return (*named.layers, *(x for x in found if x not in named.layers))


def _whole(words: str, context: Context) -> Named | None:
    """Pronouns and the words for all text or everything."""
    if not words or PRONOUN.fullmatch(words):
        return Named(context.it) if context.it else None
    if _COPY_MADE.fullmatch(words) and (copy := _copied(context)):
        return copy
    if own := _own_name(words, context) or small_text(DETERMINER.sub("", words), context):
        return own
    if ALL_TEXT.fullmatch(words):
        return Named(tuple(x for x in walk(context.design)
                           if x.kind == "text" and x.role != "ornament"))  # fmt: skip
    if EVERYTHING.fullmatch(words) and words not in ("the page", "the sheet"):
        layers = tuple(x for x in context.design.layers if x.role != "background")
        return Named(layers, everything=True)
    return None


def _copied(context: Context) -> Named | None:
    """ "the copy": what was duplicated last, where it is the only one."""
    found = [x for x in context.design.layers for y in tree(x) if "-copy-" in y.id]
    inner = [y for x in dict.fromkeys(found) for y in tree(x) if "-copy-" in y.id]
    return Named((inner[0],)) if inner and all(y in tree(inner[0]) for y in inner) else None


def _own_name(words: str, context: Context) -> Named | None:
    brands = [x for x in walk(context.design) if x.role == "brand"]
    return Named((brands[0],)) if brands and _OUR_NAME.fullmatch(words) else None


def _rest(words: str, context: Context) -> Named | None:
    """ "everything else", "the other texts": all copy but what was spoken of last."""
    if not context.it or not _ELSE.fullmatch(words):
        return None
    it = {leaf.id for layer in context.it for leaf in leaves_of(layer)}
    return Named(tuple(x for x in walk(context.design)
                       if isinstance(x, TextLayer) and x.id not in it))  # fmt: skip


def _without(words: str, context: Context) -> Named | None:
    """ "all text except the headline" """
    match = re.fullmatch(
        r"(.+?) (?:except(?: for)?|but(?: not)?|apart from|other than|besides|without|save for"
        r"|excluding) (.+)",
        words,
    )
    if match is None:
        return None
    most, spared = find(match[1], context), _all_of(match[2], context)
    kept = {leaf.id for leaf in spared.leaves}
    return Named(tuple(leaf for leaf in most.leaves if leaf.id not in kept))


def _beyond(words: str, context: Context) -> Named | None:
    """ "everything below the espresso" """
    match = BEYOND.fullmatch(words)
    other = _one(match["other"], context) if match else None
    return beyond(match["side"], other, context) if match and other else None


def _of_the_rows(words: str, context: Context) -> Named | None:
    """ "the dots between names and prices": no part of it is another name"""
    return between_rows(DETERMINER.sub("", words), False, context)


def _ground_of(words: str, context: Context) -> Named | None:
    """ "the frilly circle round the pole" """
    match = AROUND.fullmatch(DETERMINER.sub("", words))
    other = _likeliest(match["other"], context) if match else None
    return around(other, context) if other and not other.texts else None


def _all_of(words: str, context: Context) -> Named:
    """What is spared: every date where "the date" may be one of two."""
    parts = re.split(r",? (?:and|&|plus|as well as) |, (?:and )?", words)
    layers: list[Layer] = []
    for part in parts:
        try:
            layers += find(part, context).layers
        except UnclearError:
            layers += find(f"all {DETERMINER.sub('', part)}", context).layers
    return Named(tuple(dict.fromkeys(layers)))


def _several(words: str, context: Context) -> Named | None:
    """ "the date, the time and the venue" """
    parts = re.split(r",? (?:and|&|plus|as well as) |, (?:and )?", words)
    if len(parts) < 2 or not all(parts):
        return None
    found = [find(part, context) for part in parts]
    return Named(tuple(dict.fromkeys(layer for each in found for layer in each.layers)))


def _one(words: str, context: Context) -> Named | None:
    quoted = unquoted(words)
    if quoted != words:
        return showing(quoted, context)
    if (located := _QUOTED_AT.match(words)) is not None:
        return showing(located[1], context)
    head = NOUN.sub("", DETERMINER.sub("", words))
    if head != unquoted(head):
        return showing(unquoted(head), context)
    told = re.fullmatch(_TOLD, words)
    if told is not None and (found := showing(unquoted(told["what"]), context)):
        return found
    words = re.sub(r"^((?:the |our |this )?(?:price )?list) of .+$", r"\1", words)
    bare = [words]
    while (shorter := DETERMINER.sub("", bare[-1])) != bare[-1] and shorter:
        bare.append(shorter)
    stem = bare[-1]
    tried = list(dict.fromkeys((*bare[::-1], NOUN.sub("", stem), NOUN.sub("", NOUN.sub("", stem)))))
    plural = bool(re.match(r"(?:all|both|every|each|these|those)\b", words))
    for search in _SEARCHES:
        for name in tried:
            found = search(name, plural, context)
            if found is not None:
                return found
    return None


def _by_label(name: str, plural: bool, context: Context) -> Named | None:
    """ "the date label": the small heading over a value."""
    match = re.fullmatch(r"(.+?)(?:'s)? (?:label|caption|small heading)", name)
    bys = (by_turn_of_role, by_contact, by_role, by_heading)
    owner = match and next(
        filter(None, (by(match[1], False, context) for by in bys)),
        None,
    )
    labels = [x for x in with_labels(owner, context.design)[1:]] if owner else []
    return Named(tuple(labels)) if labels else None


def _by_name_of(name: str, plural: bool, context: Context) -> Named | None:
    """ "the chapel's name", "the name of the speaker": all of the text, not the word in it."""
    if name.endswith(" name") and (found := by_venue_noun(name[:-5], plural, context)):
        return found
    match = re.fullmatch(r"(?P<x>.+?)'s? names?|names? of (?P<y>.+)", name)
    if match is None:
        return None
    phrase = DETERMINER.sub("", match["x"] or match["y"])
    found = by_person(phrase, plural, context) or _one(phrase, context)
    return Named(found.layers) if found else None


def _by_owner(name: str, plural: bool, context: Context) -> Named | None:
    """ "the price of the Diavola", "Diavola's price": what lies in the same row."""
    match = re.fullmatch(r"(.+?) (?:of|for|next to|beside) (.+)", name)
    pair = (match[1], match[2]) if match else None
    if pair is None and (match := re.fullmatch(r"(.+?)(?:'s)? ([\w-]+)", name)):
        pair = (match[2], match[1])
    bare = DETERMINER.sub("", name)
    told = bare in ROLES or bare in CONTACTS
    if pair is None or told or DETERMINER.sub("", pair[0]) not in ROLES:
        return None
    owner = _one(pair[1], context)
    wanted = ROLES[DETERMINER.sub("", pair[0])]
    if owner is None or not owner.texts:
        return None
    row = owner.texts[0]
    kin = [x for x in walk(context.design) if isinstance(x, TextLayer) and x.role in wanted]
    if row in kin:
        return Named((row,))
    near = [x for x in kin if abs(x.box.center.y - row.box.center.y) < row.box.height]
    return Named((near[0],)) if len(near) == 1 and row.role != near[0].role else None


def _by_place(name: str, plural: bool, context: Context) -> Named | None:
    """ "second line", "last line of the title", "top text" """
    if (entry := re.fullmatch(_ENTRY, name)) and entry["n"] in ORDINALS:
        entries = [x for x in _of_items(context)
                   if not (_WHO.search(name) and re.search(r"\d", x.text))]  # fmt: skip
        number = ORDINALS[entry["n"]]
        inside = entries and -1 <= number < len(entries)
        return Named((entries[number],)) if inside else None
    match = re.fullmatch(
        r"(?:(\w+) (?:line|row|text|one|word)|line (\d))(?: (?:of|in|on) (.+))?", name
    )
    if match is None or not (match[2] or match[1] in ORDINALS):
        return None
    if name.endswith(" one") and not context.it:
        return None  # one of what?
    number = int(match[2]) - 1 if match[2] else ORDINALS[match[1]]
    if match[3]:
        texts = list(find(match[3], context).texts)
    else:
        texts = [x for layer in context.it for x in leaves_of(layer) if isinstance(x, TextLayer)]
    if len(texts) == 1:
        return _line_of(texts[0], number, " word" in name, context)
    texts = texts or texts_shown(context.design)
    if not texts or not -1 <= number < len(texts):
        return None
    return Named(row_around(texts[number], context.design) or (texts[number],))


def _by_position(name: str, plural: bool, context: Context) -> Named | None:
    """ "the writing at the top", "the line above the date" """
    if block := re.fullmatch(r"(top|bottom) (part|bit|section|block|area)", name):
        name = f"{block[2]} at the {block[1]}"
    match = WHERE.fullmatch(name)
    if match is None or not is_of_place(match["what"]):
        return None
    if match["edge"]:
        return at_edge(match["what"], match["edge"], context)
    other = _whole(match["other"], context) or _one(match["other"], context)
    return beside(match["what"], match["side"], other, context) if other else None


def _of_items(context: Context) -> Iterator[TextLayer]:
    """The entries of the list, from the top."""
    yield from (x for x in texts_shown(context.design) if x.role == "item")


def _line_of(layer: TextLayer, number: int, word: bool, context: Context) -> Named | None:
    """A set line, or a word, of one text, as a stretch of it."""
    if word:
        spans = [m.span() for m in re.finditer(r"\S+", layer.text)]
    else:
        lines = typeset(layer, context.resources.fonts).lines
        spans = [(line.start, line.end) for line in lines]
    if not spans or not -1 <= number < len(spans):
        return None
    start, end = spans[number]
    text = layer.text[start:end]
    end -= len(text) - len(text.rstrip())
    return Named((layer,)) if len(spans) == 1 else Named((layer,), (start, end))


def _by_color(name: str, plural: bool, context: Context) -> Named | None:
    return by_color(name, plural, context, _one)


def top_of(context: Context, layer: Layer) -> Layer:
    """The outermost layer around it, or itself."""
    return next(top for top in context.design.layers if layer in tree(top))


_QUOTED_AT = re.compile(r"['\"]([^'\"]+)['\"] (?:at|in|on|of|above|below|under|over|next to) ")
_OF_EVENT = re.compile(  # "the wedding date", where the one date bears no such heading
    r"(?:(?:the|our|my) )?(?:wedding|party|event|concert|gig|show|sale|market|fair|festival|course"
    r"|class|workshop|race|exhibition|performance|ceremony|dinner|brunch|tour|match|quiz|opening"
    r"|launch|auction|service|screening|film|tournament|camp|reunion|reception|birthday|meeting)"
    r"(?:'s)? (?P<fact>date|time|venue|place|address|location|price)"
)
_OUR_NAME = re.compile(r"our (?:own |shop'?s? |company'?s? )?name(?: (?:over |up |down )?there)?")
_ELSE = re.compile(
    r"(?:everything|all) else|(?:the )?rest(?: of (?:it|the (?:text|copy|writing)))?"
    r"|(?:all )?(?:the )?"
    r"(?:others?|other (?:texts?|lines?|copy|words|writing))"
)
_SMALL = re.compile(r".*\b(?:small|little|tiny) (?:headings?|titles?|texts?|labels?)")
_EPITHET = re.compile(
    r"(?:(?:big|small|little|tiny|main|whole|entire|current|existing|old|actual|ugly|nice|lovely"
    r"|silly|colou?red|colou?rful|fancy|curly|wavy|plain|dark|light|bright|pale"
    r"|huge|boring|poor|horrible|awful|call|order|action|booking|large|massive|thin|thick|bold"
    r"|giant"
    r"|stupid|dull|new|very"
    r"|(?:redd?|orang|yellow|green|blu|purpl|pink|brown|gr[ea]y|gold|whit|black)(?:ey|y|ish)) )+"
)
_ENTRY = (
    r"(?P<n>\w+) (?:(?:list )?item|dish|course|meal|drink|product|act|speaker|band|entry|bullet"
    r"(?: point)?|pizza|step|tip|point|session|talk|class|artist|row|service"
    r"|topic)(?:'s)?(?: (?:on|in|of) the (?:list|menu))?"
)
_WHO = re.compile(r"\b(?:act|speaker|band|artist)\b")
_TOLD = (
    r"(?:the |that )?(?:words?|text|label|line|phrase|letters?|name|bit|part|heading"
    r"|one)(?: (?:that|which) (?:says|reads)| saying| reading)? (?P<what>.+)"
)
_LOCATED = re.compile(
    r"(?P<t>.+?) (?:behind|around|under|over|above|below|beneath|next to|beside|near"
    r"|at the (?:top|bottom)|in the (?:middle|corner|cent(?:er|re)|background)|on the (?:left"
    r"|right)|of the (?:page|poster|design)"
    r"|(?:in|on|inside|within|from|through|across) (?:the|our|my|this|that|each|every))\b"
)
_SEARCHES = (
    of_section, of_a_kind, in_background, in_front, by_job, by_deed, by_kind_of_name, by_number,
    by_turn_of_role,
    by_signer, by_company, by_names, button_text, by_turn, quote_marks, _by_name_of, _by_label,
    _by_place, _by_position, by_venue_noun, by_size, _by_owner, by_own_word, by_contact, by_role,
    by_heading, by_id, by_person, by_layer_name, by_item, by_topic, by_text, by_drawing,
    by_subject, _by_color, by_part_of_name, by_form,
)  # fmt: skip
