// Shapes: small vectors of int64_t, row-major, all sizes static.
#pragma once
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <vector>

#include <fluxion/dtype.h>

namespace fluxion {

/// Sizes of an array's dimensions; a value with the look of std::span<const int64_t>.
class Shape {
 public:
  Shape() = default;
  Shape(std::initializer_list<int64_t> sizes) : sizes_(sizes) {}
  Shape(std::vector<int64_t> sizes) : sizes_(std::move(sizes)) {}
  explicit Shape(std::span<const int64_t> sizes) : sizes_(sizes.begin(), sizes.end()) {}

  int64_t ndim() const { return static_cast<int64_t>(sizes_.size()); }
  /// Size of dimension `i`; negative `i` counts from the end.
  int64_t operator[](int64_t i) const { return sizes_[static_cast<size_t>(i < 0 ? i + ndim() : i)]; }
  int64_t &operator[](int64_t i) { return sizes_[static_cast<size_t>(i < 0 ? i + ndim() : i)]; }
  bool empty() const { return sizes_.empty(); }
  size_t size() const { return sizes_.size(); }
  auto begin() const { return sizes_.begin(); }
  auto end() const { return sizes_.end(); }
  int64_t back() const { return sizes_.back(); }
  void push_back(int64_t n) { sizes_.push_back(n); }
  const std::vector<int64_t> &sizes() const { return sizes_; }
  operator std::span<const int64_t>() const { return sizes_; }
  /// The number of elements: 1 for a scalar.
  int64_t count() const {
    int64_t n = 1;
    for (int64_t s : sizes_) n *= s;
    return n;
  }
  bool operator==(const Shape &) const = default;

 private:
  std::vector<int64_t> sizes_;
};

/// A dtype and a shape: what a program knows of an array before it has a value.
struct ShapeDtype {
  Shape shape;
  DType dtype = DType::f32;
  int64_t bytes() const { return shape.count() * size_of(dtype); }
  bool operator==(const ShapeDtype &) const = default;
};

/// "f32[2,3]", as in messages.
std::string to_string(const ShapeDtype &type);

}  // namespace fluxion
