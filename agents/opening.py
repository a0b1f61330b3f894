"""The sentence that asks for the design, taken apart: format, what it is about, and the rest.

"Create a Thanksgiving gift certificate that offers lunch" has the format "gift certificate", the
theme "Thanksgiving" and one part of kind "goods".
"""

from __future__ import annotations

import re
from typing import NamedTuple

from agents.kept_whole import kept_spans
from agents.phrases import HOLE, tidy, word_set
from agents.vacancies import seeks_people, with_hiring


class Part(NamedTuple):
    kind: str  # a group of _LINKS; stress, urge and kind come from other sentences
    text: str


class Opening(NamedTuple):
    asked: bool  # whether the sentence asks for a design at all, or is copy by itself
    format: str  # the words that name the format
    theme: str  # words before the format that say what it is about
    parts: tuple[Part, ...]

    def of(self, *kinds: str) -> tuple[str, ...]:
        return tuple(part.text for part in self.parts if part.kind in kinds)


_POLITE = re.compile(
    r"^\W*(?:hi there|hello there|hi all|hi team|hey team|hello team|dear (?:sir|madam|team"
    r"|designer|all|friends?)|hi|hello|hey|please|pls|kindly|can you|could you"
    r"|would you|will you|i need you to"
    r"|i want you to|i would like you to|i'd like you to|can u|could u|would u|can i (?:get|have)"
    r"|could i (?:get|have)|can we (?:get|have)|could we (?:get|have)"
    r"|may i (?:get|have)|help me(?: to)?|let's|we need to"
    r"|i(?:'m| am) looking (?:for|to)|we(?:'re| are) looking (?:for|to)|looking for"
    r"|(?:i|we)(?: am|['’]m| are|['’]re) (?:wanting|needing)"
    r"|(?:i|we)(?:['’]d| would|['’]ll| will| do)?(?: really| also| just)?"
    r" (?:need|want|wish|like|love|appreciate)(?: to(?: (?:have|get|order|see))?)?"
    r"|the goal is to|your task is to|task:|prompt:)[\s,:!]+",
    re.IGNORECASE,
)
_MAKE = re.compile(
    r"^(?:create|design|make|generate|develop|produce|craft|draw|build|prepare|compose|write"
    r"|give me|get me|do(?!\s+not\b|n['’]t)|illustrate|imagine|visuali[sz]e|render"
    r"|come up with|put together|set up"
    r"|draft|need|want)\b(?!\s(?:it"
    r"|sure|this|them|everything)\b)\s*"
    r"(?:me\b|us\b|up\b)?\s*",
    re.IGNORECASE,
)
_TELL = re.compile(
    r"^(?:(?:promot|advertis|announc|market|publici[sz]|showcas|introduc|celebrat)(?:e|es|ing)"
    r"|present|launch|highlight)\b\s*",
    re.IGNORECASE,
)
_CHANNEL = (
    r"(?:facebook|fb|instagram|insta|ig|linked ?in|you ?tube|twitter|tik ?tok|pinterest|snapchat"
    r"|whats ?app|twitch|discord|etsy|spotify|kindle|powerpoint|zoom|x(?=\s(?:post|header|banner"
    r"|ad))|social(?: media)?|google|web(?:site)?|online|digital|print(?:ed|able)?)"
)
_SURE_FORMAT = (
    r"(?:business|greeting|invitation|visiting|gift|post|loyalty|membership|punch|rack|name"
    r"|thank[- ]you"
    r"|birthday) ?cards?(?! (?:game|payment))|door ?hangers?|price ?lists?|table tents?"
    r"|(?:newspaper|magazine|print|web|banner|display) (?:ads?|advertisements?|adverts?)"
    r"|(?:name|gift|price) tags?|bookmarks?|stickers?|labels?|save[- ]the[- ]dates?"
    r"|gift (?:certificates?|vouchers?|coupons?)|discount (?:cards?|vouchers?|coupons?)"
    r"|(?:event |page |album |podcast |book )?cover(?: (?:photo|image|art))?|photo cover"
    r"|thumbnails?|posters?"
    r"|fl[yi]ers?|leaflets?|brochures?|banners?|billboards?|coupons?|vouchers?|certificates?(?! of)"
    r"|certificates? of \w+|invitations?|invites?|tickets?|logos?|logotypes?|menus?|slides?"
    r"|advertisements?|adverts?|ads?"
    r"|thumbnail|headers?|infographics?|roll-?ups?|placards?|announcements?|newsletters?"
    r"|wallpapers?|carousels?|reels?|pins?|tweets?|graphics?|story|stories|posts?"
    r"|(?<!credit )(?<!debit )cards?"
    r"|promos?|(?:graphic )?designs?|images?|visuals?|templates?|creatives?|layouts?|artworks?"
    r"|(?:geo)?filters?|lanyards?|decals?|seating charts?|table numbers?|pamphlets?|handouts?"
    r"|mailers?"
    r"|signs?|diplomas?|(?<=job )postings?|badges?|letterheads?|leaderboards?|profile pictures?"
    r"|end ?screens?"
    r"|(?:zoom|video|virtual) backgrounds?|shop icons?|screenshots?"
)
_AFTER_FORMAT = (
    r"(?:\s(?:designs?|images?|graphics?|visuals?|templates?|adverts?|advertisements?|ads?|posters?"
    r"|frames?|campaigns?|layouts?|artworks?|posts?|creatives?|banners?|covers?|cards?|flyers?))*"
)
_FORMAT = re.compile(
    rf"^(?P<theme>(?:an?|the|some|our|my|one|\d+)?\s?(?:[^\s{HOLE}.;:!?]+\s){{0,9}}?)"
    rf"(?P<format>(?:{_CHANNEL}\s)*(?:{_SURE_FORMAT}){_AFTER_FORMAT})(?=[\s.,;:!?{HOLE}]|$)",
    re.IGNORECASE,
)
# Words before the format that describe the design and not its topic.
_STYLE = word_set(
    """a an the some our my and or very super really cute fun funny playful festive professional
    elegant simple minimal minimalist minimalistic modern clean bold vibrant colorful colourful
    bright stylish sleek creative beautiful pretty attractive catchy eye-catching engaging dynamic
    eyecatching striking stunning informative informational educational promotional promo
    promoting marketing advertising commercial unique cool trendy chic classy classic vintage retro
    luxurious luxury sophisticated formal informal warm cozy cheerful joyful happy romantic spooky
    dark light dramatic futuristic abstract artistic graphic visual visually appealing aesthetic
    digital printable print printed professional-looking high-quality compelling inspiring
    inspirational motivational heartfelt sweet lovely delightful whimsical rustic floral botanical
    geometric typographic illustrated animated photo photographic one new full square vertical
    horizontal landscape portrait landscape-oriented portrait-oriented large small big short sized
    size themed
    cutting-edge memorable impactful powerful friendly inviting polished refined custom
    facebook fb instagram insta ig linkedin youtube twitter tiktok pinterest snapchat whatsapp
    twitch social media google web website online email e-mail double-sided two-sided single
    personal simple-yet-elegant page profile cover event-page special great nice good best
    amazing exciting energetic lively edgy urban grunge pastel monochrome minimalistic-style
    personalized personalised greeting black white red blue green yellow pink purple orange gold
    brown teal navy beige newspaper magazine a4 a5 a3 simple little weekly intense cosy nice
    quick awesome visually-stunning"""
)
# words of the table that may end a list of things
_NO_LOOK = word_set(
    """a an the some our my and or very super really facebook fb instagram insta ig linkedin youtube
    twitter tiktok pinterest snapchat whatsapp twitch social media google web website online email
    e-mail one new page profile cover event-page promo promotional promoting marketing advertising
    commercial greeting newspaper magazine a4 a5 a3 photo landscape portrait special single weekly
    black white red blue green yellow pink purple orange gold brown teal navy beige visual light
    informative informational educational digital print printed personal large small big short full
    size sized great good best nice quick light classic"""
)
# Phrases that begin with a style word and yet are the topic.
_FIXED = re.compile(
    r"(?:good (?:morning|night|evening|afternoon)|fun facts?|black friday"
    r"|(?:clean|light|cover|warm|cool|print|sign) (?:up|your|the|after|off|out)\b"
    r"|good luck|new year|happy \w+|red carpet|white party|green energy|modern art"
    r"|vintage car|classic car|digital marketing|social media market|graphic design|online course"
    r"|web design|red cross|white wine|red wine|light festival|special offer|special event"
    r"|(?:landscape|portrait) (?!posters?\b|ads?\b|banners?\b|format|orient|layout|images?\b)\w+"
    r"|(?-i:[A-Z][a-z]+ [A-Z]))",
    re.IGNORECASE,
)
_CONVEY = r"(?:convey|express|communicat|evok|reflect|symboli[sz]|captur)"
_LINKS = (
    ("room", r"(?:with|leaving|and|plus|including) (?:some |enough |plenty of |an? |the )?(?:blank "
     r"|empty |white |open |clear )?(?:space|room|place|area|spot|lines?) (?:for|to|where)"),
    ("says", r"(?:that (?:says?|reads?|states?)|which (?:says|reads)|(?:saying|reading|stating)"
     r"(?=\s*[:,]?\s*\ue000|\s(?:please|no|do not|don['’]t|keep|we|the|this|you|closed|open|wet"
     r"|beware|caution|thank|welcome|happy|congrat\w+|mind|push|pull)\b)|with"
     r" (?:the|a) (?:text|words?|slogan|tag ?line|quote|title|headline|phrase|caption)s?)"),
    ("name", r"(?:is |are )?(?:called|(?<!been )(?<!being )named|titled|entitled|known as"
     r"|by the name of|under the name(?: of)?)"),
    ("ask", r"(?:inviting|that invites?|which invites?|and invites?|to invite|encouraging"
     r"|that encourages?|and encourages?|to encourage|urging|asking|and directs?|that directs?"
     r"|(?<!ways )(?<!tips )(?<!steps )(?<!reasons )(?<!how )(?<!things )"
     r"to(?=\s(?:support|protect|stop|end|fight|save)\s)|to attract|to entice|that attracts?"
     r"|to engage|(?:to|that) reminds?|reminding"
     r"|(?:to|that) tells?|telling|to motivate|motivating|to let"
     r"|(?:(?<=campaign )|(?<=initiative ))that asks?(?=\s(?:[\w-]+\s){1,3}to\s)"
     r"|to help|that helps?|helping|to get(?=\s(?:people|everyone|kids))"
     r"|that makes?|that captures?|to drive|to increase|to boost)"),
    ("tells", r"(?:claiming|warning|assuring|promising|pointing out|joking|admitting"
     r"|apologi[sz]ing)"),
    ("greet", r"(?:(?:to|and|that) wish(?:es)?|wishing)"),
    ("welcome", r"(?:to|that) welcomes?"),
    ("praise", r"(?:(?:to|and|that) )?congratulat(?:e|es|ing)"),
    ("thank", r"(?:to |and |that )?(?:thank(?:s|ing)?(?!\s(?:you|giving)\b)|show(?:s|ing)?"
     r" (?:our )?appreciation (?:to|for)|express(?:es|ing)? (?:our )?(?:gratitude|thanks"
     r"|appreciation) (?:to|towards?))"),
    ("hire", r"(?:(?:to|that) (?:hire|recruit)s?|hiring|recruiting)(?=\s(?:an?|new|\w+s)\b)"),
    ("about", r"(?:about|on the (?:topic|subject) of|regarding|discussing|explaining(?=\show)"
     r"|reviewing|covering|on(?=\show\b)"
     r"|on the(?=\s(?:importance|benefits?|history|future|art|ethic\w*|power|role|dangers?"
     r"|effects?|impact"
     r"|science|basics|use|rights?|state|value|risks?|need)\b)"
     r"|that (?:compares|reviews|explains|discusses|covers|teaches)|(?:to|that) raises? awareness"
     r" (?:about|of|for|on)"
     r"|raising awareness (?:about|of|for|on))"),
    ("message", r"(?:(?:to|that|which|and|by)?\s?(?:emphasi[sz]|highlight|stress|underlin)"
     r"(?:e|es|s|ing)?(?: on)?"
     r"|with (?:an?|the) (?:\w+ )?(?:focus|emphasis|focusing) (?:on|of)(?: promoting| showcasing)?"
     r"|(?:that )?focus(?:ing|es|ed)? on|(?:and|with) a bold statement about)"),
    ("convey", rf"(?:(?:to|that|which|and)\s{_CONVEY}(?:e|es|s|ing)?|{_CONVEY}(?:es|s|ing))"),
    ("examples", r"(?:including|such as|like|ranging from)"),
    ("show", r"(?:specifically |and |to |that |which )?(?:showcas(?:e|es|ing)|(?:showing"
     r"|displaying)"
     r"(?!\san?\s)"
     r"|(?:that shows?|to show)(?!\san?\s)|presenting|that presents?)"),
    ("goods", r"(?:with (?:an?|our) (?:[a-z]+ )?(?:package|bundle|selection|range) (?:of|for)"
     r"(?!\s\d)"
    r"|(?:that|which) (?:plays|installs|rents(?: out)?|organi[sz]es|manages"
     r"|ships|bakes|roasts|designs|creates|trains|teaches)|who rents(?: out)?"
     r"|(?:that |which |who |and )(?:offers?|sells?|provides?|speciali[sz]es? in"
     r"|serves?(?!\s(?:the|all|both)\s)"
     r"|makes?|delivers?|produces?)(?!\s(?:within|to|on|in|at|by|from|until|around|every)\s)"
     r"|offering|selling|speciali[sz]ing in|providing|serving"
     r"|that can be used (?:to|for) (?:purchas(?:e|ing)|buy(?:ing)?))"),
    ("audience", r"(?:targeting|(?:that|which) targets?|(?:that|which) appeals? to|appealing to"
     r"|(?:that|which) aims? at|targeted (?:at|to|towards?)|aimed at|geared towards?|intended for"
     r"|suitable for|designed for|tailored (?:to|for)|specifically for)"),
    ("picture", r"(?:and (?:shows|features|depicts|displays)"
     r"|(?:showing|displaying|that shows?|to show)(?=\san?\s)|w/|w(?=\s)|featuring"
     r"|that (?:features?|incorporates?|includes?|uses?|depicts?"
     r"|illustrates?)|depicting|illustrating|incorporating|inspired by|in the style of"
     r"|with|using|in (?:an? )?(?:\w+ ){0,3}style|against(?=\s(?:an?|the)\s)|illustrated)"),
    ("by", r"(?:(?:hosted|sponsored|offered|organi[sz]ed|presented|designed|led|taught|performed"
     r"|brought to you|written|directed|run) by"
     r"|by(?=\s(?:the\s)?(?:(?:author|artist|chef|dj|comedian"
     r"|photographer|poet|writer|director|singer"
     r"|dr\.?|professor|coach|local \w+|\w+(?:er|or|ist|ian|man|woman))\s)?(?-i:[A-Z])))"),
    ("topic", r"(?:launching(?=\s(?:an?|its|their|our)\s)"
     r"|(?:that |which |to |and )?(?:also )?(?:promot|advertis|announc|celebrat"
     r"|commemorat|publici[sz]|introduc|teas|shar)(?:es|ing)"
     r"|(?:that|which) (?:gives|lists|tells|offers|has)(?=\s(?:\d+|two|three|four|five|six|seven"
     r"|eight|nine|ten)\s(?:[a-z-]+\s)?(?:tips|ideas|rules|facts|steps|reasons|ways|recipes)\b)"
     r"|counting down to|to count down to|to (?:promote|advertise|announce|celebrate"
     r"|commemorate|publici[sz]e|introduce|launch|honou?r|market)"
     r"|for (?:promoting|advertising|announcing|celebrating|launching)|honou?ring)"),
    ("for", r"for(?!\s(?:sale|rent|hire|lease|free)\b)"),
)  # fmt: skip
_GUIDE = re.compile(
    r"(?:tips|ideas|rules|facts|steps|reasons|ways|recipes?|guide|recommendations?|checklist|picks"
    r"|calendar|reminder|horoscope|playlist|quiz)$",
    re.IGNORECASE,
)
_LISTING = re.compile(
    r"(?:listing|giving|sharing|presenting"
    r"|of)?\s?(?P<guide>(?:the )?(?:top )?(?:\d+|two|three|four|five|six|seven|eight|nine|ten) "
    r"(?:[a-z-]+ )?(?:hacks|things|mistakes|exercises|lessons|tips"
    r"|ideas|rules|facts|steps|reasons|ways|recipes?|tricks|habits))$",
    re.IGNORECASE,
)
_SAYS_NOTHING = (
    "window",
    "wall",
    "door",
    "noticeboard",
    "event",
    "promotion",
    "announcement",
    "awareness",
    "quote",
    "text",
    "typography",
)
_DOUBTFUL = word_set(  # also words of everyday titles
    "signs sign story stories post posts pin pins ad ads tickets cards label labels sticker"
    " stickers reel reels image images announcement announcements design designs header headers"
)
_AT_THE_END = word_set("ad post pin ads announcement design")  # formats, when nothing follows
_LEADING = (
    "topic",
    "show",
    "convey",
    "greet",
    "praise",
    "goods",
    "about",
)  # before these, "for" leads
_LINK = re.compile(
    r"(?:^|(?<=\s)|(?<=,))(?:" + "|".join(f"(?P<{kind}>{p})" for kind, p in _LINKS) + r")(?=\s|$)",
    re.IGNORECASE,
)


