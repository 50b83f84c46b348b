// Any bytes are either parsed into views inside them or refused by IoError.
#include <fluxion/error.h>
#include <fluxion/safetensors.h>

#include <cstdint>
#include <cstdlib>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const std::span<const std::byte> image(reinterpret_cast<const std::byte *>(data), size);
  try {
    const auto contents = fluxion::safetensors::parse(image, "fuzz");
    size_t bytes = 0;
    volatile std::byte sink{};
    for (const auto &tensor : contents.tensors) {
      if (tensor.shape.count() * fluxion::size_of(tensor.dtype) != static_cast<int64_t>(tensor.bytes.size()))
        std::abort();
      for (const std::byte b : tensor.bytes) sink = b;  // sanitizers see each byte read
      bytes += tensor.bytes.size();
    }
    (void)sink;
    if (bytes > size) std::abort();
  } catch (const fluxion::IoError &) {
  }
  return 0;
}
