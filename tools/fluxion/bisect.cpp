// fluxion bisect: which pass changes the numbers of a program?
#include <fluxion/debug.h>
#include <fluxion/error.h>
#include <fluxion/file.h>

#include <memory>

#include <fmt/format.h>

#include "tools/fluxion/commands.h"

namespace fluxion::tool {
namespace {

struct Options {
  std::string file, output;
  debug::BisectOptions how;
};

void bisect(const Options &o) {
  const debug::Bisection found = debug::bisect(o.file, o.how);
  if (!found.skipped.empty()) throw Error(fmt::format("fluxion: {} cannot be interpreted: {}", o.file, found.skipped));
  if (found.pass.empty()) return fmt::print("no pass changes the numbers of {}\n", o.file);
  if (o.output.empty())
    fmt::print("// {} changes the numbers of this program\n{}", found.pass, found.program);
  else
    write_file(o.output, found.program);
  throw Error(fmt::format("fluxion: {}: {} changes the numbers: {}", o.file, found.pass, found.difference));
}

}  // namespace

Command add_bisect(CLI::App &app) {
  CLI::App *command = app.add_subcommand(
      "bisect", "Names the first pass that changes the numbers of a program, and makes the program small");
  auto options = std::make_shared<Options>();
  command->add_option("file", options->file, "A program: the fx dialect, or StableHLO in generic form")->required();
  command->add_option("--function", options->how.function, "The function; the only one, or main");
  command->add_option("--passes", options->how.compile.passes, "Passes of one's own, as the text of a pipeline");
  command->add_option("--plugin", options->how.compile.plugins, "Libraries that have them");
  command->add_option("--seed", options->how.seed, "Of the random arguments")->capture_default_str();
  command->add_option("--attempts", options->how.attempts, "Programs tried while reducing")->capture_default_str();
  command->add_option("--output", options->output, "Gets the reduced program, which is printed otherwise");
  return [options] { bisect(*options); };
}

}  // namespace fluxion::tool
