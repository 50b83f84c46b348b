// Collectives. StableHLO numbers devices and lists groups of them; here axes have names. Exported, the axes that a
// function names, in the order in which it does, are a mesh whose replicas are numbered with the last axis fastest.
// What is imported has all devices on one axis, "device".
#include "ir/ops/collective.h"

#include "ir/stablehlo/exporter.h"
#include "ir/stablehlo/importer.h"
#include "llvm/ADT/StringExtras.h"

namespace fluxion::ir::stablehlo {
namespace {

constexpr int64_t kMostDevices = 1 << 16;

// ---- import

// How many devices the module is for; 0 if it does not say.
int64_t devices(mlir::Operation *op) {
  auto module = op->getParentOfType<mlir::ModuleOp>();
  int64_t n = 1;
  bool isSaid = false;
  for (const char *name : {"mhlo.num_replicas", "mhlo.num_partitions"}) {
    auto count = module ? module->getAttrOfType<mlir::IntegerAttr>(name) : mlir::IntegerAttr();
    if (!count) continue;
    const int64_t factor = count.getValue().getLimitedValue(kMostDevices + 1);
    if (factor < 1 || factor > kMostDevices || (n > 1 && factor > 1))
      Importer::refuse(op, "only devices that are all replicas or all partitions are imported");
    n *= factor;
    isSaid = true;
  }
  return isSaid ? n : 0;
}

// The numbers of an attribute such as dense<[[0, 1], [1, 2]]>, row by row.
llvm::SmallVector<Sizes> rows(mlir::Operation *op, llvm::StringRef name) {
  auto dense = llvm::dyn_cast_if_present<mlir::DenseIntElementsAttr>(attribute(op, name));
  if (!dense || dense.getType().getRank() != 2 || dense.getNumElements() > 2 * kMostDevices ||
      dense.getType().getDimSize(0) > kMostDevices)
    Importer::refuse(op, "the attribute '" + name + "' is no matrix of integers");
  llvm::SmallVector<Sizes> out(static_cast<size_t>(dense.getType().getDimSize(0)));
  const int64_t columns = dense.getType().getDimSize(1);
  for (auto [i, v] : llvm::enumerate(dense.getValues<llvm::APInt>()))
    out[i / static_cast<size_t>(columns)].push_back(v.getSExtValue());
  return out;
}

// The number of devices, which must all be in one group.
int64_t groupSize(mlir::Operation *op) {
  const llvm::SmallVector<Sizes> groups = rows(op, "replica_groups");
  const int64_t said = devices(op);
  bool isWhole = groups.size() == 1 && !groups[0].empty();
  for (int64_t i = 0; isWhole && i < static_cast<int64_t>(groups[0].size()); ++i) isWhole = groups[0][i] == i;
  if (!isWhole || (said && said != static_cast<int64_t>(groups[0].size())))
    Importer::refuse(op, "only collectives over one group of all devices, in order, are imported");
  return static_cast<int64_t>(groups[0].size());
}

mlir::Value emit(Importer &in, llvm::StringRef name, Inputs x, int64_t size, llvm::ArrayRef<Attribute> more) {
  llvm::SmallVector<Attribute> all(more);
  all.emplace_back("axis_name", in.builder().getStringAttr("device"));
  all.emplace_back("axis_size", in.number(size));
  return in.emit(name, x, all);
}

Combine kindOf(mlir::Operation *op) {
  if (op->getNumRegions() != 1) Importer::refuse(op, "a reduction over devices has a region");
  const auto body = expressions(op->getRegion(0));
  auto kind = body.size() == 1 ? combinationOf(body[0], 0, 1) : std::nullopt;
  if (!kind) Importer::refuse(op, "only sums, maxima and minima over devices are imported");
  return *kind;
}

Values allReduce(Importer &in, mlir::Operation *op, Inputs x) {
  Values out;
  for (mlir::Value v : x) out.push_back(emit(in, "fx.all_reduce", {v}, groupSize(op), {{"kind", in.kind(kindOf(op))}}));
  return out;
}
Values allGather(Importer &in, mlir::Operation *op, Inputs x) {
  Values out;
  for (mlir::Value v : x)
    out.push_back(
        emit(in, "fx.all_gather", {v}, groupSize(op), {{"dimension", in.number(integer(op, "all_gather_dim"))}}));
  return out;
}
Values reduceScatter(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  if (kindOf(op) != Combine::add) in.refuse(op, "only sums are imported that are scattered over devices");
  return {
      emit(in, "fx.reduce_scatter", x, groupSize(op), {{"dimension", in.number(integer(op, "scatter_dimension"))}})};
}
Values allToAll(Importer &in, mlir::Operation *op, Inputs x) {
  const int64_t size = groupSize(op);
  if (integer(op, "split_count") != size) in.refuse(op, "an all_to_all cuts into as many parts as there are devices");
  Values out;
  for (mlir::Value v : x)
    out.push_back(emit(in, "fx.all_to_all", {v}, size,
                       {{"split_dimension", in.number(integer(op, "split_dimension"))},
                        {"concat_dimension", in.number(integer(op, "concat_dimension"))}}));
  return out;
}
Values permute(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 1);
  const int64_t size = devices(op);
  if (!size) in.refuse(op, "the module does not say for how many devices it is");
  Sizes sources(static_cast<size_t>(size), -1);
  for (const Sizes &pair : rows(op, "source_target_pairs")) {
    if (pair.size() != 2 || pair[0] < 0 || pair[1] < 0 || pair[1] >= size || sources[pair[1]] >= 0)
      in.refuse(op, "'source_target_pairs' are pairs of devices, each once on a side");
    sources[pair[1]] = pair[0];
  }
  return {emit(in, "fx.collective_permute", x, size, {{"sources", in.list(sources)}})};
}
Values deviceNumber(Importer &in, mlir::Operation *op, Inputs x) {
  expect(op, 0);
  const int64_t size = devices(op);
  if (!size) in.refuse(op, "the module does not say for how many devices it is");
  return {in.convert(emit(in, "fx.axis_index", x, size, {}), resultType(op).getElementType())};
}

// ---- export

int64_t strideOf(llvm::ArrayRef<MeshAxis> mesh, size_t axis) {
  int64_t stride = 1;
  for (size_t i = axis + 1; i < mesh.size(); ++i) stride *= mesh[i].size;
  return stride;
}

size_t axisOf(Exporter &ex, mlir::Operation *op) {
  return static_cast<size_t>(llvm::find_if(ex.mesh(), [&](const MeshAxis &a) { return a.name == axisNameOf(op); }) -
                             ex.mesh().begin());
}

std::string matrix(llvm::ArrayRef<Sizes> rows, size_t columns) {
  auto texts = llvm::map_range(rows, [](const Sizes &r) { return brackets(r); });
  const std::string type = " : tensor<" + std::to_string(rows.size()) + "x" + std::to_string(columns) + "xi64>";
  return "dense<" + (rows.empty() ? "" : "[" + llvm::join(texts, ", ") + "]") + ">" + type;
}

// For each member of the op's axis those who share it: a row for each choice of the other axes.
llvm::SmallVector<Sizes> groups(Exporter &ex, mlir::Operation *op) {
  const size_t axis = axisOf(ex, op);
  const int64_t stride = strideOf(ex.mesh(), axis), size = ex.mesh()[axis].size;
  llvm::SmallVector<Sizes> out;
  for (int64_t first = 0; first < ex.devices(); ++first) {
    if (first / stride % size != 0) continue;
    Sizes &group = out.emplace_back();
    for (int64_t i = 0; i < size; ++i) group.push_back(first + i * stride);
  }
  return out;
}

std::string groupsText(Exporter &ex, mlir::Operation *op) {
  return "replica_groups = " + matrix(groups(ex, op), static_cast<size_t>(ex.mesh()[axisOf(ex, op)].size));
}
std::string field(llvm::StringRef name, uint64_t value) {
  return ", " + name.str() + " = " + std::to_string(value) + " : i64";
}
std::string combiner(Exporter &ex, const Ref &x, Combine kind) {
  const Tensor scalar = ex.scalarOf(x.type);
  const std::string name = "stablehlo." + elementwiseName(kind).drop_front(3).str();
  return ex.region({scalar, scalar}, [&](llvm::ArrayRef<Ref> a) -> Refs { return {ex.binary(name, a[0], a[1])}; });
}

Refs writeAllReduce(Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref> x) {
  return ex.write("stablehlo.all_reduce", x, groupsText(ex, op), op->getResultTypes(),
                  {combiner(ex, x[0], llvm::cast<AllReduceOp>(op).getKind())});
}
Refs writeAllGather(Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref> x) {
  return ex.write("stablehlo.all_gather", x,
                  groupsText(ex, op) + field("all_gather_dim", llvm::cast<AllGatherOp>(op).getDimension()),
                  op->getResultTypes());
}
Refs writeReduceScatter(Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref> x) {
  return ex.write("stablehlo.reduce_scatter", x,
                  groupsText(ex, op) + field("scatter_dimension", llvm::cast<ReduceScatterOp>(op).getDimension()),
                  op->getResultTypes(), {combiner(ex, x[0], Combine::add)});
}
Refs writePermute(Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref> x) {
  llvm::SmallVector<Sizes> pairs;
  for (const Sizes &group : groups(ex, op))
    for (auto [to, from] : llvm::enumerate(llvm::cast<CollectivePermuteOp>(op).getSources()))
      if (from >= 0) pairs.push_back({group[from], group[to]});
  return ex.write("stablehlo.collective_permute", x, "source_target_pairs = " + matrix(pairs, 2), op->getResultTypes());
}
Refs writeAllToAll(Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref> x) {
  auto a = llvm::cast<AllToAllOp>(op);
  return ex.write("stablehlo.all_to_all", x,
                  groupsText(ex, op) + field("split_dimension", a.getSplitDimension()) +
                      field("concat_dimension", a.getConcatDimension()) + field("split_count", a.getAxisSize()),
                  op->getResultTypes());
}
// device / stride mod size
Refs writeAxisIndex(Exporter &ex, mlir::Operation *op, llvm::ArrayRef<Ref>) {
  const size_t axis = axisOf(ex, op);
  const Tensor type = Tensor::get({}, mlir::IntegerType::get(ex.context(), 32, mlir::IntegerType::Unsigned));
  Ref id = ex.writeOne("stablehlo.replica_id", {}, "", type);
  id = ex.binary("stablehlo.divide", id, ex.constant(type, static_cast<double>(strideOf(ex.mesh(), axis))));
  id = ex.binary("stablehlo.remainder", id, ex.constant(type, static_cast<double>(ex.mesh()[axis].size)));
  return ex.write("stablehlo.convert", {id}, "", op->getResultTypes());
}

}  // namespace

