"""The engine of the page, asked from here through Node."""

import base64
import json
import pathlib
import subprocess

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = ROOT / "build/release/orgsim"
ENGINE = ROOT / "build/web/orgsim.wasm"
PAGE = ROOT / "build/web/index.html"


def asked(*requests):
    """What the engine answers to each request: {"json": ...} or {"error": ...}."""
    lines = "\n".join(json.dumps(request) for request in requests)
    told = subprocess.run(
        ["node", ROOT / "web/engine.mjs", ENGINE],
        input=lines,
        capture_output=True,
        text=True,
        check=True,
    )
    return [json.loads(line) for line in told.stdout.splitlines()]


def together(units):
    """Units one behind the other, as the page hands them back."""
    parts = [base64.b64decode(unit["bytes"]) for unit in units]
    packed = b"".join(len(part).to_bytes(4, "little") + part for part in parts)
    return base64.b64encode(packed).decode()


def native(scenario, *options):
    """What `orgsim run --json` says."""
    told = subprocess.run(
        [PROGRAM, "run", scenario, "--json", "--quiet", *options],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(told.stdout)


def settings(**values):
    return [f"{key.replace('__', '.')}={value}" for key, value in values.items()]


def options(settings):
    return [word for setting in settings for word in ("--set", setting)]
