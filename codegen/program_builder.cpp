#include "codegen/program_builder.h"

#include "codegen/loops/product.h"
#include "ir/ops/attention.h"
#include "ir/ops/collective.h"
#include "ir/ops/host.h"
#include "ir/ops/linalg.h"
#include "llvm/ADT/TypeSwitch.h"

namespace fluxion::codegen {

using mlir::failure;
using mlir::LogicalResult;
using mlir::success;
using runtime::BufferRef;

int64_t ProgramBuilder::bytes(mlir::Value v) const { return ir::shapeDtypeOf(v.getType()).bytes(); }

void ProgramBuilder::define(mlir::Value v) { places_[v] = {memory_.temporary(bytes(v))}; }

BufferRef ProgramBuilder::read(mlir::Value v) {
  Place p = places_.lookup(v);
  memory_.use(p.buffer, step());
  return MemoryPlan::ref(p.buffer, p.offset);
}

BufferRef ProgramBuilder::scratch(int64_t bytes) {
  int buffer = memory_.temporary(bytes);
  scratchOwner_[buffer] = lowered_;
  memory_.use(buffer, step());
  return MemoryPlan::ref(buffer);
}

std::vector<BufferRef> ProgramBuilder::readAll(mlir::ValueRange values) {
  std::vector<BufferRef> refs;
  for (mlir::Value v : values) refs.push_back(read(v));
  return refs;
}

std::vector<BufferRef> ProgramBuilder::writeAll(mlir::ValueRange values) {
  std::vector<BufferRef> refs;
  for (mlir::Value v : values) refs.push_back(write(v));
  return refs;
}

namespace {

// Row-major bytes of a constant; bool is a byte.
std::string bytesOf(mlir::ElementsAttr value) {
  auto dense = mlir::cast<mlir::DenseElementsAttr>(value);
  ShapeDtype type = ir::shapeDtypeOf(dense.getType());
  std::string bytes(static_cast<size_t>(type.bytes()), '\0');
  if (type.dtype == DType::bool_) {
    for (auto [i, bit] : llvm::enumerate(dense.getValues<bool>())) bytes[i] = bit;
    return bytes;
  }
  llvm::ArrayRef<char> raw = dense.getRawData();
  if (raw.empty()) return bytes;
  for (size_t i = 0; i < bytes.size(); i += raw.size()) std::copy(raw.begin(), raw.end(), bytes.begin() + i);
  return bytes;
}

}  // namespace

mlir::FailureOr<std::shared_ptr<runtime::Program>> ProgramBuilder::build(llvm::StringRef name) {
  program_ = std::make_shared<runtime::Program>();
  program_->name = name.str();
  for (mlir::BlockArgument v : block_.getArguments()) {
    program_->arguments.push_back(ir::shapeDtypeOf(v.getType()));
    places_[v] = {memory_.argument(static_cast<int32_t>(v.getArgNumber()), bytes(v))};
  }
  for (int32_t n : donated_) memory_.donate(place(block_.getArgument(static_cast<unsigned>(n))).buffer);
  for (mlir::Value v : block_.getTerminator()->getOperands())
    program_->results.push_back(ir::shapeDtypeOf(v.getType()));
  for (mlir::Operation &op : block_.without_terminator())
    if (lowered_ = &op; failed(lower(&op))) return failure();
  finishResults();
  noteLargest();
  memory_.finish(*program_);
  return program_;
}

// Results are written where they are computed; what is an argument, a constant or another result is copied.
void ProgramBuilder::finishResults() {
  for (auto [i, v] : llvm::enumerate(block_.getTerminator()->getOperands())) {
    Place p = place(v);
    if (p.offset == 0 && memory_.makeResult(p.buffer, static_cast<int32_t>(i))) continue;
    BufferRef from = read(v);
    int to = memory_.temporary(bytes(v));
    memory_.use(to, step());
    memory_.makeResult(to, static_cast<int32_t>(i));
    inPlace_.push_back({to, p.buffer, step()});
    add(runtime::CopyStep{from, MemoryPlan::ref(to), bytes(v)});
  }
  for (const InPlace &candidate : inPlace_) memory_.shareInPlace(candidate.result, candidate.input, candidate.step);
}

LogicalResult ProgramBuilder::lower(mlir::Operation *op) {
  return llvm::TypeSwitch<mlir::Operation *, LogicalResult>(op)
      .Case([&](ir::KernelOp o) { return lowerKernel(o); })
      .Case([&](ir::DotGeneralOp o) { return lowerDot(o); })
      .Case([&](ir::ConvolutionOp o) { return lowerConvolution(o); })
      .Case([&](ir::SortOp o) { return lowerSort(o); })
      .Case([&](ir::CumulativeOp o) { return lowerCumulative(o); })
      .Case([&](ir::FftOp o) { return lowerFft(o); })
      .Case<ir::CholeskyOp, ir::TriangularSolveOp, ir::LuOp, ir::QrOp, ir::HouseholderQrOp, ir::HouseholderProductOp,
            ir::EighOp, ir::SvdOp>([&](auto o) { return lowerLinalg(o); })
      .Case([&](ir::HostCallOp o) { return lowerHost(o); })
      .Case<ir::AttentionOp, ir::AttentionGradOp, ir::AttentionJvpOp, ir::AttentionGradJvpOp>(
          [&](auto o) { return lowerAttention(o); })
      .Case([&](ir::CaseOp o) { return lowerCase(o); })
      .Case([&](ir::WhileOp o) { return lowerWhile(o); })
      .Case([&](ir::ScanOp o) { return lowerScan(o); })
      .Case([&](ir::ConstantOp o) {
        places_[o.getY()] = {memory_.constant(static_cast<int32_t>(program_->constants.size()), bytes(o.getY()))};
        program_->constants.push_back({ir::shapeDtypeOf(o.getY().getType()), bytesOf(o.getValue())});
        return success();
      })
      .Case([&](ir::OptimizationBarrierOp o) {
        for (auto [x, y] : llvm::zip(o.getInputs(), o.getOutputs())) places_[y] = place(x);
        return success();
      })
      .Case([&](ir::ReshapeOp o) {
        if (auto it = places_.find(o.getX()); it != places_.end()) {
          Place p = it->second;
          places_[o.getY()] = p;
        }
        return success();
      })
      .Case<ir::TransposeOp, ir::SliceOp, ir::BroadcastInDimOp, ir::ReverseOp>([](auto) { return success(); })  // views
      .Default([](mlir::Operation *o) {
        if (llvm::StringRef axis = ir::axisNameOf(o); !axis.empty())
          return o->emitError("codegen: '") << o->getName() << "' is over axis \"" << axis
                                            << "\", which nothing maps: vmap does, if the axis has that name";
        return o->emitError("codegen: '") << o->getName() << "' has no code for the CPU with these types";
      });
}

namespace {

// The number of the input that an update kernel only writes into; none if its elements are read, too.
std::optional<unsigned> updatedInput(ir::KernelOp op) {
  auto *update = op.getBody().front().getTerminator()->getOperand(0).getDefiningOp();
  auto x = mlir::dyn_cast<mlir::BlockArgument>(update->getOperand(0));
  return x && x.hasOneUse() ? std::optional(x.getArgNumber()) : std::nullopt;
}

}  // namespace

// The result of an update starts as a copy of the array, or takes its place if that is not needed any more.
void ProgramBuilder::copyForUpdate(ir::KernelOp op) {
  auto *update = op.getBody().front().getTerminator()->getOperand(0).getDefiningOp();
  mlir::Value x = op.getInputs()[mlir::cast<mlir::BlockArgument>(update->getOperand(0)).getArgNumber()];
  BufferRef from = read(x), to = write(op.getResult(0));
  if (isAlone(op.getInputs(), x)) inPlace_.push_back({place(op.getResult(0)).buffer, place(x).buffer, step()});
  add(runtime::CopyStep{from, to, bytes(x)});
}

LogicalResult ProgramBuilder::lowerKernel(ir::KernelOp op) {
  if (op.getKind() == "attention") return lowerPackedAttention(op);
  if (op.getKind() == "gemm") {
    mlir::Value lhs, rhs;
    auto product = productIn(op, &lhs, &rhs);
    if (!product) return op.emitError("codegen: this product's operands do not lie in strides");
    return lowerProduct(op, *product, lhs, rhs, productOf(op));
  }
  const CompiledKernel &kernel = kernels_.add(op);
  if (op.getKind() == "update") copyForUpdate(op);
  if (kernel.tiles == 0) {
    for (mlir::Value v : op.getResults())
      if (!places_.count(v)) define(v);
    return success();
  }
  runtime::KernelStep step;
  step.code = kernel.code;
  step.tiles = kernel.tiles, step.grain = kernel.grain, step.scratch_bytes = kernel.scratchBytes;
  // The array that is updated is there as the result; if nothing else reads it, it need not live on. The same array may
  // be another input as well, which is read as it was.
  const std::optional<unsigned> updated = op.getKind() == "update" ? updatedInput(op) : std::nullopt;
  for (auto [i, v] : llvm::enumerate(op.getInputs())) step.buffers.push_back(read(i == updated ? op.getResult(0) : v));
  auto results = op.getKind() == "update" ? readAll(op.getResults()) : writeAll(op.getResults());
  step.buffers.insert(step.buffers.end(), results.begin(), results.end());
  noteInPlace(op, kernel);
  for (mlir::Value v : op->getOperands()) program_->bytes_moved += bytes(v);
  for (mlir::Value v : op->getResults()) program_->bytes_moved += bytes(v);
  step.name = op.getKind().str();
  for (mlir::Operation &inner : op.getBody().front().without_terminator())
    if (step.name.size() < 100 && !mlir::isa<ir::BroadcastInDimOp, ir::ReshapeOp, ir::ConstantOp>(inner))
      step.name += " " + inner.getName().stripDialect().str();
  add(std::move(step));
  return success();
}

// Whether one of the values lies in x's place, be it x itself or a view: what takes that place while a step runs would
// destroy it for them.
bool ProgramBuilder::isRead(mlir::ValueRange values, mlir::Value x) const {
  return llvm::any_of(values, [&](mlir::Value v) { return place(v).buffer == place(x).buffer; });
}

// Whether x, an input of a kernel, is the only one in its place.
bool ProgramBuilder::isAlone(mlir::ValueRange inputs, mlir::Value x) const {
  return place(x).offset == 0 &&
         llvm::none_of(inputs, [&](mlir::Value v) { return v != x && place(v).buffer == place(x).buffer; });
}

// Results that may take the place of inputs which are not needed after this step.
void ProgramBuilder::noteInPlace(ir::KernelOp op, const CompiledKernel &kernel) {
  for (unsigned r = 0; r < op.getNumResults(); ++r)
    for (unsigned i : kernel.inPlace[r])
      if (isAlone(op.getInputs(), op.getInputs()[i]))
        inPlace_.push_back({place(op.getResult(r)).buffer, place(op.getInputs()[i]).buffer, step()});
}

LogicalResult ProgramBuilder::lowerDot(ir::DotGeneralOp op) {
  auto located = locateProduct(op, ir::rowMajorStrides(ir::shapeOf(op.getY())),
                               [&](mlir::Value v) { return places_.count(v) != 0; });
  if (!located || mlir::isa<mlir::ComplexType>(ir::elementType(op.getY())))
    return op.emitError("codegen: no CPU code for this product of ")
           << ir::str(op.getLhs().getType()) << " and " << ir::str(op.getRhs().getType());
  return lowerProduct(op, located->product, located->lhs, located->rhs, op);
}

namespace {

int64_t product(llvm::ArrayRef<int64_t> sizes) {
  int64_t n = 1;
  for (int64_t size : sizes) n *= size;
  return n;
}

std::string productName(const ir::MatrixProduct &p) {
  return "gemm " + std::to_string(product(p.batch)) + "x" + std::to_string(p.m) + "x" + std::to_string(p.n) + "x" +
         std::to_string(p.k);
}

unsigned numberOf(mlir::ValueRange values, mlir::Value v) {
  return static_cast<unsigned>(llvm::find(values, v) - values.begin());
}

}  // namespace

// As one kernel of a GPU.
LogicalResult ProgramBuilder::lowerProductKernel(mlir::Operation *op, const ir::MatrixProduct &p, mlir::Value lhs,
                                                 mlir::Value rhs, ir::DotGeneralOp dot) {
  gpu::Product product{p, ir::elementType(lhs), ir::elementType(dot.getY()), mlir::dyn_cast<ir::KernelOp>(op)};
  runtime::KernelStep step;
  if (product.kernel) {
    step.buffers = readAll(product.kernel.getInputs());
    product.a = numberOf(product.kernel.getInputs(), lhs), product.b = numberOf(product.kernel.getInputs(), rhs);
  } else {
    step.buffers = readAll({lhs, rhs});
  }
  auto results = writeAll(op->getResults());
  step.buffers.insert(step.buffers.end(), results.begin(), results.end());
  const CompiledKernel &compiled = kernels_.add(product);
  if (product.kernel) noteInPlace(product.kernel, compiled);
  step.code = compiled.code;
  step.tiles = compiled.tiles;
  step.name = productName(p);
  if (step.tiles) add(std::move(step));
  return success();
}

LogicalResult ProgramBuilder::lowerProduct(mlir::Operation *op, const ir::MatrixProduct &p, mlir::Value lhs,
                                           mlir::Value rhs, ir::DotGeneralOp dot) {
  program_->flops += 2 * product(p.batch) * p.m * p.n * p.k;
  for (mlir::Value v : op->getOperands()) program_->bytes_moved += bytes(v);
  for (mlir::Value v : op->getResults()) program_->bytes_moved += bytes(v);
  if (kernels_.device() != Device::cpu) return lowerProductKernel(op, p, lhs, rhs, dot);
  runtime::GemmStep step;
  step.dtype = ir::dtypeOf(ir::elementType(lhs));
  step.out_dtype = ir::dtypeOf(ir::elementType(dot.getY()));
  step.batch.assign(p.batch.begin(), p.batch.end());
  step.m = p.m, step.n = p.n, step.k = p.k;
  auto operand = [](const ir::MatrixProduct::Operand &o, BufferRef ref, int64_t size) {
    ref.offset += o.offset * size;
    return runtime::GemmStep::Operand{ref, o.row, o.column, {o.batch.begin(), o.batch.end()}};
  };
  bool empty = llvm::any_of(op->getResults(), [&](mlir::Value v) { return bytes(v) == 0; });
  step.a = operand(p.a, read(lhs), size_of(step.dtype));
  step.b = operand(p.b, read(rhs), size_of(step.dtype));
  step.out = operand(p.out, {}, 0);
  if (auto kernel = mlir::dyn_cast<ir::KernelOp>(op); kernel && !isPlainProduct(kernel)) {
    const CompiledKernel &compiled = kernels_.add(kernel);
    step.epilogue = compiled.code;
    for (unsigned i : epilogueInputs(kernel)) step.epilogue_buffers.push_back(read(kernel.getInputs()[i]));
    for (mlir::Value v : kernel.getResults()) step.epilogue_buffers.push_back(write(v));
    noteInPlace(kernel, compiled);
  } else {
    step.out.buffer = write(op->getResult(0));
  }
  step.name = productName(p);
  if (!empty) add(std::move(step));
  return success();
}

LogicalResult ProgramBuilder::lowerConvolution(ir::ConvolutionOp op) {
  runtime::CallStep step{"convolution", readAll(op.getOperands()), {}, {}};
  step.buffers.push_back(write(op.getY()));
  for (mlir::Value v : {op.getLhs(), op.getRhs(), op.getY()}) step.types.push_back(ir::shapeDtypeOf(v.getType()));
  step.attributes = {static_cast<int64_t>(op.getFeatureGroups()), static_cast<int64_t>(op.getBatchGroups())};
  for (llvm::ArrayRef<int64_t> list : {op.getLhsDims(), op.getRhsDims(), op.getOutDims(), op.getStrides(), op.getLow(),
                                       op.getHigh(), op.getLhsDilation(), op.getRhsDilation(), op.getReversal()})
    step.attributes.insert(step.attributes.end(), list.begin(), list.end());
  int64_t terms = 1;  // of each element of the result
  for (int64_t d : op.getRhsDims().drop_front()) terms *= ir::shapeOf(op.getRhs())[d];
  program_->flops += 2 * terms * ir::tensorType(op.getY()).getNumElements();
  for (mlir::Value v : {op.getLhs(), op.getRhs(), op.getY()}) program_->bytes_moved += bytes(v);
  add(std::move(step));
  return success();
}

LogicalResult ProgramBuilder::lowerSort(ir::SortOp op) {
  runtime::CallStep step{"sort", readAll(op.getInputs()), {}, {}};
  auto results = writeAll(op.getOutputs());
  step.buffers.insert(step.buffers.end(), results.begin(), results.end());
  for (mlir::Value v : op.getInputs()) step.types.push_back(ir::shapeDtypeOf(v.getType()));
  for (mlir::Value v : op.getOutputs()) step.types.push_back(ir::shapeDtypeOf(v.getType()));
  step.attributes = {static_cast<int64_t>(op.getDimension()), op.getIsStable(), op.getDescending(),
                     static_cast<int64_t>(op.getInputs().size())};
  add(std::move(step));
  return success();
}

LogicalResult ProgramBuilder::lowerCumulative(ir::CumulativeOp op) {
  auto kind = static_cast<int64_t>(op.getKind());
  if (kind > static_cast<int64_t>(ir::Combine::xor_))
    return op.emitError("codegen: cumulative ") << ir::stringifyCombine(op.getKind()) << " has no code for the CPU";
  runtime::CallStep step{
      "cumulative", {read(op.getX())}, {}, {static_cast<int64_t>(op.getDimension()), op.getReverse(), kind}};
  step.buffers.push_back(write(op.getY()));
  step.types = {ir::shapeDtypeOf(op.getX().getType()), ir::shapeDtypeOf(op.getY().getType())};
  add(std::move(step));
  return success();
}

LogicalResult ProgramBuilder::lowerFft(ir::FftOp op) {
  runtime::CallStep step{"fft", {read(op.getX())}, {}, {static_cast<int64_t>(op.getKind())}};
  step.buffers.push_back(write(op.getY()));
  step.types = {ir::shapeDtypeOf(op.getX().getType()), ir::shapeDtypeOf(op.getY().getType())};
  llvm::append_range(step.attributes, op.getLengths());
  add(std::move(step));
  return success();
}

LogicalResult ProgramBuilder::lowerCase(ir::CaseOp op) {
  runtime::CaseStep step;
  int64_t arena = 0;
  for (auto [i, region] : llvm::enumerate(op.getBranches())) {
    auto branch = ProgramBuilder(region.front(), kernels_, {}).build(program_->name + ".branch" + std::to_string(i));
    if (failed(branch)) return failure();
    arena = std::max(arena, (*branch)->arena_bytes);
    step.branches.push_back(*branch);
  }
  step.index = read(op.getIndex());
  step.operands = readAll(op.getInputs());
  step.results = writeAll(op.getOutputs());
  step.arena = scratch(arena);
  add(std::move(step));
  return success();
}

LogicalResult ProgramBuilder::lowerWhile(ir::WhileOp op) {
  auto constants = static_cast<size_t>(op.getNumConstants());
  llvm::SmallVector<int32_t> carries;
  for (size_t i = constants; i < op.getInputs().size(); ++i) carries.push_back(static_cast<int32_t>(i));
  auto condition = ProgramBuilder(op.getCondition().front(), kernels_, {}).build(program_->name + ".condition");
  auto body = ProgramBuilder(op.getBody().front(), kernels_, carries).build(program_->name + ".body");
  if (failed(condition) || failed(body)) return failure();
  runtime::WhileStep step;
  step.condition = *condition, step.body = *body;
  step.constants = readAll(op.getInputs().take_front(constants));
  step.carry_in = readAll(op.getInputs().drop_front(constants));
  step.results = writeAll(op.getOutputs());
  for (auto [i, v] : llvm::enumerate(op.getOutputs())) {
    step.carry_bytes.push_back(bytes(v));
    bool inPlace = (*body)->aliases[i] == static_cast<int32_t>(constants + i);
    step.spare.push_back(scratch(inPlace ? 0 : bytes(v)));
    mlir::Value first = op.getInputs()[constants + i];
    if (inPlace && place(first).offset == 0 && !isRead(op.getInputs().take_front(constants), first))
      inPlace_.push_back({place(v).buffer, place(first).buffer, this->step()});
  }
  step.flag = scratch(1);
  step.arena = scratch(std::max((*condition)->arena_bytes, (*body)->arena_bytes));
  add(std::move(step));
  return success();
}

LogicalResult ProgramBuilder::lowerScan(ir::ScanOp op) {
  auto constants = static_cast<size_t>(op.getNumConstants()), carries = static_cast<size_t>(op.getNumCarry());
  llvm::SmallVector<int32_t> donated;
  for (size_t i = 0; i < carries; ++i) donated.push_back(static_cast<int32_t>(constants + i));
  auto body = ProgramBuilder(op.getBody().front(), kernels_, donated).build(program_->name + ".body");
  if (failed(body)) return failure();
  runtime::ScanStep step;
  step.body = *body;
  step.length = op.getLength(), step.reverse = op.getReverse();
  step.constants = readAll(op.getInputs().take_front(constants));
  step.carry_in = readAll(op.getInputs().slice(constants, carries));
  step.xs = readAll(op.getInputs().drop_front(constants + carries));
  step.results = writeAll(op.getOutputs().take_front(carries));
  step.ys = writeAll(op.getOutputs().drop_front(carries));
  for (size_t i = 0; i < carries; ++i) {
    mlir::Value v = op.getOutputs()[i];
    step.carry_bytes.push_back(bytes(v));
    bool inPlace = (*body)->aliases[i] == static_cast<int32_t>(constants + i);
    step.spare.push_back(scratch(inPlace ? 0 : bytes(v)));
    mlir::Value first = op.getInputs()[constants + i];
    // What other carries begin with is copied before the first iteration.
    if (inPlace && place(first).offset == 0 && !isRead(op.getInputs().take_front(constants), first) &&
        !isRead(op.getInputs().drop_front(constants + carries), first))
      inPlace_.push_back({place(v).buffer, place(first).buffer, this->step()});
  }
  for (mlir::Value v : op.getInputs().drop_front(constants + carries))
    step.x_strides.push_back(bytes(v) / std::max<int64_t>(1, step.length));
  for (mlir::Value v : op.getOutputs().drop_front(carries))
    step.y_strides.push_back(bytes(v) / std::max<int64_t>(1, step.length));
  step.arena = scratch((*body)->arena_bytes);
  add(std::move(step));
  return success();
}

}  // namespace fluxion::codegen
