"""The page's own Gradio theme: every colour and measure is one of `assets/editor/tokens.css`, so
light and dark are the same theme."""

from __future__ import annotations

import inspect

from gradio.themes import Base

_FONT = ("Plakat UI", "Inter", "ui-sans-serif", "system-ui", "sans-serif")
_MONO = ("ui-monospace", "SF Mono", "Menlo", "Consolas", "monospace")


def theme() -> Base:
    """Quiet chrome: hairlines instead of boxes, one accent, controls 32 px high."""
    made = Base(font=_FONT, font_mono=_MONO)
    known = inspect.signature(Base.set).parameters
    both = _SURFACES | {f"{k}_dark": v for k, v in _SURFACES.items() if f"{k}_dark" in known}
    return made.set(**both)


_PANEL, _FIELD, _HOVER = "var(--pk-panel)", "var(--pk-field)", "var(--pk-hover)"
_INK, _SECOND, _THIRD = "var(--pk-ink)", "var(--pk-ink-2)", "var(--pk-ink-3)"
_LINE, _EDGE, _ACCENT = "var(--pk-line)", "var(--pk-line-strong)", "var(--pk-accent)"
_SOFT, _NONE, _S, _M = "var(--pk-accent-soft)", "none", "var(--pk-text-s)", "var(--pk-text)"
_RADIUS = "var(--pk-radius)"
_SURFACES: dict[str, str] = {
    "body_background_fill": "var(--pk-ground)", "body_text_color": _INK, "body_text_size": _M,
    "body_text_color_subdued": _THIRD, "background_fill_primary": _PANEL,
    "background_fill_secondary": "var(--pk-ground)", "embed_radius": "0",
    "border_color_primary": _LINE, "border_color_accent": _ACCENT,
    "border_color_accent_subdued": _ACCENT, "color_accent": _ACCENT, "color_accent_soft": _SOFT,
    "link_text_color": _ACCENT, "link_text_color_hover": "var(--pk-accent-hover)",
    "link_text_color_active": _ACCENT, "link_text_color_visited": _ACCENT,
    "shadow_drop": _NONE, "shadow_drop_lg": "var(--pk-shadow)", "shadow_inset": _NONE,
    "shadow_spread": "0",
    "block_background_fill": "transparent", "block_border_width": "0", "block_shadow": _NONE,
    "block_border_color": _LINE, "block_padding": "0", "block_radius": _RADIUS,
    "block_info_text_color": _THIRD, "block_info_text_size": _S,
    "block_label_background_fill": "transparent", "block_label_border_width": "0",
    "block_label_text_color": _SECOND, "block_label_text_size": _S, "block_label_shadow": _NONE,
    "block_label_padding": "0 0 4px", "block_label_text_weight": "500",
    "block_title_text_color": _SECOND, "block_title_text_size": _S,
    "block_title_text_weight": "500",
    "block_title_background_fill": "transparent", "block_title_padding": "0",
    "block_title_border_width": "0", "container_radius": _RADIUS,
    "form_gap_width": "0", "layout_gap": "12px", "panel_background_fill": "transparent",
    "panel_border_width": "0", "prose_text_size": _M, "section_header_text_size": _M,
    "chatbot_text_size": _M, "table_text_color": _INK, "table_border_color": _LINE,
    "table_even_background_fill": _PANEL, "table_odd_background_fill": _PANEL,
    "table_radius": _RADIUS, "table_row_focus": _SOFT, "accordion_text_color": _INK,
    "checkbox_background_color": _FIELD, "checkbox_background_color_hover": _FIELD,
    "checkbox_background_color_focus": _FIELD, "checkbox_background_color_selected": _ACCENT,
    "checkbox_border_color": _EDGE, "checkbox_border_color_hover": _EDGE,
    "checkbox_border_color_focus": _ACCENT, "checkbox_border_color_selected": _ACCENT,
    "checkbox_border_radius": "4px", "checkbox_shadow": _NONE, "checkbox_label_gap": "8px",
    "checkbox_label_background_fill": "transparent", "checkbox_label_padding": "4px 0",
    "checkbox_label_background_fill_hover": "transparent",
    "checkbox_label_background_fill_selected": "transparent",
    "checkbox_label_border_color": "transparent", "checkbox_label_border_width": "0",
    "checkbox_label_border_color_hover": "transparent",
    "checkbox_label_border_color_selected": "transparent",
    "checkbox_label_shadow": _NONE, "checkbox_label_shadow_hover": _NONE,
    "checkbox_label_shadow_active": _NONE, "checkbox_label_text_color": _INK,
    "checkbox_label_text_color_selected": _INK, "checkbox_label_text_size": _M,
    "error_background_fill": "var(--pk-bad-soft)", "error_border_color": "var(--pk-bad)",
    "error_text_color": "var(--pk-bad)", "error_icon_color": "var(--pk-bad)",
    "input_background_fill": _FIELD, "input_background_fill_focus": _FIELD,
    "input_background_fill_hover": _FIELD, "input_border_color": _EDGE,
    "input_border_color_hover": _INK, "input_border_color_focus": _ACCENT,
    "input_border_width": "1px", "input_padding": "6px 10px", "input_radius": _RADIUS,
    "input_placeholder_color": _THIRD, "input_shadow": _NONE, "input_text_size": _M,
    "input_shadow_focus": f"0 0 0 1px {_ACCENT}", "loader_color": _ACCENT,
    "slider_color": _ACCENT, "stat_background_fill": _SOFT,
    "button_border_width": "1px", "button_transition": "background var(--pk-quick)",
    "button_transform_hover": _NONE, "button_transform_active": _NONE,
    **{f"button_{size}_{what}": value for size in ("large", "medium", "small") for what, value in {
        "padding": "0 12px", "radius": _RADIUS, "text_size": _M, "text_weight": "500"}.items()},
    **{f"button_{kind}_shadow{when}": _NONE for kind in ("primary", "secondary", "cancel")
       for when in ("", "_hover", "_active")},
    "button_primary_background_fill": _ACCENT,
    "button_primary_background_fill_hover": "var(--pk-accent-hover)",
    "button_primary_border_color": "transparent",
    "button_primary_border_color_hover": "transparent",
    "button_primary_text_color": "var(--pk-on-accent)",
    "button_primary_text_color_hover": "var(--pk-on-accent)",
    "button_secondary_background_fill": _PANEL, "button_secondary_background_fill_hover": _HOVER,
    "button_secondary_border_color": _LINE, "button_secondary_border_color_hover": _EDGE,
    "button_secondary_text_color": _INK, "button_secondary_text_color_hover": _INK,
    "button_cancel_background_fill": _PANEL, "button_cancel_background_fill_hover": _HOVER,
    "button_cancel_border_color": _LINE, "button_cancel_border_color_hover": _EDGE,
    "button_cancel_text_color": _INK, "button_cancel_text_color_hover": _INK,
}  # fmt: skip
