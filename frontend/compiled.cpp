#include "fluxion/compiled.h"

#include <ostream>
#include <unordered_map>

#include "frontend/executable_cache.h"
#include "runtime/program_memory.h"

namespace fluxion {
namespace {

std::string name_of(const runtime::Step &step) {
  if (auto *k = std::get_if<runtime::KernelStep>(&step)) return k->name.empty() && k->code ? k->code->symbol : k->name;
  if (auto *g = std::get_if<runtime::GemmStep>(&step)) return g->name.empty() ? "gemm" : g->name;
  if (auto *c = std::get_if<runtime::CallStep>(&step)) return c->function;
  return {};
}

runtime::CodePtr code_of(const runtime::Step &step) {
  if (auto *k = std::get_if<runtime::KernelStep>(&step)) return k->code;
  if (auto *g = std::get_if<runtime::GemmStep>(&step)) return g->epilogue;
  return {};
}

// Those of the branches and loop bodies, too.
template <class F>
void each_step(const runtime::Program &program, F f) {
  for (const runtime::Step &step : program.steps) {
    f(step);
    if (auto *c = std::get_if<runtime::CaseStep>(&step))
      for (const auto &branch : c->branches) each_step(*branch, f);
    if (auto *w = std::get_if<runtime::WhileStep>(&step)) each_step(*w->condition, f), each_step(*w->body, f);
    if (auto *s = std::get_if<runtime::ScanStep>(&step)) each_step(*s->body, f);
  }
}

}  // namespace

Memory CompiledFunction::memory() const {
  const runtime::Program &p = program_->program();
  const runtime::ProgramMemory of = runtime::memory_of(p, program_->threads());
  Memory m{.arguments = of.arguments,
           .results = of.results,
           .constants = of.constants,
           .temporaries = of.temporaries,
           .workspace = of.workspace,
           .donated = of.donated,
           .peak = of.peak(),
           .largest = {}};
  for (const runtime::LiveValue &v : p.largest) m.largest.push_back({to_string(v.type), v.line, v.bytes});
  return m;
}

Cost CompiledFunction::cost() const {
  const runtime::Program &p = program_->program();
  Cost cost{.flops = p.flops, .bytes = p.bytes_moved};
  each_step(p, [&](const runtime::Step &) { ++cost.steps; });
  return cost;
}

std::vector<Kernel> CompiledFunction::kernels() const {
  std::vector<runtime::KernelText> texts;
  if (function_ && program_->has_code()) detail::list_kernels(*function_, program_->program().name, options_, texts);
  std::unordered_map<std::string_view, const runtime::KernelText *> by_symbol;
  for (const runtime::KernelText &text : texts) by_symbol[text.symbol] = &text;
  std::vector<Kernel> out;
  each_step(program_->program(), [&](const runtime::Step &step) {
    Kernel kernel{.name = name_of(step), .ops = {}, .ir = {}, .assembly = {}};
    if (kernel.name.empty()) return;
    const runtime::CodePtr code = code_of(step);
    if (auto found = code ? by_symbol.find(code->symbol) : by_symbol.end(); found != by_symbol.end()) {
      const runtime::KernelText &text = *found->second;
      kernel.ops = text.ops, kernel.ir = text.ir, kernel.assembly = text.assembly;
    }
    out.push_back(std::move(kernel));
  });
  return out;
}

std::string to_string(const Memory &m) {
  std::string text;
  auto row = [&](std::string_view name, int64_t bytes) { text += fmt::format("{:12}{:>14} bytes\n", name, bytes); };
  row("arguments", m.arguments), row("results", m.results), row("constants", m.constants);
  row("temporaries", m.temporaries), row("workspace", m.workspace), row("donated", m.donated), row("peak", m.peak);
  if (!m.largest.empty()) text += "largest, where most is in memory:\n";
  for (const LiveValue &v : m.largest)
    text += fmt::format("{:>14}  {:20}  {}\n", v.bytes, v.type, v.line.empty() ? "(line not known)" : v.line);
  return text;
}

std::ostream &operator<<(std::ostream &out, const Memory &memory) { return out << to_string(memory); }

}  // namespace fluxion
