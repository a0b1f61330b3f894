"""What the page's panels ask for: quality, versions, brief, variants, brands, exports."""

import asyncio
import shutil
import zipfile
from datetime import date
from itertools import islice
from pathlib import Path

import pytest
from PIL import Image

from agents.brief import Commission, brand_in
from agents.conversation import Conversation
from agents.home import Home
from agents.replanning import Copy, Wish, replanned
from design_io.document import walk
from design_io.errors import DesignError
from design_io.progress import ExportCancelled, Step
from editor.alternatives import alternatives, taken
from editor.brands import branded, kit_named, kits, take_in
from editor.briefing import form_of
from editor.losses import losses
from editor.packing import Listener, packed
from editor.packing import Wish as Files
from editor.quality import judged
from editor.versions import branched, exchanged, named, restoring, steps_of
from generators.artist import Artist
from tests.design_io.layered_poster import poster as layered

ASKED = "A jazz night poster for the Blue Note, Friday 12 December 2026, 8 pm, tickets $25"
EXAMPLES = Path(__file__).parents[2] / "assets" / "examples"


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """A home with one design, "jazz"; copied for each test."""
    folder = tmp_path_factory.mktemp("home")
    talk = Conversation(Home(folder), Artist())
    asyncio.run(talk.begin(Commission(request=ASKED, design_ids=("jazz",))))
    talk.home.store.close()
    return folder


@pytest.fixture
def home(made, tmp_path):
    return Home(Path(shutil.copytree(made, tmp_path / "home")))


def words(home, design_id="jazz"):
    return [x.text for x in walk(home.store.load(design_id).design) if x.kind == "text"]


def turn(home, wish):
    member = home.member("jazz")
    home.keep(home.moves(replanned(member, home.rest(member), wish, Artist()).members))


def test_a_wrong_weekday_is_mended_by_one_command_of_two_to_choose_from(home):
    fault = next(f for f in judged(home, "jazz", date(2026, 6, 1)).faults if f.ways)
    assert fault.finding.rule == "fact-weekday" and fault.mend is None
    labels = [way.label for way in fault.ways]
    assert labels == ["Saturday 12 December 2026", "Friday 11 December 2026"]
    home.store.append("jazz", 0, fault.ways[1].command)
    assert "Friday 11 December 2026" in words(home)
    left = [f.finding.rule for f in judged(home, "jazz", date(2026, 6, 1)).faults]
    assert "fact-weekday" not in left


def test_a_named_version_is_restored_with_its_plan(home):
    named(home, "jazz", "first")
    before = home.store.load("jazz").design
    turn(home, Wish(texts={"title": "Blues Night"}))
    command, meta = restoring(home, "jazz", 0)
    home.store.append("jazz", 1, command, meta=meta)
    assert home.store.load("jazz").design == before and "plan.json" in meta
    assert [step.name for step in steps_of(home, "jazz")] == ["", "", "first"]


def test_a_version_needs_a_name(home):
    with pytest.raises(DesignError, match="needs a name"):
        named(home, "jazz", "  ")


def test_a_branch_begins_as_the_design_was_and_goes_its_own_way(home):
    other = branched(home, "jazz", 0)
    turn(home, Wish(texts={"title": "Blues Night"}))
    assert "Jazz Night" in words(home, other) and "Jazz Night" not in words(home)
    assert home.store.meta(other)["brief.json"]


def test_all_layers_are_exchanged_though_one_is_locked(home):
    design = home.store.load("jazz").design
    locked = design.evolve(layers=tuple(x.evolve(locked=True) for x in design.layers))
    home.store.append("jazz", 0, exchanged(design, locked, "locked"))
    home.store.append("jazz", 1, exchanged(locked, design, "back"))
    assert home.store.load("jazz").design == design


def test_words_and_colours_of_the_brief_change_in_place_as_one_step(home):
    before = home.store.load("jazz").design
    turn(home, Wish(texts={"title": "Blues Night"}, palette={"bg": "#102030"}))
    after = home.store.load("jazz")
    assert after.revision == 1 and "Blues Night" in words(home)
    assert after.design.palette["bg"] == "#102030"
    assert [x.id for x in after.design.layers] == [x.id for x in before.layers]


def test_more_copy_another_size_and_words_lay_the_design_out_anew_as_one_step(home):
    texts = {"title": "Blues Night", "time": ""}
    turn(home, Wish(texts=texts, added=(Copy(role="cta", text="Book now"),), size="a4"))
    saved = home.store.load("jazz")
    assert (saved.revision, saved.design.canvas.dpi) == (1, 300)
    assert {"Blues Night", "Book now"} <= set(words(home)) and "8 pm" not in " ".join(words(home))


