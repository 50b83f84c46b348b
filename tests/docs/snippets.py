"""Turns the C++ snippets of a Markdown document into a program, so that a document cannot show code that does not work.

    snippets.py extract DOC.md FOLDER     writes the programs; prints a line
                                          "kind|program|argument|expected" for each test
    snippets.py check EXPECTED PROGRAM ARGUMENTS...     runs a program; EXPECTED is a file with its output, or "-"

Every fenced block that begins with ```cpp is compiled:
  - one with `int main(` is a program of its own;
  - any other holds statements. Those under one heading (of any level) are one function, so that later ones use the
    variables of earlier ones; `using` and includes work as well.
Words after ```cpp change that:
  decl   declarations (functions, structs) at namespace scope, seen by all snippets below it in the document
  run    the program, or the function of this heading, is run by the tests, and has to exit with 0
  skip   not compiled, for code of the project itself that is shown in part; give the file it is from
A block ```text output that follows is what the program or function prints, exactly.
"""
import dataclasses
import pathlib
import re
import subprocess
import sys

PRELUDE = """#include <fluxion/fluxion.h>
#if __has_include(<fluxion/transformer.h>)
#include <fluxion/transformer.h>
namespace tf = fluxion::transformer;
#endif
#include <fmt/format.h>
#include <cstring>
#include <iostream>
namespace fx = fluxion;
"""


@dataclasses.dataclass
class Block:
    """A fenced block: its words, its text, the line it begins at and the heading above it."""

    words: list
    lines: list
    line: int
    heading: int


def read_blocks(path):
    blocks, block, heading = [], None, 0
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        fence = re.match(r"^```(.*)$", line)
        if block is not None and line.rstrip() == "```":
            blocks.append(block)
            block = None
        elif block is not None:
            block.lines.append(line)
        elif fence:
            block = Block(fence[1].split() or [""], [], number + 1, heading)
        elif line.startswith("#"):
            heading += 1
    if block is not None:
        sys.exit(f"{path}:{block.line - 1}: this block has no end")
    return blocks


def numbered(block, path):
    """The block's code without its includes, with the compiler told where it stands in the document."""
    code = ["" if line.startswith("#include") else line for line in block.lines]
    return f'#line {block.line} "{path.name}"\n' + "\n".join(code) + "\n"


class Document:
    """The programs that one document makes."""

    def __init__(self, path, folder):
        self.path, self.folder = path, folder
        self.stem = path.stem.replace(".", "_")
        self.includes, self.body, self.open_heading = [], [], None
        self.functions, self.results, self.last = [], [], None

    def close_function(self):
        if self.open_heading is not None:
            self.body.append("}\n")
            self.open_heading = None

    def add(self, block):
        words = set(block.words[1:])
        if block.words[0] == "text" and "output" in words:
            self.expect("\n".join(block.lines) + "\n")
        elif block.words[0] == "cpp" and "skip" not in words:
            if unknown := words - {"decl", "run"}:
                sys.exit(f"{self.path}:{block.line - 1}: unknown word after ```cpp: {' '.join(sorted(unknown))}")
            if any("int main(" in line for line in block.lines):
                self.add_program(block, "run" in words)
            else:
                self.add_part(block, words)

    def add_program(self, block, run):
        name = f"{self.stem}_line_{block.line}"
        text = f'#line {block.line} "{self.path.name}"\n' + "\n".join(block.lines) + "\n"
        self.write(name, text)
        self.last = {"kind": "run" if run else "compile", "name": name, "argument": "", "expected": "-"}
        self.results.append(self.last)

    def add_part(self, block, words):
        self.includes += [line for line in block.lines if line.startswith("#include")]
        if "decl" in words:
            self.close_function()
        elif self.open_heading != block.heading:
            self.close_function()
            name = f"at_line_{block.line}"
            self.body.append(f"void {name}() {{\n")
            self.open_heading = block.heading
            self.functions.append({"kind": "compile", "name": self.stem, "argument": name, "expected": "-"})
        self.body.append(numbered(block, self.path))
        if "decl" not in words:
            self.last = self.functions[-1]
            if "run" in words:
                self.last["kind"] = "run"

    def expect(self, text):
        if self.last is None or self.last["kind"] != "run":
            sys.exit(f"{self.path}: a block of output follows no snippet that is run")
        expected = self.folder / f"{self.last['name']}_{self.last['argument']}.expected"
        expected.write_text(text, encoding="utf-8")
        self.last["expected"] = expected

    def finish(self):
        self.close_function()
        if self.body:
            calls = "".join(f'  if (argc > 1 && !std::strcmp(argv[1], "{f["argument"]}")) {f["argument"]}();\n'
                            for f in self.functions)
            text = PRELUDE + "\n".join(self.includes) + "\nnamespace {\n" + "".join(self.body) + "}  // namespace\n"
            self.write(self.stem, f"{text}int main(int argc, char **argv) {{\n  (void)argc, (void)argv;\n{calls}}}\n")
            self.results += self.functions or [{"kind": "compile", "name": self.stem, "argument": "", "expected": "-"}]
        for r in self.results:
            print(f"{r['kind']}|{r['name']}|{r['argument']}|{r['expected']}")

    def write(self, name, text):
        target = self.folder / f"{name}.cpp"
        if not target.exists() or target.read_text(encoding="utf-8") != text:  # keep its time: nothing to build again
            target.write_text(text, encoding="utf-8")


def extract(path, folder):
    folder.mkdir(parents=True, exist_ok=True)
    document = Document(path, folder)
    for block in read_blocks(path):
        document.add(block)
    document.finish()


def check(expected, command):
    result = subprocess.run(command, capture_output=True, text=True, check=False)
    if result.returncode != 0:
        sys.exit(f"exit status {result.returncode}\n{result.stdout}{result.stderr}")
    wanted = None if expected == "-" else pathlib.Path(expected).read_text(encoding="utf-8")
    if wanted is not None and result.stdout != wanted:
        sys.exit(f"the document says it prints\n{wanted}\nbut it prints\n{result.stdout}")


def main():
    if len(sys.argv) == 4 and sys.argv[1] == "extract":
        extract(pathlib.Path(sys.argv[2]), pathlib.Path(sys.argv[3]))
    elif len(sys.argv) >= 4 and sys.argv[1] == "check":
        check(sys.argv[2], sys.argv[3:])
    else:
        sys.exit(__doc__)


main()
