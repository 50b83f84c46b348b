// Settings of the process.
#pragma once

namespace fluxion::config {

/// Whether derivatives are NaN-safe, which they are unless set otherwise here or by FLUXION_NAN_SAFE_GRADIENTS=0.
///
/// The derivative of `where(x > 0, sqrt(x), 0)` at 0 is that of the branch taken. By the plain chain rule it is NaN:
/// the other branch gets a cotangent of 0, and 0 times √'s infinite slope is NaN. If safe, such a zero says that
/// nothing flows there, and absorbs whatever it meets, in forward mode and in higher derivatives, too. Finite
/// derivatives are the same either way. A zero is a number again where it enters or leaves a loop or a branch of cond.
/// The setting counts when a function is differentiated; what jit has compiled before stays
/// as it is.
bool nan_safe_gradients();
void nan_safe_gradients(bool safe);

}  // namespace fluxion::config