def opening_of(sentence: str) -> Opening:
    """Take the sentence apart; facts and quotes in it are already holes."""
    text, polite = _without_politeness(sentence.strip())
    tell = _TELL.match(text)
    if tell and not _FORMAT_NEXT.match(text[tell.end() :]):
        return Opening(True, "", "", _parts("for " + _ON_CHANNEL.sub("", text[tell.end() :])))
    make = _MAKE.match(text)
    scene = make is not None and _SCENE.match(make[0])
    rest = text[make.end() :] if make else text
    rest = _SOMETHING.sub("design ", rest) if make or polite else rest
    rest = _SEVERAL.sub("", rest)
    found = None if _WHETHER.match(rest) else _FORMAT.match(rest)
    if scene and found and " for " in found["theme"]:
        return opening_of("make " + rest.rpartition(" for ")[2])  # the scene is a picture
    if found and (make or polite or _names_format(found)):
        whole = _INNER.match(rest[found.end() :]) if _GENERIC.fullmatch(found["format"]) else None
        if whole and (inner := opening_of(f"make {whole['what']}")).format:
            return inner
        after = _INVITES.sub(" for ", rest[found.end() :], count=1)
        after = with_hiring(after)
        theme, listed = _theme(found["theme"]), _LISTED.match(after)
        if listed and theme and " " not in theme:
            theme = f"{theme} {listed['what']}"  # "a classroom poster that lists the rules"
        return Opening(True, found["format"], theme, _parts(after))
    if polite and _FINISHES.match(rest):
        return Opening(False, "", "", ())
    if (make or polite) and not (make and not polite and _is_title(text)):
        if re.match(r"(?:recruit|hire)\s", rest, re.IGNORECASE):
            return Opening(True, "", "", _parts(f"to {rest}"))
        if seeks_people(sentence, rest):
            parts = _parts(f"for {rest}")
            return Opening(True, "", "", (parts[0]._replace(kind="hire"), *parts[1:]))
        lead = "showing " if scene and re.match(r"(?:an?|two|three|some|the)\s", rest) else "for "
        return Opening(True, "", "", _parts(lead + rest))
    return Opening(False, "", "", ())


