// Emits the value of any op of a kernel at a symbolic index, on demand. A value is emitted once, in the outermost loop
// in which its index is known, and is a scalar where its index does not depend on the lane.
#pragma once
#include <map>
#include <optional>

#include "codegen/loops/loops.h"
#include "mlir/IR/Builders.h"

namespace fluxion::codegen {

class Emitter {
 public:
  using Guards = llvm::SmallVector<ir::IndexGuard, 1>;

  /// `builder` stands in the function's entry block. `pointers` has one address for each argument of the kernel's body.
  Emitter(mlir::OpBuilder &builder, KernelLoops &loops, mlir::Block &body, llvm::ArrayRef<mlir::Value> pointers,
          int64_t width);

  mlir::OpBuilder &b;
  mlir::Location loc;
  KernelLoops &loops;
  const int64_t width;  // lanes of a vector

  // ---- loops. A frame is what is known between two loop headers.
  /// Says the value of a loop's index from here on; for the lane's loop, that of lane 0.
  void setIndex(int variable, mlir::Value index);
  /// Runs `body` in a loop over [low, high) of the given step, in which setIndex may be called. `carried` are values
  /// that the body takes and returns anew. Returns their last values.
  using Body = llvm::function_ref<llvm::SmallVector<mlir::Value>(mlir::Value index, mlir::ValueRange carried)>;
  llvm::SmallVector<mlir::Value> loop(mlir::Value low, mlir::Value high, int64_t step, mlir::ValueRange carried,
                                      Body body);
  /// Runs `body` in a region of `op`, which stands where the builder does.
  void inside(mlir::Operation *op, mlir::Block &block, llvm::function_ref<void()> body);
  /// Runs `body` in the same block, but nothing emitted in it is known afterwards: for a second pass over the lanes.
  void frame(llvm::function_ref<void()> body);
  /// What is known of one of several rows that are worked on at a time, in one loop over the lanes.
  class Row;
  /// A row whose index `set` sets.
  Row row(llvm::function_ref<void()> set);
  /// Runs `body` for a row, within the loop over the lanes or after it. What is known of the row as a whole is emitted
  /// before that loop.
  void inRow(Row &row, llvm::function_ref<void()> body);
  /// Says that results of reductions and stored values, and what depends on them, belong to the innermost frame, even
  /// if their index is known further out.
  void holdResults() { resultFrame_ = frames_.size() - 1; }
  /// Which of several vectors side by side is meant: their lanes begin at lane 0's index + number·width.
  void setPart(int64_t part) { part_ = part; }
  /// Only the lanes of `mask` exist (null: all). Set it where the lane's index is set.
  void setMask(mlir::Value mask) { mask_ = mask; }
  /// A mask of the first `count` lanes.
  mlir::Value firstLanes(int64_t count);
  mlir::Value firstLanes(mlir::Value count);

  /// Loads along the lanes also ask for what the given loop will read some iterations later, if that lies so far away
  // that the hardware does not foresee it. No iterations: they do not.
  void setPrefetch(int variable, int64_t iterations) {
    prefetched_ = variable, ahead_ = iterations, isNear_ = false, row_ = 0;
  }
  /// The same wherever it lies, into the second cache: for rows that are read in bursts between passes over others.
  void setPrefetchRows(int variable, int64_t iterations) { setPrefetch(variable, iterations), isNear_ = true; }
  /// Loads along the lanes also ask for what lies two pages further, into the second cache, where memory is read on
  /// to there: in rows of `elements` that follow one another with the loop (null: there is none), or long ones.
  void setPrefetchPages(std::optional<int> variable, int64_t elements) {
    setPrefetch(variable.value_or(-1), 0), row_ = elements;
  }
  /// Whole vectors that are stored to `pointer`, in lines of `bytes`, pass the caches by where `condition` holds: if
  /// the pointer is a multiple of `bytes`, say.
  void setStreamed(mlir::Value pointer, mlir::Value condition, int64_t bytes) {
    streamed_[pointer] = condition, streamedLine_ = bytes;
  }

  // ---- values
  mlir::Value value(mlir::Value v, const ir::IndexVector &at, const Guards &guards = {});
  /// As a vector, if lanes are in use.
  mlir::Value vectorOf(mlir::Value scalarOrVector);
  mlir::Value index(const ir::IndexExpr &e);  // scalar i64; the lane's loop counts with lane 0
  /// The value of an index as i32, a vector where it depends on the lane.
  mlir::Value positions(const ir::IndexExpr &e);
  mlir::Value laneMask() const { return mask_; }
  bool dependsOnLane(const ir::IndexExpr &e) const;

