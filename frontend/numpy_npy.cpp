// The .npy format: "\x93NUMPY", a version, the header's length, a Python dictionary literal, the elements.
#include <algorithm>
#include <array>
#include <cstring>
#include <optional>

#include <fluxion/error.h>
#include <fluxion/file.h>
#include <fluxion/numpy.h>
#include <fmt/format.h>

#include "frontend/frame.h"

namespace fluxion::numpy {
namespace {

constexpr std::string_view kMagic = "\x93NUMPY";
constexpr size_t kMaxHeader = 1 << 16;
constexpr size_t kMaxRank = 64;

struct NamedType {
  std::string_view code;  // without the byte order
  DType dtype;
};
constexpr std::array<NamedType, 16> kTypes = {{{"b1", DType::bool_},
                                               {"i1", DType::i8},
                                               {"i2", DType::i16},
                                               {"i4", DType::i32},
                                               {"i8", DType::i64},
                                               {"u1", DType::u8},
                                               {"u2", DType::u16},
                                               {"u4", DType::u32},
                                               {"u8", DType::u64},
                                               {"f2", DType::f16},
                                               {"f4", DType::f32},
                                               {"f8", DType::f64},
                                               {"c8", DType::c64},
                                               {"c16", DType::c128},
                                               {"V2", DType::bf16},
                                               {"bfloat16", DType::bf16}}};

[[noreturn]] void refuse(std::string_view source, std::string_view why) {
  throw IoError(fmt::format("fluxion: cannot load '{}': {}", source, why));
}

struct Header {
  std::string descr;
  bool fortran = false;
  std::vector<int64_t> shape;
};

/// Reads what NumPy writes: a dictionary of a string, a bool and a tuple of numbers, in any order.
class HeaderReader {
 public:
  HeaderReader(std::string_view text, std::string_view source) : text_(text), source_(source) {}

  Header read() {
    Header h;
    int seen = 0;
    expect('{');
    while (!accept('}')) {
      const std::string key = string();
      expect(':');
      if (key == "descr")
        h.descr = descr(), seen |= 1;
      else if (key == "fortran_order")
        h.fortran = boolean(), seen |= 2;
      else if (key == "shape")
        h.shape = shape(), seen |= 4;
      else
        wrong();
      if (!accept(',')) {
        expect('}');
        break;
      }
    }
    space();
    if (at_ != text_.size() || seen != 7) wrong();
    return h;
  }

 private:
  [[noreturn]] void wrong() const { refuse(source_, fmt::format("its header is malformed at byte {}", at_)); }
  void space() {
    while (at_ < text_.size() && (text_[at_] == ' ' || text_[at_] == '\n' || text_[at_] == '\t')) ++at_;
  }
  bool accept(char c) {
    space();
    if (at_ == text_.size() || text_[at_] != c) return false;
    ++at_;
    return true;
  }
  void expect(char c) {
    if (!accept(c)) wrong();
  }
  std::string string() {
    space();
    const char quote = at_ < text_.size() ? text_[at_] : '\0';
    if (quote != '\'' && quote != '"') wrong();
    const size_t end = text_.find(quote, at_ + 1);
    if (end == std::string_view::npos) wrong();
    std::string out(text_.substr(at_ + 1, end - at_ - 1));
    at_ = end + 1;
    return out;
  }
  std::string descr() {
    space();
    if (at_ < text_.size() && text_[at_] == '[') refuse(source_, "it holds records, not numbers");
    return string();
  }
  bool boolean() {
    space();
    for (const auto &[word, value] : {std::pair("True", true), std::pair("False", false)}) {
      if (!text_.substr(at_).starts_with(word)) continue;
      at_ += std::strlen(word);
      return value;
    }
    wrong();
  }
  std::vector<int64_t> shape() {
    std::vector<int64_t> out;
    expect('(');
    while (!accept(')')) {
      out.push_back(number());
      if (out.size() > kMaxRank) refuse(source_, fmt::format("it has more than {} dimensions", kMaxRank));
      if (!accept(',')) {
        expect(')');
        break;
      }
    }
    return out;
  }
  int64_t number() {
    space();
    int64_t value = 0;
    const size_t begin = at_;
    for (; at_ < text_.size() && text_[at_] >= '0' && text_[at_] <= '9'; ++at_)
      if (__builtin_mul_overflow(value, 10, &value) || __builtin_add_overflow(value, text_[at_] - '0', &value)) wrong();
    if (at_ == begin) wrong();
    if (at_ < text_.size() && text_[at_] == 'L') ++at_;  // as Python 2 wrote it
    return value;
  }

