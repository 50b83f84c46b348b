// A trace of what a program spends its time on: tracing, compiling, and each kernel on each thread.
#pragma once
#include <string>

namespace fluxion::profile {

/// Begins a trace, which stop() writes to `path` as JSON for Perfetto and chrome://tracing. IoError if the file cannot
/// be made; a trace that is running already is stopped first.
void start(const std::string &path);
/// Ends the trace and writes it. IoError if that fails. Does nothing if there is none.
void stop();

}  // namespace fluxion::profile
