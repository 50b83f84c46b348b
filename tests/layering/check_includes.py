"""Checks every #include of the sources against the table of who may include whom.

    check_includes.py ROOT

Data flows frontend -> trace -> ir -> passes -> codegen -> runtime, and includes follow the table below. Public headers
(the folders FOLDER/fluxion) may include one another without cycles, those of the layer itself or below it, and nothing
else of ours; none of them, and nothing in frontend, runtime or transformer, may include LLVM or MLIR.
"""
import pathlib
import re
import sys

FOLDERS = ("frontend", "trace", "ir", "passes", "codegen", "runtime", "transformer")
# frontend/compiler joins the parts of the compiler to what libfluxion opens: the only sources to see all of them.
DRIVER = "frontend/compiler"
MAY_INCLUDE = {
    "transformer": {"transformer"},
    "frontend": {"frontend", "trace", "runtime"},
    DRIVER: {"frontend", "trace", "passes", "codegen", "ir", "runtime"},
    "trace": {"trace", "ir", "runtime"},
    "passes": {"passes", "ir", "runtime"},
    "codegen": {"codegen", "ir", "runtime"},
    "ir": {"ir"},
    "runtime": {"runtime"},
}
# Whose public headers (written <fluxion/...>) a folder sees.
SEES_PUBLIC = {
    "transformer": {"transformer", "frontend", "runtime"},
    "frontend": {"frontend", "runtime"},
    DRIVER: {"frontend", "runtime"},
    "trace": {"runtime"},
    "passes": {"runtime"},
    "codegen": {"runtime"},
    "ir": {"runtime"},
    "runtime": {"runtime"},
}
WITHOUT_LLVM = {"frontend", "runtime", "transformer"}

INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def public_headers(root):
    """Returns {"fluxion/array.h": "frontend", ...}."""
    found = {}
    for folder in ("runtime", "frontend", "transformer"):
        for path in (root / folder / "fluxion").rglob("*.h"):
            name = path.relative_to(root / folder).as_posix()
            if name in found:
                report(f"{folder}/{name}: {found[name]} has a public header of the same name")
            found[name] = folder
    return found


errors = []


def report(text):
    errors.append(text)


def check_line(where, folder, is_public, name, public):
    """Checks one include; returns the public header it names, if any."""
    top = name.split("/")[0]
    if top in ("mlir", "llvm", "mlir-c", "llvm-c"):
        if folder in WITHOUT_LLVM:
            report(f"{where}: {folder} includes {name}, but has to build without LLVM")
    elif top == "fluxion":
        if name not in public:
            report(f"{where}: no folder has the public header {name}")
        elif public[name] not in SEES_PUBLIC[folder]:
            report(f"{where}: {folder} may not include {name}, a header of {public[name]}")
        return name
    elif top in FOLDERS and "/" in name:
        if is_public:
            report(f"{where}: a public header includes the internal {name}")
        elif top not in MAY_INCLUDE[folder]:
            report(f"{where}: {folder} may not include {name}")
    elif top in ("tests", "tools", "examples"):
        report(f"{where}: {folder} may not include {name}")
    return None


def check_file(root, path, folder, public):
    relative = path.relative_to(root).as_posix()
    if relative.startswith(DRIVER + "/"):
        folder = DRIVER
    is_public = relative.startswith(f"{folder}/fluxion/")
    included = set()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        match = INCLUDE.match(line)
        if match:
            where = f"{relative}:{number}"
            included.add(check_line(where, folder, is_public, match[2], public))
    return included - {None} if is_public else set()


def check_cycles(graph):
    """Follows the includes of public headers depth first; a header met again on its own path closes a cycle."""
    done = set()

    def visit(header, path):
        if header in path:
            report("public headers include one another in a circle: " + " -> ".join([*path, header]))
        elif header not in done:
            for target in sorted(graph.get(header, ())):
                visit(target, [*path, header])
            done.add(header)

    for header in sorted(graph):
        visit(header, [])


def main():
    root = pathlib.Path(sys.argv[1]).resolve()
    public = public_headers(root)
    graph = {}
    for folder in FOLDERS:
        for path in sorted((root / folder).rglob("*")):
            if path.suffix in (".h", ".cpp", ".inc"):
                included = check_file(root, path, folder, public)
                if included:
                    graph[path.relative_to(root / folder).as_posix()] = included
    check_cycles(graph)
    if errors:
        sys.exit("\n".join(errors))
    print(f"{len(public)} public headers and the includes of all sources follow the table")


main()