_FINISHES = re.compile(
    r"(?:make|keep|do|have|put)\s(?:it|this|them|sure)\b|(?:use|add|include|avoid)\b", re.I
)
_WHETHER = re.compile(r"(?:can|could|should|would|will|may|must)\s", re.I)  # a wish, no order
# "a set of posters for ...": one of them is asked for
_SEVERAL = re.compile(
    rf"^(?:an?\s)?(?:set|series|couple|bunch|batch)\sof\s(?=(?:[\w-]+\s){{0,2}}(?:{_SURE_FORMAT})\b)",
    re.I,
)
# "something cute for ...": a design of whatever kind
_SOMETHING = re.compile(
    r"^(?:some|any)thing(?:\s[a-z-]+(?:,? (?:and|but) [a-z-]+)?)?\s(?=for|to|about|that|with)", re.I
)
_SCENE = re.compile(r"(?:illustrate|draw|imagine|visuali[sz]e|render)\b", re.IGNORECASE)


# "a design for our summer camp brochure": the design is a brochure
_GENERIC = re.compile(
    r"(?:(?:graphic )?design|image|graphic|visual|artwork|layout|template|creative)s?",
    re.IGNORECASE,
)
_INNER = re.compile(r"\s(?:for|of)\s(?P<what>(?:an?|our|my|the|your)\s.+)$", re.IGNORECASE)


