"""Options of the suite: --slow runs the long tests too, every case of sampled ones, more examples.

`@pytest.mark.sampled("portrait", every=5)` names the cases of a parametrised test that run every
day: those with one of the words in their name, and about one of five others.
"""

import zlib

import pytest
from hypothesis import HealthCheck, settings

_EVERYDAY_EXAMPLES = 25  # of a property; with --slow Hypothesis's own hundred


def pytest_addoption(parser):
    parser.addoption("--slow", action="store_true", help="run the slow tests too")


def pytest_configure(config):
    # a busy machine draws slowly, which says nothing of the code
    patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
    settings.register_profile("long", patient)
    settings.register_profile("everyday", patient, max_examples=_EVERYDAY_EXAMPLES)
    settings.load_profile("long" if config.getoption("--slow") else "everyday")


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
    case, every = item.callspec.id, marker.kwargs.get("every", 0)
    lot = zlib.crc32(item.nodeid.encode()) % every if every else 1
    return lot == 0 or any(word in case for word in marker.args)
