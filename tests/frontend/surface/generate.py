#!/usr/bin/env python3
"""Writes tests/frontend/surface/*.inc: each function of the NumPy-like surface once, with the values that JAX gives.

Needed only when cases are added: the results are part of the repository. Run with a Python that has JAX.

A case is a line `C++ expression` or `C++ expression ## Python expression`. Names in the C++ are those of namespace
fluxion, of the Python those of jax.numpy (lax, nn, np as they are). Without a Python expression the two agree but for
the spelling of lists, constants and options, which to_python() knows.
"""
import pathlib
import re
import sys

import jax
import jax.numpy as jnp
import jax.scipy.linalg  # noqa: F401 (cases name it)
import numpy as np
from jax import lax, nn

HERE = pathlib.Path(__file__).parent

# The arrays of cases.h, by the same names.
NAMES = dict(
    A=np.array([[0.5, -1.25, 2.0], [3.5, 0.75, -0.125]], np.float32),
    B=np.array([[1.5, 2.0, -0.5], [0.25, -3.0, 4.0]], np.float32),
    S=np.array([[4.0, 1.0, 0.5], [1.0, 3.0, -0.25], [0.5, -0.25, 2.0]], np.float32),
    V=np.array([3.0, -1.0, 2.5, 0.5, 4.0], np.float32),
    W=np.array([1.0, 0.5, -2.0, 1.5, 3.0], np.float32),
    U=np.array([0.1, 0.9, 0.35, 0.5], np.float32),
    N=np.array([1.0, np.nan, -np.inf, 3.0, np.nan, np.inf], np.float32),
    P=np.array([[1.0, np.nan, 3.0], [np.nan, 5.0, 4.0]], np.float32),
    I=np.array([12, -7, 5, 0, 18], np.int32),
    J=np.array([5, 3, -2, 4, 12], np.int32),
    K=np.array([[3, 1, 2], [0, 2, 1]], np.int32),
    D=np.array([2, 5, 2, 1, 5, 2], np.int32),
    M=np.array([True, False, True, True, False]),
    Q=np.array([[True, False, True], [False, True, True]]),
    T3=np.arange(24, dtype=np.float32).reshape(2, 3, 4),
)
NAMES = {k: jnp.asarray(v) for k, v in NAMES.items()}
DTYPES = {"bool": "bool", "int8": "i8", "int16": "i16", "int32": "i32", "uint8": "u8", "uint16": "u16", "uint32": "u32",
          "float16": "f16", "bfloat16": "bf16", "float32": "f32"}


def to_python(text):
    """The Python that reads like this C++."""
    text = re.sub(r"\.(\w+) = ", r"\1=", text).replace("->", "->").replace("::", ".")
    text = re.sub(r"\{((?:\w+=[^{}]*)+)\}", r"\1", text)
    text = text.replace("{", "[").replace("}", "]")
    text = re.sub(r"\btrue\b", "True", re.sub(r"\bfalse\b", "False", text))
    text = text.replace("delete_", "delete").replace("INFINITY", "jnp.inf").replace("NAN", "jnp.nan")
    return re.sub(r"(?<![\w.])([a-z]\w*)\(", r"jnp.\1(", text)


def to_cpp(text):
    """Names in their namespace."""
    return re.sub(r"(?<![\w.:>])(?!std::|fx::)((?:[a-z]\w*::)*[a-z]\w*)\(", r"fx::\1(", text)


def number(x):
    if isinstance(x, (bool, np.bool_)):
        return "1" if x else "0"
    if isinstance(x, (int, np.integer)):
        return str(int(x))
    x = float(x)
    if np.isnan(x):
        return "NAN"
    if np.isinf(x):
        return "INFINITY" if x > 0 else "-INFINITY"
    return repr(float(np.format_float_positional(np.float32(x), unique=True))) if abs(x) < 1e15 else f"{x:.9g}"


def expected(y):
    y = np.asarray(y)
    kind = DTYPES[str(y.dtype)]
    values = ", ".join(number(v) for v in y.astype(np.float64 if y.dtype.kind not in "biu" else y.dtype).ravel())
    return f'{{"{kind}[{",".join(map(str, y.shape))}]", {{{values}}}}}'


def evaluate(text):
    names = dict(NAMES, jnp=jnp, lax=lax, nn=nn, np=np, jax=jax)
    return jax.tree.leaves(eval(text, names))


def main():
    failures = 0
    for path in sorted(HERE.glob("*.cases")):
        out = [f"// Written by generate.py from {path.name}.", "// clang-format off"]
        for line in path.read_text().splitlines():
            if not line.strip() or line.startswith("#"):
                continue
            cpp, _, python = line.partition(" ## ")
            python = python.strip() or to_python(cpp)
            try:
                results = [expected(y) for y in evaluate(python)]
            except Exception as error:  # the author reads it
                print(f"{path.name}: {line}\n  {python}\n  {type(error).__name__}: {error}"[:600], file=sys.stderr)
                failures += 1
                continue
            code = to_cpp(cpp.strip())
            name = re.match(r"(?:\w+::)*\w+", cpp.strip())[0]
            out.append(f'CASE("{name}", ({code}), {", ".join(results)})')
        path.with_suffix(".inc").write_text("\n".join(out) + "\n")
    return failures


if __name__ == "__main__":
    sys.exit(1 if main() else 0)
