#include "ir/source_line.h"

#include "llvm/ADT/TypeSwitch.h"
#include "mlir/IR/BuiltinAttributes.h"

namespace fluxion::ir {

namespace {

// Names in a location are functions of the user's, or the transformations that made the op (passes/grad/forward.h).
bool isTransformation(llvm::StringRef name) { return name == "jvp" || name == "transpose"; }

// The function's own name in what a compiler calls it at length.
std::string shortName(llvm::StringRef signature) {
  llvm::StringRef head = signature.split('(').first;
  head = head.substr(head.rfind(' ') + 1).ltrim("*&");
  const bool isNamed = head.find_first_of("<{") == llvm::StringRef::npos && !head.ends_with(":");  // a lambda has none
  return isNamed ? head.str() : std::string();
}

struct Place {
  mlir::FileLineColLoc line;
  llvm::StringRef function;
  bool transposed = false, differentiated = false;
};

// The first line found, looking inwards.
void look(mlir::Location location, Place &place) {
  llvm::TypeSwitch<mlir::LocationAttr>(location)
      .Case([&](mlir::FileLineColLoc l) { place.line = l; })
      .Case([&](mlir::NameLoc l) {
        if (l.getName() == "transpose") place.transposed = true;
        if (l.getName() == "jvp") place.differentiated = true;
        if (!isTransformation(l.getName())) place.function = l.getName();
        look(l.getChildLoc(), place);
      })
      .Case([&](mlir::CallSiteLoc l) { look(l.getCallee(), place); })
      .Case([&](mlir::FusedLoc l) {
        for (mlir::Location part : l.getLocations())
          if (!place.line) look(part, place);
      });
}

Place placeOf(mlir::Location location) {
  Place place;
  look(location, place);
  return place;
}

}  // namespace

std::string sourceLine(mlir::Location location) {
  const Place place = placeOf(location);
  if (!place.line) return {};
  llvm::StringRef file = place.line.getFilename().getValue();
  std::string text = file.substr(file.rfind('/') + 1).str() + ":" + std::to_string(place.line.getLine());
  const std::string name = shortName(place.function);
  return name.empty() ? text : text + " in " + name + "()";
}

std::string derivativeOf(mlir::Location location) {
  const Place place = placeOf(location);
  if (place.transposed) return "the backward pass";
  return place.differentiated ? "the forward derivative" : "";
}

}  // namespace fluxion::ir
