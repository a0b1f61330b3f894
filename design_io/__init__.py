"""The design document: what it is, how it changes, how it is drawn, stored, written and read."""
