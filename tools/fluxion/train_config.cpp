#include "tools/fluxion/train_config.h"

#include <fluxion/error.h>
#include <fluxion/file.h>

#include <algorithm>
#include <string_view>

#include <fmt/format.h>
#include <toml++/toml.h>

namespace fluxion::tool {
namespace {

[[noreturn]] void fail_at(const std::string &path, const toml::source_region &where, std::string_view why) {
  throw IoError(fmt::format("fluxion: cannot use '{}', line {}: {}", path, where.begin.line, why));
}

struct Assign {
  const std::string &path;
  const toml::node &node;
  std::string name;

  [[noreturn]] void wrong(std::string_view wanted) const {
    fail_at(path, node.source(), fmt::format("{} must be {}", name, wanted));
  }
  void operator()(std::string *target) const {
    if (!node.is_string()) wrong("a string");
    *target = node.as_string()->get();
  }
  void operator()(int64_t *target) const {
    if (!node.is_integer()) wrong("a whole number");
    *target = node.as_integer()->get();
  }
  void operator()(double *target) const {
    if (!node.is_number()) wrong("a number");
    *target = *node.value<double>();
  }
};

void read_section(const std::string &path, std::string_view section, const toml::table &table,
                  const std::vector<Setting> &all) {
  for (const auto &[key, node] : table) {
    const std::string_view name = key.str();
    const auto it =
        std::find_if(all.begin(), all.end(), [&](const Setting &s) { return section == s.section && name == s.name; });
    if (it == all.end()) {
      std::string known;
      for (const Setting &s : all) {
        if (section == s.section) known += fmt::format("{}{}", known.empty() ? "" : ", ", s.name);
      }
      fail_at(path, node.source(), fmt::format("[{}] has no setting '{}', only {}", section, name, known));
    }
    std::visit(Assign{path, node, fmt::format("{}.{}", section, name)}, it->value);
  }
}

}  // namespace

std::vector<Setting> settings(TrainConfig &c) {
  return {
      {"data", "text", &c.text, "the text file to learn from"},
      {"data", "tokenizer", &c.tokenizer, "characters or bpe"},
      {"data", "vocab", &c.vocab, "tokens that bpe learns"},
      {"data", "validation", &c.validation, "share at the end of the text that is held out"},
      {"model", "layers", &c.layers, "blocks"},
      {"model", "heads", &c.heads, "attention heads"},
      {"model", "width", &c.width, "size of the residual stream"},
      {"model", "context", &c.context, "tokens seen at once"},
      {"train", "out", &c.out, "folder for the model"},
      {"train", "steps", &c.steps, "training steps"},
      {"train", "minutes", &c.minutes, "if above 0: as many steps as fit in this time instead"},
      {"train", "batch", &c.batch, "windows per step"},
      {"train", "learning_rate", &c.learning_rate, "highest learning rate"},
      {"train", "warmup", &c.warmup, "steps until it is reached"},
      {"train", "weight_decay", &c.weight_decay, "AdamW's weight decay"},
      {"train", "beta2", &c.beta2, "AdamW's memory of squared gradients"},
      {"train", "clip", &c.clip, "largest norm of the gradient"},
      {"train", "seed", &c.seed, "of parameters and batches"},
      {"train", "validate_every", &c.validate_every, "steps between validations; 0: never"},
      {"train", "validation_batches", &c.validation_batches, "batches per validation"},
      {"train", "save_every", &c.save_every, "steps between checkpoints; 0: at the end only"},
  };
}

void read_toml(const std::string &path, TrainConfig &config) {
  const std::vector<Setting> all = settings(config);
  const std::string text = read_file(path, 1 << 20);
  try {
    const toml::table document = toml::parse(text, path);
    for (const auto &[key, node] : document) {
      const std::string_view section = key.str();
      const bool known = std::any_of(all.begin(), all.end(), [&](const Setting &s) { return section == s.section; });
      if (!known || !node.is_table())
        fail_at(path, node.source(), fmt::format("'{}' is none of the sections [data], [model], [train]", section));
      read_section(path, section, *node.as_table(), all);
    }
  } catch (const toml::parse_error &error) {
    fail_at(path, error.source(), error.description());
  }
}

}  // namespace fluxion::tool
