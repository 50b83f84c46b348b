// jit: a function compiled for each structure, shapes and dtypes of its arguments, and found again.
#pragma once
#include <mutex>

#include <fluxion/trace.h>

namespace fluxion {

struct JitOptions {
  std::string name = "jit";
  int threads = 0;  // at most this many; 0: as many as the process has
};

namespace detail {

class Program;

/// What decides which compiled program a call needs.
struct CallKey {
  std::vector<uint64_t> words;
  bool operator==(const CallKey &) const = default;
};
void append_type(CallKey &key, const Array &a);

/// The programs compiled for one jit object. Safe for concurrent calls.
class JitCache {
 public:
  explicit JitCache(JitOptions options);
  ~JitCache();

  struct Entry {
    std::shared_ptr<const Program> program;
    Arrays captures;
    std::shared_ptr<const void> pattern;  // the tree of results, its arrays without meaning
  };
  std::shared_ptr<const Entry> find(const CallKey &key) const;
  /// Traces `body` on arrays like `leaves` and compiles it; `donated` are the leaves whose memory may be taken.
  std::shared_ptr<const Entry> add(CallKey key, const Arrays &leaves, const std::vector<int32_t> &donated,
                                   const Body &body, const std::function<std::shared_ptr<const void>()> &pattern);
  static Arrays run(const Entry &entry, Arrays leaves);
  size_t size() const;
  const JitOptions &options() const { return options_; }

 private:
  struct State;
  JitOptions options_;
  std::unique_ptr<State> state_;
};

// Collects a call's key and leaves in one walk.
struct KeyVisitor : tree::detail::Describe {
  Arrays &leaves;
  explicit KeyVisitor(Arrays &l) : leaves(l) {}
  void leaf(const Array &a) { leaves.push_back(a); }
};

}  // namespace detail

template <class F>
class Jitted {
 public:
  Jitted(F f, JitOptions options)
      : f_(std::make_shared<F>(std::move(f))), cache_(std::make_shared<detail::JitCache>(std::move(options))) {}

  template <class... A>
    requires std::invocable<F &, std::remove_cvref_t<A>...>
  auto operator()(A &&...arguments) const {
    using R = detail::Result<F, A...>;
    if (detail::is_tracing()) return R((*f_)(std::forward<A>(arguments)...));
    detail::Arrays leaves;
    std::vector<int32_t> donated;
    detail::KeyVisitor v(leaves);
    (collect<A>(v, arguments, donated), ...);
    detail::CallKey key{std::move(v.out.words)};
    for (const Array &a : leaves) detail::append_type(key, a);
    auto entry = cache_->find(key);
    if (!entry) {
      std::optional<R> pattern;
      entry = cache_->add(
          std::move(key), leaves, donated,
          [&](const detail::Arrays &tracers) {
            pattern.emplace(detail::apply_with(*f_, tracers, arguments...));
            return detail::leaves_of(*pattern);
          },
          [&]() -> std::shared_ptr<const void> {
            auto clear = [](const Array &) { return Array(); };
            return std::make_shared<const R>(tree::rebuild(*pattern, clear));
          });
    }
    // Arguments that were moved in give up their handles, so that their memory can be used again.
    (release<A>(arguments), ...);
    return tree::unflatten(*static_cast<const R *>(entry->pattern.get()),
                           detail::JitCache::run(*entry, std::move(leaves)));
  }

  /// How many programs have been compiled.
  size_t cache_size() const { return cache_->size(); }

 private:
  template <class A>
  static void collect(detail::KeyVisitor &v, const std::remove_cvref_t<A> &argument, std::vector<int32_t> &donated) {
    size_t first = v.leaves.size();
    tree::detail::walk(argument, v);
    bool moved = !std::is_lvalue_reference_v<A> && !std::is_const_v<std::remove_reference_t<A>>;
    v.out.words.push_back(moved);
    for (size_t i = first; moved && i < v.leaves.size(); ++i) donated.push_back(static_cast<int32_t>(i));
  }
  template <class A>
  static void release([[maybe_unused]] std::remove_reference_t<A> &argument) {
    if constexpr (!std::is_lvalue_reference_v<A> && !std::is_const_v<A>) [[maybe_unused]]
      A gone(std::move(argument));
  }

  std::shared_ptr<F> f_;
  std::shared_ptr<detail::JitCache> cache_;
};

/// f, traced and compiled on the first call with each structure of arguments, and then run from its compiled form.
/// Arguments that are moved in are donated: results may take their memory. Arrays that f captured are kept as they were
/// when it was traced. Within another trace it is a plain call.
template <class F>
Jitted<F> jit(F f, JitOptions options = {}) {
  return Jitted<F>(std::move(f), std::move(options));
}

}  // namespace fluxion
