// The commands of `fluxion`. Each adds itself to the command line and returns what runs if it was chosen.
#pragma once
#include <functional>

#include <CLI/CLI.hpp>

namespace fluxion::tool {

using Command = std::function<void()>;

Command add_train(CLI::App &app);
Command add_generate(CLI::App &app);
Command add_info(CLI::App &app);
Command add_devices(CLI::App &app);
Command add_bisect(CLI::App &app);

}  // namespace fluxion::tool
