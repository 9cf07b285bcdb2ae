"""What is tested here is built by `./dev web`."""

import pytest
from asking import ENGINE, PAGE


def pytest_collection_modifyitems(items):
    if ENGINE.exists() and PAGE.exists():
        return
    for item in items:
        if "tests/web/" in str(item.path):
            item.add_marker(pytest.mark.skip(reason="`./dev web` builds what is tested here"))
