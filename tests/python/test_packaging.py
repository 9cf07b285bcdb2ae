"""What can be said of the wheel, the images and environments without making them."""

import json
import re
import tomllib

from small import ROOT


def text_of(name):
    return (ROOT / name).read_text(encoding="utf-8")


def recipe_lines(name):
    """Without comments and blank lines."""
    return [line for line in text_of(name).splitlines() if line.split("#")[0].strip()]


def copied(line):
    """What a line of the Dockerfile copies from here."""
    return line.split()[1:-1] if line.startswith("COPY ") and "--from" not in line else []


def included():
    lines = text_of(".dockerignore").splitlines()
    return {line[1:] for line in lines if line.startswith("!")}


def test_the_dockerfile_copies_what_is_there_and_what_the_build_gets():
    sources = {source for line in recipe_lines("Dockerfile") for source in copied(line)}
    assert sources == included()
    assert [source for source in sources if not (ROOT / source).exists()] == []


def test_the_apptainer_definition_takes_the_dockerfiles_steps():
    docker, apptainer = text_of("Dockerfile"), text_of("apptainer.def")
    assert set(re.findall(r"^From: (\S+)", apptainer, re.MULTILINE)) == set(
        re.findall(r"^FROM (\S+:\S+)", docker, re.MULTILINE)
    )
    assert re.findall(r"^ +(\./dev .*)", apptainer, re.MULTILINE) == re.findall(
        r"^RUN (\./dev .*)", docker, re.MULTILINE
    )
    assert set(re.findall(r"^ +(\S+) /source/", apptainer, re.MULTILINE)) == included()
    (program,) = re.findall(r"^COPY --from=build (\S+ \S+)", docker, re.MULTILINE)
    assert program in apptainer


def test_the_image_runs_the_program_as_nobody_special():
    lines = recipe_lines("Dockerfile")
    last_stage = lines[max(i for i, line in enumerate(lines) if line.startswith("FROM ")) :]
    assert 'ENTRYPOINT ["orgsim"]' in last_stage
    users = [line for line in last_stage if line.startswith("USER ")]
    assert users != []
    assert users[-1] not in ("USER root", "USER 0")


def test_verbs_that_recipes_use_are_there():
    known = set(re.findall(r"^  ([a-z]+)\) ", text_of("dev"), re.MULTILINE))
    container = json.loads(text_of(".devcontainer/devcontainer.json"))
    recipes = text_of("Dockerfile") + text_of("environment.yml") + container["postCreateCommand"]
    assert set(re.findall(r"\./dev ([a-z]+)", recipes)) <= known


def test_the_dev_container_works_in_a_stage_of_the_dockerfile():
    build = json.loads(text_of(".devcontainer/devcontainer.json"))["build"]
    dockerfile = (ROOT / ".devcontainer" / build["dockerfile"]).resolve()
    assert dockerfile == ROOT / "Dockerfile"
    assert (ROOT / ".devcontainer" / build["context"]).resolve() == ROOT
    assert f" AS {build['target']}\n" in text_of("Dockerfile")


def test_the_conda_environment_has_what_the_wheel_depends_on():
    project = tomllib.loads(text_of("pyproject.toml"))["project"]
    wanted = project["dependencies"] + project["optional-dependencies"]["notebook"]
    listed = re.findall(r"^  - (\S+)", text_of("environment.yml"), re.MULTILINE)
    # conda-forge calls matplotlib with windows of its own by that name, and without by another.
    assert [w for w in wanted if w.replace("matplotlib", "matplotlib-base") not in listed] == []
