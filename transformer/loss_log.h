// losses.csv and loss.svg of a training run.
#pragma once
#include <fluxion/transformer/train.h>

namespace fluxion::transformer {

/// The rows of `folder`/losses.csv up to `step`; fewer if the file is not there, IoError if it is malformed.
std::vector<LossRow> read_losses(const std::filesystem::path &folder, int64_t step);

/// Writes both files.
void write_losses(const std::filesystem::path &folder, const std::vector<LossRow> &rows, double unigram_entropy);

}  // namespace fluxion::transformer
