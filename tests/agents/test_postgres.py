"""Checkpoints in Postgres: a real server, started for these tests where its programs are."""

import asyncio
import os
import shutil
import subprocess
from pathlib import Path

import pytest

from agents.brief import Commission
from agents.conversation import Conversation
from agents.graph import design_set, resumed
from agents.home import Home
from agents.running import Turn, Waiting, unfinished
from agents.steps import Context
from design_io.errors import DesignError
from generators.artist import Artist


@pytest.fixture(scope="module")
def database(tmp_path_factory):
    """The URL of an empty database."""
    pytest.importorskip("psycopg", reason="needs the extra: pip install -e '.[postgres]'")
    programs = sorted(Path("/usr/lib/postgresql").glob("*/bin/pg_ctl"))
    root = os.geteuid() == 0
    if not programs or root and not shutil.which("runuser"):
        pytest.skip("needs the programs of a Postgres server: apt-get install postgresql")
    folder = tmp_path_factory.mktemp("postgres")
    folder.parent.chmod(0o755)
    folder.parent.parent.chmod(0o755)
    if root:  # the server refuses to run as root
        shutil.chown(folder, "postgres")
    own = ["runuser", "-u", "postgres", "--"] if root else []
    control = [*own, str(programs[-1]), "-D", str(folder / "data"), "-w"]
    listen = f"-k {folder} -c listen_addresses='' -c fsync=off"
    subprocess.run([*control, "init", "-o", "-A trust"], check=True, capture_output=True)
    subprocess.run(
        [*control, "start", "-o", listen, "-l", str(folder / "log")], check=True, cwd=folder
    )
    yield f"postgresql:///postgres?host={folder}&user={'postgres' if root else ''}"
    subprocess.run([*control, "stop", "-m", "fast"], check=True, capture_output=True, cwd=folder)


@pytest.mark.slow
def test_a_turn_is_kept_in_postgres_until_it_has_ended(database, tmp_path):
    home = Home(tmp_path, checkpoints=database)
    talk = Conversation(home, Artist())
    asked = Commission(request="Jazz night, Saturday 12 December 2026, 8 pm", design_ids=("a",))
    asyncio.run(talk.begin(asked))
    answer = asyncio.run(talk.say("a", "make the title red"))
    assert answer.kind == "done" and home.store.load("a").revision == 1
    assert asyncio.run(unfinished(database)) == ()
    assert not (tmp_path / "turns.db").exists()


@pytest.mark.slow
def test_a_turn_that_waits_is_found_again_and_goes_on(database, tmp_path):
    home, turn = Home(tmp_path), Turn("b/design-1", database)
    context = Context(home.resources, Artist(), store=home.store)
    asked = Commission(
        request="Jazz night. Include our phone number.", design_ids=("b",), asks=True
    )
    with pytest.raises(Waiting):
        asyncio.run(design_set(asked, context, turn))
    assert asyncio.run(unfinished(database)) == ("b/design-1",)
    asyncio.run(resumed(turn, context, answers={"phone": "020 7946 0123"}))
    assert asyncio.run(unfinished(database)) == () and "b" in home.store


@pytest.mark.parametrize("url", ["mysql://x", "turns.db"])
def test_another_kind_of_address_is_refused_with_what_to_write(url):
    with pytest.raises(DesignError, match="postgresql://"):
        asyncio.run(unfinished(url))
