"""Finished designs of a wish, kept in a home as a designing turn keeps its own.

Every variant is a design, or a linked set of sizes or pages; all are kept at once or none is, and
each knows the others by `VARIANTS`.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Mapping
from typing import NamedTuple

from agents.brief import Brief
from agents.home import Home
from agents.introducing import introduced
from agents.linked import META, kind_of, linked
from design_io.assets import AssetStore
from design_io.document import Design, assets_of
from design_io.store import Message
from layout.plan import DesignPlan

VARIANTS = "variants.json"  # meta: the ids of the first design of every variant, in order
CHOSEN = "chosen"  # meta of the variant that was opened


class Member(NamedTuple):
    brief: Brief
    plan: DesignPlan
    design: Design


Variant = Mapping[str, Member]  # by member: sizes, or pages


def adopt(
    home: Home, variants: tuple[Variant, ...], drafts: AssetStore, chosen: int = 0
) -> tuple[str, ...]:
    """Keep all variants, with the pictures they show; the ids of their first designs."""
    ids = [{name: uuid.uuid4().hex for name in variant} for variant in variants]
    firsts = tuple(next(iter(each.values())) for each in ids)
    for variant in variants:
        for member in variant.values():
            _keep_assets(home.resources.assets, drafts, member)
    with home.store.together():
        for number, (variant, named) in enumerate(zip(variants, ids, strict=True)):
            more = {VARIANTS: json.dumps(firsts)} | ({CHOSEN: "1"} if number == chosen else {})
            _keep(home, variant, named, more)
    return firsts


def _keep(home: Home, variant: Variant, ids: dict[str, str], more: dict[str, str]) -> None:
    links = linked(ids, kind_of(tuple(ids))) if len(ids) > 1 else {}
    for name, member in variant.items():
        meta = (
            {
                "brief.json": member.brief.model_dump_json(),
                "plan.json": member.plan.model_dump_json(),
            }
            | more
            | ({META: links[name]} if links else {})
        )
        label = member.brief.request[:200]
        home.store.create(member.design, label, "agent", ids[name], meta)
    first, member = next(iter(ids.values())), next(iter(variant.values()))
    home.store.note(first, Message("user", member.brief.request, 0))
    home.store.note(first, introduced(*member))


def _keep_assets(kept: AssetStore, drafts: AssetStore, member: Member) -> None:
    for asset in (*assets_of(member.design), *(a.asset for a in member.brief.attachments)):
        if asset not in kept:
            kept.put(drafts.get(asset))
