"""Headlines that only label a design are put as a copywriter would put them."""

import pytest

from agents.imperatives import bidden, ours
from agents.instruction import parse


@pytest.mark.parametrize(
    ("title", "kicker", "request_"),
    [
        ("Coloring and Balayage", "Hair salon",
         "Create an ad for a hair salon that highlights their offers for coloring and balayage"
         " services."),
        ("The Perfect Place to Watch Tennis", "Tennis drinks offer",
         "Create an ad to promote a tennis drinks offer at The Old Goat pub. Show that it's the"
         " perfect place to watch tennis."),
        ("A Relaxed Brunch with Family", "",
         "Create a poster for a brunch event. Encourage people to join for a relaxed brunch with"
         " family."),
        ("Wine Tasting", "", "Design a flyer for a wine tasting event on May 4 at 6 PM."),
        ("Join Us for Lunch", "", "Design a flyer for a lunch event on May 4 at 6 PM."),
        ("Celebrate Holi with Us", "", "Create a poster for a Holi celebration on March 14."),
        ("You’re Invited to a Garden Party", "",
         "Create a greeting card. The card is an invitation to a garden party on June 2."),
        ("Barista", "We’re hiring", "Create a hiring post for a barista at a coffee shop."),
        ("Friendly Staff", "Seaside restaurant",
         "Create a guest review post for a seaside restaurant, highlighting its friendly staff."),
        ("Happy Holidays and a Happy New Year", "",
         "Create a greeting card to convey holiday wishes for the upcoming year."),
        ("Happy Thanksgiving", "", "Create a Thanksgiving post with a pumpkin."),
        ("Father’s Day Mega Sale", "",
         "Create a post promoting a mega sale on all items for Father's Day, up to 40% off."),
        ("Red Sport Bike for Sale", "",
         "Design a motorcycle sale ad for a red sport bike. The price is $7,500."),
        ("A Perfume Set for Mother’s Day", "Special offer",
         "Create an ad for a Mother's Day special offer on a perfume set. It is 25% off."),
        ("New Year, New Coffee Maker", "New Year’s special offer",
         "Create an ad for a New Year's special offer on a coffee maker. It is 35% off."),
        ("Weekend Skincare Sale", "", "Design a weekend sale ad for skincare products."),
        ("Treat Yourself to Something Beautiful", "Handmade jewelry",
         "Promote handmade jewelry. Encourage people to treat themselves to something beautiful."),
        ("Go Green", "Climate change",
         "Create a post to raise awareness about climate change. Encourage people to go green."),
        ("Plant Trees", "World Environment Day",
         "Create a post for World Environment Day. Encourage people to plant trees."),
        ("Learn Spanish and French", "Language school",
         "Create an ad for a language school that teaches Spanish and French."),
        ("Lip Gloss", "Cosmetic products",
         "Create an ad for cosmetic products, specifically showcasing a lip gloss."),
        ("Single-Origin Beans", "Coffee subscription",
         "Create an ad for a coffee subscription service. Showcase the variety of single-origin"
         " beans."),
        ("Gift Certificate", "Beauty salon", "Create a gift certificate for a beauty salon."),
        ("Build Your Public Speaking Skills", "Training program",
         "Create a post promoting a public speaking skills training program."),
        ("Wash Your Hands", "", "Create a poster on the importance of washing hands."),
        ("Protect Our Oceans", "Charity", "Design an ad for a charity protecting oceans."),
        ("Make Life Easier with Automation", "Robotics company",
         "Create an ad for a robotics company that emphasizes the benefits of automation and how"
         " it can make life easier."),
        ("The Dangers of Smoking", "", "Create a poster on the dangers of smoking."),
        ("Healthy and Tasty Food", "", "Create a cover promoting healthy and tasty food options."),
        ("Mango Chili", "New flavor of ice cream",
         "Create an ad to introduce a new flavor of ice cream, mango chili."),
        ("Thank You for Your Order", "",
         "Create a thank you card for a store. It should express gratitude for the customer's"
         " order."),
        ("Store Closed for Holidays", "", "Create a sign that the store is closed for holidays."),
        ("Movie Night", "", "Create a poster for a movie night at the park."),
        ("Waiters Wanted", "Restaurant",
         "Create a hiring flyer for a restaurant looking for waiters."),
        ("Five-Star Review", "Cleaning company",
         "Create a customer testimonial post for a cleaning company with a five-star review."),
        ("Slow Down", "Road safety",
         "Create a graphic about road safety. Encourage drivers to slow down."),
        ("Sneakers", "Limited time offer",
         "Create a story promoting a limited time offer on sneakers with 25% off."),
        ("Cooking Class on Italian Pasta", "",
         "Create a Facebook event cover for a cooking class event on Italian pasta."),
        ("Track Your Sleep", "Mobile app", "Create an ad for a mobile app that tracks your sleep."),
        ("10 Tips for Saving Money", "",
         "Design a YouTube thumbnail for a video on 10 tips for saving money."),
        ("Startups", "Podcast episode",
         "Create a YouTube thumbnail for a podcast episode with Elon Park about startups."),
        ("New Opening Hours", "Library",
         "Create a post announcing the new opening hours of a library."),
        ("Labor Day Sale on Mattresses", "", "Create a Labor Day sale ad for mattresses."),
        ("Indoor Plant Sale", "", "Create an Instagram story for a sale of indoor plants."),
        ("Save the Date", "Wedding", "Design a save the date card for a wedding on August 8."),
        ("Adopt a Dog", "Pet adoption event",
         "Create a cover for a pet adoption event. Encourage families to adopt a dog."),
        ("Celebrating 25 Years", "",
         "Create a poster for the celebration of 25 years of a dance school."),
        ("Vintage Piano for Sale", "", "Design an ad for the sale of a vintage piano for $900."),
        ("Chocolates and Flowers", "Valentine’s Day offers",
         "Create a promotion for special Valentine's Day offers on chocolates and flowers."),
        ("Pool Closed for Maintenance", "",
         "Create a notice that the pool is closed for maintenance until May 5."),
        ("Volunteers Wanted", "", "Design a recruitment flyer for volunteers at a food bank."),
        ("Push Your Limits", "Running shoes",
         "Create an ad for running shoes that encourages runners to push their limits."),
        ("Discover Hidden Gems", "Bookshop",
         "Create an ad for a bookshop. Encourage readers to discover hidden gems."),
        ("Read to Children", "", "Create a poster about reading to children."),
        ("Learn Film Photography", "Photography courses",
         "Promote photography courses. They suit those who wish to learn about film photography."),
        ("Tips for Remote Work", "", "Create a LinkedIn post about tips for remote work."),
    ],
)  # fmt: skip
def test_bare_headlines_speak_in_the_words_of_the_request(title, kicker, request_):
    brief = parse(request_)
    assert (brief.text("title"), brief.text("kicker")) == (title, kicker)


