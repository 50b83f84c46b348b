"""Checks that a program is refused by the compiler, and for the reason it was written for.

    check.py FILE.cpp COMPILER ARGUMENTS...

The file's first line names a part of the expected message, `// refused: part of the message`, or several with | between
them, one for each compiler. With MUST_COMPILE defined the same file has to compile, so that it is refused for the one
line in question and not for a slip elsewhere:

    #ifdef MUST_COMPILE
      if (fx::all(x > y).item<bool>()) return 1;
    #else
      if (x > y) return 1;
    #endif
"""
import subprocess
import sys


def main():
    path, command = sys.argv[1], sys.argv[2:]
    with open(path, encoding="utf-8") as file:
        first = file.readline()
    if not first.startswith("// refused: "):
        sys.exit(f"{path}: its first line must be '// refused: part of the message'")
    expected = [part.strip() for part in first.removeprefix("// refused: ").split("|")]

    right = subprocess.run([*command, "-DMUST_COMPILE", path], capture_output=True, text=True, check=False)
    if right.returncode != 0:
        sys.exit(f"{path}: does not compile with MUST_COMPILE:\n{right.stderr}")
    wrong = subprocess.run([*command, path], capture_output=True, text=True, check=False)
    if wrong.returncode == 0:
        sys.exit(f"{path}: compiles, but should be refused with one of {expected}")
    if not any(part in wrong.stderr for part in expected):
        sys.exit(f"{path}: refused, but not with any of {expected}:\n{wrong.stderr}")


main()
