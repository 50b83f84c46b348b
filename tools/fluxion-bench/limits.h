// What a machine can do at most, as far as arrays are concerned: how fast it multiplies and adds, and how fast bytes
// pass through it. Workloads are held against both.
#pragma once
#include <functional>
#include <nlohmann/json.hpp>

#include "workload.h"

namespace fluxion::bench {

/// f32 operations a second of `threads` threads that only multiply and add in registers, at best within `seconds`.
double peak_flops(int threads, double seconds);

/// Operations of the matrix products of one training step of a GPT, forward and backward, of which causal attention
/// has half; 0 for other workloads.
double product_flops(const Workload &workload);

/// Calls `print` with one line for each function that need only pass over memory once: softmax, layer norm,
/// cross-entropy with and without its gradient, AdamW. Copies of the same bytes and runs take turns, and `copies` is
/// how many times the time of a copy, as fast as this machine's best way of copying, a run takes.
void stream(int threads, double seconds, const std::function<void(const nlohmann::ordered_json &)> &print);

}  // namespace fluxion::bench