_ON_CHANNEL = re.compile(
    rf"(?:^|\s)on {_CHANNEL}(?=\s*(?:[.,;]|$)|\s(?:featuring|with|that|to|by|and|for)\s)",
    re.IGNORECASE,
)
_LISTED = re.compile(
    r"\s(?:(?:that|which) (?:lists?|shows?|gives?)|listing|with) (?:the|our|all) "
    r"(?P<what>rules|prices|hours|steps|tips)\b",
    re.IGNORECASE,
)


def _is_title(text: str) -> bool:
    """ "Design Sprint Workshop" begins like an order and is a name."""
    words = [w for w in text.split() if w[0].isalpha()]
    return 1 < len(words) <= 6 and all(w[0].isupper() for w in words)


# "Launch announcement for ..." names a format and tells nobody to launch
_FORMAT_NEXT = re.compile(rf"(?:{_SURE_FORMAT}){_AFTER_FORMAT}\s(?:for|of|about)\b", re.IGNORECASE)
_INVITES = re.compile(r"^\s+to\s(?:attend\s|join\s)?(?=(?:an?|the|our|my|your)\s)", re.IGNORECASE)


def is_bare_format(words: str) -> bool:
    """Whether the words name a format and nothing else: "sticker", "an Instagram post"."""
    found = _FORMAT.match(words)
    return found is not None and not words[found.end() :].strip() and not _theme(found["theme"])


