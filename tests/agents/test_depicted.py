"""What the request says of the picture, and what of it leads."""

import pytest

from agents.depicted import depicted_in
from agents.instruction import parse
from agents.lexicon import icons_for
from agents.reader.copy import copy_in
from agents.strategy import strategy_for
from generators.artist.naming import members_of, thing_of
from layout.systems import SYSTEMS


def things(subjects: tuple[str, ...]) -> list[str]:
    """What is shown, whoever drew it."""
    return [thing_of(one) for name in subjects for one in members_of(name)]


@pytest.mark.parametrize(
    ("request_", "asked"),
    [
        ("A logo for a camping shop with a mountain illustration.", ("mountain",)),
        ("The design features a red heart and hands.", ("red heart",)),
        ("The image shows a farmer harvesting vegetables.", ("farmer figure", "vegetable")),
        ("The image features an adorable baby drinking from a bottle.", ("baby bottle",)),
        ("Include images of cutlery, candles, and flowers.", ("cutlery", "candle", "flower")),
        ("A card with cherry blossoms and the message of hope.", ("cherry blossom",)),
        ("A spa logo with a lotus flower.", ("lotus flower",)),
        ("A real estate logo with a key icon.", ("key symbol",)),
        ("The design shows a steaming cup of coffee on top of books.", ("coffee", "books")),
        ("A card with a rainbow after the storm.", ("rainbow",)),
        ("A welcome card featuring house keys.", ("house key",)),
        ("A poster with hands holding a seedling.", ("hands seedling figure",)),
        ("A card with a cloud shaped like a skull.", ("cloud",)),
        ("A flyer with an old Labrador on a rug.", ("labrador",)),
        ("A card showing a laptop sprouting leaves.", ("laptop", "leaves")),
        ("A card showing an owl on a stack of books.", ("owl", "books")),
        ("A poster featuring three candles among fallen leaves.", ("candle", "fallen leaves")),
        ("A poster featuring a lighthouse with its lamp lit.", ("lighthouse",)),
        ("A poster featuring a mountain of hoodies.", ("hoodie",)),
        ("A poster featuring a volcano model.", ("volcano",)),
        ("A poster featuring floury hands kneading dough.", ("hands floury figure",)),
        ("A flyer for a house painting company.", ()),
        ("A poster with a blue and orange background.", ()),
        ("Include the church address and the date.", ()),
        ("The card includes a 20% discount offer.", ()),
    ],
)
def test_the_picture_shows_what_the_request_says_of_it(request_, asked):
    assert depicted_in(request_).asked == asked


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        ("A poster for a coworking space with a woman at a laptop.", "woman-at-laptop"),
        ("The image shows a businessman working on his laptop.", "man-at-laptop"),
        ("A flyer with a couple dancing for the salsa night.", "couple-dancing"),
        ("A flyer with a man and a woman in love.", "couple-in-love"),
        ("A banner featuring a happy family with two kids.", "family-with-children"),
        ("A poster showing friends raising their glasses.", "friends-toasting"),
        ("A poster with a boy playing soccer.", "footballer-kicking-ball"),
        ("A poster with two women laughing over coffee.", "friends-over-coffee"),
        ("A banner with a businesswoman presenting a chart.", "woman-presenting-chart"),
        ("A Mother's Day card with a mother and daughter.", "mother-with-daughter"),
        ("A flyer with a photo of a woman.", "woman-waving-hello"),
    ],
)
def test_people_are_shown_at_what_they_do(request_, hero):
    assert things(strategy_for(parse(request_)).subjects)[0] == hero


def test_what_somebody_holds_or_stands_before_tells_more_than_that_somebody_is_there():
    assert depicted_in("A poster with a woman holding a fox.").asked == ("fox",)
    assert depicted_in("A poster with a girl and her sheep.").asked == ("sheep",)


def test_a_thing_of_somebody_is_no_person():
    assert depicted_in("An image of a woman's shoes on a shelf.").asked == ("shoe",)


def test_a_theme_is_decor_and_showcased_things_are_goods():
    seen = depicted_in("A vintage store with a cozy fireplace theme, showcasing old radios.")
    assert seen.decor == ("fireplace",) and seen.goods == ("radio",)


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        ("A logo for a tutoring service named Wise Minds featuring an owl.", "owl"),
        ("A Valentine's Day billboard for a cupcake sale. Use heart themed graphics.", "cupcake"),
        ("A New Year's special offer on a coffee maker.", "espresso-machine"),
        ("A dinosaur themed birthday party invitation.", "sauropod"),
        ("A post about our bowling league.", "bowling"),
        ("A St. Patrick's Day pub flyer.", "shamrock"),
    ],
)
def test_what_is_said_and_sold_comes_before_house_and_occasion(request_, hero):
    assert hero in things(strategy_for(parse(request_)).subjects)[:2]


def test_things_named_together_keep_company_and_lead_the_rest():
    brief = parse("Include Christmas elements such as a Christmas tree and gifts.")
    assert brief.subject.value == "christmas tree" and brief.subject.provenance == "user"
    assert things(strategy_for(brief).subjects)[:2] == ["christmas-tree", "wrapped-gift"]


