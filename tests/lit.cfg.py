"""How lit runs the .mlir and .test files of one folder of tests/; its lit.site.cfg.py gives the places."""
import os
import shutil

import lit.formats

config.name = f"fluxion/{config.test_folder}"
config.test_format = lit.formats.ShTest(execute_external=False)
config.suffixes = [".mlir", ".test"]
config.excludes = ["Inputs"]
config.test_source_root = os.path.join(config.source_folder, "tests", config.test_folder)
config.test_exec_root = os.path.join(config.build_folder, "tests", config.test_folder)

tools = [os.path.join(config.build_folder, "bin"), config.llvm_tools_folder]
config.environment["PATH"] = os.pathsep.join([*tools, os.environ.get("PATH", "")])
for name in ("FLUXION_CACHE_DIR", "FLUXION_DEVICE", "HOME", "ASAN_OPTIONS", "UBSAN_OPTIONS", "TSAN_OPTIONS"):
    if name in os.environ:
        config.environment[name] = os.environ[name]

config.substitutions.append(("%{data}", os.path.join(config.source_folder, "tests", "data")))
config.substitutions.append(("%{examples}", os.path.join(config.source_folder, "examples")))
config.substitutions.append(("%{plugins}", os.path.join(config.build_folder, "tests", "plugins")))
config.substitutions.append(("%{scripts}", os.path.join(config.source_folder, "scripts")))

# The assembler of CUDA accepts the PTX, where it is installed; what it says goes to the test's output.
ptxas = shutil.which("ptxas") or shutil.which("ptxas", path="/usr/local/cuda/bin")
config.substitutions.append(("%{ptxas}", ptxas or "true"))
if shutil.which("chromium"):
    config.available_features.add("chromium")
