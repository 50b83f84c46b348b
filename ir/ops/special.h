#pragma once
#include "ir/dialect.h"
#define GET_OP_CLASSES
#include "ir/ops/special.h.inc"
