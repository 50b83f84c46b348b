// UTF-8 code points, and the chunks that byte-level BPE merges within.
#pragma once
#include <cstddef>
#include <string_view>

namespace fluxion::transformer {

/// Bytes of the UTF-8 code point at the start of `text` (not empty); 1 for a byte that starts none.
size_t character_size(std::string_view text);

/// Bytes of the first chunk of `text` (not empty): a space or none and a run of letters, of digits or of other signs;
/// or white space, of which the last one before something else is left to the next chunk. Bytes from 0x80 on count as
/// letters, so that a code point is never cut. As a regular expression: kChunkPattern.
size_t chunk_size(std::string_view text);

inline constexpr std::string_view kChunkPattern =
    R"( ?[A-Za-z\x{80}-\x{10FFFF}]+| ?[0-9]+| ?[^A-Za-z0-9\x{80}-\x{10FFFF}\t\n\x0B\f\r ]+|[\t\n\x0B\f\r ]+(?![^\t\n\x0B\f\r ])|[\t\n\x0B\f\r ])";

}  // namespace fluxion::transformer
