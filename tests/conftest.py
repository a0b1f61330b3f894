"""Options of the suite: --slow runs the long tests too, and every case of sampled ones.

`@pytest.mark.sampled("portrait")` names the cases of a parametrised test that run every day.
"""

import pytest


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="run the slow tests too")


def pytest_collection_modifyitems(config, items):
    if config.getoption("--slow"):
        return
    for item in items:
        if "slow" in item.keywords or not _in_sample(item):
            item.add_marker(pytest.mark.skip(reason="slow: run with --slow (make test does)"))


def _in_sample(item):
    marker = item.get_closest_marker("sampled")
    if marker is None or not hasattr(item, "callspec"):
        return True
    return any(word in item.callspec.id for word in marker.args)
