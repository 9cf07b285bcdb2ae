"""The progress bar says its progress and nothing else."""

import subprocess
import sys

CODE = """
import sys, types, warnings
warnings.simplefilter("error")
sys.modules["ipywidgets"] = None  # as where it is not installed
sys.modules["IPython"] = types.SimpleNamespace(version_info=(9,), get_ipython=lambda: types.SimpleNamespace(config={"IPKernelApp": 1}))
import orgsim
scenario = orgsim.Scenario.from_dict({"run": {"weeks": 10, "replications": 2}, "market": {"customers": 1000}})
orgsim.run(scenario, progress=True)
"""


def test_a_notebook_without_ipywidgets_is_warned_of_nothing():
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert "100%" in done.stderr
    assert "Warning" not in done.stderr and "IProgress" not in done.stderr
