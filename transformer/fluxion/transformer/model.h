// A folder that holds a model: config.json, tokenizer.json and weights, written here or by Hugging Face.
#pragma once
#include <filesystem>
#include <memory>

#include <fluxion/transformer/gpt2.h>
#include <fluxion/transformer/tokenizer.h>

namespace fluxion::transformer {

struct Model {
  gpt2::Config config;
  gpt2::Params params;
};

/// Errors  IoError if a file is missing or malformed, or the architecture is not GPT-2.
Model load_model(const std::filesystem::path &folder);
/// The configuration alone. Errors: as load_model.
gpt2::Config load_config(const std::filesystem::path &folder);

namespace gpt2 {
/// The file of weights (and of what training needs to go on) in a folder of ours.
inline constexpr const char *kCheckpoint = "checkpoint.safetensors";
/// Writes config.json and reads it back. Errors: IoError.
void save_config(const std::filesystem::path &folder, const Config &config);
/// Whether the folder's config.json was written by save_config. Errors: IoError if it cannot be read.
bool is_own(const std::filesystem::path &folder);
}  // namespace gpt2

}  // namespace fluxion::transformer
