#include "fluxion/jit.h"

#include <ostream>
#include <shared_mutex>
#include <unordered_map>

#include "frontend/executable_cache.h"
#include "frontend/jit_history.h"
#include "runtime/profile.h"
#include "runtime/system_memory.h"

namespace fluxion::detail {

namespace {
struct KeyHash {
  size_t operator()(const CallKey &key) const {
    uint64_t h = 0x9E3779B97F4A7C15;
    for (uint64_t w : key.words) h = (h ^ w) * 0xff51afd7ed558ccd, h ^= h >> 32;
    return h;
  }
};
}  // namespace

struct JitCache::State {
  mutable std::shared_mutex mutex;
  std::unordered_map<CallKey, std::shared_ptr<const Entry>, KeyHash> entries;
  JitHistory history;
};

void append_type(CallKey &key, const Array &a) {
  if (!a.defined()) throw_empty({});
  key.words.push_back(static_cast<uint64_t>(a.dtype()) << 32 | a.shape().size());
  for (int64_t n : a.shape()) key.words.push_back(static_cast<uint64_t>(n));
}

JitCache::JitCache(JitOptions options, const std::source_location &made)
    : options_(std::move(options)),
      made_{made.file_name(), made.line(), made.column(), ""},
      state_(std::make_unique<State>()) {
  if (options_.max_bytes > 0) options_.compile.max_bytes = options_.max_bytes;
}
JitCache::~JitCache() = default;

std::shared_ptr<const JitCache::Entry> JitCache::find(const CallKey &key) const {
  std::shared_lock lock(state_->mutex);
  auto it = state_->entries.find(key);
  return it == state_->entries.end() ? nullptr : it->second;
}

namespace {
trace::CompileOptions compile_options(std::string name, const std::vector<int32_t> &donated,
                                      const CompileOptions &given) {
  trace::CompileOptions how;
  how.name = std::move(name);
  how.donated = donated;
  how.passes = given.passes;
  how.plugins = given.plugins;
  how.validate = given.validate;
  how.max_bytes = given.max_bytes;
  return how;
}

void check_memory(const std::shared_ptr<const Compiled> &program, const JitOptions &options, const Location &made) {
  const int64_t most = options.compile.max_bytes;
  if (most <= 0) return;
  const Memory memory = CompiledFunction(program, {}).memory();
  if (memory.peak <= most) return;
  // Whoever gives it just that much is not to fail by what is rounded.
  std::string text = fmt::format("fluxion: jit: '{}' needs {} ({} bytes) and may take {}", options.name,
                                 runtime::format_bytes(memory.peak), memory.peak, runtime::format_bytes(most));
  if (!memory.largest.empty()) text += "; the largest values, where most is in memory:";
  constexpr size_t kMost = 5;
  for (size_t i = 0; i < std::min(kMost, memory.largest.size()); ++i) {
    const LiveValue &v = memory.largest[i];
    text += fmt::format("\n  {:>10}  {}  {}", runtime::format_bytes(v.bytes), v.type, v.line);
  }
  throw CompileError(with_location(text, made) +
                     "\n  help: what can be computed again is; in loops, fx::checkpoint says what to keep");
}
}  // namespace

std::shared_ptr<const JitCache::Entry> JitCache::add(CallKey key, CallDescription description, const Arrays &leaves,
                                                     const std::vector<int32_t> &donated, const Body &body,
                                                     const std::function<std::shared_ptr<const void>()> &pattern) {
  const std::string reason = state_->history.reason(description);
  if (retracing_forbidden())
    throw Error(with_location(
        fmt::format("fluxion: jit: '{}' would be compiled under fx::no_retrace: {}", options_.name, reason), made_));
  const int64_t begin = runtime::profile::now();
  Traced traced = trace_function(options_.name, types_of(leaves), body, false, leaves);
  runtime::profile::record("trace " + options_.name, "trace", begin);
  const double tracing = static_cast<double>(runtime::profile::now() - begin) / 1e9;
  auto entry = std::make_shared<Entry>();
  trace::CompileOptions how = compile_options(options_.name, donated, options_.compile);
  how.threads = options_.threads;
  const trace::Check check{options_.check == check::nan || options_.check == check::nan_or_inf,
                           options_.check == check::inf || options_.check == check::nan_or_inf};
  entry->program = std::make_shared<const Compiled>(traced.function, how, check);
  check_memory(entry->program, options_, made_);
  const trace::CompileTimes &times = entry->program->times();
  state_->history.add({std::move(description), reason, tracing, times.passes, times.codegen}, options_.name);
  entry->captures = std::move(traced.captures);
  entry->pattern = pattern();
  entry->made = std::move(traced.made);
  std::unique_lock lock(state_->mutex);
  return state_->entries.try_emplace(std::move(key), std::move(entry)).first->second;
}

Arrays JitCache::run(const Entry &entry, Arrays leaves) {
  append(leaves, entry.captures);
  return entry.program->run(std::move(leaves), entry.made);
}

size_t JitCache::size() const {
  std::shared_lock lock(state_->mutex);
  return state_->entries.size();
}

void JitCache::explain(std::ostream &out) const { out << state_->history.text(options_.name, made_); }

Lowered JitCache::lower(const Arrays &leaves, std::vector<int32_t> donated, const Body &body) const {
  return Lowered(options_.name, trace_function(options_.name, types_of(leaves), body, false, leaves),
                 std::move(donated), options_.compile, options_.threads);
}

}  // namespace fluxion::detail

namespace fluxion {

std::string Lowered::text() const { return detail::print(traced_.function); }
std::string Lowered::stablehlo() const { return detail::compiler().stablehlo(*traced_.function); }
CompiledFunction Lowered::compile() const {
  trace::CompileOptions how = detail::compile_options(name_, donated_, options_);
  how.threads = threads_;
  return CompiledFunction(std::make_shared<const detail::Compiled>(traced_.function, how), traced_.captures,
                          traced_.function, options_);
}

}  // namespace fluxion
