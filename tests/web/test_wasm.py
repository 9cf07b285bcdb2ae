"""The engine in WebAssembly gives the native program's numbers, bit for bit."""

import pytest
from asking import ROOT, asked, native, options, together

NAMES = sorted(path.stem for path in (ROOT / "scenarios").glob("*.toml") if path.stem != "evidence")
# What says which program it was.
OF_PROGRAM = ("git_commit", "program_version")
WINTER = 'title = "Capital winter"\nextends = "capital_winter"\n'


def shorter(name):
    """Two replications; a network of fewer people, and departments that are dissolved sooner."""
    keys = ["run.replications=2", "run.worlds=0", "run.rivals=[]"]
    if name == "word_on_the_street":
        keys.append("market.customers=20000")
    if name == "selection":
        keys.append("run.weeks=300")
    return keys


def without_program(facts):
    return {key: value for key, value in facts.items() if key not in OF_PROGRAM}


@pytest.mark.parametrize("name", NAMES)
def test_shipped_scenarios_come_out_the_same_to_the_last_bit(name):
    keys = shorter(name)
    (ours,) = asked({"verb": "summary", "name": name, "settings": keys})
    assert "error" not in ours, ours
    theirs = native(name, *options(keys))
    assert len(ours["json"]["strategies"]) == len(theirs["strategies"])
    assert without_program(ours["json"]) == without_program(theirs)


def test_a_mean_field_is_the_one_of_the_program(tmp_path):
    text = WINTER + "strategies.ai_and_results.start = 150\n"
    (ours,) = asked({"verb": "run", "text": text, "only": ["ai_and_results"], "numbers": True})
    path = tmp_path / "x.toml"
    path.write_text(text)
    theirs = native(path, "--kind", "mean_field", "--only", "ai_and_results", "--worlds", "0")
    for key in ("lines", "marginalised", "weekly_medians", "baseline"):
        assert ours["json"]["summary"][key] == theirs[key], key
    assert (
        ours["json"]["summary"]["strategies"][0]["npv_difference"]
        == theirs["strategies"][0]["npv_difference"]
    )


def test_units_of_several_workers_come_to_what_the_program_says(tmp_path):
    """Replications and worlds one by one, each from a fresh engine, then together."""
    text = WINTER + "run.replications = 3\nrun.worlds = 2\nrun.rivals = []\n"
    only = {"text": text, "only": ["all_together"]}
    requests = [{"verb": "unit", "variant": "own", "index": i, **only} for i in range(3)]
    requests += [{"verb": "unit", "variant": "world", "index": i, **only} for i in range(2)]
    units = [asked(request)[0] for request in requests]
    (ours,) = asked(
        {"verb": "together", "own": 3, "numbers": True, "bytes": together(units), **only}
    )
    path = tmp_path / "x.toml"
    path.write_text(text)
    theirs = native(path, "--only", "all_together")
    ours = ours["json"]["summary"]
    for key in ("lines", "marginalised", "weekly_medians", "baseline", "strategies", "conclusion"):
        assert ours[key] == theirs[key], key
    of_worlds = theirs["worlds"]["strategies"][0]
    for key in ("verdicts", "npv_difference", "npv_5_50_95", "standing"):
        assert ours["worlds"]["strategies"][0][key] == of_worlds[key], key


def test_mistakes_are_told_with_place_and_cure_and_the_next_request_is_answered():
    wrong, again = asked(
        {"verb": "run", "text": WINTER + "market.tast = 3\n"},
        {"verb": "levers", "text": WINTER},
    )
    assert wrong["error"] == "scenario.toml:3:8: market.tast: unknown key; did you mean 'taste'?"
    assert wrong["is_input"]
    assert again["json"]["climate"][-1] == [182, 0.1]


def test_a_game_is_answered_by_executive_and_rivals_and_judged_at_its_end():
    move = {"mix": [0.2, 0.7, 0, 0.1], "ai": 1, "redeploy": 1, "prove": 0, "budget": 1.3}
    whole, half = asked(
        *({"verb": "played", "text": WINTER, "moves": [move] * n} for n in (40, 20))
    )
    whole, half = whole["json"], half["json"]
    assert whole["quarters"] == 40
    assert whole["granted"][:20] == half["granted"]
    assert whole["granted"][0] == 1
    assert all(1 <= granted <= 1.3 for granted in whole["granted"])
    assert "others" not in half
    assert {"adaptive_head", "all_together"} <= {other["name"] for other in whole["others"]}
    best = whole["others"][whole["best"]]
    assert best["level"] == min(
        other["level"] for other in whole["others"] if not other["adaptive"]
    )
    assert {news["what"] for news in whole["news"]} >= {"stock", "answers"}


def test_a_move_that_cannot_be_made_is_refused():
    move = {"mix": [1, 1, 0, 0], "ai": 0, "redeploy": 0, "prove": 0, "budget": 2}
    (told,) = asked({"verb": "played", "text": WINTER, "moves": [move]})
    assert "moves[0].mix: these are not shares; numbers from 0 to 1 that sum to 1" in told["error"]
    assert "moves[0].budget: 2 is out of range" in told["error"]
