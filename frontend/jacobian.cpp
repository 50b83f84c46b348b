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

void check_numbers(std::string_view what, Numbers numbers, const Array &a, std::string_view path) {
  const std::string place = fmt::format("{}{}{} is {}", what, path.empty() ? "" : " at ", path, to_string(a.type()));
  const std::string made = made_at("", a, current_location({}));
  if (!is_inexact(a.dtype())) fail<DTypeError>(place + ", not floating-point", made);
  if (numbers == Numbers::complex && !is_complex(a.dtype()))
    fail<DTypeError>(place + ", not complex, as all of a holomorphic function are", made);
  if (numbers == Numbers::real && is_complex(a.dtype()))
    fail<DTypeError>(place +
                         ", not real: of a holomorphic function say {.holomorphic = true}; of another take the "
                         "parts of its complex arrays as arrays of their own",
                     made);
}

}  // namespace fluxion::detail
