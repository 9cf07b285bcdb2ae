"""Puts build/web/index.html together: one file with the engine, the charts and the scripts inside."""

import base64
import gzip
import hashlib
import pathlib
import sys

WEB = pathlib.Path(__file__).parent
REPORT = WEB.parent / "sim" / "report" / "page" / "web"
CHARTS = ["market", "budget", "lines", "value", "terms"]
OF_REPORT = ["base.js", *(f"charts/{name}.js" for name in CHARTS), "tables.js"]
LICENCES = ["LICENSE", "NOTICE", "licenses/LICENSE-d3"]
OWN = [
    "engine.js",
    "crew.js",
    "scenario.js",
    "words.js",
    "controls.js",
    "paste.js",
    "what_if.js",
    "play.js",
    "main.js",
]


def read(*paths):
    return "\n".join(path.read_text(encoding="utf-8") for path in paths)


def script(text):
    """As a browser reads a script: nothing in it may end its element."""
    return text.replace("</script", "<\\/script")


def policy(scripts, style):
    """Names what may run; all else, and whatever asks a network, is refused."""

    def digest(text):
        return "'sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode() + "'"

    hashes = " ".join(digest(text) for text in scripts)
    return (
        f"default-src 'none'; script-src {hashes} 'wasm-unsafe-eval'; worker-src blob:; "
        f"style-src {digest(style)}; img-src data:; base-uri 'none'; form-action 'none'"
    )


def assembled(engine, echarts):
    style = read(REPORT / "page.css", WEB / "page" / "page.css")
    scripts = [
        script(read(echarts / "echarts.common.min.js")),
        script(
            read(*(REPORT / name for name in OF_REPORT), *(WEB / "page" / name for name in OWN))
        ),
    ]
    worker = read(WEB / "page" / "engine.js", WEB / "page" / "worker.js")
    parts = {
        "policy": policy(scripts, style),
        "style": style,
        "licences": script(read(*(echarts / name for name in LICENCES))),
        "worker": script(worker),
        "engine": base64.b64encode(gzip.compress(engine.read_bytes(), 9, mtime=0)).decode(),
        "echarts": scripts[0],
        "scripts": scripts[1],
    }
    page = (WEB / "page" / "page.html").read_text(encoding="utf-8")
    for name, text in parts.items():
        page = page.replace(f"{{{{{name}}}}}", text, 1)
    return page


def main():
    engine, echarts, target = (pathlib.Path(argument) for argument in sys.argv[1:])
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(assembled(engine, echarts), encoding="utf-8")


if __name__ == "__main__":
    main()
