// Functions of the host that programs call: callbacks, prints, kernels of the user's own operations.
#pragma once
#include <functional>
#include <memory>
#include <string>
#include <string_view>

#include <fluxion/shape.h>

namespace fluxion::runtime {

/// A CallStep whose function is this and a name calls the host; its only attribute is the number of operands.
inline constexpr std::string_view kHostPrefix = "host ";

/// Called by the thread that runs the program. What it throws ends the run and reaches the caller as it is.
struct HostFunction {
  /// `buffers` are the operands and then the results, row-major, of the given types.
  using Call = std::function<void(void *const *buffers, const ShapeDtype *types, int operands, int count)>;
  std::string name;  // by which programs speak of it
  Call call;
};
using HostFunctionPtr = std::shared_ptr<const HostFunction>;

/// A function that is found by its name for as long as somebody holds it. Programs that are ready to run do.
HostFunctionPtr add_host_function(std::string name, HostFunction::Call call);
/// A name that no other function has had or will have, in this process or in another one: "pure_callback #3 of process
/// 0a1b2c3d4e5f6071". A program with such a name that comes from a file never finds a function of another process.
std::string unique_host_name(std::string_view what);

/// Functions that are made when they are asked for: by names that begin with `kind` and a space. `text` is what
/// follows.
using HostFunctionMaker = HostFunction::Call (*)(std::string_view text);
bool add_host_function_kind(std::string kind, HostFunctionMaker maker);

/// Null if there is none.
HostFunctionPtr find_host_function(std::string_view name);
/// Throws CompileError, which says what to do, if there is none.
HostFunctionPtr host_function(std::string_view name);

}  // namespace fluxion::runtime
