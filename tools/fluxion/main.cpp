// fluxion: trains, samples and describes language models; finds passes that are wrong.
// Exit status: 0 success, 1 a user's or the machine's error with its message, 2 wrong usage.
#include <fluxion/error.h>

#include <array>
#include <cstdio>
#include <exception>
#include <new>
#include <utility>

#include <fmt/format.h>

#include "tools/fluxion/commands.h"

namespace {

using fluxion::tool::Command;

int run(const Command &command) {
  try {
    command();
    return 0;
  } catch (const fluxion::Error &error) {
    fmt::print(stderr, "{}\n", error.what());
  } catch (const std::bad_alloc &) {
    fmt::print(stderr, "fluxion: out of memory\n");
  } catch (const std::exception &error) {
    fmt::print(stderr, "fluxion: {}\n", error.what());
  }
  return 1;
}

}  // namespace

int main(int argc, char **argv) {
  CLI::App app("Fluxion: trains, samples and describes language models.", "fluxion");
  app.require_subcommand(1);
  app.set_version_flag("--version", "fluxion 0.1.0");
  app.failure_message([](const CLI::App *, const CLI::Error &error) {
    return fmt::format("fluxion: {}\nfluxion --help and fluxion COMMAND --help say what there is\n", error.what());
  });
  std::array<Command, 5> commands = {fluxion::tool::add_train(app), fluxion::tool::add_generate(app),
                                     fluxion::tool::add_info(app), fluxion::tool::add_devices(app),
                                     fluxion::tool::add_bisect(app)};
  try {
    app.parse(argc, argv);
  } catch (const CLI::ParseError &error) {
    return app.exit(error) == 0 ? 0 : 2;
  }
  const auto &all = app.get_subcommands([](const CLI::App *) { return true; });
  for (size_t i = 0; i < commands.size(); ++i) {
    if (all[i]->parsed()) return run(commands[i]);
  }
  return 2;
}
