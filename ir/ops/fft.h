#pragma once
#include "ir/dialect.h"
#include "ir/fft_kind.h.inc"
#define GET_OP_CLASSES
#include "ir/ops/fft.h.inc"
