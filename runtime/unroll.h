// Asks for a loop of constant length to be written out, by whichever compiler.
#pragma once

#if defined(__clang__)
#define FLUXION_UNROLL _Pragma("clang loop unroll(full)")
#else
#define FLUXION_UNROLL _Pragma("GCC unroll 32")
#endif
