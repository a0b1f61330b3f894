"""Imports point one way, and heavy libraries stay where they belong."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MAY_IMPORT = {
    "design_io": set(),
    "layout": {"design_io"},
    "generators": {"design_io"},
    "agents": {"design_io", "layout", "generators"},
    "editor": {"design_io", "layout", "generators", "agents"},
}
ONLY_IN = {
    "torch": ("generators/", "agents/local_model.py"),
    "transformers": ("generators/", "agents/local_model.py"),
    "diffusers": ("generators/",),
    "langgraph": ("agents/",),
    "langchain": ("agents/",),
    "gradio": ("editor/",),
    "fastapi": ("editor/",),
    "uvicorn": ("editor/",),
    "websockets": ("editor/", "generators/"),
    "svgwrite": ("design_io/",),
    "psd_tools": ("design_io/",),
    "skia": ("design_io/",),
    "uharfbuzz": ("design_io/",),
    "kiwisolver": ("layout/",),
    "onnxruntime": ("generators/", "agents/reader/"),
}
LAZY = {
    "torch",
    "transformers",
    "diffusers",
    "onnxruntime",
    "sentence_transformers",
}  # never at module level
TORCH = "generators/diffusion/"  # may be eager: nobody imports it at module level
MODULES = sorted(p for package in MAY_IMPORT for p in (ROOT / package).rglob("*.py"))


def imported(tree: ast.AST) -> set[str]:
    """Top-level names of every import below `tree`, those inside functions too."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name.split(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "write absolute imports"
            names.add((node.module or "").split(".")[0])
    return names


def forbidden(path: str, source: str) -> list[str]:
    """What a module at `path` (relative to the root) imports and must not."""
    tree = ast.parse(source)
    package = path.split("/")[0]
    names = imported(tree)
    upward = (names & MAY_IMPORT.keys()) - MAY_IMPORT[package] - {package}
    astray = {n for n in names & ONLY_IN.keys() if not path.startswith(ONLY_IN[n])}
    at_once = ast.Module([n for n in tree.body if not _lazy_scope(n)], [])
    eager = set() if path.startswith(TORCH) else LAZY & imported(at_once) | torch_by_way(at_once)
    return sorted(upward | astray | eager | ({"app", "command_line"} & names))


def torch_by_way(tree: ast.Module) -> set[str]:
    """Imports of our package of torch models, which would load torch."""
    modules = {n.module or "" for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    return {m for m in modules if m.startswith(TORCH.rstrip("/").replace("/", "."))}


def _lazy_scope(node: ast.stmt) -> bool:
    return isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)


@pytest.mark.parametrize("path", MODULES, ids=lambda p: str(p.relative_to(ROOT)))
def test_imports_point_one_way(path):
    assert forbidden(path.relative_to(ROOT).as_posix(), path.read_text()) == []


@pytest.mark.parametrize(
    ("path", "source", "caught"),
    [
        ("design_io/a.py", "import layout.plan", ["layout"]),
        ("layout/a.py", "def f():\n    from generators import request", ["generators"]),
        ("generators/a.py", "import torch", ["torch"]),
        ("agents/a.py", "def f():\n    import torch", ["torch"]),
        ("layout/a.py", "import skia", ["skia"]),
        ("agents/a.py", "import app", ["app"]),
        ("generators/a.py", "def f():\n    import torch", []),
        ("generators/diffusion/a.py", "import torch", []),
        ("agents/a.py", "from generators.diffusion.a import b", ["generators.diffusion.a"]),
    ],
)
def test_the_check_sees_what_it_should(path, source, caught):
    assert forbidden(path, source) == caught


def module_imports(path: Path) -> set[str]:
    """Our modules that a module imports, dotted."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text())):
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in MAY_IMPORT:
            found.add(node.module)
            found.update(f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            found.update(a.name for a in node.names if a.name.split(".")[0] in MAY_IMPORT)
    return found


def test_no_two_modules_import_each_other_in_a_circle():
    names = {p: p.relative_to(ROOT).with_suffix("").as_posix().replace("/", ".") for p in MODULES}
    known = set(names.values())
    graph = {names[p]: module_imports(p) & known for p in MODULES}
    while leaves := {name for name, needs in graph.items() if not needs}:
        graph = {name: needs - leaves for name, needs in graph.items() if name not in leaves}
    assert graph == {}