def _without_politeness(text: str) -> tuple[str, bool]:
    start = text
    while (shorter := _POLITE.sub("", text, count=1)) != text:
        text = shorter
    return text, text != start


def _names_format(found: re.Match[str]) -> bool:
    """Without a verb, "Poster for ..." and "A jazz night poster" ask; "Post office party" not."""
    words = found["format"].lower().split()
    after = found.string[found.end() :].lstrip()
    if words == ["tickets"] and after.startswith(HOLE):
        return False  # "Quiz night, tickets $5": what they cost
    if _LINK.match(after) or len(words) > 1 or words[-1] not in _DOUBTFUL:
        return True
    themed = len(found["theme"].split()) + (words[-1] in _AT_THE_END) > 1
    alone = not after.strip(" .!" + HOLE) or (after[0] == "," and not words[-1].endswith("s"))
    return themed and words[-1] != "story" and alone


_MANNER = re.compile(
    r"-(?:style|styled|inspired|drawn|looking|themed|like|painted|made|modern|quality|catching"
    r"|toned"
    r"|oriented|free-form)$",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"^(?![A-Z])(?!(?:music|clinic|picnic|comic|fabric|public|magic|traffic|arctic|topic|journal"
    r"|archive|olive|radish|fish|dish)s?$)\w{3,}(?:ic|ive|ful|ous|ish|nal|ual)$"
)


