"""Packages that some tests need: where one is missing they are skipped, but for CI=true."""

import importlib.util
import os

import pytest


def needs(package, extra):
    """Skip the module's tests with the reason when the package is not installed."""
    if importlib.util.find_spec(package) is None:
        reason = f"{package} is not installed: pip install -e '.[{extra}]'"
        if os.environ.get("CI") == "true":
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason, allow_module_level=True)
