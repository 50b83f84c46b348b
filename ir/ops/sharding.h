#pragma once
#include "ir/sharding.h"
#define GET_OP_CLASSES
#include "ir/ops/sharding.h.inc"
