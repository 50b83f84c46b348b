// The rules of users' operations, for passes.
#pragma once

namespace fluxion {

/// Makes passes ask the frontend.
void connectOperations();

}  // namespace fluxion
