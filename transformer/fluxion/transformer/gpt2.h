// GPT-2: learned positions, blocks with layer norm before attention and MLP, output tied to the token table.
//
// Source  Radford et al. 2019, "Language models are unsupervised multitask learners".
#pragma once
#include <cstdint>
#include <filesystem>
#include <utility>
#include <vector>

#include <fluxion/array.h>
#include <fluxion/random.h>
#include <fluxion/transformer/layers.h>

namespace fluxion::transformer::gpt2 {

struct Config {
  int64_t layers = 12, heads = 12, width = 768;
  int64_t context = 1024;  // the most tokens that it sees at once
  int64_t vocab = 50257;
  double epsilon = 1e-5;  // of the layer norms
  bool operator==(const Config &) const = default;
};

/// Errors  Error if a size is not positive or heads do not divide the width.
void check(const Config &config);

struct Block {
  LayerNorm attention_norm;
  Linear qkv;         // [width, 3·width]: queries, keys, values
  Linear projection;  // [width, width]
  LayerNorm mlp_norm;
  Linear expand;    // [width, 4·width]
  Linear contract;  // [4·width, width]
};

struct Params {
  Array tokens;     // [vocab, width]
  Array positions;  // [context, width]
  std::vector<Block> blocks;
  LayerNorm norm;
};

/// Random parameters: normal with standard deviation 0.02, divided by √(2·layers) where a layer adds to the residual
/// stream; gains 1, biases 0.
Params init(const Config &config, random::Key key);

/// Parameters of zeros: the structure that a checkpoint is read into.
Params zero_params(const Config &config);

/// The number of parameters.
int64_t parameter_count(const Config &config);

/// Logits for the token after each. Shapes: tokens i32[batch, time]; the result is [batch, time, vocab].
/// Errors: ShapeError if `time` is above the context.
Array forward(const Config &config, const Params &params, const Operand &tokens);

/// One block of the model on x[batch, time, width]. Blocks whose parameters are stacked are run by fx::scan.
Array block_forward(const Config &config, const Block &block, const Operand &x);

/// Keys and values of the tokens seen so far.
struct Cache {
  std::vector<Array> keys, values;  // of each layer: [batch, heads, context, width / heads]
};
Cache empty_cache(const Config &config, int64_t batch = 1);

/// More tokens: what `forward` gives in the last position of all, at the cost of the new ones.
///
/// Shapes  tokens i32[batch, time], position i32[]: how many tokens the cache holds; with the new ones they must not
///         be more than the context. Logits [batch, vocab].
std::pair<Array, Cache> extend(const Config &config, const Params &params, const Cache &cache, const Operand &tokens,
                               const Operand &position);
/// The same for one token: i32[batch].
std::pair<Array, Cache> decode(const Config &config, const Params &params, const Cache &cache, const Operand &token,
                               const Operand &position);

/// The configuration of a Hugging Face folder. Errors: as load_huggingface.
Config read_huggingface_config(const std::filesystem::path &folder);
/// Reads a Hugging Face folder: config.json and *.safetensors. Weights become f32.
///
/// Errors  IoError if a file is missing or malformed, or is of another architecture.
std::pair<Config, Params> load_huggingface(const std::filesystem::path &folder);

}  // namespace fluxion::transformer::gpt2
