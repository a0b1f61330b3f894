"""What was chosen in the settings is there again after a restart."""

from agents.choices import choices_in, keep_choices


def test_choices_are_kept_one_by_one(tmp_path):
    keep_choices(tmp_path, painter="artist")
    keep_choices(tmp_path, mind="ollama:qwen3:8b")
    assert choices_in(tmp_path).painter == "artist"
    assert choices_in(tmp_path).mind == "ollama:qwen3:8b"


def test_a_broken_file_is_the_defaults(tmp_path):
    (tmp_path / "settings.json").write_text("{")
    assert choices_in(tmp_path).painter == ""
