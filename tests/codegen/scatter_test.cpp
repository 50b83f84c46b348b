// Scatters whose windows overlap: a later window covers an earlier one, and no sum is lost between threads.
#include "tests/codegen/compiled.h"

namespace fluxion::codegen {
namespace {

class Scatter : public Compiled {
 protected:
  // Windows of [rows, columns] at one of `positions` rows each; `dims` says where the updates have rows and columns.
  void windows(const std::string &kind, const std::string &updates, const std::string &dims, const std::string &element,
               int positions, bool unique = false) {
    const std::string x = "tensor<2000x6x" + element + ">", i = "tensor<" + std::to_string(positions) + "x1xui32>",
                      u = "tensor<" + updates + "x" + element + ">";
    check("func.func @f(%x: " + x + ", %i: " + i + ", %u: " + u + ") -> " + x + " { %y = fx.scatter " + kind +
              ", %x, %i, %u {index_vector_dim = 1 : i64, input_batching_dims = array<i64>, inserted_window_dims = "
              "array<i64>, scatter_dims_to_operand_dims = array<i64: 0>, scatter_indices_batching_dims = array<i64>, "
              "unique_indices = " +
              (unique ? "true" : "false") + ", update_window_dims = array<i64: " + dims + ">} : (" + x + ", " + i +
              ", " + u + ") -> " + x + " return %y : " + x + " }",
          element == "i32" ? 0 : 1e-4);
  }
};

TEST_F(Scatter, WindowsThatOverlap) {
  for (const char *kind : {"set", "add", "maximum"})
    for (const char *element : {"f32", "i32", "f64"}) {
      windows(kind, "50x1900x6", "1, 2", element, 50);
      windows(kind, "1900x50x6", "0, 2", element, 50);
      windows(kind, "1900x6x50", "0, 1", element, 50);
    }
}

TEST_F(Scatter, OneWindow) {
  windows("set", "1x1990x6", "1, 2", "f32", 1);
  windows("add", "1990x1x6", "0, 2", "f32", 1, true);
}

}  // namespace
}  // namespace fluxion::codegen
