"""Are wrong facts found, and right ones left in peace? Plants errors into correct requests.

    python benchmarks/planted.py [--count 100] [--seed 1] [--clean FILE.csv] [--details] [-o FILE]

Counts what was found by kind, then the false alarms by rule over the requests before planting and
over a CSV of clean requests (columns id and request). A date that is over is true of that CSV, no
alarm. No request is printed without --details.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
import time
from collections import Counter
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import NamedTuple

from agents.brief import Brief
from agents.doubts import Doubt
from agents.instruction import parse
from agents.sanity import doubts_in

TODAY = date(2026, 11, 25)
TRADES = (
    ("Blue Heron", "jazz concert", "ticket"), ("Lindgren", "ceramics workshop", "place"),
    ("Casa Moreno", "tapas evening", "menu"), ("Northgate", "climbing course", "ticket"),
    ("Velvet Room", "comedy night", "ticket"), ("Hollis", "book fair", "ticket"),
    ("Green Acre", "farm tour", "ticket"), ("Pixelworks", "coding camp", "place"),
    ("St. Mary's", "charity run", "ticket"), ("Oakwood", "wine tasting", "glass"),
    ("Riverside", "flower market", "bouquet"), ("Kestrel", "photography class", "session"),
    ("Marlowe", "theatre premiere", "seat"), ("Sunrise", "yoga retreat", "session"),
    ("Old Mill", "craft beer festival", "ticket"), ("Tindra", "winter sale", "jacket"),
)  # fmt: skip
HEADLINES = (
    "An evening of music and friends", "Discover something beautiful", "Welcome to our community",
    "Everything you need for summer", "Fresh flavours every weekend", "Celebrate together with us",
    "Grand opening celebration", "The perfect present for everyone", "Learn from the professionals",
    "Adventure starts right here", "Your favourite neighbourhood restaurant",
    "Exclusive furniture collection", "Unforgettable family experience", "Handmade with passion",
    "Limited edition jewellery", "Limited time offer on breakfast",
)  # fmt: skip
OPENINGS = (
    "Design a poster for the {brand} {event}.", "Create an Instagram post for {brand}: {event}.",
    "We need a flyer promoting a {event} by {brand}.", "A Facebook event cover, {event}, {brand}.",
    "Please design an A4 leaflet for our {event} at {brand}.", "{event} at {brand}, make a banner.",
)  # fmt: skip
KEYS = {"a": "s", "e": "r", "i": "o", "o": "p", "t": "y", "n": "m", "s": "d", "r": "t", "l": "k"}


class Facts(NamedTuple):
    """What a correct request says; an error changes one of these strings."""

    headline: str
    when: str
    hours: str
    price: str
    web: str
    mail: str
    phone: str
    more: str = ""


class Planted(NamedTuple):
    kind: str
    wrong: str  # the words that are wrong
    request: str


def main() -> None:
    options = _options()
    planted = [plant(number, options.seed) for number in range(options.count)]
    if options.output:
        _write(options.output, planted)
    _report_found(planted, options.details)
    correct = [request_of(number, options.seed) for number in range(options.count)]
    _report_alarms("requests before planting", correct, options.details)
    if options.clean:
        rows = csv.DictReader(options.clean.open(encoding="utf-8-sig", newline=""))
        _report_alarms(options.clean.name, [row["request"] for row in rows], options.details)


def request_of(number: int, seed: int) -> str:
    chance = random.Random(f"facts/{seed}/{number}")
    return _written(_facts(chance), number, seed)


def plant(number: int, seed: int) -> Planted:
    """The request of this number with one error in it."""
    facts = _facts(random.Random(f"facts/{seed}/{number}"))
    kinds = tuple(ERRORS)
    kind = kinds[number % len(kinds)]
    chance = random.Random(f"error/{seed}/{number}")
    wrong, changed = ERRORS[kind](facts, chance)
    return Planted(kind, wrong, _written(changed, number, seed))


def _facts(chance: random.Random) -> Facts:
    day = TODAY + timedelta(days=chance.randint(20, 330))
    start, length = chance.randint(9, 20), chance.randint(1, 3)
    brand = chance.choice(TRADES)[0].lower().replace(" ", "").replace(".", "").replace("'", "")
    end = chance.choice((".com", ".org", ".co.uk", ".net", ".studio"))
    amount = chance.choice(("{}", "{}.50", "{}.00")).format(chance.randint(6, 95))
    digits = "".join(str(chance.randint(2, 9)) for _ in range(10))
    return Facts(
        chance.choice(HEADLINES),
        _day_written(day, chance),
        _hours_written(start, start + length, chance),
        chance.choice(("${}", "€{}", "£{}", "{} €")).format(amount),
        chance.choice(("www.{}{}", "https://{}{}", "{}{}/book")).format(brand, end),
        f"{chance.choice(('info', 'hello', 'book.now', 'office'))}@{brand}{end}",
        chance.choice(("({0}) {1}-{2}", "{0}-{1}-{2}", "+1 {0} {1} {2}", "{0} {1} {2}")).format(
            digits[:3], digits[3:6], digits[6:]
        ),
    )


def _day_written(day: date, chance: random.Random) -> str:
    form = chance.choice(
        ("{w}, {d} {m} {y}", "{w}, {m} {d}{o}", "{m} {d}, {y}", "{d} {m}", "{a} {d} {b} {y}",
         "{d}.{n}.{y}", "{w} the {d}{o} of {m}")
    )  # fmt: skip
    ends = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
    return form.format(
        w=f"{day:%A}", a=f"{day:%a}", d=day.day, m=f"{day:%B}", b=f"{day:%b}", y=day.year,
        n=f"{day.month:02}", o=ends.get(day.day, "th"),
    )  # fmt: skip


def _hours_written(start: int, end: int, chance: random.Random) -> str:
    if chance.random() < 0.4:
        return f"{start:02}:{chance.choice(('00', '30'))}"
    mark = chance.choice(("{} – {}", "{} to {}", "from {} until {}"))
    if chance.random() < 0.5:
        return mark.format(f"{start}:00", f"{end}:30")
    return mark.format(_twelve(start), _twelve(end))


def _twelve(hour: int) -> str:
    return f"{(hour - 1) % 12 + 1} {'am' if hour < 12 else 'pm'}"


def _written(facts: Facts, number: int, seed: int) -> str:
    chance = random.Random(f"words/{seed}/{number}")
    brand, event, thing = chance.choice(TRADES)
    opening = chance.choice(OPENINGS).format(brand=brand, event=event)
    quoted = chance.choice(('The headline is "{}".', "Title: {}.", "The text reads '{}'."))
    when = chance.choice(("It takes place on {}, {}.", "When: {}, {}.", "Join us on {}, {}."))
    price = chance.choice((f"One {thing} costs {{}}.", "The price is {}.", "Only {} per person."))
    parts = [
        opening, quoted.format(facts.headline), when.format(facts.when, facts.hours),
        price.format(facts.price), chance.choice(("More at {}.", "Book at {}")).format(facts.web),
        chance.choice(("E-mail: {}", "Write to {}.")).format(facts.mail),
        chance.choice(("Call {}.", "Phone {}")).format(facts.phone), facts.more,
    ]  # fmt: skip
    return " ".join(part for part in parts if part).replace("{brand}", brand)


# Errors: each gives the wrong words and the facts with them.


def _weekday(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    day = TODAY + timedelta(days=chance.randint(20, 330))
    other = day + timedelta(days=chance.randint(1, 6))
    form = chance.choice(("{}, {} {} {}", "{} {} {} {}", "{} the {} of {} {}"))
    wrong = form.format(f"{other:%A}", day.day, f"{day:%B}", day.year)
    return wrong, facts._replace(when=wrong)


def _no_such_day(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    month, most = chance.choice((("February", 30), ("April", 31), ("June", 31), ("November", 31)))
    day = chance.randint(most, most + 3)
    form = chance.choice(("{d} {m} 2027", "{m} {d}, 2027", "{m} {d}th", "{d}.{n}.2027"))
    number = {"February": "02", "April": "04", "June": "06", "November": "11"}[month]
    wrong = form.format(d=day, m=month, n=number)
    return wrong, facts._replace(when=wrong)


def _over(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    day = TODAY - timedelta(days=chance.randint(5, 1500))
    form = chance.choice(
        ("{:%d %B %Y}", "{:%B %d, %Y}", "{:%Y-%m-%d}", "{:%d.%m.%Y}", "{:%b %d %Y}")
    )
    wrong = form.format(day)
    return wrong, facts._replace(when=wrong)


def _days_backwards(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    low, high = sorted(chance.sample(range(2, 28), 2))
    month = chance.choice(("January", "March", "May", "July"))
    form = chance.choice(
        (
            "{h}–{l} {m} 2027",
            "{m} {h}-{l}, 2027",
            "{h} {m} to {l} {m} 2027",
            "{m} {h} until {m} {l}",
        )
    )
    wrong = form.format(h=high, l=low, m=month)
    return wrong, facts._replace(when=wrong)


def _hours_backwards(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    late, early = chance.randint(15, 16), chance.randint(8, 14)
    if chance.random() < 0.5:
        wrong = chance.choice(("{}:00 – {}:00", "{}:30-{}:30")).format(late, early)
    else:
        mark = chance.choice(("{} – {}", "{} to {}", "from {} until {}"))
        wrong = mark.format(_twelve(late), _twelve(early))
    return wrong, facts._replace(hours=wrong)


def _no_such_time(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    forms: tuple[Callable[[], str], ...] = (
        lambda: f"{chance.randint(25, 32)}:{chance.choice(('00', '15', '30'))}",
        lambda: f"{chance.randint(13, 23)} {chance.choice(('pm', 'am', 'p.m.'))}",
        lambda: f"{chance.randint(1, 11)}:{chance.randint(60, 95)} pm",
        lambda: f"{chance.randint(9, 21)}:{chance.randint(60, 95)}",
    )
    wrong = chance.choice(forms)()
    return wrong, facts._replace(hours=wrong)


def _percent(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    number = chance.choice((105, 110, 120, 150, 200, 300, 500))
    form = chance.choice(
        ("Save {}% today!", "{}% off everything.", "Enjoy a discount of {} percent.",
         "Everything is reduced by {} %.", "Get up to {}% off.", "Only today {}% discount!")
    )  # fmt: skip
    return str(number), facts._replace(more=form.format(number))


def _mail(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    name, host = facts.mail.split("@")
    bare, end = host.split(".", 1)
    wrong = chance.choice(
        (f"{name}@@{host}", f"{name}@{bare}", f"{name}@{bare},{end}", f"{name}@{bare}..{end}",
         f"@{bare}.{end}@", f"{name}@.{end}", f"{name} @{host}", f"{name}.@{host}",
         f"{name}@{bare}.con", f"{name}@{bare}@{end}", f"{name}@{bare}.")
    )  # fmt: skip
    return wrong, facts._replace(mail=wrong)


def _web(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    host = facts.mail.split("@")[1]
    bare, end = host.split(".", 1)
    wrong = chance.choice(
        (f"www.{bare},{end}", f"htp://{host}", f"http:/{host}", f"www.{bare}", f"wwww.{host}",
         f"www..{host}", f"www. {host}", f"https//{host}", f"ww.{host}", f"www.{bare}.cmo",
         f"https:{host}", f"www,{host}", f"http://{bare}", f"htttps://{host}")
    )  # fmt: skip
    return wrong, facts._replace(web=wrong)


def _phone(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    cut = chance.randint(1, 3)
    wrong = facts.phone[:-cut] if chance.random() < 0.6 else f"{facts.phone}{10**cut // 7}"
    if len(re.sub(r"\D", "", wrong)) in (7, 8, 9) and wrong[0].isdigit() and " " in wrong:
        wrong = wrong[:6]  # else it may be a number of another country
    return wrong, facts._replace(phone=wrong)


def _two_prices(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    first, second = chance.sample(range(10, 90), 2)
    thing = chance.choice(("ticket", "seat", "session", "menu", "poster"))
    form = chance.choice(
        ("A {t} costs ${a}. Put the price ${b} per {t} in a badge.",
         "{t}s are ${a}. Get your {t} for ${b} now.",
         "Each {t} is €{a}. At the bottom say that a {t} costs €{b}.")
    )  # fmt: skip
    more = form.format(t=thing, a=first, b=second)
    return str(second), facts._replace(price="$5 per programme", more=more)


def _dearer(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    low, high = sorted(chance.sample(range(10, 90), 2))
    form = chance.choice(
        ("Was ${l}, now only ${h}.", "Now ${h} instead of ${l}!", "Regular price ${l}, today ${h}.",
         "Reduced from €{l} to €{h}.", "${h} (was ${l}).", "Old price £{l}, new price £{h}.",
         "Originally ${l}, now just ${h}.")
    )  # fmt: skip
    return str(high), facts._replace(more=form.format(l=low, h=high))


def _two_numbers(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    places = [i for i, c in enumerate(facts.phone) if c.isdigit()][4:]
    place = chance.choice(places)
    digit = str((int(facts.phone[place]) + chance.randint(2, 8)) % 10)
    wrong = facts.phone[:place] + digit + facts.phone[place + 1 :]
    more = chance.choice(("Repeat at the bottom: call {}.", "Footer: phone {}", "Tel. {}"))
    return wrong, facts._replace(more=more.format(wrong))


def _two_hosts(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    host = facts.mail.split("@")[1]
    bare, end = host.split(".", 1)
    other = chance.choice((f"{_slipped(bare, chance)}.{end}", f"{bare}.{_other_end(end)}"))
    more = chance.choice(("Footer: www.{}", "The website www.{} goes below.", "Visit {}!"))
    return other, facts._replace(more=more.format(other))


def _other_end(end: str) -> str:
    return "org" if end != "org" else "com"


def _two_names(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    name = chance.choice(("Kestrina", "Lindquist", "Marlovski", "Tindrasol", "Brunelli", "Zappora"))
    wrong = name[0] + _slipped(name[1:], chance)
    more = chance.choice(
        ("The evening is hosted by {a}. Thank {b} at the bottom.", "Sponsored by {a}, logo of {b}.",
         "With {a} on stage; {b} signs records afterwards.")
    )  # fmt: skip
    return wrong, facts._replace(more=more.format(a=name, b=wrong))


def _two_days(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    first, second = chance.sample(range(1, 29), 2)
    month = chance.choice(("April", "June", "September"))
    wrong = f"{second} {month}"
    more = chance.choice(
        ("See you on {}!", "Don't miss it on {}.", "Put the date {} in a circle.",
                          "Save the date: {}", "The show is on {}.")
    )  # fmt: skip
    return wrong, facts._replace(when=f"{first} {month}", more=more.format(wrong))


def _two_times(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    first, second = chance.sample(range(13, 22), 2)
    more = chance.choice(
        ("We start at {}.", "See you at {}!", "The show begins at {}", "Be there at {}.")
    )
    wrong = f"{second}:30"
    return wrong, facts._replace(hours=_twelve(first), more=more.format(wrong))


def _late_deadline(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    first, second = sorted(chance.sample(range(1, 29), 2))
    form = chance.choice(("RSVP by {}.", "Please register by {}.", "Sign up before {}!"))
    wrong = f"{second} May 2027"
    return wrong, facts._replace(when=f"{first} May 2027", more=form.format(wrong))


def _misspelling(facts: Facts, chance: random.Random) -> tuple[str, Facts]:
    words = facts.headline.split()
    long = [i for i, word in enumerate(words) if len(word) > 5]
    place = chance.choice(long)
    wrong = words[place][0] + _slipped(words[place][1:], chance)
    words[place] = wrong
    return wrong, facts._replace(headline=" ".join(words))


def _slipped(word: str, chance: random.Random) -> str:
    """One slip of the fingers: a letter lost, doubled, exchanged with the next, or mistaken."""
    while True:
        i = chance.randrange(len(word) - 1)
        made = chance.choice((
            word[:i] + word[i + 1 :], word[:i] + word[i] + word[i:],
            word[:i] + word[i + 1] + word[i] + word[i + 2 :],
            word[:i] + KEYS.get(word[i], word[i]) + word[i + 1 :],
        ))  # fmt: skip
        if made != word:
            return made


ERRORS: dict[str, Callable[[Facts, random.Random], tuple[str, Facts]]] = {
    "weekday and date disagree": _weekday,
    "impossible date": _no_such_day,
    "date that is over": _over,
    "days run backwards": _days_backwards,
    "hours run backwards": _hours_backwards,
    "impossible time": _no_such_time,
    "more than 100 percent off": _percent,
    "malformed e-mail": _mail,
    "malformed web address": _web,
    "malformed phone number": _phone,
    "two prices for one thing": _two_prices,
    "new price above the old": _dearer,
    "phone written two ways": _two_numbers,
    "web address written two ways": _two_hosts,
    "name spelt two ways": _two_names,
    "two dates for one event": _two_days,
    "two times for one event": _two_times,
    "deadline after the event": _late_deadline,
    "misspelt headline": _misspelling,
    "misspelt headline, once more": _misspelling,
}


def _report_found(planted: list[Planted], details: bool) -> None:
    by_kind: dict[str, list[bool]] = {}
    for item in planted:
        found = any(_is_about(doubt, item.wrong) for doubt in _doubts(item.request)[0])
        by_kind.setdefault(item.kind, []).append(found)
        if details and not found:
            print(f"missed {item.kind}: {item.wrong!r} in: {item.request}")
    for kind, hits in by_kind.items():
        print(f"{kind:32}{sum(hits):4} of {len(hits)}")
    hits = [hit for found in by_kind.values() for hit in found]
    print(f"found {sum(hits)} of {len(hits)} = {sum(hits) / len(hits):.1%}")


def _report_alarms(name: str, requests: list[str], details: bool) -> None:
    alarmed, slowest = 0, 0.0
    rules: Counter[str] = Counter()
    for request in requests:
        doubts, seconds = _doubts(request)
        slowest = max(slowest, seconds)
        wrong = [doubt for doubt in doubts if doubt.rule != "fact-past"]
        alarmed += bool(wrong)
        rules.update(doubt.rule for doubt in wrong)
        for doubt in wrong if details else ():
            print(f"alarm {doubt.rule}: {doubt.line} in: {request[:300]}")
    share = f"{alarmed} of {len(requests)} = {alarmed / max(1, len(requests)):.1%}"
    print(f"{name}: alarms on {share}, slowest {slowest * 1e3:.1f} ms, {dict(rules)}")


def _doubts(request: str) -> tuple[tuple[Doubt, ...], float]:
    brief: Brief = parse(request)
    started = time.perf_counter()
    return doubts_in(brief, TODAY), time.perf_counter() - started


def _is_about(doubt: Doubt, wrong: str) -> bool:
    """Whether the doubt speaks of the planted words, and not of something beside them."""
    plain, words = (re.sub(r"\W", "", text).lower() for text in (doubt.line, wrong))
    quoted = re.sub(r"\W", "", doubt.text).lower()
    return words in plain or (len(quoted) > 2 and quoted in words)


def _write(path: Path, planted: list[Planted]) -> None:
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(("id", "kind", "wrong", "request"))
        writer.writerows((n, *item) for n, item in enumerate(planted, 1))


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--clean", type=Path, metavar="FILE.csv")
    parser.add_argument("--details", action="store_true", help="print what was missed or alarmed")
    parser.add_argument("-o", "--output", type=Path, metavar="FILE.csv")
    return parser.parse_args()


if __name__ == "__main__":
    main()