llvm::SmallVector<MeshAxis> meshOf(mlir::func::FuncOp f) {
  llvm::SmallVector<MeshAxis> mesh;
  int64_t devices = 1;
  f.walk([&](mlir::Operation *op) {
    const llvm::StringRef name = axisNameOf(op);
    if (name.empty()) return;
    const int64_t size = op->getAttrOfType<mlir::IntegerAttr>("axis_size").getInt();
    auto known = llvm::find_if(mesh, [&](const MeshAxis &a) { return a.name == name; });
    if (known == mesh.end()) {
      mesh.push_back({name.str(), size});
      if (__builtin_mul_overflow(devices, size, &devices) || devices > kMostDevices)
        Importer::refuse(op, "no export for more than " + llvm::Twine(kMostDevices) + " devices");
    } else if (known->size != size) {
      Importer::refuse(op, "axis \"" + name + "\" has " + llvm::Twine(known->size) + " members elsewhere");
    }
  });
  return mesh;
}

void addCollectiveRules(Rules &rules) {
  rules["stablehlo.all_reduce"] = allReduce;
  rules["stablehlo.all_gather"] = allGather;
  rules["stablehlo.reduce_scatter"] = reduceScatter;
  rules["stablehlo.all_to_all"] = allToAll;
  rules["stablehlo.collective_permute"] = permute;
  for (const char *name : {"stablehlo.replica_id", "stablehlo.partition_id"}) rules[name] = deviceNumber;
}
void addDeviceRules(ExportRules &rules) {
  rules[AllReduceOp::getOperationName()] = writeAllReduce;
  rules[AllGatherOp::getOperationName()] = writeAllGather;
  rules[ReduceScatterOp::getOperationName()] = writeReduceScatter;
  rules[CollectivePermuteOp::getOperationName()] = writePermute;
  rules[AllToAllOp::getOperationName()] = writeAllToAll;
  rules[AxisIndexOp::getOperationName()] = writeAxisIndex;
}

}  // namespace fluxion::ir::stablehlo
