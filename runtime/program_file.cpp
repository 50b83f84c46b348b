// A file is a header, then the fields of the program one after the other: numbers in 8 bytes, texts and lists after
// their length. Programs and codes are shared: each is written where it is first met and called by its number later on.
#include "runtime/program_file.h"

#include <fluxion/error.h>
#include <fmt/format.h>

#include <algorithm>
#include <cstring>
#include <type_traits>
#include <unordered_map>
#include <utility>

#include "runtime/cpu_features.h"
#include "runtime/hash.h"
#include "runtime/program_fields.h"
#include "runtime/size_class.h"

namespace fluxion::runtime {
namespace {

constexpr char kMagic[8] = {'F', 'X', 'E', '\r', '\n', '\x1a', '\n', '\0'};
constexpr uint32_t kFormat = 1;
constexpr int kDeepest = 64;  // programs in programs
constexpr int64_t kMostDimensions = 64;

struct Header {
  char magic[8];
  uint32_t format, abi;
  uint64_t features;  // of the processor that the code was made on
  uint64_t bytes;
  Hash128 hash;
};
static_assert(sizeof(Header) == 48);

constexpr int64_t kNew = -1;  // in the place of a number: the object follows

class Writer {
 public:
  std::string take() { return std::move(out_); }

  template <class T>
    requires std::is_arithmetic_v<T> || std::is_enum_v<T>
  void put(T value) {
    const auto wide = static_cast<int64_t>(value);
    out_.append(reinterpret_cast<const char *>(&wide), sizeof wide);
  }
  void put(const std::string &text) {
    put(text.size());
    out_ += text;
  }
  void put(const Shape &shape) {
    put(shape.size());
    for (int64_t n : shape) put(n);
  }
  template <class T>
  void put(const std::vector<T> &list) {
    put(list.size());
    for (const T &x : list) put(x);
  }
  template <class A, class B>
  void put(const std::pair<A, B> &x) {
    put(x.first);
    put(x.second);
  }
  void put(const CodePtr &code) {
    if (code && code->object.empty()) {
      throw CompileError(fmt::format("cannot save the program: the kernel '{}' has no object code", code->symbol));
    }
    put_shared(code.get(), codes_);
  }
  void put(const ProgramPtr &program) { put_shared(program.get(), programs_); }
  void put(const Step &step) {
    put(step.index());
    std::visit([this](const auto &s) { put(s); }, step);
  }
  template <HasFields T>
  void put(const T &x) {
    std::apply([this](const auto &...field) { (this->put(field), ...); }, fields(const_cast<T &>(x)));
  }

 private:
  /// 0 for null, the number of an object that was written before, or kNew and the object, which gets the next number.
  template <class T>
  void put_shared(const T *object, std::unordered_map<const T *, size_t> &numbers) {
    if (!object) return put(0);
    if (const auto found = numbers.find(object); found != numbers.end()) return put(found->second);
    put(kNew);
    put(*object);
    numbers.emplace(object, numbers.size() + 1);  // after what is in it
  }

  std::string out_;
  std::unordered_map<const Code *, size_t> codes_;
  std::unordered_map<const Program *, size_t> programs_;
};

[[noreturn]] void damaged(std::string_view what) { throw IoError(fmt::format("cannot load the program: {}", what)); }

class Reader {
 public:
  explicit Reader(std::string_view bytes) : rest_(bytes) {}
  bool at_end() const { return rest_.empty(); }

