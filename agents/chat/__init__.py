"""Edits by chat, rules first: one module per kind of edit, all listed in `understanding`."""
