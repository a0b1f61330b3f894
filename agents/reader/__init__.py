"""A small learned reader of sentences: which words of a request are copy, what a chat edit asks."""
