"""The house rules that a machine can watch: door-plates, sizes, names, pins, and no other host."""

import ast
import re
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
CODE = sorted(
    path
    for path in [*ROOT.glob("catalog/**/*.py"), *ROOT.glob("shop/**/*.py")]
    if "migrations" not in path.parts
)
NOT_ROOMS = {"migrations", "management", "commands", "templatetags"}
LONGEST = 300
ELSEWHERE = re.compile(
    r"""(?:src|srcset|poster|action)\s*=\s*["']?(?:https?:)?//|<link[^>]+href\s*=\s*["']?(?:https?:)?//"""
    r"""|url\(\s*["']?(?:https?:)?//|@import\s+["']?(?:https?:)?//|fetch\(\s*["'](?:https?:)?//"""
)


def name_of(path: Path) -> str:
    return path.relative_to(ROOT).as_posix()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def test_every_room_has_a_door_plate() -> None:
    plates = [path for path in CODE if path.name == "__init__.py" and path.parent.name not in NOT_ROOMS]
    assert [name_of(path) for path in plates if not ast.get_docstring(tree(path))] == []


def test_no_drawer_is_made_for_what_fits_nowhere() -> None:
    drawers = {"utils", "util", "common", "helpers", "services", "signals", "misc"}
    assert [name_of(path) for path in CODE if {path.stem, *path.parent.parts} & drawers] == []


def test_no_file_holds_two_subjects() -> None:
    files = [*CODE, *ROOT.glob("tests/**/*.py")]
    assert [name_of(path) for path in files if len(path.read_text().splitlines()) > LONGEST] == []


def test_an_action_is_one_public_function_named_like_its_file() -> None:
    def public(path: Path) -> list[str]:
        functions = [node.name for node in tree(path).body if isinstance(node, ast.FunctionDef)]
        return [name for name in functions if not name.startswith("_")]

    actions = [path for path in ROOT.glob("shop/actions/*.py") if path.name != "__init__.py"]
    assert {name_of(path): public(path) for path in actions if public(path) != [path.stem]} == {}


def test_models_do_not_override_save() -> None:
    overrides = [
        name_of(path)
        for path in CODE
        for node in ast.walk(tree(path))
        if isinstance(node, ast.ClassDef)
        and any(base.endswith("Model") for base in map(ast.unparse, node.bases))
        for method in node.body
        if isinstance(method, ast.FunctionDef) and method.name in {"save", "delete"}
    ]
    assert overrides == []


def test_pages_load_nothing_from_other_hosts() -> None:
    pages = [path for path in [*ROOT.glob("templates/**/*"), *ROOT.glob("static/**/*")] if path.is_file()]
    assert [name_of(path) for path in pages if ELSEWHERE.search(path.read_text(errors="replace"))] == []


def test_every_setting_from_the_environment_is_documented() -> None:
    names = {
        ast.literal_eval(node.args[0])
        for node in ast.walk(tree(ROOT / "shop/settings.py"))
        if isinstance(node, ast.Call) and re.fullmatch(r"env\.\w+", ast.unparse(node.func))
    }
    documented = set(re.findall(r"^\| `([A-Z_]+)`", (ROOT / "docs/settings.md").read_text(), re.MULTILINE))
    assert documented == names


def pins() -> dict[str, str]:
    """The lines of requirements.txt, by the names of the distributions."""
    lines = [line.split("#")[0].strip() for line in (ROOT / "requirements.txt").read_text().splitlines()]
    return {re.split(r"[\[=]", line)[0].lower().replace("_", "-"): line for line in lines if line}


def test_every_requirement_is_pinned() -> None:
    pinned = re.compile(r"[A-Za-z0-9_.-]+(\[[a-z]+\])?==[0-9][0-9a-z.]*")
    assert [line for line in pins().values() if not pinned.fullmatch(line)] == []


@pytest.mark.parametrize("top", ["catalog", "shop", "tests"])
def test_what_is_imported_is_required(top: str) -> None:
    modules = set()
    for path in ROOT.glob(f"{top}/**/*.py"):
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.Import):
                modules |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module:
                modules.add(node.module.split(".")[0])
    distributions = packages_distributions()
    needed = {module: distributions[module] for module in modules if module in distributions}
    direct = (ROOT / "requirements.txt").read_text().split("# Brought in")[0].lower()
    assert {
        module: names
        for module, names in needed.items()
        if not any(re.search(rf"^{re.escape(name.lower())}\b", direct, re.MULTILINE) for name in names)
    } == {}
