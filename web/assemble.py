"""Puts build/web/index.html together: one file with the engine, the charts and the scripts inside."""

import base64
import gzip
import hashlib
import json
import pathlib
import re
import sys

WEB = pathlib.Path(__file__).parent
REPORT = WEB.parent / "sim" / "report" / "page" / "web"
CHARTS = ["market", "budget", "lines", "value", "terms"]
OF_REPORT = ["base.js", *(f"charts/{name}.js" for name in CHARTS), "tables.js"]
LICENCES = ["LICENSE", "NOTICE", "licenses/LICENSE-d3"]
DOCUMENTS = pathlib.Path("/usr/share/doc")
# What is compiled into the engine: name, licence, where its source is, and Debian's package with the licence's text.
COMPILED = [
    ("Eigen", "MPL-2.0", "https://gitlab.com/libeigen/eigen", "libeigen3-dev"),
    ("Boost", "BSL-1.0", "https://github.com/boostorg/boost", "libboost1.*-dev"),
    ("nlohmann-json", "MIT", "https://github.com/nlohmann/json", "nlohmann-json3-dev"),
    ("xxHash", "BSD-2-Clause", "https://github.com/Cyan4973/xxHash", "libxxhash-dev"),
    ("fmt", "MIT", "https://github.com/fmtlib/fmt", "libfmt-dev"),
    ("toml++", "MIT", "https://github.com/marzer/tomlplusplus", "libtomlplusplus-dev"),
    (
        "LLVM libc++, libc++abi, compiler-rt",
        "Apache-2.0 WITH LLVM-exception",
        "https://github.com/llvm/llvm-project",
        "libc++-*-dev-wasm32",
    ),
    (
        "wasi-libc",
        "Apache-2.0 WITH LLVM-exception, MIT (musl), CC0-1.0 (dlmalloc), BSD-2-Clause",
        "https://github.com/WebAssembly/wasi-libc",
        "wasi-libc",
    ),
]
CHARTED = [
    ("Apache ECharts", "Apache-2.0", "https://github.com/apache/echarts"),
    ("d3 (in ECharts)", "BSD-3-Clause", "https://github.com/d3"),
]
# Boost's file lists the holders of every file of it; longer ones than this are cut to the licence itself.
LONGEST = 64_000
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


def licence_of(name, licence, package):
    """The text as Debian ships it, or that it is not there."""
    found = sorted(DOCUMENTS.glob(f"{package}/copyright"))
    if not found:
        return f"{name}: {licence}. (Its text was not on the machine that made this page.)"
    text = read(found[-1])
    if len(text) > LONGEST:
        # The paragraph of the file that says the licence in full, which no other follows on its line.
        text = next(
            (part for part in re.split(r"\n\s*\n(?=\S)", text) if is_text_of(part, licence)),
            f"{licence}; see {found[-1]}",
        )
    return f"{name}: {licence}\n\n{text}"


def is_text_of(paragraph, licence):
    return paragraph.startswith(f"License: {licence}\n") and paragraph.count("\n") > 3


def licences(echarts):
    own = read(WEB.parent / "LICENSE")
    charts = read(*(echarts / name for name in LICENCES))
    compiled = [licence_of(name, licence, package) for name, licence, _, package in COMPILED]
    ruler = "\n\n" + "-" * 80 + "\n\n"
    return ruler.join([f"orgsim: {own}", f"Apache ECharts, and d3 in it\n\n{charts}", *compiled])


def inside():
    """The same as a table of the page."""
    parts = [*CHARTED, *(part[:3] for part in COMPILED)]
    return json.dumps(
        [dict(zip(("name", "licence", "source"), part, strict=True)) for part in parts]
    )


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
        "licences": script(licences(echarts)),
        "parts": script(inside()),
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
