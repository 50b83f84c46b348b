// NumPy's files: .npy, an array behind a short header; .npz, a ZIP archive of such files. `fx::save` and `fx::load`
// (save.h) use them by a file's name.
#pragma once
#include <cstddef>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>

#include <fluxion/array.h>

namespace fluxion::numpy {

/// Reads an image of an .npy file: versions 1 to 3, either byte order, C or Fortran order. `source` names it in
/// messages. bf16 is stored as NumPy stores what it does not know, as two bytes of void.
///
/// What the header claims is checked against the size of the image before memory is taken.
/// Errors  IoError that says what is wrong, or that the dtype is none of ours (text, objects, records).
Array parse_npy(std::span<const std::byte> image, std::string_view source);

/// Reads an image of an .npz file, the names without ".npy": members stored or deflated, 32 or 64 bits.
///
/// Memory is taken for what a member's compressed bytes can hold, whatever the archive claims.
/// Errors  IoError that says what is wrong, and with which member; so for a member whose checksum differs.
std::map<std::string, Array> parse_npz(std::span<const std::byte> image, std::string_view source);

/// The bytes before the elements of such an array, a multiple of 64.
/// Errors  DTypeError for f8e4m3fn and f8e5m2, which NumPy has not.
std::string npy_header(const ShapeDtype &type);

/// Write a file as a whole or not at all (`fluxion::write_file`).
/// Errors  IoError if it cannot be written; Error if a name is empty, too long or has a '/'.
void write_npy(const std::filesystem::path &path, const Array &x);
void write_npz(const std::filesystem::path &path, const std::map<std::string, Array> &arrays);

}  // namespace fluxion::numpy
