#include "frontend/executable_cache.h"

#include <fluxion/stage.h>

#include <fmt/format.h>

#include <cstdlib>
#include <cstring>
#include <list>
#include <mutex>
#include <new>
#include <unordered_map>

#include "runtime/allocator.h"
#include "runtime/profile.h"
#include "runtime/system_memory.h"
#include "runtime/thread_pool.h"

namespace fluxion::detail {
namespace {

// FLUXION_DEVICE=reference runs everything by the interpreter: the slow, obvious oracle.
bool use_reference() {
  static const bool reference = [] {
    const char *device = std::getenv("FLUXION_DEVICE");
    return device && std::strcmp(device, "reference") == 0;
  }();
  return reference;
}

constexpr size_t kMostPrograms = 1024;

Location line_of(std::span<const Location> made, size_t i) {
  return made.empty() ? Location() : made[made.size() == 1 ? 0 : i];
}

std::vector<std::string_view> views_of(std::span<const Array> arguments) {
  std::vector<std::string_view> views;
  for (const Array &a : arguments)
    views.emplace_back(reinterpret_cast<const char *>(a.bytes().data()), a.bytes().size());
  return views;
}

runtime::ProgramPtr compile(const trace::Function &function, const trace::CompileOptions &options,
                            trace::CompileTimes *times) try {
  if (options.plugins.empty() || &compiler() == &plugin_compiler()) return compiler().compile(function, options, times);
  return plugin_compiler().compile(*plugin_compiler().parse(compiler().text(function)), options, times);
} catch (const std::bad_alloc &) {
  throw DeviceError(fmt::format("fluxion: cannot allocate memory to compile '{}': arrays use {}", options.name,
                                runtime::format_bytes(runtime::memory_stats().live)));
}

}  // namespace

Compiled::Compiled(trace::FunctionPtr function, const trace::CompileOptions &options, trace::Check check)
    : check_(check), threads_(options.threads) {
  if (threads_ < 0) fail<Error>(fmt::format("jit: the number of threads is {}; 0 means all", threads_));
  if (use_reference()) {
    function_ = compiler().transform(*function, "simplify", {}).front();
    auto program = std::make_shared<runtime::Program>();
    program->name = options.name;
    program->arguments = function->arguments();
    program->results = function->results();
    program_ = program;
    return;
  }
  const int64_t begin = runtime::profile::now();
  program_ = compile(*function, options, &times_);
  if (check_ || global_check()) function_ = function;
  runtime::profile::record("compile " + options.name, "compile", begin,
                           fmt::format("passes {:.3f} s, code {:.3f} s", times_.passes, times_.codegen));
  executable_ = std::make_unique<runtime::Executable>(program_);
}

Compiled::Compiled(runtime::ProgramPtr program)
    : program_(std::move(program)), executable_(std::make_unique<runtime::Executable>(program_)) {}

std::vector<Array> Compiled::interpret(std::span<const Array> arguments, std::span<const Location> made) const {
  std::vector<Array> out;
  std::vector<std::string> results = compiler().evaluate(*function_, views_of(arguments));
  for (size_t i = 0; i < results.size(); ++i) {
    runtime::Buffer buffer(program_->results[i].bytes());
    std::copy(results[i].begin(), results[i].end(), static_cast<char *>(buffer.data()));
    out.push_back(concrete(program_->results[i], std::move(buffer), line_of(made, i)));
  }
  return out;
}

// The memory for result i: a donated argument's if nobody else holds it. `arguments` keep their handles until the end.
runtime::Buffer Compiled::donated_or_new(size_t i, const std::vector<Array> &arguments) const {
  int32_t from = i < program_->aliases.size() ? program_->aliases[i] : -1;
  if (from >= 0) {
    const NodePtr &node = arguments[static_cast<size_t>(from)].node();
    if (node.use_count() == 1 && node->buffer.unique()) return node->buffer;
  }
  return runtime::Buffer(program_->results[i].bytes());
}

std::vector<Array> Compiled::run(std::vector<Array> arguments, std::span<const Location> made) const {
  const trace::Check all = global_check(), check{check_.nan || all.nan, check_.inf || all.inf};
  if (!check) return execute(std::move(arguments), made);
  const std::vector<Array> kept = arguments;  // so that no result takes their memory
  std::vector<Array> results = execute(std::move(arguments), made);
  for (size_t i = 0; i < results.size(); ++i)
    if (is_bad(results[i], check)) throw_bad(i, kept, check);
  return results;
}

namespace {
// What was wanted, and what of the program is in the way.
[[noreturn]] void throw_out_of_memory(const runtime::Program &program, std::string_view why, const Location &made) {
  constexpr size_t kMost = 5;
  std::string text = fmt::format("fluxion: {}\n  while running '{}', with temporaries of {}", why, program.name,
                                 runtime::format_bytes(program.arena_bytes));
  int64_t results = 0;
  for (const ShapeDtype &t : program.results) results += t.bytes();
  text += fmt::format(" and results of {}", runtime::format_bytes(results));
  if (!program.largest.empty()) text += "; the largest values, where most is in memory:";
  for (size_t i = 0; i < std::min(kMost, program.largest.size()); ++i) {
    const runtime::LiveValue &v = program.largest[i];
    text += fmt::format("\n  {:>10}  {}  {}", runtime::format_bytes(v.bytes), to_string(v.type), v.line);
  }
  throw DeviceError(with_location(text, made));
}
}  // namespace

std::vector<Array> Compiled::execute(std::vector<Array> arguments, std::span<const Location> made) const try {
  if (!executable_) return interpret(arguments, made);
  constexpr size_t kFew = 16;
  void *few_in[kFew], *few_out[kFew];
  std::vector<void *> many_in, many_out;
  const size_t n = arguments.size(), m = program_->results.size();
  void **in = few_in, **out = few_out;
  if (n > kFew) many_in.resize(n), in = many_in.data();
  if (m > kFew) many_out.resize(m), out = many_out.data();
  for (size_t i = 0; i < n; ++i) {
    const ArrayNode &node = *arguments[i].node();
    if (!node.buffer) throw_abstract(node, line_of(made, 0));
    in[i] = node.buffer.data();
  }
  std::vector<Array> results;
  results.reserve(m);
  for (size_t i = 0; i < m; ++i) {
    auto node = std::make_shared<ArrayNode>();
    node->type = program_->results[i];
    node->buffer = donated_or_new(i, arguments);
    node->location = line_of(made, i);
    out[i] = node->buffer.data();
    results.emplace_back(std::move(node));
  }
  const runtime::ThreadPool::Limit limit(threads_);
  executable_->run(in, out);
  return results;
} catch (const runtime::OutOfMemory &e) {
  throw_out_of_memory(*program_, e.what(), line_of(made, 0));
} catch (const std::bad_alloc &) {
  throw_out_of_memory(*program_, "cannot allocate memory for a step's own use", line_of(made, 0));
}

void list_kernels(const trace::Function &function, const std::string &name, const CompileOptions &options,
                  std::vector<runtime::KernelText> &texts) {
  trace::CompileOptions how;
  how.name = name;
  how.passes = options.passes;
  how.plugins = options.plugins;
  how.max_bytes = options.max_bytes;
  how.texts = &texts;
  (void)compile(function, how, nullptr);
}

std::shared_ptr<const Compiled> compiled(const trace::FunctionPtr &function) {
  static std::mutex mutex;
  static std::list<std::pair<std::string, std::shared_ptr<const Compiled>>> recent;  // most recently used first
  static std::unordered_map<std::string_view, decltype(recent)::iterator> by_text;
  std::string text = compiler().fingerprint(*function);
  {
    std::lock_guard lock(mutex);
    if (auto it = by_text.find(text); it != by_text.end()) {
      recent.splice(recent.begin(), recent, it->second);
      return it->second->second;
    }
  }
  auto made = std::make_shared<const Compiled>(function, trace::CompileOptions{});
  std::lock_guard lock(mutex);
  if (auto it = by_text.find(text); it != by_text.end()) return it->second->second;
  recent.emplace_front(std::move(text), made);
  by_text[recent.front().first] = recent.begin();
  if (recent.size() > kMostPrograms) {
    by_text.erase(recent.back().first);
    recent.pop_back();
  }
  return made;
}

}  // namespace fluxion::detail