# "pop-art style", "Bauhaus-inspired": how it is drawn
_IN_STYLE = re.compile(
    r"(?:^|\s)(?:(?:pop|street|line|mid-century|comic|old|hand|dark|art) )?[\w-]+[- ](?:styled?"
    r"|inspired)\b",
    re.IGNORECASE,
)


_REMINDER = re.compile(r"\b(?P<day>day|eve|hour|week|time|month|night) reminder$", re.I)


def _theme(words: str) -> str:
    """The topical words before the format, style and channel words taken off."""
    kept = [w for w in re.split(r"[\s,]+", words) if w and not _MANNER.search(w)]
    while kept and kept[0].lower() in _STYLE and not _FIXED.match(" ".join(kept)):
        kept.pop(0)
    while kept and kept[-1].lower() in _STYLE:
        kept.pop()
    kept = _IN_STYLE.sub(" ", " ".join(kept)).split()
    theme = re.sub(
        r"[- ](?:themed?|style|inspired|message|wishes|greetings?|note)$",
        "",
        " ".join(kept),
        flags=re.IGNORECASE,
    )
    theme = _REMINDER.sub(r"\g<day>", tidy(re.sub(r"^and\s|['’]s$", "", theme)))
    lone = " " not in theme and _ADJECTIVE.search(theme)
    return "" if lone or theme.lower() in _SAYS_NOTHING else theme


# "a poster that tugs at the heartstrings": how the sheet is to be
_MANNERED = re.compile(
    r"\s*(?:would be|will be|should be|please|needed|thanks)\b"
    r"|\s*(?:that|which)\s(?:(?:really|truly|immediately|instantly)\s)?(?:(?:will|can|should|must"
    r"|would"
    r"|is|feels?|looks?)\b|[a-z]+(?<!s)s\s(?!(?:are|is|must|can|will|should|have|need|may|do)\b))",
    re.IGNORECASE,
)


def _lead(lead: str) -> Part:
    """What stands between the format and the first link: "of ...", "on ...", "against ..."."""
    of = re.match(r"\s*(?:of|on|against) (?=\w)", lead)
    if of is None:
        return Part("manner" if _MANNERED.match(lead) else "lead", lead.strip())
    text = lead.strip() if of[0].strip() == "against" else lead[of.end() :]
    return Part("topic" if of[0].strip() == "of" else "about", text)


