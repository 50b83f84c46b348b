// Reading and writing safetensors: u64 header length, JSON header, then the tensors' bytes.
#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/safetensors.h>

#include <algorithm>
#include <bit>
#include <cstring>
#include <numeric>
#include <optional>
#include <set>
#include <utility>

#include <fmt/format.h>

#include "frontend/mapping.h"
#include "frontend/safetensors_header.h"

namespace fluxion::safetensors {
namespace {

static_assert(std::endian::native == std::endian::little, "tensor bytes are handed out as they are stored");

constexpr uint64_t kPrefix = 8;               // the header's length
constexpr uint64_t kMaxHeader = 100'000'000;  // the limit of the reference implementation

[[noreturn]] void fail(std::string_view verb, std::string_view source, std::string_view why) {
  throw IoError(fmt::format("fluxion: cannot {} '{}': {}", verb, source, why));
}

/// Elements × size of one, or nothing where a product overflows. Zeros do not hide an overflow beside them.
std::optional<uint64_t> byte_count(std::span<const int64_t> shape, DType dtype) {
  uint64_t bytes = static_cast<uint64_t>(size_of(dtype));
  bool empty = false;
  for (const int64_t size : shape) {
    empty |= size == 0;
    if (__builtin_mul_overflow(bytes, std::max<uint64_t>(static_cast<uint64_t>(size), 1), &bytes)) return std::nullopt;
    if (bytes > static_cast<uint64_t>(INT64_MAX)) return std::nullopt;
  }
  return empty ? 0 : bytes;
}

/// What is wrong with an entry that should start at byte `expected` of `available`; empty if nothing is.
std::string check(const HeaderEntry &entry, uint64_t expected, uint64_t available) {
  if (entry.begin > entry.end || entry.end > available) {
    return fmt::format("its bytes {}..{} are outside the file's {} bytes of data", entry.begin, entry.end, available);
  }
  if (entry.begin != expected) {
    return fmt::format("its bytes start at {} instead of {}: the data have {}", entry.begin, expected,
                       entry.begin < expected ? "an overlap" : "a gap");
  }
  const std::optional<uint64_t> bytes = byte_count(entry.shape, entry.dtype);
  const std::string type = fmt::format("{}[{}]", fluxion::name(entry.dtype), fmt::join(entry.shape, ","));
  if (!bytes) return fmt::format("{} is too large", type);
  if (*bytes != entry.end - entry.begin) {
    return fmt::format("{} needs {} bytes but has {}", type, *bytes, entry.end - entry.begin);
  }
  return "";
}

void sort_by_offset(std::vector<HeaderEntry> &entries) {
  std::sort(entries.begin(), entries.end(), [](const HeaderEntry &a, const HeaderEntry &b) {
    return std::tie(a.begin, a.end, a.name) < std::tie(b.begin, b.end, b.name);
  });
}

/// Reading a bool that is neither 0 nor 1 is undefined, so such bytes must not get in.
bool are_bools(std::span<const std::byte> bytes) {
  return std::all_of(bytes.begin(), bytes.end(), [](std::byte b) { return b <= std::byte{1}; });
}

Header read_header(std::span<const std::byte> image, uint64_t length, std::string_view source) {
  try {
    return parse_header({reinterpret_cast<const char *>(image.data()) + kPrefix, static_cast<size_t>(length)});
  } catch (const HeaderError &error) {
    fail("load", source, error.what());
  }
}

}  // namespace

Contents parse(std::span<const std::byte> image, std::string_view source) {
  if (image.size() < kPrefix) {
    fail("load", source, fmt::format("{} bytes are too few for a safetensors file", image.size()));
  }
  uint64_t length = 0;
  std::memcpy(&length, image.data(), kPrefix);
  if (length > kMaxHeader)
    fail("load", source, fmt::format("a header of {} bytes is over the limit of {}", length, kMaxHeader));
  if (length > image.size() - kPrefix) {
    fail("load", source, fmt::format("the header of {} bytes does not fit in a file of {}", length, image.size()));
  }
  Header header = read_header(image, length, source);
  sort_by_offset(header.entries);

  const std::span<const std::byte> data = image.subspan(kPrefix + length);
  Contents contents;
  contents.metadata = std::move(header.metadata);
  contents.tensors.reserve(header.entries.size());
  uint64_t expected = 0;
  for (HeaderEntry &entry : header.entries) {
    const std::string wrong = check(entry, expected, data.size());
    if (!wrong.empty()) fail("load", source, fmt::format("tensor {}: {}", in_quotes(entry.name), wrong));
    const auto bytes = data.subspan(entry.begin, entry.end - entry.begin);
    if (entry.dtype == DType::bool_ && !are_bools(bytes)) {
      fail("load", source, fmt::format("tensor {}: a bool is neither 0 nor 1", in_quotes(entry.name)));
    }
    contents.tensors.push_back({std::move(entry.name), entry.dtype, Shape(std::move(entry.shape)), bytes});
    expected = entry.end;
  }
  if (expected != data.size()) {
    fail("load", source, fmt::format("{} bytes of data belong to no tensor", data.size() - expected));
  }
  return contents;
}

File::File(const std::filesystem::path &path) : path_(path) {
  const Mapping mapping = map_file(path);
  mapping_ = mapping.owner;
  contents_ = parse(mapping.bytes, path.string());
  by_name_.resize(tensors().size());
  std::iota(by_name_.begin(), by_name_.end(), size_t{0});
  std::sort(by_name_.begin(), by_name_.end(),
            [&](size_t a, size_t b) { return tensors()[a].name < tensors()[b].name; });
}

const TensorView *File::find(std::string_view name) const {
  const auto it = std::lower_bound(by_name_.begin(), by_name_.end(), name,
                                   [&](size_t i, std::string_view n) { return tensors()[i].name < n; });
  return it == by_name_.end() || tensors()[*it].name != name ? nullptr : &tensors()[*it];
}

const TensorView &File::at(std::string_view name) const {
  if (const TensorView *tensor = find(name)) return *tensor;
  std::string some;
  for (size_t i = 0; i < std::min<size_t>(tensors().size(), 4); ++i) some += ", " + in_quotes(tensors()[i].name);
  fail("load", path_.string(), fmt::format("no tensor {} among its {}{}", in_quotes(name), tensors().size(), some));
}

void write(const std::filesystem::path &path, std::span<const TensorView> tensors, const Metadata &metadata) {
  const auto reject = [&](const std::string &why) {
    throw Error(fmt::format("fluxion: cannot save '{}': {}", path.string(), why));
  };
  std::vector<const TensorView *> order;
  for (const TensorView &tensor : tensors) order.push_back(&tensor);
  std::sort(order.begin(), order.end(), [](const TensorView *a, const TensorView *b) {
    return std::pair(-size_of(a->dtype), std::string_view(a->name)) <
           std::pair(-size_of(b->dtype), std::string_view(b->name));
  });

  Header header{.entries = {}, .metadata = metadata};
  std::vector<std::span<const std::byte>> pieces(1);  // the header goes first, once it is known
  uint64_t offset = 0;
  std::set<std::string_view> names;
  for (const TensorView *tensor : order) {
    if (tensor->name == "__metadata__") reject("a tensor cannot be named '__metadata__'");
    if (!names.insert(tensor->name).second) reject(fmt::format("two tensors are named {}", in_quotes(tensor->name)));
    if (byte_count(tensor->shape, tensor->dtype) != tensor->bytes.size()) {
      reject(fmt::format("tensor {} of {} has {} bytes", in_quotes(tensor->name),
                         to_string({tensor->shape, tensor->dtype}), tensor->bytes.size()));
    }
    header.entries.push_back(
        {tensor->name, tensor->dtype, tensor->shape.sizes(), offset, offset + tensor->bytes.size()});
    pieces.push_back(tensor->bytes);
    offset += tensor->bytes.size();
  }
  std::string text;
  try {
    text = format_header(header);
  } catch (const HeaderError &error) {
    reject(error.what());
  }
  text.append((8 - text.size() % 8) % 8, ' ');  // aligns the data
  const uint64_t length = text.size();
  text.insert(0, reinterpret_cast<const char *>(&length), sizeof length);
  pieces[0] = std::as_bytes(std::span(text));
  write_file(path, pieces);
}

}  // namespace fluxion::safetensors
