// All ops of the dialect.
#pragma once
#include "ir/ops/contract.h"
#include "ir/ops/control.h"
#include "ir/ops/elementwise.h"
#include "ir/ops/index.h"
#include "ir/ops/kernel.h"
#include "ir/ops/reduce.h"
#include "ir/ops/shape.h"