def test_no_system_without_pictures_is_chosen_for_one_that_is_asked_for():
    fits = strategy_for(parse("A camping shop logo with a mountain illustration.")).fits
    assert fits and not any(SYSTEMS[name].family in ("words", "abstract") for name in fits)


@pytest.mark.parametrize(
    ("request_", "first"),
    [
        ("Flyer for our soap shop, Suds & Sorrel. Show a mountain lake.", "mountain lake"),
        ("Poster for the spring service week. Maybe a bike hanging from a tree.", "bike"),
        ("Card for a furniture shop. Picture: a wing-backed armchair.", "armchair"),
        ("Poster for a folk night. Woodcut, two colours, a trout with a fiddle.", "trout"),
        ("Yoga at Hollow Farm, Sundays 9 am. A goat balancing on the back of a man.", "goat"),
        ("Poster for our florist shop Bloom. Hydrangeas drooping from a jug.", "hydrangea"),
        ("Poster for a repair shop. Show a phone wearing a bandage.", "phone symbol"),
        ("Flyer for a bakery, a loud jumble of prices. Make it look like a ransom note.", ""),
        ("Poster for a market. Black and white with one pop of colour.", ""),
    ],
)
def test_a_picture_may_be_told_without_a_word_for_it(request_, first):
    assert next(iter(depicted_in(request_, copy_in(request_).pictured()).asked), "") == first


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        ("Poster for a blues night, a red electric guitar on black.", "guitar"),
        ("A postcard for our inn by the sea with a blue fishing boat on the sand.", "fishing-boat"),
        ("Ad for a new perfume in a black bottle with gold cap.", "perfume"),
        ("Baby shower invitation for Mia, woodland animals, fox and owl.", "fox"),
        ("Poster for a cleanup of the coast, bring gloves, 20 September.", "broom"),
    ],
)
def test_coloured_things_and_decor_of_occasions_are_shown_and_not_what_is_to_be_brought(
    request_, hero
):
    assert things(strategy_for(parse(request_)).subjects)[0] == hero


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        ("Ad for a travel agency with guided tours to Egypt.", "pyramids"),
        ("Airline ad: fly to Paris from $99.", "eiffel-tower"),
        ("Post for handmade pierogi. Show a rustic wooden table.", "dumpling"),
        ("Card for a Hot Air Balloon Ride with balloons over a misty valley.", "hot-air-balloon"),
    ],
)
def test_a_journey_shows_its_place_and_a_surface_yields_to_what_is_served(request_, hero):
    assert things(strategy_for(parse(request_)).subjects)[0] == hero


@pytest.mark.parametrize(
    ("request_", "hidden"),
    [
        ("Poster for our yoga retreat. No candles, no incense. Saffron and green.", "candle"),
        ("Menu for a soup bar, with plenty of white space for prices.", "rocket"),
        ("Poster for our choir. We meet opposite the pharmacy, bring a chair.", "pill-bottle"),
        ("T-shirt front for the hen do: Team Bettina. Hot pink.", "t-shirt"),
        ("A poster about the water cycle that highlights each stage.", "stage-curtain"),
        ("Flyer for bookkeepers. Lavender and mustard, calm.", "lavender"),
        ("Logo for a maker of herbal tea, with an earthy palette.", "artist-palette"),
        ("Poster: old phones wanted until the Easter holidays, a gorilla.", "painted-egg"),
    ],
)
def test_what_is_refused_or_meant_otherwise_is_not_shown(request_, hidden):
    assert hidden not in things(strategy_for(parse(request_)).subjects)


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        ("Cover for a talk. Calm, a single feather.", "feather"),
        ("Ad for flower delivery. Bouquets: roses, peonies, sunflowers.", "rose"),
        ("Poster about antibiotic resistance: never share antibiotics.", "pill"),
        ("Thumbnail for our video Japan on a budget, from a vlogger couple.", "mount-fuji"),
    ],
)
def test_what_is_listed_or_stands_alone_is_shown_and_advice_forbids_nothing(request_, hero):
    assert hero in things(strategy_for(parse(request_)).subjects)[:3]


def test_a_piano_teacher_who_wants_no_keyboard_gets_none():
    request = (
        "Business card for a piano teacher, Ada Blythe. Don't show a keyboard or a treble clef."
    )
    shown = things(strategy_for(parse(request)).subjects)
    assert not {"musical-keyboard", "musical-score"}.intersection(shown)


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        (
            "Ad for a dim sum set at Jade Lantern. Use red and gold and ask people to book.",
            "dim-sum-basket",
        ),
        ("Review ad for a driving school with five stars.", "automobile"),
        (
            "Card with a bear under a quilt. It has soft colors and tells the reader to rest.",
            "bear",
        ),
        ("A menu for a deli: Samosa $5. Mark vegan dishes with a leaf.", "samosa"),
        ("Loyalty card for a bubble tea shop with ten stamps shaped like pearls.", "bubble-tea"),
        ("A barbecue invitation. Add the note 'No gifts, just stories'.", "kettle-grill"),
        ("Advertise oysters for $18 and house white wine for $6 a glass.", "oyster"),
        ("Safety poster, one worker seen from below against the sky.", "builder-with-hammer"),
        ("An ad with palm leaves and a girl building a sand castle.", "child-building-sandcastle"),
    ],
)
def test_directions_signs_and_trimmings_do_not_lead(request_, hero):
    assert hero in things(strategy_for(parse(request_)).subjects)[:2]


