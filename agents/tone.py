"""What a request says about mood, in its own words."""

from __future__ import annotations

import re

# tone -> words that ask for it
_TONES = {
    "playful": "playful fun funny cute whimsical cartoon quirky silly kids children colorful "
    " toy carefree lighthearted light-hearted upbeat humorous witty cheeky mischievous goofy "
    " whimsy funky",
    "festive": "festive cheerful joyful merry celebratory party carnival fiesta celebration "
    " jolly jubilant",
    "bold": "bold striking eye-catching impactful strong powerful vibrant punchy loud statement "
    " daring dramatic gritty edgy intense fearless rugged sturdy",
    "bright": "bright vivid sunny lively energetic dynamic summery rainbow fresh radiant sunlit "
    " sun-drenched zesty refreshing breezy ",
    "neon": "neon cyberpunk synthwave",
    "elegant": "elegant sophisticated refined chic classy stylish graceful formal gala polished "
    " tasteful dignified distinguished timeless poised",
    "luxury": "luxury luxurious premium exclusive high-end upscale opulent",
    "romantic": "romantic love lovely wedding valentine tender heartfelt bridal",
    "warm": "warm cozy cosy homely homey heartwarming welcoming friendly snug hearty "
    " comforting wintery ",
    "calm": "calm calming relaxing relaxation peaceful serene gentle soothing wellness spa yoga "
    " quiet tranquil restful meditative dreamy hushed contemplative unhurried",
    "minimal": "minimal minimalist minimalistic simple clean uncluttered sleek understated "
    " restrained airy pared-back uncomplicated",
    "pastel": "pastel pastels",
    "soft": "soft delicate watercolor baby subtle sympathy condolences",
    "natural": "natural organic nature eco eco-friendly botanical rustic sustainable earthy "
    " woodland herbal handmade handcrafted wholesome rural ",
    "retro": "retro vintage antique nostalgic old-fashioned 70s 80s 90s classic throwback",
    "tech": "futuristic tech technology technological digital cyber innovative virtual metaverse",
    "dark": "dark moody spooky scary gothic noir midnight mysterious horror eerie haunting "
    " brooding shadowy dim enigmatic ominous",
    "night": "night nightclub jazz clubbing dj techno rave",
    "professional": "professional corporate business serious formal trustworthy informative "
    " reliable reassuring dependable credible authoritative",
}  # fmt: skip
TONES = tuple(_TONES)
_NO_MOOD = re.compile(
    r"(?:would|'d|’d|i|we) love\b|\bbusiness cards?\b|\b(?:the )?vintages?(?= (?:19|20)\d\d)"
)
_TONE_OF = {word: tone for tone, words in _TONES.items() for word in words.split()}


def tones_in(request: str) -> tuple[str, ...]:
    """Tones asked for, most often named first."""
    counts: dict[str, int] = {}
    for word in re.findall(r"[a-z0-9][\w-]*", _NO_MOOD.sub("", request.lower())):
        tone = _TONE_OF.get(word)
        if tone:
            counts[tone] = counts.get(tone, 0) + 1
    return tuple(sorted(counts, key=lambda tone: -counts[tone])[:4])
