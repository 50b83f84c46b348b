#include "frontend/jit_history.h"

#include <algorithm>
#include <cstdio>
#include <iostream>
#include <map>

namespace fluxion {
namespace {
thread_local int forbidden = 0;
}

no_retrace::no_retrace() { ++forbidden; }
no_retrace::~no_retrace() { --forbidden; }

namespace detail {

bool retracing_forbidden() { return forbidden > 0; }
std::ostream &standard_output() { return std::cout; }

// ---- descriptions

void CallDescriber::argument(size_t number, bool donated) {
  path_ = {fmt::format("argument {}", number)};
  out_.parts.push_back({path_[0] + " (given away)", donated ? "moved in" : "kept", true});
}

CallDescription CallDescriber::take() { return std::move(out_); }
std::string CallDescriber::path() const { return fmt::format("{}", fmt::join(path_, ".")); }
void CallDescriber::note(std::string value) { out_.parts.push_back({path(), "static " + std::move(value), true}); }
void CallDescriber::leaf(const Array &a) {
  out_.parts.push_back({path(), a.defined() ? to_string(a.type()) : "empty", false});
}
void CallDescriber::size(size_t n) {
  out_.parts.push_back({path(), fmt::format("of {} element{}", n, n == 1 ? "" : "s"), true});
}

// ---- differences

namespace {

struct Difference {
  std::string path, before, now;
  bool fixed = false;
};

// Parts by path: those that differ, and those that one side alone has.
std::vector<Difference> differences(const CallDescription &before, const CallDescription &now) {
  std::map<std::string, std::string> old;
  for (const auto &part : before.parts) old[part.path] += part.value;
  std::vector<Difference> out;
  for (const auto &part : now.parts) {
    auto it = old.find(part.path);
    if (it == old.end() || it->second != part.value)
      out.push_back({part.path, it == old.end() ? "" : it->second, part.value, part.fixed});
    if (it != old.end()) old.erase(it);
  }
  for (const auto &[path, value] : old) out.push_back({path, value, "", false});
  return out;
}

std::string text_of(const Difference &d) {
  if (d.before.empty()) return fmt::format("{} is new: {}", d.path, d.now);
  if (d.now.empty()) return fmt::format("{} is gone: {}", d.path, d.before);
  return fmt::format("{} is {}, was {}", d.path, d.now, d.before);
}

// The differences from the earlier call that `call` is most like.
std::vector<Difference> least(const std::vector<Compilation> &earlier, const CallDescription &call) {
  std::vector<Difference> best;
  bool any = false;
  for (const Compilation &c : earlier) {
    std::vector<Difference> d = differences(c.description, call);
    if (!any || d.size() <= best.size()) best = std::move(d);
    any = true;
  }
  return best;
}

}  // namespace

std::string JitHistory::reason(const CallDescription &call) const {
  const std::lock_guard lock(mutex_);
  if (all_.empty()) return "it has not been compiled before";
  const std::vector<Difference> found = least(all_, call);
  if (found.empty()) return "another thread compiled it at the same time";
  constexpr size_t kMost = 4;
  std::string text;
  for (size_t i = 0; i < std::min(found.size(), kMost); ++i) text += (i ? "; " : "") + text_of(found[i]);
  if (found.size() > kMost) text += fmt::format("; and {} more", found.size() - kMost);
  return text;
}

void JitHistory::add(Compilation compilation, const std::string &name) {
  const std::lock_guard lock(mutex_);
  all_.push_back(std::move(compilation));
  if (!warned_) warn(all_.back(), name);
}

// A static value that was another one each of the last times is most likely meant to be an array.
void JitHistory::warn(const Compilation &last, const std::string &name) {
  constexpr size_t kTimes = 8;
  if (all_.size() < kTimes) return;
  std::string path;
  for (size_t i = all_.size() - kTimes; i + 1 < all_.size(); ++i) {
    const std::vector<Difference> d = differences(all_[i].description, all_[i + 1].description);
    if (d.size() != 1 || !d[0].fixed || (!path.empty() && d[0].path != path)) return;
    path = d[0].path;
  }
  warned_ = true;
  std::fputs(
      fmt::format("fluxion: jit: '{}' has been compiled {} times because a static value keeps changing: {}. Pass "
                  "it as an Array if its value need not be known while tracing.\n",
                  name, all_.size(), text_of(differences(all_[all_.size() - 2].description, last.description)[0]))
          .c_str(),
      stderr);
}

std::string JitHistory::text(const std::string &name, const Location &made) const {
  const std::lock_guard lock(mutex_);
  double all = 0;
  for (const Compilation &c : all_) all += c.trace + c.passes + c.codegen;
  std::string text = with_location(fmt::format("jit '{}': compiled {} time{}, {:.3g} s in all", name, all_.size(),
                                               all_.size() == 1 ? "" : "s", all),
                                   made) +
                     "\n";
  for (size_t i = 0; i < all_.size(); ++i) {
    const Compilation &c = all_[i];
    text += fmt::format("  {}. {}\n     {:.3g} s: tracing {:.3g}, passes {:.3g}, code {:.3g}\n", i + 1, c.reason,
                        c.trace + c.passes + c.codegen, c.trace, c.passes, c.codegen);
  }
  return text;
}

}  // namespace detail
}  // namespace fluxion
