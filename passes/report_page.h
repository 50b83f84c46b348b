// The page around a report's data: what comes before the JSON, and what comes after it.
#pragma once

namespace fluxion::passes {

extern const char *const kReportHead;
extern const char *const kReportTail;

}  // namespace fluxion::passes
