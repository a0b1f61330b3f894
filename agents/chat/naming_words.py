"""What people call the parts of a design: roles by other names, pronouns, nouns of no weight."""

from __future__ import annotations

import re

PRONOUN = re.compile(
    r"(?:it|this|that|them|these|those|both(?: of (?:them|these))?|(?:this|that|the same"
    r"|the selected|selected|the current|current) (?:one|ones|thing|layers?|text|item|element"
    r"|line|bit|row|entry|dish|selection)?|(?:these|those) (?:ones|layers|two|three|texts|elements"
    r"|things)"
    r"|the (?:selection|selected))\b ?"
)
ALL_TEXT = re.compile(
    r"(?:all|every|the|any|each)?(?: of)?(?: the| this| my| our)? ?(?:texts?|copy|words|wording"
    r"|lettering|letters|typography|type|writing|fonts?|text layers?|pieces of text)(?: (?:on"
    r"|in) (?:it|this|the (?:page|poster|design|sheet)))?"
)
EVERYTHING = re.compile(
    r"(?:everything|every ?thing|all|all of (?:it|this)|the (?:whole|entire) (?:thing|lot|design"
    r"|poster|page)|all (?:the )?(?:layers|elements|things|objects)|every (?:layer|element)"
    r"|the lot|the (?:design|poster|flyer|layout|page|whole design|card|sheet|piece|post|graphic"
    r"|artwork|invitation|invite|menu|ad|advert|banner))"
    r"(?: (?:on|in) (?:it|this|here|the (?:page|poster|flyer|design|sheet|card|invitation|menu"
    r"|ticket)))?"
)
DETERMINER = re.compile(
    r"^(?:(?:all|both|every|each|any)(?: of)?(?: (?:the|my|our|your|these|those|this|that))?|the"
    r"|my|our|your|his|her|their|its|this|that|these|those|an?|one of the|only the|just the|only"
    r"|just|where it says|that says|which says|saying)(?= |$) ?"
)
NOUN = re.compile(
    r" (?:text|texts|layers?|bits?|parts?|section|elements?|blocks?|words?|copy|area|box|field"
    r"|ones?|piece|columns?|information|info|itself|shape|group|object|thing|stuff|graphic|drawing"
    r"|picture|image|icon|illustration|line|font|lettering|names?|underneath|below it|details?"
    r"|at the (?:top|bottom)"
    r"|on (?:the"
    r"|this) (?:page|poster|sheet|design)|in the (?:corner|middle))$"
)
# phrase -> roles, the likeliest first
ROLES: dict[str, tuple[str, ...]] = {}
for names, roles in (
    ("title|headline|heading|header|main title|main text|main heading|main headline|event name"
     "|name of the event|big text|big words|name|couple|hed|event title|page title"
     "|band name|artist name|act name|show name|club name|band's name"
     "|name of the band|name of the show", "title"),
    ("subtitle|tagline|tag line|subline|sub line|subheading|sub heading|sub-heading|subheadline"
     "|sub-headline|sub-title|sub title|strapline|slogan|secondary text|small title"
     "|second heading|description|job title|job|profession|occupation", "subtitle body quote"),
    ("kicker|eyebrow|overline|small heading", "kicker"),
    ("button|call to action|call-to-action|cta|button label|action button", "cta"),
    ("date|day|dates|when|when it is|what day it is", "date"),
    ("time|times|hours|opening hours|opening times|start time|starting time|hour|start"
     "|what time it is|when it starts", "time"),
    ("venue|place|location|where|where it is|where we are|where it's at", "venue address"),
    ("address|street address|street", "address venue"),
    ("price|cost|fee|entry|entrance|admission|fare|salary|wage|wages|reward|donation"
     "|ticket price|entry fee|entrance fee|amount|prices"
     "|costs|tickets|entry price|what it costs|how much it is|how much it costs|pay"
     "|hourly rate|hourly pay", "price offer"),
    ("offer|discount|deal|percentage|percent|promotion|promo|saving|number|figure|numeral",
     "offer price"),
    ("contact|contact details|contact info|handle|contacts", "contact"),
    ("brand|company|brand name|company name|business name|shop name", "brand"),
    ("logo|logotype|brand mark|our mark", "logo"),
    ("quote|quotation|saying", "quote title"),
    ("signature|sign-off|signoff|closing line|closing", "body quote subtitle"),
    ("body|body copy|paragraph|body text|main copy|intro", "body subtitle"),
    ("legal|small print|fine print|terms|disclaimer|t&cs|terms and conditions", "legal"),
    ("item|items|dish|dishes|entries|list items|dish names|names of the dishes|meals|drinks"
     "|products|acts|speakers|bands|rows|list|class names|classes|course names|workshops|sessions"
     "|names of the classes|price list|things on the list|menu items"
     "|entries on the list|band names|names of the bands|artist names|artists|performers|musicians"
     "|line-up|lineup|line up|programme points|program points|agenda items|agenda|programme|program"
     "|schedule|talks|activities|names of the acts|names of the dishes|product names"
     "|slots|games|stations|packages|rooms|events|plates"
     "|food|foods|services|treatments", "item"),
    ("qr|qr code|qr-code|code", "qr"),
    ("badge|sticker|seal|stamp", "badge"),
    ("frame|border|outline frame", "frame"),
    ("chart|graph|diagram", "chart"),
    ("background|ground|bg|backdrop|page|sheet|canvas|paper|background colour|background color",
     "background"),
    ("picture|image|hero|subject|art|artwork|illustration|drawing|graphic|icon|visual|main image"
     "|main picture|motif|pic|central image|image in the middle", "hero picture"),
    ("shapes|decoration|decorations|ornaments|pattern|patterns|graphics|flourishes"
     "|background shapes|background pattern|graphic elements", "ornament frame texture hero"),
    ("photo|photograph|photos|pic|pictures|images", "picture hero"),
):  # fmt: skip
    for name in names.split("|"):
        ROLES.setdefault(name, tuple(roles.split()))
