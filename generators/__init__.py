"""Pictures: the code-only artist, and diffusion transformers behind the same request."""
