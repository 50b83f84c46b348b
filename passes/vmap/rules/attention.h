#pragma once
#include "passes/vmap/rules.h"

namespace fluxion::passes {

void addAttentionRules(VmapRules &rules);

}  // namespace fluxion::passes
