// Whole files: read with a limit, written so that a reader sees the old contents or the new, never a part.
#pragma once
#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>
#include <string_view>

namespace fluxion {

/// The bytes of a regular file.
///
/// Errors  IoError if it is missing, unreadable, no regular file, or longer than `max_bytes`.
std::string read_file(const std::filesystem::path &path, int64_t max_bytes = int64_t{1} << 32);

/// Replaces the file at `path` by `pieces`, one after another.
///
/// The bytes go to a temporary file in the same folder, which is flushed to the disk and then renamed over `path`; a
/// link to a file is followed. After an error the old file is as it was and the temporary one is gone.
/// Errors  IoError with the path, the bytes wanted and those written, as on a full disk.
void write_file(const std::filesystem::path &path, std::span<const std::span<const std::byte>> pieces);
void write_file(const std::filesystem::path &path, std::string_view contents);

}  // namespace fluxion