  void get(int64_t &value) {
    const std::string_view bytes = take(sizeof value);
    std::memcpy(&value, bytes.data(), sizeof value);
  }
  void get(int32_t &value) { value = static_cast<int32_t>(number(INT32_MIN, INT32_MAX)); }
  void get(bool &value) { value = number(0, 1) != 0; }
  void get(DType &value) { value = static_cast<DType>(number(0, static_cast<int64_t>(f8e5m2))); }
  void get(BufferRef::Space &value) {
    value = static_cast<BufferRef::Space>(number(0, static_cast<int64_t>(BufferRef::Space::arena)));
  }
  void get(std::string &text) { text = take(number(0, INT64_MAX)); }
  void get(Shape &shape) {
    int64_t count = 1;
    for (int64_t i = 0, n = number(0, kMostDimensions); i < n; ++i) {
      const int64_t size = number(0, kLargestRequest);
      // Bounds the product even where a size of zero would hide it.
      if (__builtin_mul_overflow(count, std::max<int64_t>(size, 1), &count) || count > kLargestRequest) {
        damaged("an array is impossibly large");
      }
      shape.push_back(size);
    }
  }
  template <class T>
  void get(std::vector<T> &list) {
    const int64_t n = number(0, INT64_MAX);
    if (static_cast<uint64_t>(n) > rest_.size() / sizeof(int64_t))
      damaged("it ends too early");  // 8 bytes each at least
    list.resize(static_cast<size_t>(n));
    for (T &x : list) get(x);
  }
  template <class A, class B>
  void get(std::pair<A, B> &x) {
    get(x.first);
    get(x.second);
  }
  void get(CodePtr &code) { get_shared(code, codes_); }
  void get(ProgramPtr &program) { get_shared(program, programs_); }
  void get(Step &step) {
    get_alternative(step, number(0, std::variant_size_v<Step> - 1),
                    std::make_index_sequence<std::variant_size_v<Step>>());
  }
  template <HasFields T>
  void get(T &x) {
    std::apply([this](auto &...field) { (this->get(field), ...); }, fields(x));
  }

 private:
  std::string_view take(int64_t bytes) {
    if (static_cast<uint64_t>(bytes) > rest_.size()) damaged("it ends too early");
    const std::string_view taken = rest_.substr(0, static_cast<size_t>(bytes));
    rest_.remove_prefix(taken.size());
    return taken;
  }
  int64_t number(int64_t least, int64_t most) {
    int64_t value = 0;
    get(value);
    if (value < least || value > most) damaged("a number is out of range");
    return value;
  }
  template <size_t... I>
  void get_alternative(Step &step, int64_t index, std::index_sequence<I...>) {
    ((static_cast<int64_t>(I) == index ? get(step.emplace<I>()) : void()), ...);
  }
  template <class Pointer>
  void get_shared(Pointer &object, std::vector<Pointer> &known) {
    const int64_t index = number(kNew, static_cast<int64_t>(known.size()));
    if (index == 0) {
      object = nullptr;
    } else if (index > 0) {
      object = known[static_cast<size_t>(index) - 1];
    } else {
      if (++depth_ > kDeepest) damaged("programs are nested too deeply");
      auto made = std::make_shared<std::remove_const_t<typename Pointer::element_type>>();
      get(*made);
      known.push_back(object = std::move(made));
      --depth_;
    }
  }

  std::string_view rest_;
  std::vector<CodePtr> codes_;
  std::vector<ProgramPtr> programs_;
  int depth_ = 0;
};

std::string_view checked_payload(std::string_view bytes) {
  Header header;
  if (bytes.size() < sizeof header) damaged("it is shorter than a header");
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::memcmp(header.magic, kMagic, sizeof kMagic) != 0) damaged("it is no compiled program");
  if (header.format != kFormat || header.abi != kAbiVersion) {
    damaged(fmt::format("it was saved by another version of Fluxion (format {}.{}, this is {}.{}); compile it again",
                        header.format, header.abi, kFormat, kAbiVersion));
  }
  bytes.remove_prefix(sizeof header);
  if (header.bytes != bytes.size()) damaged(fmt::format("it has {} bytes instead of {}", bytes.size(), header.bytes));
  if (hash128(bytes) != header.hash) damaged("its checksum is wrong");
  if (const uint64_t missing = header.features & ~cpu_features()) {
    throw CompileError(fmt::format("cannot load the program: it was compiled for a processor with {}; compile it again",
                                   to_string_features(missing)));
  }
  return bytes;
}

}  // namespace

std::string save_program(const Program &program) {
  Writer writer;
  writer.put(program);
  const std::string payload = writer.take();
  Header header = {{}, kFormat, kAbiVersion, cpu_features(), payload.size(), hash128(payload)};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  return std::string(reinterpret_cast<const char *>(&header), sizeof header) + payload;
}

ProgramPtr load_program(std::string_view bytes) {
  Reader reader(checked_payload(bytes));
  auto program = std::make_shared<Program>();
  reader.get(*program);
  if (!reader.at_end()) damaged("something follows its end");
  return program;
}

}  // namespace fluxion::runtime