# "makes it easy to send money abroad": what is easy then
_EASY = re.compile(
    r"^it\s(?:\w+\s)?(?:easy|easier|simple|simpler|possible|fun|safe|quick|effortless|affordable)"
    r"\s(?:for\s(?:\w+\s){1,3})?to\s"
)


# "teaches coding to teenagers": whom it is for
_TAUGHT_TO = re.compile(
    r"\sto\s(?=(?:[a-z]+\s)?(?:kids|children|teen\w*|adults|beginners|seniors|students|women|men"
    r"|people|parents|families|girls|boys|everyone)\b)"
)
# "teaches beginners to play their first song": what they will be able to do
_ABLE = re.compile(
    r"(?:[a-z-]+\s){0,2}(?:beginners|adults|kids|children|students|people|seniors|teens|everyone"
    r"|women|men|families|parents|employees|users|clients|customers)\s(?:how\s)?to\s"
    r"(?P<what>[a-z].+)",
    re.IGNORECASE,
)


def _parts(rest: str) -> tuple[Part, ...]:
    """What follows the format, split at the words that say what each piece is for."""
    rest = _LOOKS.sub("", rest)
    titles = kept_spans(rest)
    links = [
        link
        for link in _LINK.finditer(rest)
        if not any(start < link.start() < end for start, end in titles)
    ]
    parts: list[Part] = []
    lead = rest[: links[0].start()] if links else rest
    if lead.strip(" ,.;:" + HOLE):
        parts.append(_lead(lead))
    ends = [link.start() for link in links[1:]] + [len(rest)] * bool(links)
    for link, end in zip(links, ends, strict=True):
        text, kind = _EASY.sub("", rest[link.end() : end].strip()), link.lastgroup or "topic"
        if kind in ("goods", "about") and (able := _ABLE.match(text)):
            text = re.sub(r"\btheir\b", "your", able["what"])
        taught = re.search(r"teach|promot|advertis|introduc|market", link[0], re.IGNORECASE)
        text = _TAUGHT_TO.sub(" for ", text) if taught else text
        if (
            kind == "for"
            and parts
            and parts[-1].kind == "picture"
            and _GUIDE.search(parts[-1].text)
        ):
            text, kind = f"{parts.pop().text} for {text}", "topic"
        if kind == "for" and parts and (guide := _LISTING.match(parts[-1].text)):
            text, kind = f"{guide['guide']} for {text}", "topic"
            parts.pop()
        lasting = parts and parts[-1].kind == "ask" and text[:1].isdigit()  # "for 20 seconds"
        if kind == "for" and not lasting and not any(p.kind in _LEADING for p in parts):
            kind = "topic"
        if kind == "for" and parts and parts[-1].kind == "goods" and _whole_goods(parts[-1], text):
            text, kind = f"{parts.pop().text} for {text}", "goods"
        if text.strip(" ,.;:"):
            parts.append(Part(kind, text))
    return _pictured(parts, lead)


def _whole_goods(goods: Part, whom: str) -> bool:
    """ "software" and "hospitals": one word of goods is told by those whom it is for."""
    one = re.fullmatch(r"[a-z]{4,}", goods.text.strip())
    return bool(one and re.match(r"(?:[a-z]+\s?){1,3}\.?$", whom.strip()))


_LOOK = rf"(?:{'|'.join(sorted(_STYLE - _NO_LOOK))})"
# ", whimsical and colorful": how it is to look, behind what it is about
_LOOKS = re.compile(
    rf",\s{_LOOK}(?:(?:,\s(?:and |but |yet )?|\s(?:and|but|yet)\s){_LOOK})*"
    r"(?=\s*(?:[,.;]|$)|\s(?:with|in|using|featuring)\s)",
    re.IGNORECASE,
)


def _pictured(parts: list[Part], lead: str) -> tuple[Part, ...]:
    """ "A poster of a motorcycle for the Riders Rally" shows the one and is about the other."""
    named = [p for p in parts if p.kind == "for" and re.match(r"(?:the |our )?[A-Z]", p.text)]
    worded = any(p.kind == "says" for p in parts)
    if not re.match(r"\s*of an?\s", lead) or not (named or worded):
        return tuple(parts)
    shown = [parts[0]._replace(kind="picture"), *parts[1:]]
    return tuple(p._replace(kind="topic") if p in named else p for p in shown)
