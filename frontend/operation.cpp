// Users' operations: definitions, calls, and their kernels as functions of the host.
#include "fluxion/operation.h"

#include <fmt/ranges.h>

#include <cstring>
#include <map>
#include <mutex>

#include "frontend/frame.h"
#include "frontend/operation_state.h"
#include "runtime/host.h"

namespace fluxion {
namespace detail {
namespace {

struct Table {
  std::mutex mutex;
  std::map<std::string, std::unique_ptr<OperationState>, std::less<>> operations;
};

Table &table() {
  static auto *const instance = new Table;
  return *instance;
}

std::string list(std::span<const ShapeDtype> types) {
  std::vector<std::string> texts;
  for (const ShapeDtype &t : types) texts.push_back(to_string(t));
  return fmt::format("{}", fmt::join(texts, " "));
}

std::string list(const std::vector<DType> &dtypes) {
  std::vector<std::string_view> texts;
  for (DType d : dtypes) texts.push_back(name(d));
  return fmt::format("{}", fmt::join(texts, " "));
}

bool equal(const std::vector<DType> &dtypes, std::span<const ShapeDtype> types) {
  return std::equal(dtypes.begin(), dtypes.end(), types.begin(), types.end(),
                    [](DType d, const ShapeDtype &t) { return d == t.dtype; });
}

// The function, on buffers: for the interpreter, which does not look inside.
void run_function(const OperationState &op, void *const *buffers, const ShapeDtype *types, int operands, int count) {
  const FramesAside aside;
  Arrays in;
  for (int i = 0; i < operands; ++i) in.push_back(from_bytes(types[i], buffers[i], {}));
  const Arrays out = op.function.call(0, in);
  for (int i = operands; i < count; ++i) {
    const auto bytes = out.at(static_cast<size_t>(i - operands)).bytes();
    std::memcpy(buffers[i], bytes.data(), bytes.size());
  }
}

void run_kernel(const OperationState &op, void *const *buffers, const ShapeDtype *types, int operands, int count) {
  const std::span<const ShapeDtype> all(types, static_cast<size_t>(count));
  const OperationKernel *kernel = op.kernel_for(all.first(static_cast<size_t>(operands)));
  if (!kernel && op.function.call) return run_function(op, buffers, types, operands, count);
  if (!kernel || !equal(kernel->results, all.subspan(static_cast<size_t>(operands))))
    throw Error(fmt::format("fluxion: operation '{}' has no kernel for {}", op.name, list(all)));
  if (std::all_of(types + operands, types + count, [](const ShapeDtype &t) { return t.shape.count() == 0; })) return;
  kernel->call(buffers, types);
}

runtime::HostFunction::Call kernel_of(std::string_view name) {
  const OperationState *op = find_operation(name);
  if (!op) return {};
  return [op](void *const *buffers, const ShapeDtype *types, int operands, int count) {
    run_kernel(*op, buffers, types, operands, count);
  };
}

const bool known = runtime::add_host_function_kind("operation", kernel_of);

std::string kernels_of(const OperationState &op) {
  std::vector<std::string> texts;
  for (const OperationKernel &k : op.kernels)
    texts.push_back(fmt::format("{} -> {}", list(k.operands), list(k.results)));
  return fmt::format("{}", fmt::join(texts, "; "));
}

[[noreturn]] void refuse(const OperationState &op, std::string_view why) {
  fail<Error>(fmt::format("operation '{}': {}", op.name, why));
}

void set_operands(OperationState &op, size_t count, std::string_view what) {
  if (op.operands && op.operands != count)
    refuse(op, fmt::format("{} takes {} operands, but it has {}", what, count, op.operands));
  op.operands = count;
}

}  // namespace

OperationState *find_operation(std::string_view name) {
  const std::lock_guard lock(table().mutex);
  const auto found = table().operations.find(name);
  return found == table().operations.end() ? nullptr : found->second.get();
}

const OperationKernel *OperationState::kernel_for(std::span<const ShapeDtype> types) const {
  for (const OperationKernel &k : kernels)
    if (equal(k.operands, types)) return &k;
  return nullptr;
}

std::vector<ShapeDtype> OperationState::result_types(const std::vector<ShapeDtype> &types) const {
  if (operands && types.size() != operands)
    fail<ShapeError>(fmt::format("operation '{}' takes {} operands, not {}", name, operands, types.size()));
  const OperationKernel *kernel = kernel_for(types);
  if (!kernel && !function.call)
    fail<DTypeError>(kernels.empty() ? fmt::format("operation '{}' has no kernel and no function", name)
                                     : fmt::format("operation '{}' has no kernel for {}; it has: {}", name, list(types),
                                                   kernels_of(*this)));
  std::vector<ShapeDtype> results;
  if (result) {
    results = result(types);
  } else if (kernel) {
    for (DType d : kernel->results) results.push_back({types.empty() ? Shape() : types[0].shape, d});
  } else {
    return fluxion::detail::result_types(
        trace_function(name, types, [&](const Arrays &x) { return function.call(0, x); }).function);
  }
  if (kernel && !equal(kernel->results, results))
    fail<DTypeError>(fmt::format("operation '{}': its result is said to be {}, but its kernel gives {}", name,
                                 list(results), list(kernel->results)));
  for (const ShapeDtype &t : results)
    for (int64_t n : t.shape)
      if (n < 0) fail<ShapeError>(fmt::format("operation '{}': its result is said to be {}", name, to_string(t)));
  return results;
}

}  // namespace detail

using detail::OperationState;

Operation::Operation(const std::string &name, at_line at) {
  At here(at);
  constexpr std::string_view kForbidden = " \"\\\n\t";
  if (name.empty() || name.find_first_of(kForbidden) != std::string::npos)
    fail<Error>(fmt::format("operation: \"{}\" is no name: write \"library.operation\", without spaces", name));
  auto state = std::make_unique<OperationState>();
  state->name = name;
  state->defined = detail::current_location({});
  const std::lock_guard lock(detail::table().mutex);
  auto [it, fresh] = detail::table().operations.try_emplace(name, nullptr);
  if (!fresh)
    fail<Error>(
        fmt::format("operation '{}' is defined already{}", name, detail::with_location("", it->second->defined)));
  it->second = std::move(state);
  state_ = it->second.get();
}

const std::string &Operation::name() const { return state_->name; }

Operation &Operation::add_kernel(detail::OperationKernel kernel) {
  detail::set_operands(*state_, kernel.operands.size(), "a kernel");
  if (kernel.results.empty())
    detail::refuse(*state_, "a kernel has no result: the last spans are of non-const elements");
  for (const detail::OperationKernel &k : state_->kernels)
    if (k.operands == kernel.operands)
      detail::refuse(*state_, fmt::format("there are two kernels for {}", detail::list(k.operands)));
  state_->kernels.push_back(std::move(kernel));
  return *this;
}

Operation &Operation::add_result(detail::ResultRule rule, size_t arity) {
  detail::set_operands(*state_, arity, "the rule of its result's type");
  state_->result = std::move(rule);
  return *this;
}

Operation &Operation::add(Part part, detail::OperationFunction f) {
  OperationState &op = *state_;
  if (part == Part::function) detail::set_operands(op, f.arity, "the function");
  if (part == Part::vmap) {
    detail::set_operands(op, f.arity, "the batching rule, which takes the axis' size first,");
    op.batching = OperationBatching::rule;
  }
  (part == Part::function ? op.function
   : part == Part::jvp    ? op.jvp
   : part == Part::vjp    ? op.vjp
                          : op.vmap) = std::move(f);
  return *this;
}

Operation &Operation::vmap(batch how) {
  state_->batching = how == batch::leading ? OperationBatching::leading : OperationBatching::each;
  return *this;
}

Operation &Operation::linear_in(std::vector<int64_t> operands) {
  state_->linear = std::move(operands);
  return *this;
}

std::vector<Array> Operation::all(std::vector<Operand> operands) const {
  const Location where = operands.empty() ? Location{} : operands[0].location();
  At at(where);
  const Operand *first = nullptr;
  for (const Operand &o : operands)
    if (!first && o.is_array()) first = &o;
  detail::Arrays inputs;
  for (const Operand &o : operands) {
    Array a = asarray(o);
    if (!a.defined()) fail<Error>(fmt::format("operation '{}': an operand is an empty Array", name()));
    inputs.push_back(o.is_array() || !first ? a : a.astype(first->array().dtype()));
  }
  std::string types;
  for (const ShapeDtype &t : state_->result_types(detail::types_of(inputs)))
    types += (types.empty() ? "" : " ") + to_string(t);
  return stage_all("fx.operation", std::vector<Operand>(inputs.begin(), inputs.end()),
                   {{"name", name()}, {"types", types}});
}

Array Operation::one(std::vector<Operand> operands) const {
  const Location where = operands[0].location();
  std::vector<Array> results = all(std::move(operands));
  At at(where);
  if (results.size() != 1)
    fail<Error>(fmt::format("operation '{}' has {} results: all({{…}}) gives them", name(), results.size()));
  return results[0];
}

}  // namespace fluxion
