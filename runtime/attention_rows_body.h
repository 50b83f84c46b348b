// Rows of scores, written once over vectors of FLUXION_VECTOR_BYTES and included by one source file for each
// instruction set (hence no include guard, and no standard headers: see vector_body.h).
#include "runtime/attention_rows.h"
#include "runtime/vector_body.h"

namespace fluxion::runtime::FLUXION_ISA {
namespace {

constexpr int kWide = kLanes<float>;
using Floats = Vector<float>;
using Ints = Vector<int32_t, kWide>;

FLUXION_INLINE Floats all(float x) { return Floats{} + x; }

// −1 in the lanes of row[j…] that count.
FLUXION_INLINE Ints counted(int64_t j, const AttentionRow &row) {
  Ints lane;
  FLUXION_UNROLL
  for (int i = 0; i < kWide; ++i) lane[i] = i;
  lane += static_cast<int32_t>(j);
  return (lane >= static_cast<int32_t>(row.begin)) & (lane < static_cast<int32_t>(row.end));
}

// x where the mask is −1, else 0.
FLUXION_INLINE Floats kept(Ints mask, Floats x) { return bits_of<Floats>(bits_of<Ints>(x) & mask); }

// Lane by lane in pairs, so in one order.
FLUXION_INLINE float sum_of(Floats v) {
  float lanes[kWide];
  save(lanes, v);
  for (int width = kWide / 2; width > 0; width /= 2)
    for (int i = 0; i < width; ++i) lanes[i] += lanes[i + width];
  return lanes[0];
}

FLUXION_INLINE float greatest_of(Floats v) {
  float lanes[kWide], top;
  save(lanes, v);
  top = lanes[0];
  for (int i = 1; i < kWide; ++i) top = lanes[i] > top ? lanes[i] : top;
  return top;
}

// y·2ⁿ for `shifted` = n + 1.5·2²³ and y near 1: by one instruction, or in two steps, of which the second may be
// subnormal.
FLUXION_INLINE Floats scaled(Floats y, [[maybe_unused]] Floats n, [[maybe_unused]] Floats shifted) {
#if FLUXION_VECTOR_BYTES == 64
  constexpr int kCurrentRounding = 4;
  return __builtin_ia32_scalefps512_mask(y, n, y, static_cast<uint16_t>(-1), kCurrentRounding);
#else
  const Ints exponent = bits_of<Ints>(shifted) - 0x4b400000, half = exponent >> 1;
  return y * bits_of<Floats>((half + 127) << 23) * bits_of<Floats>((exponent - half + 127) << 23);
#endif
}

// e^x for x ≤ 0: with n the integer nearest to x·log₂e and r = x − n·ln 2, by Taylor's polynomial of eʳ, |r| ≤ 0.35,
// times 2ⁿ. Below −104 all is rounded to 0.
FLUXION_INLINE Floats exponential(Floats x) {
  constexpr float kToInteger = 12582912;  // 1.5·2²³: the sum's last place is 1
  x = x < all(-104) ? all(-104) : x;
  const Floats shifted = x * 1.44269504088896341f + kToInteger;
  const Floats n = shifted - kToInteger;
  Floats r = x - n * 0.693359375f;  // ln 2 in two parts, the first of few digits
  r = r + n * 2.12194440e-4f;
  Floats y = all(1.f / 5040);
  y = y * r + 1.f / 720;
  y = y * r + 1.f / 120;
  y = y * r + 1.f / 24;
  y = y * r + 1.f / 6;
  y = y * r + 0.5f;
  y = y * r + 1.f;
  y = y * r + 1.f;
  return scaled(y, n, shifted);
}

// Calls f(j, mask) for all vectors of the row, in which all is masked that does not count.
template <class Inside, class Edge>
FLUXION_INLINE void over(const AttentionRow &row, Inside inside, Edge edge) {
  int64_t j = row.begin / kWide * kWide;
  if (j < row.begin) edge(j), j += kWide;
  for (; j + kWide <= row.end; j += kWide) inside(j);
  if (j < row.end) edge(j);
}

FLUXION_INLINE void clear(float *x, int64_t from, int64_t to) {
  for (; from < to; from += kWide) save(x + from, Floats{});
}
// What lies outside of the vectors that `over` visits.
FLUXION_INLINE void clear_rest(float *x, const AttentionRow &row) {
  clear(x, 0, row.begin / kWide * kWide);
  clear(x, (row.end + kWide - 1) / kWide * kWide, row.columns);
}

float exponentials(float *s, const AttentionRow &row, float scale) {
  // The greatest score counts as what it is, so that the difference to itself is 0: with a negative scale the least.
  const Ints sign = Ints{} + static_cast<int32_t>(scale < 0 ? 0x80000000U : 0U);
  const float size = scale < 0 ? -scale : scale;
  auto score = [&](int64_t j) { return bits_of<Floats>(bits_of<Ints>(load<Floats>(s + j)) ^ sign); };
  Floats top = all(-__builtin_inff());
  auto raise = [&](Floats x) { top = x > top ? x : top; };
  over(
      row, [&](int64_t j) { raise(score(j)); },
      [&](int64_t j) { raise(counted(j, row) ? score(j) : all(-__builtin_inff())); });
  const float most = greatest_of(top);
  Floats sum = {};
  over(
      row,
      [&](int64_t j) {
        const Floats e = exponential((score(j) - most) * size);
        save(s + j, e);
        sum += e;
      },
      [&](int64_t j) {
        const Floats e = kept(counted(j, row), exponential((score(j) - most) * size));
        save(s + j, e);
        sum += e;
      });
  clear_rest(s, row);
  return sum_of(sum);
}

void derivatives(float *e, float *dp, const AttentionRow &row, float inverse, float scale) {
  Floats sum = {};
  over(
      row, [&](int64_t j) { sum += load<Floats>(e + j) * load<Floats>(dp + j); },
      [&](int64_t j) { sum += kept(counted(j, row), load<Floats>(e + j) * load<Floats>(dp + j)); });
  const float centre = sum_of(sum) * inverse;
  over(
      row,
      [&](int64_t j) {
        const Floats p = load<Floats>(e + j) * inverse;
        save(e + j, p);
        save(dp + j, p * (load<Floats>(dp + j) - centre) * scale);
      },
      [&](int64_t j) {
        const Floats p = load<Floats>(e + j) * inverse;
        const Ints mask = counted(j, row);
        save(e + j, kept(mask, p));
        save(dp + j, kept(mask, p * (load<Floats>(dp + j) - centre) * scale));
      });
  clear_rest(e, row);
  clear_rest(dp, row);
}

// Σ term(j) over what counts.
template <class Term>
FLUXION_INLINE float sum_over(const AttentionRow &row, Term term) {
  Floats sum = {};
  over(row, [&](int64_t j) { sum += term(j); }, [&](int64_t j) { sum += kept(counted(j, row), term(j)); });
  return sum_of(sum);
}

void second_derivatives(float *e, float *t, float *dp, float *dp_tangent, const AttentionRow &row, float inverse,
                        float scale) {
  const float centre = sum_over(row, [&](int64_t j) { return load<Floats>(e + j) * load<Floats>(dp + j); }) * inverse,
              centre_t = sum_over(row, [&](int64_t j) { return load<Floats>(e + j) * load<Floats>(t + j); }) * inverse;
  const Ints every = Ints{} - 1;
  // p, ṗ and dp − centre, then what ṗ∘dp + p∘dṗ comes to: Σ ṗ is 0, so the centre may be taken off dp before.
  auto first = [&](int64_t j, Ints mask) {
    const Floats p = load<Floats>(e + j) * inverse;
    save(e + j, kept(mask, p));
    save(t + j, kept(mask, p * (load<Floats>(t + j) - centre_t) * scale));
    save(dp + j, kept(mask, load<Floats>(dp + j) - centre));
  };
  over(row, [&](int64_t j) { first(j, every); }, [&](int64_t j) { first(j, counted(j, row)); });
  const float change = sum_over(row, [&](int64_t j) {
    return load<Floats>(t + j) * load<Floats>(dp + j) + load<Floats>(e + j) * load<Floats>(dp_tangent + j);
  });
  auto second = [&](int64_t j, Ints mask) {
    const Floats p = load<Floats>(e + j), centred = load<Floats>(dp + j);
    const Floats moved = load<Floats>(t + j) * centred + p * (load<Floats>(dp_tangent + j) - change);
    save(dp_tangent + j, kept(mask, moved * scale));
    save(dp + j, p * centred * scale);
  };
  over(row, [&](int64_t j) { second(j, every); }, [&](int64_t j) { second(j, counted(j, row)); });
  clear_rest(e, row), clear_rest(t, row);
  clear_rest(dp, row), clear_rest(dp_tangent, row);
}

}  // namespace

extern const AttentionRows rows = {exponentials, derivatives, second_derivatives};

}  // namespace fluxion::runtime::FLUXION_ISA