  std::string_view text_, source_;
  size_t at_ = 0;
};

struct Element {
  DType dtype;
  bool swapped = false;
};

Element element_of(std::string_view descr, std::string_view source) {
  std::string_view code = descr;
  bool swapped = false;
  if (!code.empty() && std::string_view("<>=|").find(code[0]) != std::string_view::npos) {
    swapped = code[0] == '>';
    code.remove_prefix(1);
  }
  const auto it = std::find_if(kTypes.begin(), kTypes.end(), [&](const NamedType &t) { return t.code == code; });
  if (it == kTypes.end()) {
    const bool objects = code == "O";
    refuse(source, objects ? "it holds Python objects, not numbers"
                           : fmt::format("its dtype '{}' is none of Fluxion's", descr.substr(0, 40)));
  }
  return {it->dtype, swapped && size_of(it->dtype) > 1};
}

/// The bytes of such an array; nothing where they overflow.
std::optional<size_t> byte_count(const std::vector<int64_t> &shape, DType dtype) {
  int64_t bytes = size_of(dtype);
  bool empty = false;
  for (int64_t n : shape) {
    empty |= n == 0;
    if (__builtin_mul_overflow(bytes, std::max<int64_t>(n, 1), &bytes)) return std::nullopt;
  }
  return empty ? 0 : static_cast<size_t>(bytes);
}

void swap_bytes(std::byte *data, size_t bytes, DType dtype) {
  const size_t size = static_cast<size_t>(size_of(dtype)) / (is_complex(dtype) ? 2 : 1);
  for (size_t i = 0; i + size <= bytes; i += size) std::reverse(data + i, data + i + size);
}

/// Row-major elements from column-major ones.
void from_fortran(const std::byte *from, std::byte *to, const std::vector<int64_t> &shape, size_t size) {
  std::vector<int64_t> index(shape.size(), 0), stride(shape.size(), 1);
  for (size_t d = 1; d < shape.size(); ++d) stride[d] = stride[d - 1] * shape[d - 1];
  int64_t at = 0;
  for (;;) {
    std::memcpy(to, from + static_cast<size_t>(at) * size, size);
    to += size;
    size_t d = shape.size();
    while (d > 0 && ++index[d - 1] == shape[d - 1]) {
      at -= stride[d - 1] * (shape[d - 1] - 1);
      index[--d] = 0;
    }
    if (d == 0) return;
    at += stride[d - 1];
  }
}

}  // namespace

Array parse_npy(std::span<const std::byte> image, std::string_view source) {
  const std::string_view text(reinterpret_cast<const char *>(image.data()), image.size());
  if (!text.starts_with(kMagic) || text.size() < 12) refuse(source, "it is no .npy file");
  const auto byte = [&](size_t i) { return static_cast<size_t>(static_cast<unsigned char>(text[i])); };
  const size_t version = byte(6), prefix = version == 1 ? 10 : 12;
  if (version < 1 || version > 3) refuse(source, fmt::format("version {} of the .npy format is not known", version));
  const size_t length =
      version == 1 ? byte(8) | byte(9) << 8 : byte(8) | byte(9) << 8 | byte(10) << 16 | byte(11) << 24;
  if (length > kMaxHeader)
    refuse(source, fmt::format("a header of {} bytes is over the limit of {}", length, kMaxHeader));
  if (length > text.size() - prefix) refuse(source, "it ends within its header");
  Header header = HeaderReader(text.substr(prefix, length), source).read();
  const Element element = element_of(header.descr, source);
  const std::span<const std::byte> data = image.subspan(prefix + length);
  const auto bytes = byte_count(header.shape, element.dtype);
  if (!bytes || *bytes > data.size())
    refuse(source, fmt::format("{}[{}] needs {} bytes, and there are {}", name(element.dtype),
                               fmt::join(header.shape, ","), bytes ? std::to_string(*bytes) : "too many", data.size()));
  if (*bytes < data.size()) refuse(source, fmt::format("{} bytes follow the elements", data.size() - *bytes));
  const auto is_bool = [](std::byte b) { return b <= std::byte{1}; };
  if (element.dtype == DType::bool_ && !std::all_of(data.begin(), data.end(), is_bool))
    refuse(source, "a bool is neither 0 nor 1");

  runtime::Buffer buffer = detail::new_buffer({Shape(header.shape), element.dtype});
  std::byte *to = static_cast<std::byte *>(buffer.data());
  if (*bytes && header.fortran && header.shape.size() > 1)
    from_fortran(data.data(), to, header.shape, static_cast<size_t>(size_of(element.dtype)));
  else if (*bytes)
    std::memcpy(to, data.data(), *bytes);
  if (element.swapped) swap_bytes(to, *bytes, element.dtype);
  return detail::concrete({Shape(std::move(header.shape)), element.dtype}, std::move(buffer));
}

std::string npy_header(const ShapeDtype &type) {
  const auto it = std::find_if(kTypes.begin(), kTypes.end(), [&](const NamedType &t) { return t.dtype == type.dtype; });
  if (it == kTypes.end())
    throw DTypeError(fmt::format("fluxion: save: NumPy's files have no {}: save as .safetensors", name(type.dtype)));
  std::string shape = fmt::format("{}", fmt::join(type.shape, ", "));
  if (type.shape.size() == 1) shape += ",";
  std::string header = fmt::format("{{'descr': '{}{}', 'fortran_order': False, 'shape': ({}), }}",
                                   size_of(type.dtype) == 1 ? "|" : "<", it->code, shape);
  const size_t rest = (kMagic.size() + 4 + header.size() + 1) % 64;
  header.append((64 - rest) % 64, ' ').push_back('\n');
  std::string out(kMagic);
  out += {'\1', '\0', static_cast<char>(header.size() & 255), static_cast<char>(header.size() >> 8)};
  return out + header;
}

void write_npy(const std::filesystem::path &path, const Array &x) {
  const std::string header = npy_header(x.type());
  const std::array<std::span<const std::byte>, 2> pieces = {std::as_bytes(std::span(header)), x.bytes()};
  write_file(path, pieces);
}

}  // namespace fluxion::numpy
