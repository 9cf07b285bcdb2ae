"""The stubs are what the module is."""

import os

import stubs


def test_committed_stubs_are_current():
    made = stubs.make()
    if os.environ.get("ORGSIM_RENEW"):
        stubs.PATH.write_text(made, encoding="utf-8")
    assert stubs.PATH.read_text(encoding="utf-8") == made, "./dev test --renew makes them anew"
