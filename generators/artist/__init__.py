"""The code-only artist: one module per visual system, drawing art as vector layers."""