  // ---- memory; `position` counts elements of `element`'s storage from `pointer`
  mlir::Value load(mlir::Value pointer, mlir::Type element, const ir::IndexExpr &position, const Guards &guards = {});
  void store(mlir::Value pointer, mlir::Type element, const ir::IndexExpr &position, mlir::Value value);
  // Complex numbers are vectors of parts in turn, as memory has them: of two parts, or two a lane. They are only
  // loaded, taken apart, put together and stored: passes have split all else.
  mlir::Value pairOf(mlir::Value re, mlir::Value im);
  mlir::Value partOf(mlir::Value pair, bool imaginary);
  mlir::Value multiplyPairs(mlir::Value x, mlir::Value y);
  mlir::Value address(mlir::Value pointer, mlir::Type storage, mlir::Value index);
  mlir::Value constant(int64_t v);

  /// Values that are read from memory instead of being computed: scratch rows, a matrix product's tile.
  struct Stored {
    mlir::Value pointer;
    ir::IndexExpr position;
    mlir::Type element;
  };
  llvm::DenseMap<mlir::Value, Stored> stored;
  /// Reads that a transposed block answers: row i of the block, counted from `first`/width, holds the lanes for index i
  /// of the loop `variable`. Or, without lanes, `value` is what was read.
  struct Tile {
    mlir::Value pointer, first;
    int variable = 0;
    mlir::Value value = {};
  };
  void addTile(mlir::Value input, const ir::IndexExpr &position, Tile tile) {
    tiles_.push_back({input, position, tile});
  }
  void clearTiles() { tiles_.clear(); }
  mlir::Value pointerOf(mlir::Value input) const { return pointers_.lookup(input); }
  /// Results of reductions, which are known once their loops have ended; one for each part.
  llvm::DenseMap<mlir::Value, llvm::SmallVector<mlir::Value, 4>> reduced;
  /// Set if an op cannot be emitted.
  mlir::Operation *failed = nullptr;

 private:
  struct Key {
    void *value;
    ir::IndexVector at;
    std::vector<std::pair<ir::IndexExpr, int64_t>> guards;
    int64_t part;
    bool operator<(const Key &o) const;
  };
  struct Frame {
    uint64_t known = 0;                 // loops whose index is known, those of outer frames included
    mlir::Operation *anchor = nullptr;  // the loop that was opened in this frame: emit before it
    std::map<Key, mlir::Value> memo;
    llvm::DenseMap<int, mlir::Value> indices;
  };
  friend struct AtFrame;

 public:
  class Row {
    friend class Emitter;
    Frame frame;
  };

 private:
  size_t frameFor(uint64_t used) const;
  bool usesResults(mlir::Value v);
  bool usesResults(const ir::IndexExpr &e);
  uint64_t laneBit() const;
  mlir::Value emit(mlir::Value v, const ir::IndexVector &at, const Guards &guards);
  mlir::Value emitSelects(mlir::Operation *op, const ir::IndexVector &at, const Guards &guards);
  mlir::Value guardValue(const ir::IndexGuard &guard);
  mlir::Value allOf(const Guards &guards);
  mlir::Value variable(int number);
  mlir::Value loadedVariable(const ir::IndexVariable &var);
  mlir::Value indexLanes(const ir::IndexExpr &e);  // vector of i32 (or i64), one index a lane
  mlir::Value variableLanes(int number, mlir::Type type);
  mlir::Type indexLanesType(const ir::IndexExpr &e) const;
  int64_t laneStride(const ir::IndexExpr &e) const;  // INT64_MIN: lanes lie irregularly
  mlir::Value memoise(void *key, const ir::IndexVector &at, const Guards &guards, uint64_t used, bool usesResults,
                      llvm::function_ref<mlir::Value()> make);

  mlir::Value loadTile(const Tile &tile, mlir::Type element);
  mlir::Value loadPair(mlir::Value pointer, mlir::Type part, const ir::IndexExpr &position, const Guards &guards);
  void storePair(mlir::Value pointer, mlir::Type part, const ir::IndexExpr &position, mlir::Value pair);
  void prefetch(mlir::Value from, mlir::Type storage, const ir::IndexExpr &position);
  void prefetchPages(mlir::Value from, mlir::Type storage, const ir::IndexExpr &position);
  void storeVector(mlir::Value pointer, mlir::Value to, const ir::IndexExpr &position, mlir::Value value);
  bool fillsVectors(const ir::IndexExpr &position) const;

  struct TileOf {
    mlir::Value input;
    ir::IndexExpr position;
    Tile tile;
  };
  llvm::SmallVector<TileOf, 2> tiles_;
  mlir::Block &body_;
  llvm::DenseMap<mlir::Value, mlir::Value> pointers_;
  llvm::SmallVector<Frame> frames_;
  llvm::DenseMap<mlir::Value, bool> usesResults_;
  size_t resultFrame_ = 0;
  int64_t part_ = 0;
  int prefetched_ = 0;
  int64_t ahead_ = 0;
  bool isNear_ = false;
  int64_t row_ = 0;
  llvm::DenseMap<mlir::Value, mlir::Value> streamed_;  // conditions by pointers
  int64_t streamedLine_ = 0;
  mlir::Value mask_;
};

}  // namespace fluxion::codegen
