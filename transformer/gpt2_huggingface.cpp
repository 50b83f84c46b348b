// GPT-2 from a Hugging Face folder. Its "Conv1D" weights are [in, out], as ours are, so that nothing is transposed.
#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/ops.h>
#include <fluxion/safetensors.h>
#include <fluxion/transformer/gpt2.h>

#include <algorithm>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace fluxion::transformer::gpt2 {
namespace {

namespace fs = std::filesystem;
using nlohmann::json;

constexpr int64_t kMaxConfig = 1 << 20;

[[noreturn]] void fail_load(const fs::path &path, std::string_view why) {
  throw IoError(fmt::format("fluxion: cannot load '{}': {}", path.string(), why));
}

/// What would change the numbers but is not implemented must not be passed over in silence.
void check_variant(const fs::path &path, const json &config) {
  const auto expect = [&](const char *key, const json &wanted) {
    const json found = config.value(key, wanted);
    if (found != wanted)
      fail_load(path, fmt::format("{} is {}, but only {} is supported", key, found.dump(), wanted.dump()));
  };
  expect("model_type", "gpt2");
  expect("activation_function", "gelu_new");
  expect("tie_word_embeddings", true);
  expect("scale_attn_weights", true);
  expect("scale_attn_by_inverse_layer_idx", false);
  expect("add_cross_attention", false);
  const json inner = config.value("n_inner", json());
  if (!inner.is_null() && inner != 4 * config.at("n_embd").get<int64_t>())
    fail_load(path, "n_inner must be 4 · n_embd");
}

/// The files of a folder as one: large models are stored in several.
class Weights {
 public:
  explicit Weights(const fs::path &folder) : folder_(folder) {
    std::vector<fs::path> paths;
    std::error_code error;
    for (const auto &entry : fs::directory_iterator(folder, error)) {
      if (entry.path().extension() == ".safetensors" && entry.path().filename().string().starts_with("model")) {
        paths.push_back(entry.path());
      }
    }
    if (paths.empty()) fail_load(folder, "no model*.safetensors in it");
    std::sort(paths.begin(), paths.end());
    for (const fs::path &path : paths) files_.emplace_back(path);
  }

  /// The tensor as f32, checked to have this shape. GPT-2's own files lack the prefix that later ones have.
  Array get(const std::string &name, const Shape &shape) const {
    for (const auto &file : files_) {
      for (const char *prefix : {"transformer.", ""}) {
        const safetensors::TensorView *tensor = file.find(prefix + name);
        if (tensor != nullptr) return convert(file, *tensor, shape);
      }
    }
    fail_load(folder_, fmt::format("no tensor '{}'", name));
  }

 private:
  static Array convert(const safetensors::File &file, const safetensors::TensorView &tensor, const Shape &shape) {
    const ShapeDtype found{tensor.shape, tensor.dtype};
    if (found.shape != shape || !is_float(found.dtype)) {
      fail_load(file.path(), fmt::format("tensor '{}' is {}, but {} is expected", tensor.name, to_string(found),
                                         to_string(ShapeDtype{shape, f32})));
    }
    const Array array = from_bytes(found, tensor.bytes);
    return found.dtype == f32 ? array : astype(array, f32);
  }
  fs::path folder_;
  std::vector<safetensors::File> files_;
};

}  // namespace

Config read_huggingface_config(const fs::path &folder) {
  const fs::path path = folder / "config.json";
  try {
    const json config = json::parse(read_file(path, kMaxConfig));
    check_variant(path, config);
    const Config c{.layers = config.at("n_layer"),
                   .heads = config.at("n_head"),
                   .width = config.at("n_embd"),
                   .context = config.at("n_positions"),
                   .vocab = config.at("vocab_size"),
                   .epsilon = config.value("layer_norm_epsilon", 1e-5)};
    check(c);
    return c;
  } catch (const json::exception &error) {
    fail_load(path, error.what());
  }
}

std::pair<Config, Params> load_huggingface(const fs::path &folder) {
  const Config config = read_huggingface_config(folder);
  const Weights weights(folder);
  const int64_t width = config.width;
  const auto norm = [&](const std::string &name) {
    return LayerNorm{weights.get(name + ".weight", {width}), weights.get(name + ".bias", {width})};
  };
  const auto dense = [&](const std::string &name, int64_t in, int64_t out) {
    return Linear{weights.get(name + ".weight", {in, out}), weights.get(name + ".bias", {out})};
  };
  Params params{.tokens = weights.get("wte.weight", {config.vocab, width}),
                .positions = weights.get("wpe.weight", {config.context, width}),
                .blocks = {},
                .norm = norm("ln_f")};
  for (int64_t i = 0; i < config.layers; ++i) {
    const std::string block = fmt::format("h.{}.", i);
    params.blocks.push_back({.attention_norm = norm(block + "ln_1"),
                             .qkv = dense(block + "attn.c_attn", width, 3 * width),
                             .projection = dense(block + "attn.c_proj", width, width),
                             .mlp_norm = norm(block + "ln_2"),
                             .expand = dense(block + "mlp.c_fc", width, 4 * width),
                             .contract = dense(block + "mlp.c_proj", 4 * width, width)});
  }
  return {config, std::move(params)};
}

}  // namespace fluxion::transformer::gpt2
