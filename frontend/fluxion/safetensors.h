// Safetensors files: named tensors behind a JSON header (https://github.com/huggingface/safetensors).
// Neutral records of bytes; the arrays of a tree are saved and loaded on top of this.
#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include <fluxion/dtype.h>
#include <fluxion/shape.h>

namespace fluxion::safetensors {

/// One tensor: row-major little-endian bytes that somebody else owns. They may be unaligned.
struct TensorView {
  std::string name;
  DType dtype;
  Shape shape;
  std::span<const std::byte> bytes;
};

using Metadata = std::map<std::string, std::string>;

struct Contents {
  std::vector<TensorView> tensors;  // in the order of their bytes
  Metadata metadata;
};

/// Reads a file image. The views point into `image`; `source` names it in messages.
///
/// Everything a file claims is checked against its size before it is used: a header of at most 100 MB, known dtypes,
/// shapes that match their byte ranges, ranges that tile the data without gap or overlap, names used once, bools that
/// are 0 or 1. Memory used is proportional to the header.
/// Errors  IoError that says what is wrong.
Contents parse(std::span<const std::byte> image, std::string_view source);

/// An open file. It is mapped, not read, so that opening costs the header alone; copies share the mapping, and the
/// views live as long as one of them. Shortening the file in place meanwhile is not survivable; `write` never does.
class File {
 public:
  /// Errors  IoError if the file cannot be read or is malformed.
  explicit File(const std::filesystem::path &path);

  const std::vector<TensorView> &tensors() const { return contents_.tensors; }
  const Metadata &metadata() const { return contents_.metadata; }
  const std::filesystem::path &path() const { return path_; }
  /// The tensor of that name, or null.
  const TensorView *find(std::string_view name) const;
  /// The tensor of that name. Errors: IoError that names the file, the tensor and some that there are.
  const TensorView &at(std::string_view name) const;

 private:
  std::filesystem::path path_;
  std::shared_ptr<const void> mapping_;
  Contents contents_;
  std::vector<size_t> by_name_;
};

/// Writes a file by `fluxion::write_file`: whole or not at all. Equal tensors and metadata give equal bytes whatever
/// their order: tensors are sorted by descending element size (which aligns them), then by name.
///
/// Errors  IoError if the file cannot be written; Error if a name is used twice, is no UTF-8 or is "__metadata__", or
///         if bytes and shape disagree.
void write(const std::filesystem::path &path, std::span<const TensorView> tensors, const Metadata &metadata = {});

}  // namespace fluxion::safetensors
