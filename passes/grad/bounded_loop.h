// Loops of at most so many iterations, as scans, which have reverse derivatives.
#pragma once
#include "ir/dialect.h"
#include "passes/emit.h"

namespace fluxion::passes {

/// The loop, of at most `steps` iterations, as a scan where `e` stands; an iteration after the end leaves the carry as
/// it is. Reverse mode keeps what it needs of each iteration: memory of `steps` iterations, done or not.
///
/// Long ones come in segments of about √steps iterations, each a checkpoint: reverse mode keeps the states in which
/// segments begin, and computes one segment at a time again. That is memory of about 2·√steps iterations, for the time
/// of one more forward pass; segments after the end of the loop cost nothing. The attribute `keep_all` of the loop
/// says that there shall be no segments.
ir::ScanOp boundedScan(ir::WhileOp op, int64_t steps, Emit &e);

/// Says of one loop what another one's attributes say about its iterations and what is kept of them.
void copyBound(ir::WhileOp from, ir::WhileOp to);

}  // namespace fluxion::passes
