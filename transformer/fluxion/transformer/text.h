// Text files and the simplest thing to know about them.
#pragma once
#include <cstdint>
#include <filesystem>
#include <span>
#include <string>

namespace fluxion::transformer {

/// The bytes of a text file of at most 4 GiB. Errors: IoError if it is missing, unreadable or empty.
std::string read_text(const std::filesystem::path &path);

/// Entropy of the tokens' own frequencies, −Σ p·log p, in nats per token: the loss of the best model that ignores
/// context, and so what a language model must beat. 0 without tokens.
double unigram_entropy(std::span<const int32_t> tokens);

}  // namespace fluxion::transformer
