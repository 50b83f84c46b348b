#include "tools/fluxion-run/tensors.h"

#include <fluxion/safetensors.h>

namespace fluxion::tools {

std::vector<HostArray> readTensors(const std::string &path, const std::string &prefix) {
  const safetensors::File file(path);
  std::vector<HostArray> arrays;
  while (const safetensors::TensorView *t = file.find(prefix + std::to_string(arrays.size())))
    arrays.push_back(
        {{t->shape, t->dtype}, std::string(reinterpret_cast<const char *>(t->bytes.data()), t->bytes.size())});
  return arrays;
}

bool fits(const ShapeDtype &array, const ShapeDtype &type) {
  return array == type || (array.dtype == type.dtype && type.shape.empty() && array.shape == Shape{1});
}

void writeTensors(const std::string &path, const std::string &prefix, const std::vector<HostArray> &arrays) {
  std::vector<safetensors::TensorView> views;
  for (const HostArray &a : arrays)
    views.push_back({prefix + std::to_string(views.size()),
                     a.type.dtype,
                     a.type.shape,
                     {reinterpret_cast<const std::byte *>(a.bytes.data()), a.bytes.size()}});
  safetensors::write(path, views);
}

}  // namespace fluxion::tools
