// Matrices of a given pattern, under the names of jax.scipy.linalg. Those without an array argument take their dtype.
#pragma once
#include <fluxion/linalg.h>

namespace fluxion::linalg {

/// The discrete Fourier transform as a complex matrix: e^(−2πi·jk/n), divided by √n or by n as `scale` says.
enum class DftScale : uint8_t { none, sqrtn, n };
Array dft(int64_t n, DftScale scale = DftScale::none, DType dtype = c64,
          std::source_location at = std::source_location::current());
/// Sylvester's Hadamard matrix of ±1; n is a power of 2 (ShapeError otherwise).
Array hadamard(int64_t n, DType dtype = i32, std::source_location at = std::source_location::current());
/// Helmert's matrix [n − 1, n] of orthonormal contrasts; `full` adds the row of the mean in front.
Array helmert(int64_t n, bool full = false, DType dtype = f32,
              std::source_location at = std::source_location::current());
/// Which of Pascal's triangles: the symmetric binom(i + j, i), or binom(i, j) below the diagonal, or its transpose.
enum class Pascal : uint8_t { symmetric, lower, upper };
Array pascal(int64_t n, Pascal kind = Pascal::symmetric, DType dtype = f32,
             std::source_location at = std::source_location::current());
/// Their inverses, which have whole elements, and that of Hilbert's matrix.
Array invpascal(int64_t n, Pascal kind = Pascal::symmetric, DType dtype = f32,
                std::source_location at = std::source_location::current());
Array invhilbert(int64_t n, DType dtype = f32, std::source_location at = std::source_location::current());
/// Leslie's population matrix: fecundities f[n] in the first row, survivals s[n − 1] below the diagonal.
Array leslie(const Operand &f, const Operand &s);
/// y[i, j] = |a[i] − a[j]|.
Array fiedler(const Operand &a);
/// Fiedler's pentadiagonal companion matrix of the polynomial a, highest power first.
Array fiedler_companion(const Operand &a);
/// The matrix m with m·v = convolve(a, v, mode) for v[n]; mode is "full", "same" or "valid".
Array convolution_matrix(const Operand &a, int64_t n, std::string_view mode = "full");

}  // namespace fluxion::linalg
