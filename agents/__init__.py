"""From words to intent: the only package that knows LangGraph and language models."""
