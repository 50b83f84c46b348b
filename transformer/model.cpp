#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/ops.h>
#include <fluxion/transformer/checkpoint.h>
#include <fluxion/transformer/model.h>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace fluxion::transformer {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int64_t kMaxConfig = 1 << 20;
constexpr const char *kOwnType = "fluxion.gpt2";

json read_json(const fs::path &path) {
  try {
    return json::parse(read_file(path, kMaxConfig));
  } catch (const json::exception &error) {
    throw IoError(fmt::format("fluxion: cannot load '{}': {}", path.string(), error.what()));
  }
}

gpt2::Config own_config(const fs::path &folder) {
  const fs::path path = folder / "config.json";
  const json document = read_json(path);
  try {
    gpt2::Config config;
    for (auto [name, value] : {std::pair("layers", &config.layers),
                               {"heads", &config.heads},
                               {"width", &config.width},
                               {"context", &config.context},
                               {"vocab", &config.vocab}}) {
      document.at(name).get_to(*value);
    }
    document.at("epsilon").get_to(config.epsilon);
    gpt2::check(config);
    return config;
  } catch (const json::exception &error) {
    throw IoError(fmt::format("fluxion: cannot load '{}': {}", path.string(), error.what()));
  } catch (const Error &error) {
    throw IoError(fmt::format("fluxion: cannot load '{}': {}", path.string(), error.what()));
  }
}

}  // namespace

void gpt2::save_config(const fs::path &folder, const Config &c) {
  const json document = {{"model_type", kOwnType}, {"layers", c.layers}, {"heads", c.heads},    {"width", c.width},
                         {"context", c.context},   {"vocab", c.vocab},   {"epsilon", c.epsilon}};
  write_file(folder / "config.json", document.dump(2) + "\n");
}

bool gpt2::is_own(const fs::path &folder) {
  const json document = read_json(folder / "config.json");
  return document.is_object() && document.contains("model_type") && document["model_type"] == kOwnType;
}

gpt2::Config load_config(const fs::path &folder) {
  return gpt2::is_own(folder) ? own_config(folder) : gpt2::read_huggingface_config(folder);
}

Model load_model(const fs::path &folder) {
  if (!gpt2::is_own(folder)) {
    auto [config, params] = gpt2::load_huggingface(folder);
    return {config, std::move(params)};
  }
  const gpt2::Config config = own_config(folder);
  const safetensors::File file(folder / gpt2::kCheckpoint);
  return {config, load_tree(file, gpt2::zero_params(config), "params.")};
}

}  // namespace fluxion::transformer
