// Arrays shared with other libraries by DLPack (https://dmlc.github.io/dlpack), without a copy. Needs the header
// dlpack/dlpack.h (Debian's libdlpack-dev), and nothing to link.
#pragma once
#include <algorithm>
#include <memory>
#include <optional>
#include <vector>

#include <dlpack/dlpack.h>

#include <fluxion/array.h>
#include <fluxion/error.h>

namespace fluxion {

namespace detail {

// By number where old versions of the header have no names.
struct DLPackType {
  DType dtype;
  uint8_t code, bits;
};
inline constexpr DLPackType kDLPackTypes[] = {
    {DType::bool_, 6, 8},       {DType::i8, kDLInt, 8},     {DType::i16, kDLInt, 16},  {DType::i32, kDLInt, 32},
    {DType::i64, kDLInt, 64},   {DType::u8, kDLUInt, 8},    {DType::u16, kDLUInt, 16}, {DType::u32, kDLUInt, 32},
    {DType::u64, kDLUInt, 64},  {DType::f16, kDLFloat, 16}, {DType::bf16, 4, 16},      {DType::f32, kDLFloat, 32},
    {DType::f64, kDLFloat, 64}, {DType::c64, 5, 64},        {DType::c128, 5, 128},     {DType::f8e4m3fn, 10, 8},
    {DType::f8e5m2, 12, 8}};

inline DLDataType to_dlpack_type(DType dtype) {
  for (const DLPackType &t : kDLPackTypes)
    if (t.dtype == dtype) return {t.code, t.bits, 1};
  throw DTypeError(fmt::format("fluxion: to_dlpack: DLPack has no {}", name(dtype)));
}
inline DType from_dlpack_type(const DLDataType &type) {
  for (const DLPackType &t : kDLPackTypes)
    if (type.lanes == 1 && t.code == type.code && t.bits == type.bits) return t.dtype;
  throw DTypeError(fmt::format("fluxion: from_dlpack: code {} of {} bits and {} lanes is none of Fluxion's dtypes",
                               type.code, type.bits, type.lanes));
}

/// Whether strides of dimensions larger than 1 are those of row-major elements.
inline bool is_row_major(const DLTensor &t) {
  int64_t expected = 1;
  for (int d = t.ndim - 1; t.strides && d >= 0; --d) {
    if (t.shape[d] != 1 && t.strides[d] != expected) return false;
    expected *= t.shape[d];
  }
  return true;
}

/// The elements in row-major order, from any strides.
inline void gather_strided(const DLTensor &t, const std::byte *from, size_t size, std::byte *to, int dim = 0) {
  const int64_t stride = t.strides[dim] * static_cast<int64_t>(size);
  int64_t inner = static_cast<int64_t>(size);
  for (int d = dim + 1; d < t.ndim; ++d) inner *= t.shape[d];
  for (int64_t i = 0; i < t.shape[dim]; ++i)
    if (dim + 1 == t.ndim)
      std::copy_n(from + i * stride, size, to + i * inner);
    else
      gather_strided(t, from + i * stride, size, to + i * inner, dim + 1);
}

struct DLPackExport {
  DLManagedTensor tensor = {};
  Array array;
  std::vector<int64_t> shape, strides;
};

}  // namespace detail

/// The array as a tensor of DLPack that shares its memory; the receiver calls its `deleter` once. The elements must not
/// be changed: arrays are immutable.
inline DLManagedTensor *to_dlpack(const Array &x, std::source_location at = std::source_location::current()) {
  const std::span<const std::byte> bytes = x.bytes(at);
  auto out = std::make_unique<detail::DLPackExport>();
  out->array = x;
  out->shape.assign(x.shape().begin(), x.shape().end());
  out->strides.assign(out->shape.size(), 1);
  for (size_t d = out->shape.size(); d-- > 1;)
    out->strides[d - 1] = out->strides[d] * std::max<int64_t>(out->shape[d], 1);
  DLTensor &t = out->tensor.dl_tensor;
  t.data = const_cast<std::byte *>(bytes.data());
  t.device.device_type = kDLCPU;
  t.ndim = static_cast<int>(out->shape.size());
  t.dtype = detail::to_dlpack_type(x.dtype());
  t.shape = out->shape.data();
  t.strides = out->strides.data();
  out->tensor.manager_ctx = out.get();
  out->tensor.deleter = [](DLManagedTensor *self) { delete static_cast<detail::DLPackExport *>(self->manager_ctx); };
  return &out.release()->tensor;
}

/// An array of a DLPack tensor in the CPU's memory, which it takes over: its deleter is called when the last array that
/// uses the memory is gone, or before this returns. Row-major elements are shared, others are copied. The memory must
/// not change afterwards. Errors (the tensor is not deleted then): DeviceError for another device, DTypeError,
/// ShapeError.
inline Array from_dlpack(DLManagedTensor *tensor, std::source_location at = std::source_location::current()) {
  if (!tensor) throw Error("fluxion: from_dlpack: the tensor is a null pointer");
  const DLTensor &t = tensor->dl_tensor;
  if (t.device.device_type != kDLCPU && t.device.device_type != 3)  // 3: pinned by CUDA
    throw DeviceError(fmt::format("fluxion: from_dlpack: the tensor is on device type {}, not in the CPU's memory",
                                  static_cast<int>(t.device.device_type)));
  const DType dtype = detail::from_dlpack_type(t.dtype);
  Shape shape;
  for (int d = 0; d < t.ndim; ++d) {
    if (t.shape[d] < 0)
      throw ShapeError(fmt::format("fluxion: from_dlpack: dimension {} has the size {}", d, t.shape[d]));
    shape.push_back(t.shape[d]);
  }
  const ShapeDtype type{shape, dtype};
  const auto *data = static_cast<const std::byte *>(t.data) + t.byte_offset;
  auto release = [tensor] {
    if (tensor->deleter) tensor->deleter(tensor);
  };
  if (type.bytes() == 0 || !detail::is_row_major(t)) {
    std::vector<std::byte> copy(static_cast<size_t>(type.bytes()));
    if (!copy.empty()) detail::gather_strided(t, data, static_cast<size_t>(size_of(dtype)), copy.data());
    Array out = from_bytes(type, copy, at);
    release();
    return out;
  }
  return view(data, type, std::shared_ptr<void>(tensor, [release](void *) { release(); }));
}

}  // namespace fluxion
