// jit: a function compiled for each structure, shapes and dtypes of its arguments, and found again.
#pragma once
#include <iosfwd>
#include <mutex>
#include <source_location>

#include <fluxion/abstract.h>
#include <fluxion/compile_options.h>
#include <fluxion/compiled.h>
#include <fluxion/trace.h>

namespace fluxion {

struct JitOptions {
  std::string name = "jit";
  /// What a run may take at most, its arguments and results included; 0: no limit. Values are computed again instead of
  /// being kept, with the same numbers, until it fits. A call that needs more still is a CompileError before it runs,
  /// which names the largest values.
  int64_t max_bytes = 0;
  int threads = 0;  // at most this many; 0: as many as the process has
  /// Looks through the results of every call; see debug::check_nans, which does so for all functions.
  fluxion::check::Kind check = fluxion::check::none;
  CompileOptions compile = {};
};

/// While one lives, its thread may not compile any jitted function: a call that would throws Error, which says what is
/// new about its arguments. For loops that have to keep their pace: `fx::no_retrace guard;` after the first step.
class no_retrace {
 public:
  no_retrace();
  ~no_retrace();
  no_retrace(const no_retrace &) = delete;
  no_retrace &operator=(const no_retrace &) = delete;
};

namespace detail {

/// What a call's program depends on, for people: "argument 0.layers.1.weight" is "f32[2,3]", or "static 5".
struct CallDescription {
  struct Part {
    std::string path, value;
    bool fixed;  // a static value or a size of the tree, not an array's type
    bool operator==(const Part &) const = default;
  };
  std::vector<Part> parts;
};

/// Collects one in a walk over each argument.
class CallDescriber {
 public:
  void argument(size_t number, bool donated);
  void enter(size_t i) { path_.push_back(std::to_string(i)); }
  void enter(std::string_view name) { path_.emplace_back(name); }
  void leave() { path_.pop_back(); }
  void leaf(const Array &a);
  void size(size_t n);
  template <class T>
  void fixed(const T &value) {
    if constexpr (std::is_enum_v<T>)
      note(std::to_string(static_cast<int64_t>(value)));
    else if constexpr (std::is_arithmetic_v<T>)
      note(fmt::format("{}", value));
    else if constexpr (std::is_same_v<T, Shape>)
      note(to_string(value));
    else if constexpr (std::is_convertible_v<T, std::string_view>)
      note(fmt::format("\"{}\"", std::string_view(value)));
  }
  CallDescription take();

 private:
  std::string path() const;
  void note(std::string value);
  std::vector<std::string> path_;
  CallDescription out_;
};

/// What decides which compiled program a call needs.
struct CallKey {
  std::vector<uint64_t> words;
  bool operator==(const CallKey &) const = default;
};
void append_type(CallKey &key, const Array &a);

/// The programs compiled for one jit object. Safe for concurrent calls.
class JitCache {
 public:
  JitCache(JitOptions options, const std::source_location &made);
  ~JitCache();

  struct Entry {
    std::shared_ptr<const Compiled> program;
    Arrays captures;
    std::shared_ptr<const void> pattern;  // the tree of results, its arrays without meaning
    std::vector<Location> made;           // the lines that make the results
  };
  std::shared_ptr<const Entry> find(const CallKey &key) const;
  /// Traces `body` on arrays like `leaves` and compiles it; `donated` are the leaves whose memory may be taken.
  std::shared_ptr<const Entry> add(CallKey key, CallDescription description, const Arrays &leaves,
                                   const std::vector<int32_t> &donated, const Body &body,
                                   const std::function<std::shared_ptr<const void>()> &pattern);
  Lowered lower(const Arrays &leaves, std::vector<int32_t> donated, const Body &body) const;
  void explain(std::ostream &out) const;
  static Arrays run(const Entry &entry, Arrays leaves);
  size_t size() const;
  const JitOptions &options() const { return options_; }

 private:
  struct State;
  JitOptions options_;
  Location made_;
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
  Jitted(F f, JitOptions options, const std::source_location &made)
      : f_(std::make_shared<F>(std::move(f))), cache_(std::make_shared<detail::JitCache>(std::move(options), made)) {}

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
          std::move(key), describe<A...>(arguments...), leaves, donated,
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

  /// What a call with such arguments would run: traced, not yet compiled. Nothing is computed, so the arguments may be
  /// types: a ShapeDtype for an array (in vectors, tuples and maps, too), and abstract arrays in structs.
  template <class... A>
    requires std::invocable<F &, detail::in_arrays<A>...>
  Lowered lower(A &&...arguments) const {
    if constexpr (!(detail::is_of_arrays<A> && ...)) {
      std::tuple<detail::in_arrays<A>...> arrays{detail::to_arrays(arguments)...};
      return std::apply([&](auto &...a) { return lower(forward_like<A>(a)...); }, arrays);
    } else {
      detail::Arrays leaves;
      std::vector<int32_t> donated;
      detail::KeyVisitor v(leaves);
      (collect<A>(v, arguments, donated), ...);
      return cache_->lower(leaves, std::move(donated), [&](const detail::Arrays &tracers) {
        return detail::leaves_of(detail::apply_with(*f_, tracers, arguments...));
      });
    }
  }

  /// Writes why each program was compiled; see fx::explain.
  void explain(std::ostream &out) const { cache_->explain(out); }

 private:
  template <class A>
  static constexpr bool is_moved = !std::is_lvalue_reference_v<A> && !std::is_const_v<std::remove_reference_t<A>>;

  // As A was given: what was moved in counts as donated.
  template <class A, class T>
  static decltype(auto) forward_like(T &t) {
    if constexpr (is_moved<A>)
      return std::move(t);
    else
      return static_cast<const T &>(t);
  }

  template <class... A>
  static detail::CallDescription describe(const std::remove_cvref_t<A> &...arguments) {
    detail::CallDescriber d;
    size_t number = 0;
    ((d.argument(number++, is_moved<A>), tree::detail::walk(arguments, d)), ...);
    return d.take();
  }
  template <class A>
  static void collect(detail::KeyVisitor &v, const std::remove_cvref_t<A> &argument, std::vector<int32_t> &donated) {
    size_t first = v.leaves.size();
    tree::detail::walk(argument, v);
    v.out.words.push_back(is_moved<A>);
    for (size_t i = first; is_moved<A> && i < v.leaves.size(); ++i) donated.push_back(static_cast<int32_t>(i));
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
Jitted<F> jit(F f, JitOptions options = {}, std::source_location made = std::source_location::current()) {
  return Jitted<F>(std::move(f), std::move(options), made);
}

namespace detail {
std::ostream &standard_output();
}

/// Says of every program that a jitted function has been compiled to why that was necessary: which argument was new, by
/// its path, with the old and the new type or static value; and what it cost.
template <class F>
void explain(const Jitted<F> &f, std::ostream &out = detail::standard_output()) {
  f.explain(out);
}

}  // namespace fluxion
