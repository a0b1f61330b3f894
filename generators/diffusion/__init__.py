"""Diffusion transformers over diffusers' own blocks. The only package that may import torch when it
is imported itself; whoever wants it imports it inside a function."""
