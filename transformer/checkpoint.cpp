#include <fluxion/error.h>
#include <fluxion/transformer/checkpoint.h>

#include <fmt/format.h>

namespace fluxion::transformer::detail {

void save_arrays(const std::filesystem::path &path, const NamedArrays &arrays, const safetensors::Metadata &metadata) {
  std::vector<safetensors::TensorView> views;
  for (const auto &[name, array] : arrays) views.push_back({name, array.dtype(), array.shape(), array.bytes()});
  safetensors::write(path, views, metadata);
}

std::vector<Array> load_arrays(const safetensors::File &file, const NamedArrays &like) {
  std::vector<Array> arrays;
  for (const auto &[name, expected] : like) {
    const safetensors::TensorView &tensor = file.at(name);
    const ShapeDtype found{tensor.shape, tensor.dtype};
    if (found != expected.type()) {
      throw IoError(fmt::format("fluxion: cannot load '{}': tensor '{}' is {}, but {} is expected",
                                file.path().string(), name, to_string(found), to_string(expected.type())));
    }
    arrays.push_back(from_bytes(found, tensor.bytes));
  }
  return arrays;
}

}  // namespace fluxion::transformer::detail
