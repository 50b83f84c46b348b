#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/kernel.h.inc"
