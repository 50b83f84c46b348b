// log Γ in the complex plane.
#include <cmath>
#include <numbers>

#include "fluxion/complex.h"
#include "fluxion/special.h"

namespace fluxion::special {
namespace {

constexpr double kPi = std::numbers::pi;
constexpr int kShift = 12;

// Re z ≥ −2: log Γ(z + n) − Σ log(z + k) over k < n, all of which have their cut where log Γ has it. With w = z + n and
// Re w ≥ 10, seven terms of Σ B₂ₖ/(2k(2k − 1))·w^(1 − 2k) leave less than 10⁻¹⁶.
Array right_half(const Array &z) {
  Array logs = log(z);
  for (int k = 1; k < kShift; ++k) logs = logs + log(z + k);
  const Array w = z + kShift, inverse = 1.0 / w, square = inverse * inverse;
  constexpr double kTerms[] = {1 / 156.0, -691 / 360360.0, 1 / 1188.0, -1 / 1680.0, 1 / 1260.0, -1 / 360.0, 1 / 12.0};
  Array series = full_like(z, 0);
  for (double c : kTerms) series = series * square + c;
  return (w - 0.5) * log(w) - w + 0.5 * std::log(2 * kPi) + series * inverse - logs;
}

// Of Im z ≥ 0. There log sin πz = −iπz + iπ/2 − log 2 + log(1 − e^(2iπz)) is one function, and Γ(z)·Γ(1 − z)·sin πz =
// π.
Array upper_half(const Array &z) {
  const Array isLeft = real(z) < -2, one = ones_like(z);
  const Array left = where(isLeft, z, -8 * one), right = where(isLeft, one, z);
  const Array turned = complex(-imag(left), real(left)) * kPi;  // iπz
  const Array sine = log(1.0 - exp(2 * turned)) - turned + complex(full_like(real(z), -std::log(2.0)), kPi / 2);
  return where(isLeft, std::log(kPi) - sine - right_half(1.0 - left), right_half(right));
}

}  // namespace

Array loggamma(const Operand &x) {
  At at(x);
  const Array z = asarray(x);
  if (!is_complex(z.dtype())) {
    const Array y = gammaln(x);
    return where(z > 0, y, full_like(y, std::nan("")));
  }
  const Array isBelow = imag(z) < 0, y = upper_half(where(isBelow, conj(z), z));
  return where(isBelow, conj(y), y);
}

}  // namespace fluxion::special
