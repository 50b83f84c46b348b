#include "fluxion/jit.h"

#include <shared_mutex>
#include <unordered_map>

#include "frontend/executable_cache.h"
#include "runtime/profile.h"

namespace fluxion::detail {

class Program : public Compiled {
 public:
  using Compiled::Compiled;
};

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
};

void append_type(CallKey &key, const Array &a) {
  if (!a.defined()) fail<Error>("an argument holds an empty Array: it was never given a value");
  key.words.push_back(static_cast<uint64_t>(a.dtype()) << 32 | a.shape().size());
  for (int64_t n : a.shape()) key.words.push_back(static_cast<uint64_t>(n));
}

JitCache::JitCache(JitOptions options) : options_(std::move(options)), state_(std::make_unique<State>()) {}
JitCache::~JitCache() = default;

std::shared_ptr<const JitCache::Entry> JitCache::find(const CallKey &key) const {
  std::shared_lock lock(state_->mutex);
  auto it = state_->entries.find(key);
  return it == state_->entries.end() ? nullptr : it->second;
}

std::shared_ptr<const JitCache::Entry> JitCache::add(CallKey key, const Arrays &leaves,
                                                     const std::vector<int32_t> &donated, const Body &body,
                                                     const std::function<std::shared_ptr<const void>()> &pattern) {
  const int64_t begin = runtime::profile::now();
  Traced traced = trace_function(options_.name, types_of(leaves), body);
  runtime::profile::record("trace " + options_.name, "trace", begin);
  auto entry = std::make_shared<Entry>();
  trace::CompileOptions how{.name = options_.name, .donated = donated, .threads = options_.threads};
  entry->program = std::make_shared<const Program>(*traced.function, how);
  entry->captures = std::move(traced.captures);
  entry->pattern = pattern();
  std::unique_lock lock(state_->mutex);
  return state_->entries.try_emplace(std::move(key), std::move(entry)).first->second;
}

Arrays JitCache::run(const Entry &entry, Arrays leaves) {
  append(leaves, entry.captures);
  return entry.program->run(std::move(leaves));
}

size_t JitCache::size() const {
  std::shared_lock lock(state_->mutex);
  return state_->entries.size();
}

}  // namespace fluxion::detail
