// The JSON header of a safetensors file, as text to records and back.
#pragma once
#include <fluxion/safetensors.h>

#include <cstdint>
#include <stdexcept>

namespace fluxion::safetensors {

struct HeaderEntry {
  std::string name;
  DType dtype = DType::f32;
  std::vector<int64_t> shape;
  uint64_t begin = 0, end = 0;
};

struct Header {
  std::vector<HeaderEntry> entries;
  Metadata metadata;
};

/// The reason why a header cannot be read or written; the caller adds the file.
struct HeaderError : std::runtime_error {
  using std::runtime_error::runtime_error;
};

/// A name in quotes for a message: a hostile one may be megabytes long or hold terminal escapes.
std::string in_quotes(std::string_view name);

/// Parses without building a document, so that memory stays proportional to the text and no nesting is followed.
/// Throws HeaderError on anything but a well-formed header.
Header parse_header(std::string_view json);

/// The header text, unpadded. Throws HeaderError if a name or metadata is not UTF-8.
std::string format_header(const Header &header);

}  // namespace fluxion::safetensors
