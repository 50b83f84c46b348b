#include "ir/sharding.h"

#include "llvm/ADT/STLExtras.h"
#include "mlir/IR/DialectImplementation.h"

namespace fluxion::ir {

namespace {

using EmitError = llvm::function_ref<mlir::InFlightDiagnostic()>;

// `{"data", "model", ?}`
void printAxes(mlir::AsmPrinter &p, MeshAttr mesh, llvm::ArrayRef<int64_t> axes, bool open) {
  p << "{";
  llvm::interleaveComma(axes, p, [&](int64_t a) { p << mesh.getNames()[a]; });
  p << (open ? axes.empty() ? "?" : ", ?" : "") << "}";
}

mlir::ParseResult parseAxes(mlir::AsmParser &p, MeshAttr mesh, llvm::SmallVectorImpl<int64_t> &axes, bool *open) {
  if (p.parseLBrace()) return mlir::failure();
  if (succeeded(p.parseOptionalRBrace())) return mlir::success();
  do {
    if (open && succeeded(p.parseOptionalQuestion())) {
      *open = true;
      break;
    }
    std::string name;
    const llvm::SMLoc loc = p.getCurrentLocation();
    if (p.parseString(&name)) return mlir::failure();
    std::optional<int64_t> axis = mesh.find(name);
    if (!axis) return p.emitError(loc) << "sharding: the mesh has no axis \"" << name << "\"";
    axes.push_back(*axis);
  } while (succeeded(p.parseOptionalComma()));
  return p.parseRBrace();
}

// What reports an error of an attribute where it begins. The attributes' storage is known to the dialect's
// file alone, so parsers call the functions that are declared with the classes rather than AsmParser::getChecked.
auto reporterAt(mlir::AsmParser &p) {
  return [&p, loc = p.getNameLoc()] { return p.emitError(loc); };
}

}  // namespace

// ---- meshes

std::optional<int64_t> MeshAttr::find(llvm::StringRef name) const {
  for (auto [i, n] : llvm::enumerate(getNames()))
    if (n.getValue() == name) return static_cast<int64_t>(i);
  return {};
}

int64_t MeshAttr::parts(llvm::ArrayRef<int64_t> axes) const {
  int64_t n = 1;
  for (int64_t a : axes) n *= getSizes()[a];
  return n;
}

int64_t MeshAttr::devices() const {
  int64_t n = 1;
  for (int64_t size : getSizes()) n *= size;
  return n;
}

mlir::LogicalResult MeshAttr::verify(EmitError error, llvm::ArrayRef<mlir::StringAttr> names,
                                     llvm::ArrayRef<int64_t> sizes) {
  if (names.size() != sizes.size())
    return error() << "mesh: " << names.size() << " names, " << sizes.size() << " sizes";
  int64_t devices = 1;
  for (auto [i, name] : llvm::enumerate(names)) {
    if (name.getValue().empty()) return error() << "mesh: an axis has no name";  // C1
    if (llvm::is_contained(names.take_front(i), name)) return error() << "mesh: two axes are named " << name;
    if (sizes[i] < 1) return error() << "mesh: axis " << name << " has " << sizes[i] << " devices";  // C2
    if (__builtin_mul_overflow(devices, sizes[i], &devices)) return error() << "mesh: too many devices";
  }
  return mlir::success();
}

mlir::Attribute MeshAttr::parse(mlir::AsmParser &p, mlir::Type) {
  llvm::SmallVector<mlir::StringAttr> names;
  llvm::SmallVector<int64_t> sizes;
  auto axis = [&]() -> mlir::ParseResult {
    std::string name;
    if (p.parseString(&name) || p.parseEqual() || p.parseInteger(sizes.emplace_back())) return mlir::failure();
    names.push_back(mlir::StringAttr::get(p.getContext(), name));
    return mlir::success();
  };
  if (p.parseLess() || p.parseCommaSeparatedList(mlir::AsmParser::Delimiter::Square, axis) || p.parseGreater())
    return {};
  auto error = reporterAt(p);
  return MeshAttr::getChecked(EmitError(error), p.getContext(), llvm::ArrayRef(names), llvm::ArrayRef(sizes));
}

void MeshAttr::print(mlir::AsmPrinter &p) const {
  p << "<[";
  llvm::interleaveComma(llvm::zip(getNames(), getSizes()), p,
                        [&](auto axis) { p << std::get<0>(axis) << " = " << std::get<1>(axis); });
  p << "]>";
}

// ---- shardings

bool ShardingAttr::cutsAny() const {
  return llvm::any_of(getAxes(), [](mlir::DenseI64ArrayAttr a) { return !a.empty(); });
}

bool ShardingAttr::isCutBy(int64_t axis) const {
  return llvm::any_of(getAxes(), [&](mlir::DenseI64ArrayAttr a) { return llvm::is_contained(a.asArrayRef(), axis); });
}

ShardingAttr ShardingAttr::withOpenFront() const {
  llvm::SmallVector<mlir::DenseI64ArrayAttr> axes{mlir::DenseI64ArrayAttr::get(getContext(), {})};
  llvm::SmallVector<bool> open{true};
  llvm::append_range(axes, getAxes());
  llvm::append_range(open, getOpen());
  return get(getContext(), getMesh(), axes, open, getReplicated());
}

mlir::LogicalResult ShardingAttr::verify(EmitError error, MeshAttr mesh, llvm::ArrayRef<mlir::DenseI64ArrayAttr> axes,
                                         llvm::ArrayRef<bool> open, llvm::ArrayRef<int64_t> replicated) {
  if (axes.size() != open.size()) return error() << "sharding: " << axes.size() << " dimensions, " << open.size();
  llvm::SmallVector<bool> used(mesh.getSizes().size());
  auto use = [&](llvm::ArrayRef<int64_t> list) -> mlir::LogicalResult {
    for (int64_t a : list) {
      if (a < 0 || a >= static_cast<int64_t>(used.size()))
        return error() << "sharding: the mesh has no axis number " << a;
      if (used[a]) return error() << "sharding: axis " << mesh.getNames()[a] << " is used twice";  // C1
      used[a] = true;
    }
    return mlir::success();
  };
  for (mlir::DenseI64ArrayAttr a : axes)
    if (failed(use(a.asArrayRef()))) return mlir::failure();
  return use(replicated);
}

mlir::Attribute ShardingAttr::parse(mlir::AsmParser &p, mlir::Type) {
  MeshAttr mesh;
  llvm::SmallVector<mlir::DenseI64ArrayAttr> axes;
  llvm::SmallVector<bool> open;
  llvm::SmallVector<int64_t> replicated;
  auto dimension = [&]() -> mlir::ParseResult {
    llvm::SmallVector<int64_t> own;
    bool isOpen = false;
    if (parseAxes(p, mesh, own, &isOpen)) return mlir::failure();
    axes.push_back(mlir::DenseI64ArrayAttr::get(p.getContext(), own));
    open.push_back(isOpen);
    return mlir::success();
  };
  if (p.parseLess() || p.parseAttribute(mesh) || p.parseComma() ||
      p.parseCommaSeparatedList(mlir::AsmParser::Delimiter::Square, dimension))
    return {};
  if (succeeded(p.parseOptionalComma()) &&
      (p.parseKeyword("replicated") || p.parseEqual() || parseAxes(p, mesh, replicated, nullptr)))
    return {};
  if (p.parseGreater()) return {};
  auto error = reporterAt(p);
  return ShardingAttr::getChecked(EmitError(error), p.getContext(), mesh, llvm::ArrayRef(axes), llvm::ArrayRef(open),
                                  llvm::ArrayRef(replicated));
}

void ShardingAttr::print(mlir::AsmPrinter &p) const {
  p << "<" << getMesh() << ", [";
  llvm::interleaveComma(llvm::zip(getAxes(), getOpen()), p,
                        [&](auto d) { printAxes(p, getMesh(), std::get<0>(d).asArrayRef(), std::get<1>(d)); });
  p << "]";
  if (!getReplicated().empty()) {
    p << ", replicated = ";
    printAxes(p, getMesh(), getReplicated(), false);
  }
  p << ">";
}

mlir::LogicalResult checkSharding(std::optional<mlir::Location> loc, llvm::StringRef what, ShardingAttr sharding,
                                  Tensor type) {
  if (sharding.rank() != type.getRank())  // C2
    return mlir::emitOptionalError(loc, what, ": the sharding has ", sharding.rank(), " dimensions, ", str(type),
                                   " has ", type.getRank());
  for (int64_t d = 0; d < type.getRank(); ++d)
    if (type.getDimSize(d) % sharding.parts(d) != 0)  // C3
      return mlir::emitOptionalError(loc, what, ": dimension ", d, " of ", str(type), " cannot be cut into ",
                                     sharding.parts(d), " equal parts");
  return mlir::success();
}

}  // namespace fluxion::ir
