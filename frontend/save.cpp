#include "fluxion/save.h"

#include <algorithm>

#include "fluxion/numpy.h"
#include "fluxion/safetensors.h"
#include "frontend/mapping.h"

namespace fluxion::detail {
namespace {

enum class Format { safetensors, npz, npy };

Format format_of(const std::filesystem::path &path, std::string_view verb) {
  const std::string end = path.extension().string();
  if (end == ".safetensors") return Format::safetensors;
  if (end == ".npz") return Format::npz;
  if (end == ".npy") return Format::npy;
  throw Error(fmt::format("fluxion: cannot {} '{}': the file's name has to end in .safetensors, .npz or .npy", verb,
                          path.string()));
}

[[noreturn]] void refuse(const std::filesystem::path &path, std::string_view why) {
  throw IoError(fmt::format("fluxion: cannot load '{}': {}", path.string(), why));
}

/// "'a', 'b', 'c' and 17 more"
std::string list_of(const std::vector<std::string> &names) {
  constexpr size_t kMost = 4;
  std::string text = fmt::format(
      "'{}'",
      fmt::join(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), kMost)), "', '"));
  if (names.size() > kMost) text += fmt::format(" and {} more", names.size() - kMost);
  return text;
}

}  // namespace

void save_arrays(const std::filesystem::path &path, NamedArrays arrays, bool one) {
  switch (format_of(path, "save")) {
    case Format::safetensors: {
      std::vector<safetensors::TensorView> tensors;
      for (const auto &[name, x] : arrays) tensors.push_back({name, x.dtype(), x.shape(), x.bytes()});
      return safetensors::write(path, tensors);
    }
    case Format::npz: {
      std::map<std::string, Array> members;
      for (auto &[name, x] : arrays) members.emplace(std::move(name), std::move(x));
      return numpy::write_npz(path, members);
    }
    case Format::npy:
      if (!one)
        throw Error(
            fmt::format("fluxion: cannot save '{}': a .npy file holds one array, and this is a tree: save as "
                        ".npz or .safetensors",
                        path.string()));
      return numpy::write_npy(path, arrays.at(0).second);
  }
}

std::map<std::string, Array> load_arrays(const std::filesystem::path &path) {
  const Format format = format_of(path, "load");
  std::map<std::string, Array> out;
  if (format == Format::safetensors) {
    const safetensors::File file(path);
    for (const auto &t : file.tensors()) out.emplace(t.name, fluxion::from_bytes({t.shape, t.dtype}, t.bytes));
    return out;
  }
  const Mapping file = map_file(path);
  if (format == Format::npz) return numpy::parse_npz(file.bytes, path.string());
  out.emplace("arr_0", numpy::parse_npy(file.bytes, path.string()));
  return out;
}

Array load_one(const std::filesystem::path &path) {
  std::map<std::string, Array> arrays = load_arrays(path);
  if (arrays.size() != 1) refuse(path, fmt::format("it holds {} arrays, not one", arrays.size()));
  return std::move(arrays.begin()->second);
}

std::vector<Array> load_like(const std::filesystem::path &path, const NamedArrays &like) {
  std::map<std::string, Array> arrays = load_arrays(path);
  std::vector<Array> out;
  std::vector<std::string> missing, left;
  for (const auto &[name, pattern] : like) {
    const auto found = arrays.find(name);
    if (found == arrays.end()) {
      missing.push_back(name);
      continue;
    }
    if (found->second.type() != pattern.type())
      refuse(path,
             fmt::format("'{}' is {} instead of {}", name, to_string(found->second.type()), to_string(pattern.type())));
    out.push_back(std::move(found->second));
    arrays.erase(found);
  }
  if (!missing.empty()) refuse(path, "it lacks " + list_of(missing));
  for (const auto &[name, x] : arrays) left.push_back(name);
  if (!left.empty()) refuse(path, "the tree has no place for " + list_of(left));
  return out;
}

}  // namespace fluxion::detail
