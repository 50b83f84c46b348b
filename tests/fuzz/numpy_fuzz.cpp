// Any bytes are either arrays of NumPy's formats or refused by an Error of the library.
#include <fluxion/error.h>
#include <fluxion/numpy.h>

#include <cstdint>
#include <cstdlib>

namespace {

void read(const fluxion::Array &x) {
  volatile std::byte sink{};
  for (const std::byte b : x.bytes()) sink = b;  // sanitizers see each byte read
  (void)sink;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size) {
  const std::span<const std::byte> image(reinterpret_cast<const std::byte *>(data), size);
  try {
    const fluxion::Array x = fluxion::numpy::parse_npy(image, "fuzz");
    if (x.type().bytes() > static_cast<int64_t>(size)) std::abort();
    read(x);
  } catch (const fluxion::IoError &) {
  }
  try {
    for (const auto &[name, x] : fluxion::numpy::parse_npz(image, "fuzz")) read(x);
  } catch (const fluxion::IoError &) {
  }
  return 0;
}
