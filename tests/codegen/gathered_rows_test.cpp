// Rows that are found by positions in memory, which tiles ask for before their turn.
#include "tests/codegen/compiled.h"

namespace fluxion::codegen {
namespace {

class GatheredRows : public Compiled {
 protected:
  // A row for each position of two dimensions; some lie outside of the table.
  void gather(int64_t table, int64_t ids, int64_t columns, const std::string &element) {
    const std::string m = std::to_string(columns),
                      t = "tensor<" + std::to_string(table) + "x" + m + "x" + element + ">",
                      i = "tensor<" + std::to_string(ids) + "x3x1xi32>",
                      y = "tensor<" + std::to_string(ids) + "x3x" + m + "x" + element + ">";
    check("func.func @f(%t: " + t + ", %i: " + i + ") -> " + y +
          " { %y = fx.gather %t, %i {offset_dims = array<i64: 2>, collapsed_slice_dims = array<i64: 0>, "
          "operand_batching_dims = array<i64>, start_indices_batching_dims = array<i64>, start_index_map = "
          "array<i64: 0>, index_vector_dim = 2 : i64, slice_sizes = array<i64: 1, " +
          m + ">} : (" + t + ", " + i + ") -> " + y + " %n = fx.negate %y : " + y + " return %n : " + y + " }");
  }
};

TEST_F(GatheredRows, AreThoseOfTheInterpreter) {
  gather(7, 40, 768, "f32");
  gather(7, 1, 130, "f32");
  gather(4, 33, 301, "f64");
  gather(5, 20, 400, "bf16");
}

}  // namespace
}  // namespace fluxion::codegen
