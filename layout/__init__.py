"""Where things go: plan, propose, solve, check and repair. No language, no torch, no UI."""
