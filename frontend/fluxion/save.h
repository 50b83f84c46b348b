// Trees of arrays as files, in formats that other programs read: .safetensors, .npz, .npy by a file's name.
#pragma once
#include <filesystem>
#include <map>
#include <string>
#include <utility>
#include <vector>

#include <fluxion/compiled.h>
#include <fluxion/tree.h>

namespace fluxion {

namespace detail {
using NamedArrays = std::vector<std::pair<std::string, Array>>;

void save_arrays(const std::filesystem::path &path, NamedArrays arrays, bool one);
std::map<std::string, Array> load_arrays(const std::filesystem::path &path);
/// The arrays of `file` under the names of `like`, which say their types.
std::vector<Array> load_like(const std::filesystem::path &path, const NamedArrays &like);
/// The one array of a file.
Array load_one(const std::filesystem::path &path);

template <class T>
NamedArrays named_arrays(const T &t) {
  NamedArrays out;
  tree::for_each_with_path(t, [&](std::string_view path, const Array &x) {
    out.emplace_back(path.empty() ? "arr_0" : std::string(path), x);
  });
  return out;
}
}  // namespace detail

/// Writes the arrays of a tree, named by their paths ("layers.0.weight"; an array by itself is "arr_0"), as a whole or
/// not at all. The path's end decides the format: .safetensors (all dtypes), .npz (no f8), .npy (one array, no f8).
/// Static members are not written.
///
/// Errors  IoError if the file cannot be written; Error for another end, and for a .npy file of more than one array;
///         DTypeError for a dtype that the format has not.
template <tree::Tree T>
void save(const std::filesystem::path &path, const T &t) {
  detail::save_arrays(path, detail::named_arrays(t), tree::Leaf<T>::value);
}

/// The arrays of a file, by its end as for `save`: `load<Array>(path)` for a file of one, else
/// `load<std::map<std::string, Array>>(path)`, by their names.
///
/// Errors  IoError if the file cannot be read, is malformed, or does not hold one array where one is asked for.
template <class T>
T load(const std::filesystem::path &path) {
  static_assert(std::is_same_v<T, Array> || std::is_same_v<T, std::map<std::string, Array>>,
                "load: for a tree of your own say what it is like: `params = fx::load(path, params)`; this form loads "
                "an Array or a std::map<std::string, Array>");
  if constexpr (std::is_same_v<T, Array>)
    return detail::load_one(path);
  else
    return detail::load_arrays(path);
}

/// A tree like `like`, which may be abstract, with the arrays of a file that has one of the same name, shape and dtype
/// for each of its own, and no others.
///
/// Errors  IoError if the file cannot be read or is malformed, and with the names that are missing, differ or are left.
template <tree::Tree T>
T load(const std::filesystem::path &path, const T &like) {
  return tree::unflatten(like, detail::load_like(path, detail::named_arrays(like)));
}

/// A compiled function that `save` of CompiledFunction has written. It runs without the compiler.
///
/// Errors  IoError if the file cannot be read, is damaged or of another version; CompileError if this processor lacks
///         instructions that the code may use.
CompiledFunction load(const std::filesystem::path &path);

}  // namespace fluxion
