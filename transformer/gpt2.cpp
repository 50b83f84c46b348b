#include <fluxion/error.h>
#include <fluxion/nn.h>
#include <fluxion/ops.h>
#include <fluxion/transformer/gpt2.h>

#include <cmath>
#include <limits>

namespace fluxion::transformer::gpt2 {
namespace {

/// [batch, time, 3·width] into three [batch, time, heads, size].
std::vector<Array> split_heads(const Config &config, const Array &qkv) {
  std::vector<Array> parts = split(qkv, 3, -1);
  for (Array &part : parts) {
    part = part.reshape({qkv.shape(0), qkv.shape(1), config.heads, config.width / config.heads});
  }
  return parts;
}

Array mlp(const Block &block, const Array &x) { return linear(block.contract, nn::gelu(linear(block.expand, x))); }

/// q, k and v of a block's attention.
std::vector<Array> attention_inputs(const Config &config, const Block &block, const Array &x) {
  return split_heads(config, linear(block.qkv, layer_norm(block.attention_norm, x, config.epsilon)));
}

/// What the block makes of x and its heads' results.
Array block_result(const Config &config, const Block &block, Array x, const Array &heads) {
  x = x + linear(block.projection, heads.reshape(x.shape().sizes()));
  return x + mlp(block, layer_norm(block.mlp_norm, x, config.epsilon));
}

/// The table of tokens is the output layer too.
Array logits_of(const Config &config, const Params &params, const Array &x) {
  return matmul(layer_norm(params.norm, x, config.epsilon), params.tokens.T());
}

}  // namespace

void check(const Config &c) {
  for (const auto &[name, value] : {std::pair("layers", c.layers),
                                    {"heads", c.heads},
                                    {"width", c.width},
                                    {"context", c.context},
                                    {"vocab", c.vocab}}) {
    if (value < 1) throw Error(fmt::format("fluxion: gpt2: {} is {}, but must be at least 1", name, value));
  }
  if (c.width % c.heads != 0) {
    throw Error(fmt::format("fluxion: gpt2: a width of {} cannot be divided among {} heads", c.width, c.heads));
  }
}

namespace {

/// The parameters with matrices from `matrix(rows, columns, is_residual)`.
template <class F>
Params make_params(const Config &config, F &&matrix) {
  check(config);
  const int64_t width = config.width;
  const auto dense = [&](int64_t in, int64_t out, bool residual) {
    return Linear{matrix(in, out, residual), zeros({out})};
  };
  const auto norm = [&] { return LayerNorm{ones({width}), zeros({width})}; };
  Params params{.tokens = matrix(config.vocab, width, false),
                .positions = matrix(config.context, width, false),
                .blocks = {},
                .norm = norm()};
  for (int64_t i = 0; i < config.layers; ++i) {
    params.blocks.push_back({.attention_norm = norm(),
                             .qkv = dense(width, 3 * width, false),
                             .projection = dense(width, width, true),
                             .mlp_norm = norm(),
                             .expand = dense(width, 4 * width, false),
                             .contract = dense(4 * width, width, true)});
  }
  return params;
}

}  // namespace

Params init(const Config &config, random::Key key) {
  check(config);
  constexpr double kSpread = 0.02;
  const double residual_spread = kSpread / std::sqrt(2.0 * static_cast<double>(config.layers));
  const Array keys = random::split(std::move(key), 2 + 4 * config.layers);
  int64_t next = 0;
  return make_params(config, [&](int64_t rows, int64_t columns, bool residual) {
    return random::normal(random::Key(keys[next++]), {rows, columns}) * (residual ? residual_spread : kSpread);
  });
}

Params zero_params(const Config &config) {
  return make_params(config, [](int64_t rows, int64_t columns, bool) { return zeros({rows, columns}); });
}

int64_t parameter_count(const Config &c) {
  const int64_t block = 12 * c.width * c.width + 13 * c.width;  // matrices; biases, gains
  return (c.vocab + c.context + 2) * c.width + c.layers * block;
}

Array block_forward(const Config &config, const Block &block, const Operand &x_) {
  const At at(x_);
  const Array x = asarray(x_);
  const auto heads = attention_inputs(config, block, x);
  return block_result(config, block, x, attention(heads[0], heads[1], heads[2]));
}

Array forward(const Config &config, const Params &params, const Operand &tokens_) {
  const At at(tokens_);
  const Array tokens = asarray(tokens_);
  if (tokens.ndim() != 2) fail<ShapeError>("gpt2: tokens must be [batch, time]: " + to_string(tokens.type()));
  const int64_t time = tokens.shape(1);
  if (time > config.context) {
    fail<ShapeError>(fmt::format("gpt2: {} tokens are more than the context of {}", time, config.context));
  }
  Array x = embedding(params.tokens, tokens) + lax_slice(params.positions, {0, 0}, {time, config.width});
  for (const Block &block : params.blocks) x = block_forward(config, block, x);
  return logits_of(config, params, x);
}

Cache empty_cache(const Config &config, int64_t batch) {
  Cache cache;
  for (int64_t i = 0; i < config.layers; ++i) {  // each an array of its own, since each is updated in place
    for (auto *part : {&cache.keys, &cache.values}) {
      part->push_back(zeros({batch, config.heads, config.context, config.width / config.heads}));
    }
  }
  return cache;
}

std::pair<Array, Cache> extend(const Config &config, const Params &params, const Cache &cache, const Operand &tokens_,
                               const Operand &position_) {
  const At at(tokens_);
  const Array tokens = asarray(tokens_), position = asarray(position_), zero = zeros({}, i32);
  if (tokens.ndim() != 2) fail<ShapeError>("gpt2: tokens must be [batch, time]: " + to_string(tokens.type()));
  const int64_t time = tokens.shape(1), size = config.width / config.heads;
  const Array places = iota({time}, 0) + position;
  Array x = embedding(params.tokens, tokens) + take(params.positions, places, 0, {.mode = IndexMode::clip});
  const Array seen = iota({time, config.context}, 1) <= iota({time, config.context}, 0) + position;
  const double scale = 1 / std::sqrt(static_cast<double>(size));
  Cache next;
  for (size_t i = 0; i < params.blocks.size(); ++i) {
    const Block &block = params.blocks[i];
    const auto parts = attention_inputs(config, block, x);
    const auto remember = [&](const Array &old, const Array &part) {
      return dynamic_update_slice(old, transpose(part, {0, 2, 1, 3}), {zero, zero, position, zero});
    };
    const Array keys = remember(cache.keys[i], parts[1]), values = remember(cache.values[i], parts[2]);
    const Array scores = einsum("bthd,bhsd->bhts", parts[0], keys) * scale;
    const Array weights = nn::softmax(where(seen, scores, -std::numeric_limits<double>::infinity()), -1);
    x = block_result(config, block, x, einsum("bhts,bhsd->bthd", weights, values));
    next.keys.push_back(keys);
    next.values.push_back(values);
  }
  const Array last = lax_slice(x, {0, time - 1, 0}, {x.shape(0), time, config.width});
  return {logits_of(config, params, last.reshape({x.shape(0), config.width})), next};
}

std::pair<Array, Cache> decode(const Config &config, const Params &params, const Cache &cache, const Operand &token_,
                               const Operand &position) {
  const At at(token_);
  const Array token = asarray(token_);
  return extend(config, params, cache, expand_dims(token, -1), position);
}

}  // namespace fluxion::transformer::gpt2
