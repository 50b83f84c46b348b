// A state machine over the parser's events: the format has three fixed levels, so a deeper or other value is an
// error at once, whatever its size.
#include "frontend/safetensors_header.h"

#include <algorithm>
#include <array>
#include <optional>
#include <unordered_set>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace fluxion::safetensors {
namespace {

using nlohmann::json;

constexpr size_t kMaxRank = 64;

// Indexed by DType. C128 is ours: the format has no name for it.
constexpr std::array<std::string_view, 17> kDTypeNames = {"BOOL", "I8",  "I16",  "I32",     "I64",    "U8",
                                                          "U16",  "U32", "U64",  "F16",     "BF16",   "F32",
                                                          "F64",  "C64", "C128", "F8_E4M3", "F8_E5M2"};

std::optional<DType> dtype_named(std::string_view name) {
  const auto it = std::find(kDTypeNames.begin(), kDTypeNames.end(), name);
  if (it == kDTypeNames.end()) return std::nullopt;
  return static_cast<DType>(it - kDTypeNames.begin());
}

class HeaderReader : public json::json_sax_t {
 public:
  Header header;
  std::string error;

  bool key(string_t &name) override {
    switch (state_) {
      case State::kTop:
        return begin_tensor(name);
      case State::kMetadata:
        key_ = name;
        return header.metadata.emplace(name, "").second || fail("metadata key {} appears twice", in_quotes(name));
      case State::kTensor:
        return begin_field(name);
      default:
        return unexpected("a key");
    }
  }

  bool start_object(size_t) override {
    switch (state_) {
      case State::kStart:
        state_ = State::kTop;
        return true;
      case State::kTensorValue:
        state_ = State::kTensor;
        return true;
      case State::kMetadataValue:
        state_ = State::kMetadata;
        return true;
      default:
        return unexpected("an object");
    }
  }

  bool end_object() override {
    if (state_ == State::kTensor && fields_ != 7) {
      return fail("tensor {} lacks one of dtype, shape, data_offsets", in_quotes(header.entries.back().name));
    }
    state_ = state_ == State::kTop ? State::kEnd : State::kTop;
    return true;
  }

  bool start_array(size_t) override {
    if (state_ != State::kField || field_ == kDType) return unexpected("a list");
    state_ = State::kList;
    return true;
  }

  bool end_array() override {
    if (field_ == kOffsets && offsets_ != 2)
      return fail("tensor {} has {} data_offsets instead of 2", name(), offsets_);
    state_ = State::kTensor;
    return true;
  }

  bool string(string_t &value) override {
    if (state_ == State::kMetadata) {
      header.metadata[key_] = value;
      return true;
    }
    if (state_ != State::kField || field_ != kDType) return unexpected("a string");
    const std::optional<DType> dtype = dtype_named(value);
    if (!dtype) return fail("tensor {} has the unknown dtype {}", name(), in_quotes(value));
    header.entries.back().dtype = *dtype;
    state_ = State::kTensor;
    return true;
  }

  bool number_unsigned(number_unsigned_t value) override {
    if (state_ != State::kList) return unexpected("a number");
    return field_ == kShape ? add_size(value) : add_offset(value);
  }

  bool null() override { return unexpected("null"); }
  bool boolean(bool) override { return unexpected("a boolean"); }
  bool number_integer(number_integer_t) override { return unexpected("a negative number"); }
  bool number_float(number_float_t, const string_t &) override {
    return unexpected("a fraction or too large a number");
  }
  bool binary(binary_t &) override { return unexpected("binary data"); }
  bool parse_error(size_t position, const std::string &, const nlohmann::detail::exception &) override {
    return error.empty() ? fail("the header is no valid JSON at its byte {}", position) : false;
  }

 private:
  enum class State { kStart, kTop, kMetadataValue, kMetadata, kTensorValue, kTensor, kField, kList, kEnd };
  enum Field { kDType = 1, kShape = 2, kOffsets = 4 };

  template <class... Args>
  bool fail(fmt::format_string<Args...> format, Args &&...args) {
    error = fmt::format(format, std::forward<Args>(args)...);
    return false;
  }
  std::string name() const { return in_quotes(header.entries.back().name); }
  bool unexpected(std::string_view what) {
    const bool inside = state_ >= State::kTensorValue && state_ < State::kEnd;
    return inside ? fail("tensor {} has {} where the format allows none", name(), what)
                  : fail("the header has {} where the format allows none", what);
  }

  bool begin_tensor(const std::string &name) {
    if (!names_.insert(name).second) return fail("the name {} appears twice", in_quotes(name));
    if (name == "__metadata__") {
      state_ = State::kMetadataValue;
      return true;
    }
    header.entries.emplace_back().name = name;
    fields_ = offsets_ = 0;
    state_ = State::kTensorValue;
    return true;
  }

  bool begin_field(std::string_view field) {
    if (field == "dtype")
      field_ = kDType;
    else if (field == "shape")
      field_ = kShape;
    else if (field == "data_offsets")
      field_ = kOffsets;
    else
      return fail("tensor {} has the unknown field {}", name(), in_quotes(field));
    if (fields_ & field_) return fail("tensor {} has two fields {}", name(), field);
    fields_ |= field_;
    state_ = State::kField;
    return true;
  }

  bool add_size(uint64_t value) {
    auto &shape = header.entries.back().shape;
    if (value > static_cast<uint64_t>(INT64_MAX)) return fail("tensor {} has a dimension of {}", name(), value);
    if (shape.size() == kMaxRank) return fail("tensor {} has more than {} dimensions", name(), kMaxRank);
    shape.push_back(static_cast<int64_t>(value));
    return true;
  }

  bool add_offset(uint64_t value) {
    if (offsets_ == 2) return fail("tensor {} has more than 2 data_offsets", name());
    (offsets_++ == 0 ? header.entries.back().begin : header.entries.back().end) = value;
    return true;
  }

  State state_ = State::kStart;
  Field field_ = kDType;
  int fields_ = 0, offsets_ = 0;
  std::string key_;
  std::unordered_set<std::string> names_;
};

std::string to_json(const std::string &text) {
  try {
    return json(text).dump();
  } catch (const json::exception &) {
    throw HeaderError("the name or metadata " + in_quotes(text) + " is not UTF-8");
  }
}

}  // namespace

std::string in_quotes(std::string_view name) {
  std::string text(name.substr(0, 80));
  for (char &c : text) {
    if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f) c = '?';
  }
  return fmt::format("'{}{}'", text, name.size() > 80 ? "..." : "");
}

Header parse_header(std::string_view text) {
  HeaderReader reader;
  if (!text.starts_with('{')) throw HeaderError("the header does not start with '{'");
  if (!json::sax_parse(text.begin(), text.end(), &reader)) throw HeaderError(reader.error);
  return std::move(reader.header);
}

std::string format_header(const Header &header) {
  std::string text = "{";
  if (!header.metadata.empty()) {
    text += "\"__metadata__\":{";
    for (const auto &[key, value] : header.metadata) text += to_json(key) + ":" + to_json(value) + ",";
    text.back() = '}';
    text += ",";
  }
  for (const HeaderEntry &entry : header.entries) {
    text +=
        fmt::format(R"({}:{{"dtype":"{}","shape":[{}],"data_offsets":[{},{}]}},)", to_json(entry.name),
                    kDTypeNames[static_cast<size_t>(entry.dtype)], fmt::join(entry.shape, ","), entry.begin, entry.end);
  }
  if (text.back() == ',') text.pop_back();
  return text + "}";
}

}  // namespace fluxion::safetensors
