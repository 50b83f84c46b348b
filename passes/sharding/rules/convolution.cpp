// Sharding of convolutions: by batch, by features, by groups of them; along spatial dimensions windows reach into other
// devices' parts.
#include "ir/ops/convolution.h"

#include "passes/sharding/rules.h"

namespace fluxion::passes {

namespace {

// Windows of one element that visit each place once, in order.
bool isPointwise(ir::ConvolutionOp op, int64_t spatial) {
  return ir::shapeOf(op.getRhs())[op.getRhsDims()[spatial + 2]] == 1 && op.getStrides()[spatial] == 1 &&
         op.getLow()[spatial] == 0 && op.getHigh()[spatial] == 0 && op.getLhsDilation()[spatial] == 1;
}

void addFactors(ir::ConvolutionOp op, ShardingRule &rule) {
  const DimOf batch = in(0, op.getLhsDims()[0]), lhsFeature = in(0, op.getLhsDims()[1]),
              rhsOut = in(1, op.getRhsDims()[0]), rhsIn = in(1, op.getRhsDims()[1]),
              outBatch = out(0, op.getOutDims()[0]), outFeature = out(0, op.getOutDims()[1]);
  const auto featureGroups = static_cast<int64_t>(op.getFeatureGroups()),
             batchGroups = static_cast<int64_t>(op.getBatchGroups());
  const int64_t outputs = ir::shapeOf(op.getRhs())[rhsOut.dimension];
  // A group of features, or of examples, meets its own outputs. Groups are the slow factors of all these dimensions.
  if (featureGroups > 1) rule.append(featureGroups, {lhsFeature, rhsOut, outFeature});
  if (batchGroups > 1) rule.append(batchGroups, {batch, rhsOut, outFeature});
  rule.append(ir::shapeOf(op.getLhs())[batch.dimension] / batchGroups, {batch, outBatch});
  rule.append(outputs / (featureGroups * batchGroups), {rhsOut, outFeature});
  rule.append(ir::shapeOf(op.getRhs()) [rhsIn.dimension], { lhsFeature, rhsIn });  // summed up
  for (int64_t s = 0; s + 2 < static_cast<int64_t>(op.getLhsDims().size()); ++s) {
    const DimOf x = in(0, op.getLhsDims()[s + 2]), y = out(0, op.getOutDims()[s + 2]);
    isPointwise(op, s) ? rule.share({x, y}) : rule.move({y, x});
  }
}

}  // namespace

void addConvolutionRules(ShardingRules &rules) { rules.add<ir::ConvolutionOp>(addFactors); }

}  // namespace fluxion::passes
