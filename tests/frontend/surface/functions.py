#!/usr/bin/env python3
"""Writes docs/functions.md from the headers and names.txt, the public names of JAX 0.10.2 by module.

    tests/frontend/surface/functions.py            writes it
    tests/frontend/surface/functions.py --check    fails where it is out of date, or where no test uses a function
"""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parents[3]
HEADERS = ROOT / "frontend" / "fluxion"
NUMPY = ["ops", "numeric", "shaping", "statistics", "products", "sets", "lax", "vectorize", "control", "array", "tree",
         "special", "complex", "convolution", "convolution_shapes", "special_counting", "jit", "safetensors", "transforms", "jacobian", "save", "dlpack", "view", "custom", "implicit", "index", "mesh", "sharding", "collective"]
# module: title, namespace, headers
MODULES = {
    "numpy": ("jax.numpy", "fx", NUMPY),
    "lax": ("jax.lax", "fx", ["lax", "control"] + NUMPY + ["linalg", "fft", "nn", "random"]),
    "nn": ("jax.nn", "fx::nn", ["nn"]),
    "initializers": ("jax.nn.initializers", "fx::nn::initializers", ["initializers"]),
    "linalg": ("jax.numpy.linalg", "fx::linalg", ["linalg"]),
    "fft": ("jax.numpy.fft", "fx::fft", ["fft"]),
    "random": ("jax.random", "fx::random", ["random", "random_distributions"]),
    "special": ("jax.scipy.special", "fx::special", ["special", "special_counting", "special_integrals", "ops"]),
    "scipy.linalg": ("jax.scipy.linalg", "fx::linalg", ["linalg", "linalg_makers"]),
}
# What C++ cannot or does not call so.
RENAMED = {
    ("numpy", "delete"): "delete_", ("numpy", "trace"): "trace_", ("numpy", "conj"): "conj",
    ("numpy", "array"): "array", ("numpy", "fft"): "fft", ("lax", "switch"): "switch_", ("lax", "lgamma"): "lgamma",
    ("lax", "slice"): "lax::slice", ("lax", "max"): "lax::max", ("lax", "min"): "lax::min",
    ("lax", "round"): "lax::round", ("lax", "pad"): "lax::pad", ("lax", "select"): "lax::select",
    ("lax", "split"): "lax::split", ("lax", "argmax"): "lax::argmax", ("lax", "argmin"): "lax::argmin",
    ("lax", "cumsum"): "lax::cumsum", ("lax", "cumprod"): "lax::cumprod", ("lax", "cummax"): "lax::cummax",
    ("lax", "cummin"): "lax::cummin", ("numpy", "save"): "save", ("random", "PRNGKey"): "key",
    ("lax", "acos"): "acos", ("lax", "reduce_precision"): "reduce_precision",
}
TEXT = "printing is `fx::to_string`, by formatting and `<<`"
ELSEWHERE = {
    **{("numpy", n): TEXT for n in ("array_repr", "array_str", "get_printoptions", "printoptions", "set_printoptions")},
    **{("numpy", n): "`fx::from_span`, `fx::from_bytes`, `fx::view`" for n in
       ("frombuffer", "fromfile", "fromiter", "fromstring")},
    ("numpy", "savez"): "`fx::save(\"x.npz\", tree)`",
    ("numpy", "iterable"): "C++ has types", ("numpy", "frompyfunc"): "`fx::vectorize`",
    ("numpy", "iscomplexobj"): "`is_complex(x.dtype())`", ("numpy", "isrealobj"): "`!is_complex(x.dtype())`",
    ("numpy", "einsum_path"): "operands are contracted from the left",
    ("lax", "pcast"): "types do not say what is the same for all members",
    ("lax", "dtype"): "`x.dtype()`", ("lax", "stage"): "`fx::jit` and `fx::make_ir`",
    ("random", "key_data"): "`key.data()`", ("random", "clone"): "`key.clone()`",
    ("random", "wrap_key_data"): "`Key(data)`", ("random", "key_dtype"): "keys are a type",
    ("random", "key_impl"): "threefry 2x32 is the one there is",
    ("lax", "DotDimensionNumbers"): "`fx::DotDimensions`",
    **{("lax", n): "the letters of `fx::ConvolutionOptions`" for n in
       ("ConvGeneralDilatedDimensionNumbers", "conv_dimension_numbers")},
    **{("lax", n): "effects are in order without tokens" for n in ("after_all", "create_token")},
    ("lax", "shape_as_value"): "`x.shape()`",
    ("nn", "scaled_dot_general"): "", ("nn", "scaled_matmul"): "",
    ("linalg", "cross"): "`fx::cross`", ("linalg", "diagonal"): "`fx::diagonal`",
    ("linalg", "matmul"): "`fx::matmul`", ("linalg", "matrix_transpose"): "`fx::matrix_transpose`",
    ("linalg", "outer"): "`fx::outer`", ("linalg", "tensordot"): "`fx::tensordot`",
    ("linalg", "vecdot"): "`fx::vecdot`",
}


