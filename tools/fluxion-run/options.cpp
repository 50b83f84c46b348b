#include "tools/fluxion-run/options.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

namespace fluxion::tools {

const char *const kUsage =
    R"(Runs one function of an MLIR file (the fx dialect, or StableHLO in generic form) on given inputs.

fluxion-run PROGRAM.mlir [flags]
fluxion-run --batch=LIST.jsonl [flags]

  --function=NAME      the function to run (the only one, or main)
  --inputs=FILE        safetensors with in0, in1, …
  --random-inputs=SEED inputs made up from a number instead
  --outputs=FILE       safetensors that gets out0, out1, …
  --transform=LIST     grad(0;2), jvp, vjp, vmap(0), vmap(0;none), separated by commas, applied from left to right
  --stablehlo=FILE     gets the transformed function as StableHLO, in generic form
  --ptx=FILE           gets the function's GPU kernels as PTX (-: standard output); runs nothing
  --gpu=NAME           the architecture of --ptx (sm_90)
  --compare=FILE       safetensors with the expected out0, out1, …
  --rtol=R --atol=A    tolerances of --compare (1e-5, 1e-6)
  --device=NAME        where to run: cpu (default), simt (the GPU kernels, simulated on the CPU), or the
                       interpreter: reference, or, to find the pass that changed an answer, simplified and fused
  --threads=N          threads of the device; 0: all
  --repeat=N           run so often, and report the times
  --batch=FILE         jobs, one JSON object a line, with the flags' names as keys; "tol" is a list of [rtol, atol]
  --json               one JSON object a program

Exit status: 0 all is well, 1 a program failed or differs, 2 wrong usage.
)";

namespace {

template <class T>
T number(std::string_view flag, std::string_view text, T least) {
  T value{};
  auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !(value >= least))
    throw WrongUsage{fmt::format("{} takes a number of at least {}, not '{}'", flag, least, text)};
  return value;
}

void setFlag(Options &o, std::string_view flag, std::string_view value) {
  Tolerance &tolerance = o.job.tolerances[0];
  if (flag == "--function")
    o.job.function = value;
  else if (flag == "--inputs")
    o.job.inputs = value;
  else if (flag == "--random-inputs")
    o.job.seed = number<int64_t>(flag, value, 0);
  else if (flag == "--outputs")
    o.job.outputs = value;
  else if (flag == "--transform")
    o.job.transform = value;
  else if (flag == "--stablehlo")
    o.job.stablehlo = value;
  else if (flag == "--ptx")
    o.job.ptx = value;
  else if (flag == "--gpu")
    o.settings.gpu = value;
  else if (flag == "--compare")
    o.job.compare = value;
  else if (flag == "--rtol")
    tolerance.rtol = number<double>(flag, value, 0);
  else if (flag == "--atol")
    tolerance.atol = number<double>(flag, value, 0);
  else if (flag == "--device")
    o.settings.device = value;
  else if (flag == "--threads")
    o.settings.threads = number<int>(flag, value, 0);
  else if (flag == "--repeat")
    o.settings.repeat = number<int>(flag, value, 1);
  else if (flag == "--batch")
    o.batch = value;
  else
    throw WrongUsage{fmt::format("there is no flag '{}'", flag)};
}

}  // namespace

Options parseOptions(int argc, char **argv) {
  Options options;
  for (int i = 1; i < argc; ++i) {
    const std::string_view word = argv[i];
    if (word == "--help" || word == "-h")
      options.help = true;
    else if (word == "--json")
      options.json = true;
    else if (!word.starts_with("-")) {
      if (!options.job.program.empty()) throw WrongUsage{"there is more than one program: --batch runs many"};
      options.job.program = word;
    } else {
      const size_t equals = word.find('=');
      if (equals != std::string_view::npos)
        setFlag(options, word.substr(0, equals), word.substr(equals + 1));
      else if (i + 1 < argc)
        setFlag(options, word, argv[++i]);
      else
        throw WrongUsage{fmt::format("{} takes a value", word)};
    }
  }
  if (!options.help && options.job.program.empty() == options.batch.empty())
    throw WrongUsage{"give either PROGRAM.mlir or --batch=LIST.jsonl"};
  return options;
}

}  // namespace fluxion::tools
