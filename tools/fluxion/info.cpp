// fluxion info: what a folder holds, from its headers alone.
#include <fluxion/error.h>
#include <fluxion/safetensors.h>
#include <fluxion/transformer/model.h>

#include <algorithm>
#include <map>
#include <memory>

#include <fmt/format.h>

#include "tools/fluxion/commands.h"

namespace fluxion::tool {
namespace {

namespace tf = fluxion::transformer;
namespace fs = std::filesystem;

std::string mebibytes(int64_t bytes) { return fmt::format("{:.1f} MiB", static_cast<double>(bytes) / (1 << 20)); }

void print_architecture(const tf::gpt2::Config &c) {
  const int64_t parameters = tf::gpt2::parameter_count(c), bytes = 4 * parameters;
  fmt::print("architecture  GPT-2: {} layers, {} heads, width {}, context {}, vocabulary {}\n", c.layers, c.heads,
             c.width, c.context, c.vocab);
  fmt::print("parameters    {}\n", parameters);
  fmt::print("memory        {} in f32; {} to train (with gradients and AdamW's moments, without activations)\n",
             mebibytes(bytes), mebibytes(4 * bytes));
  fmt::print("              {} for the keys and values of a full context\n",
             mebibytes(8 * c.layers * c.context * c.width));
}

void print_files(const fs::path &folder) {
  std::vector<fs::path> paths;
  for (const auto &entry : fs::directory_iterator(folder)) {
    if (entry.path().extension() == ".safetensors") paths.push_back(entry.path());
  }
  std::sort(paths.begin(), paths.end());
  for (const fs::path &path : paths) {
    const safetensors::File file(path);
    std::map<std::string_view, int64_t> bytes;
    int64_t total = 0;
    for (const auto &tensor : file.tensors()) {
      bytes[name(tensor.dtype)] += static_cast<int64_t>(tensor.bytes.size());
      total += static_cast<int64_t>(tensor.bytes.size());
    }
    std::string dtypes;
    for (const auto &[dtype, size] : bytes) dtypes += fmt::format(", {} {}", dtype, mebibytes(size));
    fmt::print("file          {}: {} tensors, {}{}\n", path.filename().string(), file.tensors().size(),
               mebibytes(total), dtypes);
    if (file.metadata().contains("step")) fmt::print("trained       {} steps\n", file.metadata().at("step"));
  }
}

void run(const std::string &model) {
  const fs::path folder = model;
  print_architecture(tf::load_config(folder));
  if (fs::exists(folder / "tokenizer.json")) {
    const auto tokenizer = tf::load_tokenizer(folder / "tokenizer.json");
    fmt::print("tokenizer     {}, {} tokens\n",
               dynamic_cast<const tf::CharTokenizer *>(tokenizer.get()) ? "characters" : "byte-level BPE",
               tokenizer->vocab());
  }
  print_files(folder);
}

}  // namespace

Command add_info(CLI::App &app) {
  CLI::App *command = app.add_subcommand("info", "Describes a model: architecture, parameters, memory");
  auto model = std::make_shared<std::string>();
  command->add_option("--model", *model, "Folder of the model")->required();
  return [model] { run(*model); };
}

}  // namespace fluxion::tool
