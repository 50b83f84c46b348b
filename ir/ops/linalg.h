#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/linalg.h.inc"
