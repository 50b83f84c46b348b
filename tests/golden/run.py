"""Runs fluxion-run over the golden programs and fails unless every one agrees.

run.py FLUXION_RUN DATA WORK [--device NAME] [--except FILE]

DATA holds manifest.jsonl and, for each category, CATEGORY.mlir (programs, each after a line `// ----- NAME`) and
CATEGORY.safetensors (tensors NAME/in0, …, NAME/out0, …). They are unpacked into WORK, which may be removed. FILE lists the
names of cases that the device is known to fail, one a line; those that pass nevertheless are named, to be taken off it.
"""
import argparse
import collections
import json
import pathlib
import re
import struct
import subprocess
import sys


def read_tensors(path):
    data = path.read_bytes()
    size = struct.unpack("<Q", data[:8])[0]
    return json.loads(data[8:8 + size]), data[8 + size:]


def write_tensors(path, entries, data):
    """Entries are (name, header of the tensor in the file that `data` is of)."""
    header, parts, offset = {}, [], 0
    for name, entry in entries:
        begin, end = entry["data_offsets"]
        header[name] = {"dtype": entry["dtype"], "shape": entry["shape"], "data_offsets": [offset, offset + end - begin]}
        parts.append(data[begin:end])
        offset += end - begin
    text = json.dumps(header).encode()
    text += b" " * (-len(text) % 8)
    path.write_bytes(struct.pack("<Q", len(text)) + text + b"".join(parts))


def unpack(data, work, cases):
    for category in sorted({case["category"] for case in cases}):
        text = (data / f"{category}.mlir").read_text()
        for name, program in re.findall(r"^// ----- (\S+)\n(.*?)(?=^// ----- |\Z)", text, re.M | re.S):
            (work / f"{name}.mlir").write_text(program)
        header, tensors = read_tensors(data / f"{category}.safetensors")
        by_case = collections.defaultdict(list)
        for key, entry in header.items():
            case, name = key.rsplit("/", 1)
            by_case[case].append((name, entry))
        for case, entries in by_case.items():
            write_tensors(work / f"{case}.safetensors", entries, tensors)


def job(case):
    tensors = case["name"] + ".safetensors"
    line = {"program": case.get("program", case["name"]) + ".mlir", "inputs": tensors, "compare": tensors,
            "transform": case.get("transform", ""), "rtol": case["tol"][0][0], "atol": case["tol"][0][1]}
    if len(case["tol"]) > 1:
        line["tol"] = case["tol"]
    return json.dumps(line)


def run_all(args, cases):
    """One result for each case. A crash is the failure of the case that it was in; the next process takes the rest."""
    results = []
    while len(results) < len(cases):
        batch = args.work / "batch.jsonl"
        batch.write_text("".join(job(case) + "\n" for case in cases[len(results):]))
        run = subprocess.run([args.program, f"--batch={batch}", "--json", f"--device={args.device}"], capture_output=True, text=True)
        results += [json.loads(line) for line in run.stdout.splitlines() if line.endswith("}")]
        if len(results) < len(cases):
            results.append({"ok": False, "error": f"fluxion-run ended with {run.returncode}: {run.stderr.strip()[-300:]}"})
    return results


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("program")
    parser.add_argument("data", type=pathlib.Path)
    parser.add_argument("work", type=pathlib.Path)
    parser.add_argument("--device", default="reference")
    parser.add_argument("--except", dest="known", type=pathlib.Path)
    args = parser.parse_args()

    cases = [json.loads(line) for line in (args.data / "manifest.jsonl").open()]
    args.work.mkdir(parents=True, exist_ok=True)
    unpack(args.data, args.work, cases)
    results = run_all(args, cases)
    known = set(args.known.read_text().split()) if args.known and args.known.exists() else set()

    passed, failures = collections.Counter(), []
    for case, result in zip(cases, results):
        passed[case["category"]] += result["ok"]
        if not result["ok"] and case["name"] not in known:
            failures.append(f"{case['name']}: {result['error']}")
        if result["ok"] and case["name"] in known:
            print(f"{case['name']} passes: take it off {args.known}")
    for category, total in sorted(collections.Counter(case["category"] for case in cases).items()):
        print(f"{category:24} {passed[category]:4}/{total}")
    print(f"{args.device}: {passed.total()} of {len(cases)} programs agree")
    print("\n".join(failures[:40]))
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
