// What `fluxion train` can be told, by a TOML file and by flags of the same names.
#pragma once
#include <cstdint>
#include <string>
#include <variant>
#include <vector>

namespace fluxion::tool {

struct TrainConfig {
  std::string text, out = "model", tokenizer = "characters";
  int64_t vocab = 1024;
  double validation = 0.1;
  int64_t layers = 4, heads = 4, width = 128, context = 128;
  int64_t steps = 2000, batch = 16, warmup = 100, validate_every = 200, validation_batches = 8, save_every = 500;
  int64_t seed = 0;
  double minutes = 0, learning_rate = 1e-3, weight_decay = 0.1, beta2 = 0.99, clip = 1;
};

/// A setting: `[section] name = …` in a file, `--name` on the command line (with - for _).
struct Setting {
  const char *section, *name;
  std::variant<std::string *, int64_t *, double *> value;
  const char *help;
};

/// All settings of a configuration, in the order of the help text.
std::vector<Setting> settings(TrainConfig &config);

/// Reads a TOML file over `config`.
///
/// Errors  IoError that names the file and line: not TOML, an unknown setting, a value of the wrong type.
void read_toml(const std::string &path, TrainConfig &config);

}  // namespace fluxion::tool
