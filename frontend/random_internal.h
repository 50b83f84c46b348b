// What the samplers share. They take the key as an array u32[2] and are traced: `compiled` runs them.
#pragma once
#include <functional>

#include "fluxion/random.h"

namespace fluxion::random::detail {

/// What a sampler depends on besides its key: its name, shape and dtype, its parameters, and other numbers.
struct Request {
  Request(std::string_view what, const Shape &shape, DType dtype, std::initializer_list<Operand> parameters = {},
          std::initializer_list<double> others = {});
  std::string text;           // all of it but the elements of the arrays
  std::vector<Array> arrays;  // those among the parameters
};

/// f(key): within a trace as it stands, otherwise as one compiled program, since hundreds of small ops, each on its
/// own, would be slow. It is traced once for each text of the request, so f may depend on nothing else.
Array compiled(const Key &key, const Request &request, const std::function<Array(const Array &)> &f);

/// u32[n, 2].
Array split_of(const Array &key, int64_t n);
Array bits_of(const Array &key, const Shape &shape, DType dtype);
/// x, rounded here if it has 16 bits, whatever it is used for next: kernels would compute on in f32, and then see a
/// draw between those that there are.
Array rounded(const Array &x);
/// On [lo, hi); `lo` and `hi` are scalars of the dtype or have the shape.
Array uniform_of(const Array &key, const Shape &shape, DType dtype);
Array uniform_of(const Array &key, const Shape &shape, DType dtype, const Array &lo, const Array &hi);
Array uniform_of(const Array &key, const Shape &shape, DType dtype, double lo, double hi);
Array normal_of(const Array &key, const Shape &shape, DType dtype);
Array exponential_of(const Array &key, const Shape &shape, DType dtype);
Array gumbel_of(const Array &key, const Shape &shape, DType dtype);

/// The least normal number, the distance from 1 to the next number above, and the number next above -1.
double tiny(DType dtype);
double epsilon(DType dtype);
double above_minus_one(DType dtype);

/// DTypeError unless numbers of the dtype can be drawn.
void check_float(std::string_view what, DType dtype);
/// The shape of the parameters, broadcast, if `shape` is empty; otherwise `shape`, to which they must broadcast.
Shape sample_shape(std::string_view what, const Shape &shape, std::initializer_list<Operand> parameters);
/// A parameter as an array of the dtype and shape.
Array parameter(const Operand &x, DType dtype, const Shape &shape);

}  // namespace fluxion::random::detail
