"""The errors a user can act on; every message names the value and the way out."""

from __future__ import annotations


class DesignError(Exception):
    """The request, file or edit cannot be honoured, and the message says what to do."""


class ImportRejected(DesignError):
    """A file from outside was refused at the wall in `intake`."""


class RevisionConflict(DesignError):
    """Someone else changed the design first; reopen it and try again."""
