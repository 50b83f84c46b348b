#include "fluxion/jacobian.h"

namespace fluxion::detail {

Array basis_of(const Array &x) {
  std::vector<int64_t> shape = x.shape().sizes();
  shape.insert(shape.begin(), x.size());
  return reshape(eye(x.size(), {}, x.dtype()), shape);
}

Array from_columns(const Array &columns, const Shape &in) {
  std::vector<int64_t> shape(columns.shape().begin() + 1, columns.shape().end());
  shape.insert(shape.end(), in.begin(), in.end());
  return reshape(moveaxis(columns, 0, -1), shape);
}

Array from_rows(const Array &rows, const Shape &out) {
  std::vector<int64_t> shape = out.sizes();
  shape.insert(shape.end(), rows.shape().begin() + 1, rows.shape().end());
  return reshape(rows, shape);
}

void check_inexact(std::string_view what, const Array &a, std::string_view path) {
  if (is_inexact(a.dtype())) return;
  fail<DTypeError>(
      fmt::format("{}{}{} is {}, not floating-point", what, path.empty() ? "" : " at ", path, to_string(a.type())));
}

}  // namespace fluxion::detail