@pytest.mark.parametrize(
    ("request_", "hero"),
    [
        ("Promote the end of summer clearance on kayaks at Otter Point.", "kayak"),
        ("A Father's Day card for a dad who loves fishing.", "fishing-pole"),
        ("Design a logo for an esports team named Copper Wolves.", "wolf"),
        ("A ticket for a school trip to the planetarium.", "telescope"),
        ("Announce that Milo's Bike Repair has moved.", "bicycle"),
        ("A business card for a veterinary surgeon for horses.", "horse"),
        ("Invite volunteers to a beach clean-up.", "litter-picking"),
        ("Design a post to thank volunteers after a beach clean-up.", "litter-picking"),
        ("Facebook ad for a school that teaches Japanese to beginners.", "shinto-shrine"),
        ("Create a menu for a food truck called Rolling Pierogi.", "food-truck"),
        ("A flyer for a lost parrot with green feathers.", "parrot"),
        ("A billboard for an apple orchard where families pick their own fruit.", "red-apple"),
        ("A bridal shower invitation with a tea party theme.", "teapot"),
        ("A Mother's Day card with a mother elephant hugging its baby.", "elephant"),
        ("An Instagram post announcing a shark documentary.", "shark"),
        ("A flyer that shows a house painter in front of a white house.", "painter-with-roller"),
        ("An invitation to a cocktail evening, city lights in the background.", "cocktail-glass"),
        ("Flyer: Foam Party this Saturday. Ladies free. Club Mango, Ayia Napa.", "bubbles"),
    ],
)
def test_what_is_meant_leads_over_the_occasion_and_the_trade(request_, hero):
    brief = parse(request_)
    shown = {thing for n in range(3) for thing in things(strategy_for(brief, n).subjects[:1])}
    assert hero in shown


@pytest.mark.parametrize(
    ("request_", "uninvited"),
    [
        ("A banner for a maritime law firm with a cargo ship at sea.", "balance-scale"),
        ("A Hanukkah card with a silver menorah and nine candles.", "dreidel"),
        ("An ad showing a passenger asleep by an airplane window.", "room-place"),
        ("Flyer for a yoga class. The picture shows socks on a wooden floor.", "yoga-mat"),
    ],
)
def test_nothing_joins_a_scene_that_is_told(request_, uninvited):
    assert uninvited not in strategy_for(parse(request_)).subjects[0]


@pytest.mark.parametrize(
    ("picture", "hero"),
    [
        ("a bear in bed with a thermometer", "bear-in-bed"),
        ("balls of wool in mustard, grey and pine green in a basket", "basket-of-wool"),
        ("ripe purple plums on a branch", "plum-branch"),
        ("an older couple laughing as they waltz", "older-couple-dancing"),
        ("a beekeeper in a white veil lifting a frame full of bees", "beekeeper-with-frame"),
        ("a group of people collecting plastic bottles on the shore", "people-collecting-litter"),
        ("a vintage car facing a wall", "vintage-car"),
        ("a baby sleeping in a knitted hat in a basket", "sleeping-baby"),
        ("an old woman mending a toaster with a young man", "old-woman-waving"),
        ("raspberries on a twig with an ink drawing look", "raspberry"),
        ("a puppy in a basket", "puppy-in-basket"),
        ("a record player by the window", "turntable"),
        ("four women in long coats singing in the snow", "choir-singing"),
        ("an older man at a laptop with a young helper beside him", "old-man-at-laptop"),
        ("a boy looking through a telescope at a starry sky", "child-at-telescope"),
        ("tools, a checkered shirt pattern and a big smile", "toolbox"),
    ],
)
def test_whole_phrases_and_what_people_do_have_their_drawings(picture, hero):
    brief = parse(f"Create a poster. The image features {picture}.")
    assert icons_for(brief.subject.value)[0] == hero


def test_what_people_suffer_from_is_not_shown():
    told = "Create an ad for a mattress company for people with back pain."
    assert "back pain" not in (*parse(told).companions, parse(told).subject.value)


def test_of_a_bowl_that_is_seen_what_is_in_it_is_shown():
    told = "A thumbnail for a ramen recipe. The image should show a steaming bowl with noodles."
    assert icons_for(parse(told).subject.value)[0] == "ramen-bowl"


@pytest.mark.parametrize(
    "told",
    ["Create an Instagram story to promote a sneaker giveaway.", "A flyer for a lost pet service."],
)
def test_nothing_unasked_joins_a_thing(told):
    assert len(strategy_for(parse(told, system="swiss")).subjects[0].split("+")) == 1


def test_the_shop_does_not_join_what_its_picture_shows():
    told = "Create a poster for a local shop. The image features a teapot beside a book."
    assert "local shop" not in parse(told).companions
