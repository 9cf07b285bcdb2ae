"""One browser for all tests of pages, since a process can have one alone; and what takes longest is begun first."""

import shutil

import pytest
from playwright.sync_api import sync_playwright

QUIET = [
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def pytest_collection_modifyitems(items):
    # They compile the program anew.
    items.sort(key=lambda item: item.path.name != "test_recipes.py")


@pytest.fixture(scope="session")
def browser(tmp_path_factory):
    program = shutil.which("chromium")
    assert program, "Debian's chromium is missing: ./dev setup test"
    with sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            tmp_path_factory.mktemp("profile"), executable_path=program, args=QUIET, headless=True
        )
        context.set_default_timeout(120_000)
        yield context
        context.close()
