#!/usr/bin/env python3
"""Writes indexing.inc: random indexings and updates of an array, with the values that NumPy gives.

Needed only to draw others: the result is part of the repository. Run with a Python that has NumPy.
"""
import pathlib

import numpy as np

rng = np.random.default_rng(20)
X = np.arange(24, dtype=np.int32).reshape(2, 3, 4)


def array_text(a):
    def braces(b):
        if b.ndim == 0:
            return ("true" if b else "false") if b.dtype == bool else str(int(b))
        return "{" + ", ".join(braces(c) for c in b) + "}"

    return f"fx::array({braces(a)})"


def slice_text(s):
    show = lambda v: "{}" if v is None else str(v)
    return f"fx::slice({show(s.start)}, {show(s.stop)}, {s.step})"


def text(i):
    if i is None:
        return "fx::newaxis"
    if i is Ellipsis:
        return "fx::ellipsis"
    if isinstance(i, slice):
        return "fx::all" if i == slice(None) else slice_text(i)
    return array_text(i) if isinstance(i, np.ndarray) else str(i)


def random_slice(n):
    end = lambda: None if rng.random() < 0.3 else int(rng.integers(-n - 1, n + 2))
    return slice(end(), end(), int(rng.choice([1, 1, 2, 3, -1, -2])))


def random_index():
    """A tuple of indices for X: index arrays of one shape family, so that they broadcast."""
    out, d, ellipsis = [], 0, False
    shapes = [(2,), (1,), (), (2, 1), (1, 2)] if rng.random() < 0.5 else [(3,), (), (1,)]
    while d < X.ndim and len(out) < 5:
        kind = rng.choice(["int", "slice", "all", "new", "array", "mask", "dots", "stop"],
                          p=[0.15, 0.2, 0.1, 0.1, 0.27, 0.06, 0.07, 0.05])
        if kind == "stop":
            break
        if kind == "int":
            out.append(int(rng.integers(-X.shape[d], X.shape[d])))
        elif kind == "slice":
            out.append(random_slice(X.shape[d]))
        elif kind == "all":
            out.append(slice(None))
        elif kind == "new":
            out.append(None)
            continue
        elif kind == "array":
            out.append(np.asarray(rng.integers(-X.shape[d], X.shape[d], size=shapes[rng.integers(len(shapes))])))
        elif kind == "mask":
            rank = int(rng.integers(1, min(2, X.ndim - d) + 1))
            out.append(rng.random(X.shape[d:d + rank]) < 0.5)
            d += rank - 1
        else:
            if ellipsis:
                continue
            ellipsis = True
            out.append(Ellipsis)
            d += int(rng.integers(0, X.ndim - d))
            continue
        d += 1
    return tuple(out)


def valid(index):
    try:
        y = X[index]
    except IndexError:
        return False
    return y.size <= 30


def numbers(a):
    return "{" + ", ".join(str(int(v)) for v in np.ravel(a)) + "}"


def place(index):
    return text(index[0]) if len(index) == 1 else "{" + ", ".join(text(i) for i in index) + "}"


def draw(count):
    seen, out = set(), []
    while len(out) < count:
        index = random_index()
        if not index or not valid(index) or place(index) in seen:
            continue
        seen.add(place(index))
        out.append(index)
    return out


def main():
    out = ["// Written by indexing.py.", "// clang-format off"]
    for index in draw(150):
        y = X[index]
        out.append(f"GET(({place(index)}), ({{{', '.join(map(str, y.shape))}}}), ({numbers(y)}))")
    for k, index in enumerate(draw(90)):
        shape = X[index].shape
        value = np.arange(1, 1 + X[index].size, dtype=np.int32).reshape(shape)
        kind, apply = [("set", None), ("add", np.add), ("max", np.maximum)][k % 3]
        z = X.copy()
        if apply is None:
            z[index] = value * 100
        else:
            apply.at(z, index, value * 5)
        scale = 100 if apply is None else 5
        out.append(f"UPDATE(({place(index)}), {kind}, ({{{', '.join(map(str, shape))}}}), {scale}, ({numbers(z)}))")
    pathlib.Path(__file__).with_name("indexing.inc").write_text("\n".join(out) + "\n")


main()
