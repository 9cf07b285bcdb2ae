"""How Sphinx makes the site from the pages in this folder and the notebooks (``./dev docs``)."""

import os
import pathlib

import orgsim

project = "orgsim"
author = "the orgsim developers"
version = release = orgsim.__version__

extensions = ["myst_nb", "sphinx.ext.autodoc"]
html_theme = "furo"
html_title = f"orgsim {release}"
html_static_path = ["_static"]
html_css_files = ["tables.css"]
exclude_patterns = ["build", "extra"]

# What goes into the site as it is: `./dev docs` puts the browser's engine there if it was made (`./dev web`), and the
# pages What if? and Play then hold it.
if pathlib.Path(__file__).with_name("extra").exists():
    html_extra_path = ["extra"]
    tags.add("web")  # noqa: F821 (Sphinx knows it)

# Links to headings, as in the pages on their own.
myst_heading_anchors = 3
myst_enable_extensions = ["dollarmath"]

# A page whose code fails fails the build. Notebooks hold the outputs that the tests check.
nb_execution_mode = "cache"
nb_execution_cache_path = os.environ["ORGSIM_DOCS_CACHE"]
nb_execution_raise_on_error = True
nb_execution_timeout = 300
nb_execution_excludepatterns = ["notebooks/*"]
nb_merge_streams = True
nb_render_markdown_format = "myst"

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_default_options = {"members": True}

# References within orgsim must resolve. Other libraries' types are not looked up: the build needs no
# network. Types that only the stubs name are described where they are returned.
nitpicky = True
nitpick_ignore_regex = [
    (
        r"py:.*",
        r"(numpy|np|pandas|xarray|matplotlib|os|collections|typing|types|pathlib|tempfile)\..*",
    ),
    (
        r"py:.*",
        r"(Axes|Observe|Progress|Source|SupportsInt|object|Any|Sequence|Callable|Plot|ResultsFile)",
    ),
    (r"py:.*", r"(Vary|Design|Method|Ranges|Goal)"),
    (r"py:.*", r"(Plan|Found|Cases|Box|Counts|Event|Mapping|Span|Figure|Audited|npt\..*)"),
    (r"py:.*", r"(orgsim\.)?(_core|plots\.source|files)\..*"),
]


def setup(app):
    """Pages in Chinese say so, for those who read them aloud."""

    def name_language(app, pagename, templatename, context, doctree):
        if pagename.startswith("zh/"):
            context["language"] = "zh-CN"

    app.connect("html-page-context", name_language)
