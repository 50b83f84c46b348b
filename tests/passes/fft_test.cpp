// fx.fft by the reference interpreter: derivatives and batching, of functions from reals to reals around it.
#include <gtest/gtest.h>

#include "tests/passes/check_grads.h"
#include "tests/passes/check_vmap.h"

namespace fluxion::passes {
namespace {

std::string tensor(std::string sizes, const char *element) { return "tensor<" + sizes + "x" + element + ">"; }

// y = irfft(w·rfft x): every kind that takes or gives reals, with complex numbers in between.
std::string filter(const std::string &n, const std::string &half, const std::string &lengths) {
  const std::string real = tensor(n, "f64"), complex = tensor(half, "complex<f64>");
  return "(%x: " + real + ") -> " + real + " { %s = fx.sine %x : " + real + " %c = fx.fft RFFT, %s over " + lengths +
         " : " + real + " -> " + complex + " %w = fx.constant dense<(0.5, 1.5)> : " + complex +
         " %d = fx.multiply %c, %w : " + complex + " %y = fx.fft IRFFT, %d over " + lengths + " : " + complex + " -> " +
         real + " return %y : " + real + " }";
}

// The same with FFT and IFFT of the complex numbers in between.
std::string complexFilter(const std::string &n, const std::string &half, const std::string &lengths,
                          const std::string &inner) {
  const std::string real = tensor(n, "f64"), complex = tensor(half, "complex<f64>");
  return "(%x: " + real + ") -> " + real + " { %c = fx.fft RFFT, %x over " + lengths + " : " + real + " -> " + complex +
         " %f = fx.fft FFT, %c over " + inner + " : " + complex + " -> " + complex +
         " %d = fx.multiply %f, %f : " + complex + " %i = fx.fft IFFT, %d over " + inner + " : " + complex + " -> " +
         complex + " %y = fx.fft IRFFT, %i over " + lengths + " : " + complex + " -> " + real + " return %y : " + real +
         " }";
}

TEST(FftRules, DerivativesOfRealTransforms) {
  checkGrads(filter("8", "5", "[8]"));
  checkGrads(filter("2x7", "2x4", "[7]"));
  checkGrads(filter("1", "1", "[1]"));
  checkGrads(filter("2", "2", "[2]"));
  checkGrads(filter("3x4", "3x3", "[3, 4]"));
  checkGrads(filter("2x3x5", "2x3x3", "[2, 3, 5]"), {.order = 1});
}

TEST(FftRules, DerivativesOfComplexTransforms) {
  checkGrads(complexFilter("2x6", "2x4", "[6]", "[4]"));
  checkGrads(complexFilter("3x5", "3x3", "[5]", "[3, 3]"), {.order = 1});
}

TEST(FftRules, Batching) {
  checkVmap(filter("3x4", "3x3", "[3, 4]"));
  checkVmap(complexFilter("2x6", "2x4", "[6]", "[4]"));
}

}  // namespace
}  // namespace fluxion::passes