def names():
    modules, key = {}, None
    for line in (pathlib.Path(__file__).with_name("names.txt")).read_text().splitlines():
        head, colon, rest = line.partition(":")
        if colon:
            key, line = head, rest
        modules.setdefault(key, []).extend(line.split())
    return modules


def declared(header, name):
    """Whether the header declares the function, or an object that is called like one."""
    text = header.read_text()
    if "::" in name:
        space, name = name.split("::")
        text = text[text.index(f"namespace {space} {{"):] if f"namespace {space} {{" in text else ""
    word = re.escape(name)
    declaration = rf"^(?!\s*(?:return|//|\*)).*[\w>&*] \*?&?{word}\([^;]*"
    return (re.search(declaration, text, re.M) is not None or re.search(rf"using [\w:]*::{word};", text) is not None
            or re.search(rf"inline constexpr \w+ {word};", text) is not None)


def find(module, name):
    for header in MODULES[module][2]:
        path = HEADERS / f"{header}.h"
        if path.exists() and declared(path, name):
            return path.name
    return None


def rows(module, list_of_names):
    for name in list_of_names:
        cpp = RENAMED.get((module, name), name)
        header = find(module, cpp) if (module, name) not in ELSEWHERE else None
        yield name, cpp, header


def document():
    out = ["# The functions, and where they are", "",
           "Public names of JAX 0.10.2, module by module. Written by `tests/frontend/surface/functions.py`; a test fails where",
           "it is out of date, and where no test uses a function that is listed. An empty cell is a function that is missing;",
           "all that JAX calls otherwise than Fluxion is told instead.", ""]
    tested, missing = [], []
    for module, list_of_names in names().items():
        title, space, _ = MODULES[module]
        found = list(rows(module, list_of_names))
        there = sum(1 for n, _, h in found if h or ELSEWHERE.get((module, n)))
        out += [f"## {title}", "", f"{there} of {len(found)}, in `{space}`.", "", "| name | function | header |",
                "| --- | --- | --- |"]
        for name, cpp, header in found:
            other = ELSEWHERE.get((module, name), "")
            cell = f"`{space}::{cpp}`" if header else other
            out.append(f"| `{name}` | {cell} | {f'`{header}`' if header else ''} |".replace("|  |", "| |"))
            if header:
                tested.append((module, cpp))
            elif not other:
                missing.append(f"{title}.{name}")
        out.append("")
    return "\n".join(out).rstrip() + "\n", tested, missing


def main():
    text, used, missing = document()
    path = ROOT / "docs" / "functions.md"
    if "--check" not in sys.argv:
        path.write_text(text)
        print(f"{len(used)} functions, {len(missing)} missing: {' '.join(missing)}")
        return 0
    failures = [] if path.read_text() == text else ["docs/functions.md is out of date: run functions.py"]
    sources = [p for p in (ROOT / "tests").rglob("*") if p.suffix in (".cpp", ".inc", ".h")]
    tests = "\n".join(p.read_text() for p in sources)
    words = set(re.findall(r"\b\w+(?=\(|\b)", tests))
    failures += [f"{module}: no test uses {cpp}" for module, cpp in used if cpp.split("::")[-1] not in words]
    print("\n".join(failures))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
