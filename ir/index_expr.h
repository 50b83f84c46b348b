// Index arithmetic of loops: affine expressions with ranges. Fusion asks with it whether two values are read at the
// same element; code generation derives addresses, strides and masks from it.
#pragma once
#include <cstdint>
#include <utility>

#include "ir/dialect.h"
#include "llvm/ADT/SmallVector.h"

namespace fluxion::ir {

/// constant + Σ coefficient·variable; terms rise in the variable, no coefficient is zero.
struct IndexExpr {
  int64_t constant = 0;
  llvm::SmallVector<std::pair<int, int64_t>, 3> terms;
  bool operator==(const IndexExpr &) const = default;
  bool isConstant() const { return terms.empty(); }
};
using IndexVector = llvm::SmallVector<IndexExpr, 5>;

/// What an expression may depend on. Quotients and remainders round towards zero.
struct IndexVariable {
  enum class Kind { loop, quotient, remainder, loaded };
  Kind kind;
  int64_t low, high;  // inclusive; high < low for a loop of no iterations
  IndexExpr of;       // quotient, remainder: of / by, of % by
  int64_t by = 1;
  mlir::Value source;  // loaded: element `at` of `source`, clamped to [low, high]
  IndexVector at;
  uint64_t loops = 0;  // the loops it depends on, one bit each
};

struct IndexRange {
  int64_t low, high;
  bool within(int64_t size) const { return low >= 0 && high < size; }
};

/// Owns the variables of one iteration space. Equal expressions compare equal: quotients and remainders are interned,
/// and q·by + r is put together again.
class IndexSpace {
 public:
  /// A loop over [0, size); the constant 0 if there is one iteration only.
  IndexExpr loop(int64_t size);
  IndexExpr variable(int number) const;
  const IndexVariable &operator[](int number) const { return variables_[number]; }
  int size() const { return static_cast<int>(variables_.size()); }

  IndexExpr add(const IndexExpr &a, const IndexExpr &b, int64_t scale = 1);  // a + scale·b
  IndexExpr scale(const IndexExpr &a, int64_t by);
  static IndexExpr plus(IndexExpr a, int64_t constant) { return a.constant += constant, a; }
  static IndexExpr constant(int64_t value) { return {value, {}}; }
  IndexExpr quotient(const IndexExpr &a, int64_t by);
  IndexExpr remainder(const IndexExpr &a, int64_t by);
  /// Element `at` of `source`, clamped to [0, count).
  IndexExpr loaded(mlir::Value source, llvm::ArrayRef<IndexExpr> at, int64_t count);

  /// The row-major position of element `at` of an array of this shape, and back.
  IndexExpr linear(llvm::ArrayRef<IndexExpr> at, llvm::ArrayRef<int64_t> shape);
  IndexVector delinear(const IndexExpr &position, llvm::ArrayRef<int64_t> shape);

  IndexRange range(const IndexExpr &a) const;
  uint64_t loops(const IndexExpr &a) const;
  uint64_t loops(llvm::ArrayRef<IndexExpr> at) const;

  /// Loops (with the inner size) whose splitting would have made a quotient or remainder affine.
  llvm::ArrayRef<std::pair<int, int64_t>> wantedSplits() const { return wanted_; }

 private:
  int intern(IndexVariable variable);
  void recombine(IndexExpr &a);
  std::pair<IndexExpr, IndexExpr> divide(const IndexExpr &a, int64_t by);
  llvm::SmallVector<IndexVariable, 8> variables_;
  llvm::SmallVector<std::pair<int, int64_t>, 2> wanted_;
};

}  // namespace fluxion::ir