def test_a_brief_that_wishes_nothing_is_told_so(home):
    with pytest.raises(DesignError, match="nothing was changed"):
        turn(home, Wish())


def test_the_form_says_where_each_thing_comes_from(home):
    told = form_of(home, "jazz")
    date_field = next(f for f in told["fields"] if f["role"] == "date")
    assert (date_field["text"], date_field["from"]) == ("Friday 12 December 2026", "you said")
    turn(home, Wish(texts={"title": "Blues Night"}))
    assert {"text": "Blues Night", "from": "edited"}.items() <= form_of(home, "jazz")["fields"][
        0
    ].items()


def test_a_variant_lends_its_colours_or_its_layout(home):
    other = list(islice(alternatives(home, "jazz", Artist()), 2))[1]
    before = home.store.load("jazz").design
    turn(home, Wish(look=taken(home, "jazz", other, "palette")))
    colored = home.store.load("jazz").design
    assert colored.system == before.system and colored.palette != before.palette
    turn(home, Wish(look=taken(home, "jazz", other, "layout")))
    assert home.store.load("jazz").design.system == other.plan.system


@pytest.mark.slow
def test_a_brand_kit_is_kept_applied_and_enforced(home):
    files = [EXAMPLES / "brand.toml", EXAMPLES / "brand-logo.svg"]
    assert take_in(home, files).key == "stone-sage"
    rules = kit_named(home, kits(home)[0].key).rules
    member = home.member("jazz")
    home.keep(home.moves(branded(member, (), rules, Artist()).members))
    assert brand_in(home.member("jazz").file.meta) == rules
    fonts = {x.style.font for x in walk(home.store.load("jazz").design) if x.kind == "text"}
    assert fonts == {"Fraunces", "Outfit"}


def test_files_without_a_kit_are_refused_with_a_way_out(home):
    with pytest.raises(DesignError, match=r"docs/brand\.md"):
        take_in(home, [EXAMPLES / "brand-logo.svg"])


def test_an_export_scales_leaves_out_the_ground_and_says_what_is_lost(home, tmp_path):
    told: list[str] = []
    wish = Files(formats=("png", "jpg", "psd"), scale=0.5, transparent=True)
    done = packed(home, "jazz", wish, tmp_path, Listener(told.append))
    with zipfile.ZipFile(done.path) as archive:
        fonts, names = [sorted(part) for part in _parted(archive.namelist())]
        with archive.open(names[1]) as file, Image.open(file) as picture:
            assert picture.size[0] * 2 == home.store.load("jazz").design.canvas.width
            assert picture.getchannel("A").getextrema()[0] == 0
        assert [Path(name).suffix for name in names] == [".jpg", ".png", ".psd"]
    assert any(name.endswith(".ttf") for name in fonts) and any("OFL" in name for name in fonts)
    assert len(told) == 3 and any("no transparency" in line for line in done.losses)


def _parted(names):
    """Those of fonts and those of the design."""
    own = [name for name in names if "/" not in name and name != "READ ME.txt"]
    return [name for name in names if name.startswith("fonts/")], own


def test_one_file_is_not_zipped_and_no_format_is_refused(home, tmp_path):
    assert packed(home, "jazz", Files(), tmp_path).path.suffix == ".png"
    with pytest.raises(DesignError, match="no format is chosen"):
        packed(home, "jazz", Files(formats=()), tmp_path)


def test_an_export_that_is_stopped_leaves_nothing_behind(home, tmp_path):
    steps: list[Step] = []
    listener = Listener(step=steps.append, cancelled=lambda: len(steps) == 4)
    folder = tmp_path / "out"
    folder.mkdir()
    with pytest.raises(ExportCancelled):
        packed(home, "jazz", Files(formats=("psd", "ora")), folder, listener)
    assert len(steps) == 4 and not list(folder.iterdir())


def test_a_set_has_one_print_file_and_its_fonts_with_a_read_me(home, tmp_path):
    wish = Files(formats=("psd", "pdf"), whole_set=True, bleed_mm=3, marks=True)
    done = packed(home, "jazz", wish, tmp_path)
    names = zipfile.ZipFile(done.path).namelist()
    assert "READ ME.txt" in names and sum(name.endswith(".pdf") for name in names) == 1


def test_losses_are_told_of_slides_and_of_photoshop_s_own_files():
    told = " ".join(losses(layered(), Files(), ("pptx", "psd-photoshop")))
    assert "PPTX: 2 layers are pictures there" in told and "clipping" in told
    assert "PSD-PHOTOSHOP: effects of 1 layers" in told and "1 groups are one layer" in told
