// A file's bytes in memory, mapped rather than read.
#pragma once
#include <cstddef>
#include <filesystem>
#include <memory>
#include <span>

namespace fluxion {

struct Mapping {
  std::span<const std::byte> bytes;
  std::shared_ptr<const void> owner;  // the bytes are there as long as this is
};

/// A regular file that is not empty. Errors: IoError "cannot load '…'" with the reason.
Mapping map_file(const std::filesystem::path &path);

}  // namespace fluxion