@pytest.mark.parametrize(
    ("title", "request_"),
    [
        ("Leave the Pool Installation to Us", "Promote pool installation services."),
        ("Bring Home an Antique Vase", "Create an ad for an antique vase available at a store."),
        ("Discover the Swimwear Collection", "Create a post for a swimwear collection."),
        ("I’m Sorry", "Create an apology card."),
        ("Happy Father’s Day", "Create a Father's Day greeting for Instagram."),
        ("Meet the New Smartwatch", "Design an ad for a new smartwatch."),
        ("Join Us for a Beach Clean-Up", "Create a poster for a beach clean-up event on July 7."),
        ("Happy Birthday", "Create a birthday card for a little girl with a unicorn."),
        ("What Our Customers Say", "Design a testimonial graphic for a law firm."),
    ],
)
def test_formulae_are_marked_as_suggested(title, request_):
    made = next(text for text in parse(request_).texts if text.role == "title")
    assert (made.text, made.provenance) == (title, "suggested")


@pytest.mark.parametrize(
    ("title", "request_"),
    [
        ("Lunch Event", "Create a poster titled 'Lunch Event'."),
        ("Running Shoes", "Create an ad for a shoe store promoting running shoes."),
        ("Luna Café", "Luna Café menu"),
        ("Hiking Trip", "Create a Facebook event cover for a hiking trip on May 20."),
    ],
)
def test_names_badges_and_quoted_words_stay(title, request_):
    assert parse(request_).text("title") == title


def test_lines_are_not_said_twice():
    texts = parse("Create a post about climate change. Encourage people to go green.").texts
    assert [text.text.lower() for text in texts].count("go green") == 1
    thanks = parse("Create a thank you card for teachers.")
    assert thanks.text("title") == "Thank You, Teachers" and not thanks.text("subtitle")
    joined = parse("Create a poster for a Diwali celebration on May 4. Ask people to join us.")
    assert joined.text("title") == "Celebrate Diwali with Us" and not joined.text("cta")


@pytest.mark.parametrize(
    ("words", "order"),
    [("recycling bottles", "recycle bottles"), ("getting vaccinated", "get vaccinated"),
     ("washing hands", "wash your hands"), ("protecting oceans", "protect our oceans"),
     ("running shoes", ""), ("parking tickets", ""), ("bread and butter", "")],
)  # fmt: skip
def test_orders_are_made_of_what_readers_should_be_doing(words, order):
    assert bidden(words) == order


def test_what_belongs_to_all_is_ours():
    assert ours("protect the planet") == "protect the planet"
    assert ours("save forests together") == "save our forests together"