# of a role only where no text has the word itself: "the fee" in "No joining fee"
_LISTS = ("item", "items", "entries", "list items", "rows", "list", "price list", "menu items",
          "agenda", "schedule", "line-up", "lineup", "line up")  # fmt: skip
SOFT = frozenset(name for name, roles in ROLES.items() if roles[0] == "item") - {*_LISTS} | {
    "fee", "entry", "entrance", "admission", "fare", "donation", "reward", "tickets", "salary",
}  # fmt: skip
# what a contact must hold to be called so
CONTACTS = {
    "website": r"(?i)^(?!.*@).*\w\.[a-z]{2,}", "url": r"(?i)^(?!.*@).*\w\.[a-z]{2,}",
    "link": r"(?i)^(?!.*@).*\w\.[a-z]{2,}", "site": r"(?i)^(?!.*@).*\w\.[a-z]{2,}",
    "web address": r"(?i)^(?!.*@).*\w\.[a-z]{2,}", "web site": r"(?i)^(?!.*@).*\w\.[a-z]{2,}",
    "web": r"(?i)^(?!.*@).*\w\.[a-z]{2,}", "domain": r"(?i)^(?!.*@).*\w\.[a-z]{2,}",
    "phone": r"\d[\d\s()+-]{5,}", "phone number": r"\d[\d\s()+-]{5,}",
    "telephone": r"\d[\d\s()+-]{5,}", "telephone number": r"\d[\d\s()+-]{5,}",
    "number": r"\d[\d\s()+-]{5,}", "mobile": r"\d[\d\s()+-]{5,}", "tel": r"\d[\d\s()+-]{5,}",
    "phone no": r"\d[\d\s()+-]{5,}", "tel no": r"\d[\d\s()+-]{5,}",
    "mobile number": r"\d[\d\s()+-]{5,}", "email": r"\S@\S", "e-mail": r"\S@\S",
    "email address": r"\S@\S", "mail": r"\S@\S", "e-mail address": r"\S@\S",
    "days": r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "weekdays": r"(?i)\b(?:mon|tues|wednes|thurs|fri|satur|sun)day",
    "percent": r"\d ?%", "percentage": r"\d ?%", "percents": r"\d ?%",
    "instagram": r"^@\w", "insta": r"^@\w", "handle": r"^@\w",
}  # fmt: skip
ORDINALS = {
    "first": 0, "1st": 0, "top": 0, "second": 1, "2nd": 1, "third": 2, "3rd": 2, "fourth": 3,
    "4th": 3, "fifth": 4, "last": -1, "bottom": -1, "final": -1, "middle": 1,
}  # fmt: skip
