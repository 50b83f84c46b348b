// Trees of arrays as safetensors files, whose keys are the paths of their members: "params.blocks.0.qkv.weight".
#pragma once
#include <filesystem>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <fluxion/safetensors.h>
#include <fluxion/tree.h>

namespace fluxion::transformer {

using NamedArrays = std::vector<std::pair<std::string, Array>>;

namespace detail {
void save_arrays(const std::filesystem::path &path, const NamedArrays &arrays, const safetensors::Metadata &metadata);
/// The arrays of `file` that stand for `like`, in its order.
std::vector<Array> load_arrays(const safetensors::File &file, const NamedArrays &like);
}  // namespace detail

/// The arrays of a tree with their paths, each after `prefix`.
template <tree::Tree T>
NamedArrays named_arrays(const T &t, std::string_view prefix = "") {
  NamedArrays named;
  tree::for_each_with_path(
      t, [&](std::string_view path, const Array &a) { named.emplace_back(std::string(prefix).append(path), a); });
  return named;
}

/// Writes a tree: whole or not at all, so that a full disk leaves the previous checkpoint as it was.
///
/// Errors  IoError if the file cannot be written.
template <tree::Tree T>
void save_tree(const std::filesystem::path &path, const T &t, const safetensors::Metadata &metadata = {}) {
  detail::save_arrays(path, named_arrays(t), metadata);
}

/// The tree that was saved, in the structure of `like`, bit for bit. Arrays of the file that `like` lacks are left out,
/// so that a part of a checkpoint can be read alone: its keys are those of `like` after `prefix`.
///
/// Errors  IoError if an array is missing, or has another shape or dtype than in `like`.
template <tree::Tree T>
T load_tree(const safetensors::File &file, const T &like, std::string_view prefix = "") {
  const std::vector<Array> arrays = detail::load_arrays(file, named_arrays(like, prefix));
  return tree::unflatten(like, std::span<const Array>(arrays));
}

}  // namespace fluxion::transformer
