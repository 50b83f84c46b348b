// Compiled functions as files (.fxe): a program (runtime/program_file.h) and the arrays that its function captured.
#include <array>
#include <cstring>

#include "fluxion/file.h"
#include "fluxion/save.h"
#include "frontend/executable_cache.h"
#include "frontend/mapping.h"
#include "runtime/hash.h"
#include "runtime/program_file.h"
#include "runtime/size_class.h"

namespace fluxion {
namespace {

constexpr char kMagic[8] = {'F', 'X', 'F', 'U', 'N', 'C', '1', '\n'};
constexpr int64_t kMostDimensions = 64;

struct Header {
  char magic[8];
  uint64_t program, captures;  // bytes of each part, in this order
  runtime::Hash128 hash;       // of the parts
};

[[noreturn]] void refuse(const std::filesystem::path &path, std::string_view why) {
  throw IoError(fmt::format("fluxion: cannot load '{}': {}", path.string(), why));
}

std::string_view text_of(std::span<const std::byte> bytes) {
  return {reinterpret_cast<const char *>(bytes.data()), bytes.size()};
}

void put(std::string &to, int64_t number) { to.append(reinterpret_cast<const char *>(&number), sizeof number); }

/// Their number, and of each its dtype, its dimensions and its elements.
std::string write_captures(const std::vector<Array> &captures) {
  std::string out;
  put(out, static_cast<int64_t>(captures.size()));
  for (const Array &x : captures) {
    put(out, static_cast<int64_t>(x.dtype())), put(out, x.ndim());
    for (int64_t n : x.shape()) put(out, n);
    out += text_of(x.bytes());
  }
  return out;
}

class Captures {
 public:
  Captures(std::span<const std::byte> rest, const std::filesystem::path &path) : rest_(rest), path_(path) {}

  std::vector<Array> read() {
    std::vector<Array> out;
    // 16 bytes each at least
    for (int64_t i = 0, n = number(0, static_cast<int64_t>(rest_.size() / 16)); i < n; ++i) out.push_back(array());
    if (!rest_.empty()) refuse(path_, "it is damaged: bytes are left");
    return out;
  }

 private:
  std::span<const std::byte> take(int64_t bytes) {
    if (static_cast<uint64_t>(bytes) > rest_.size()) refuse(path_, "it is damaged: it ends too early");
    const auto taken = rest_.first(static_cast<size_t>(bytes));
    rest_ = rest_.subspan(taken.size());
    return taken;
  }
  int64_t number(int64_t least, int64_t most) {
    int64_t value;
    std::memcpy(&value, take(sizeof value).data(), sizeof value);
    if (value < least || value > most) refuse(path_, "it is damaged: a number is out of range");
    return value;
  }
  Array array() {
    const DType dtype = static_cast<DType>(number(0, static_cast<int64_t>(f8e5m2)));
    Shape shape;
    int64_t count = 1;
    for (int64_t i = 0, n = number(0, kMostDimensions); i < n; ++i) {
      shape.push_back(number(0, runtime::kLargestRequest));
      if (__builtin_mul_overflow(count, std::max<int64_t>(shape[i], 1), &count) || count > runtime::kLargestRequest)
        refuse(path_, "it is damaged: an array is impossibly large");
    }
    const ShapeDtype type{std::move(shape), dtype};
    return from_bytes(type, take(type.bytes()));
  }

  std::span<const std::byte> rest_;
  const std::filesystem::path &path_;
};

}  // namespace

std::vector<ShapeDtype> CompiledFunction::arguments() const {
  std::vector<ShapeDtype> types = program_->program().arguments;
  types.resize(types.size() - captures_.size());
  return types;
}
std::vector<ShapeDtype> CompiledFunction::results() const { return program_->program().results; }

std::vector<Array> CompiledFunction::run(std::vector<Array> leaves) const {
  const std::vector<ShapeDtype> types = arguments();
  if (leaves.size() != types.size())
    fail<ShapeError>(
        fmt::format("'{}' takes {} arrays, and {} are given", program_->program().name, types.size(), leaves.size()));
  for (size_t i = 0; i < types.size(); ++i) {
    if (!leaves[i].defined()) detail::throw_empty(detail::current_location({}));
    if (leaves[i].is_traced())
      fail<TracerError>(fmt::format("'{}' is compiled: it cannot be traced again, as by grad, vmap or jit",
                                    program_->program().name));
    if (leaves[i].type() == types[i]) continue;
    const std::string text = fmt::format("'{}': array {} of its arguments is {}, it was compiled for {}",
                                         program_->program().name, i, to_string(leaves[i].type()), to_string(types[i]));
    leaves[i].shape() == types[i].shape ? fail<DTypeError>(text) : fail<ShapeError>(text);
  }
  detail::append(leaves, captures_);
  return program_->run(std::move(leaves));
}

void CompiledFunction::save(const std::filesystem::path &path) const {
  if (!program_->has_code())
    throw CompileError(fmt::format("fluxion: cannot save '{}': '{}' is interpreted, there is no code", path.string(),
                                   program_->program().name));
  const std::string program = runtime::save_program(program_->program()), captures = write_captures(captures_);
  Header header{};
  std::memcpy(header.magic, kMagic, sizeof kMagic);
  header.program = program.size(), header.captures = captures.size();
  header.hash = runtime::Hasher().add_string(program).add(captures).finish();
  const std::array<std::span<const std::byte>, 3> pieces = {
      std::as_bytes(std::span(&header, 1)), std::as_bytes(std::span(program)), std::as_bytes(std::span(captures))};
  write_file(path, pieces);
}

CompiledFunction load(const std::filesystem::path &path) {
  const Mapping file = map_file(path);
  Header header;
  if (file.bytes.size() < sizeof header || std::memcmp(file.bytes.data(), kMagic, sizeof kMagic) != 0)
    refuse(path, "it is no compiled function (.fxe); arrays are loaded by load<fx::Array>(path) or load(path, like)");
  std::memcpy(&header, file.bytes.data(), sizeof header);
  const std::span<const std::byte> rest = file.bytes.subspan(sizeof header);
  if (header.program > rest.size() || header.captures != rest.size() - header.program)
    refuse(path, "it is damaged: its parts do not fill it");
  const std::string_view program = text_of(rest.first(header.program)),
                         captures = text_of(rest.subspan(header.program));
  if (header.hash != runtime::Hasher().add_string(program).add(captures).finish())
    refuse(path, "it is damaged: its checksum differs");
  runtime::ProgramPtr loaded;
  try {
    loaded = runtime::load_program(program);
  } catch (const IoError &e) {
    refuse(path, e.what());
  }
  std::vector<Array> arrays = Captures(rest.subspan(header.program), path).read();
  const std::vector<ShapeDtype> &types = loaded->arguments;
  const size_t own = types.size() - std::min(types.size(), arrays.size());
  for (size_t i = 0; i < arrays.size(); ++i)
    if (own + i >= types.size() || types[own + i] != arrays[i].type())
      refuse(path, "it is damaged: its arrays are not those of its program");
  return {std::make_shared<const detail::Compiled>(std::move(loaded)), std::move(arrays)};
}

}  // namespace fluxion
