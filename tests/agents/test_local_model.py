"""Weights in this process: held to the schema token by token, and refused in one line."""

import asyncio
import importlib.util
import json

import numpy as np
import pytest
from tiny_model import TinyModel

from agents import local_model
from agents.grammar import Grammar
from agents.instruction import parse
from agents.local_model import LocalModel, constrained
from agents.mind_choice import mind_named
from agents.model_mind import SystemAnswer
from agents.structured import Message, NoAnswer, read_answer, wire_schema

SCHEMA = wire_schema(SystemAnswer, {"system": ("swiss", "bauhaus")})


TOKENS = TinyModel().tokens


def scored(seed):
    chance = np.random.default_rng(seed)
    return lambda ids: chance.normal(size=len(TOKENS))


def test_scores_without_sense_become_json_of_the_schema():
    text = constrained(scored(0), TOKENS.__getitem__, Grammar(SCHEMA), 2000)
    assert json.loads(text, strict=False)["system"] in ("swiss", "bauhaus")


def test_the_likeliest_token_that_fits_is_taken():
    tokens = ['{"explanation":"', "swiss", '","system":"', '"}', "bauhaus", "x"]
    wish = [5.0, 4.0, 3.0, 2.0, 9.0, 0.0]
    ids = []

    def scores(made):
        ids.append(len(made))
        return np.array(wish) * (1 if len(made) != 1 else [0, 0, 9, 0, 0, 0])

    text = constrained(scores, tokens.__getitem__, Grammar(SCHEMA), 9)
    assert text == '{"explanation":"","system":"bauhaus"}' and len(ids) == 4


def test_an_answer_without_end_is_cut_off():
    with pytest.raises(NoAnswer, match="cut off") as error:
        constrained(lambda ids: np.ones(2), '{"'.__getitem__, Grammar(SCHEMA), 9)
    assert error.value.passing


@pytest.mark.parametrize("folder", ["", "no/such/folder"])
def test_a_model_that_is_not_there_leaves_the_rules(folder):
    mind, draft = mind_named(f"transformers:{folder}"), parse("A jazz night poster")
    assert asyncio.run(mind.brief(draft)).value == draft
    assert mind.trouble.endswith("; the rules carried on") and "\n" not in mind.trouble


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A Llama of two layers with random weights and a tokenizer of bytes, as files."""
    for package in ("torch", "transformers"):
        if importlib.util.find_spec(package) is None:
            pytest.skip(f"{package} is not installed: pip install -e '.[local]'")
    import torch
    from tokenizers import Tokenizer, decoders, models, pre_tokenizers
    from transformers import LlamaConfig, LlamaForCausalLM, PreTrainedTokenizerFast

    torch.manual_seed(0)
    where = tmp_path_factory.mktemp("model")
    signs = sorted(pre_tokenizers.ByteLevel.alphabet())
    words = {sign: number for number, sign in enumerate(["<s>", "</s>", *signs])}
    bpe = Tokenizer(models.BPE(vocab=words, merges=[]))
    bpe.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    bpe.decoder = decoders.ByteLevel()
    tokenizer = PreTrainedTokenizerFast(tokenizer_object=bpe, bos_token="<s>", eos_token="</s>")
    tokenizer.save_pretrained(where)
    config = LlamaConfig(
        vocab_size=len(words), hidden_size=32, intermediate_size=64, num_hidden_layers=2,
        num_attention_heads=2, max_position_embeddings=4096,
    )  # fmt: skip
    LlamaForCausalLM(config).save_pretrained(where)
    return str(where)


def test_real_weights_write_json_of_the_schema(folder, monkeypatch):
    monkeypatch.setattr(local_model, "MOST_TOKENS", 400)
    asked = (Message("system", "Choose."), Message("user", "{}"))
    small = wire_schema(SystemAnswer, {"system": ("swiss",), "explanation": ("it suits",)})
    text = asyncio.run(LocalModel(folder).complete(asked, small)).text
    assert read_answer(text, SystemAnswer).fields == {"system": "swiss", "explanation": "it suits"}
