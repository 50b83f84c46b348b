#pragma once
#include "passes/grad/rules.h"

namespace fluxion::passes {

void addAttentionRules(JvpRules &rules);

}  // namespace fluxion::passes
