// How an array is cut for the devices of a mesh.
#ifndef FLUXION_IR_SHARDING
#define FLUXION_IR_SHARDING

include "ir/base.td"
include "mlir/IR/AttrTypeBase.td"

def Fx_MeshAttr : AttrDef<Fx_Dialect, "Mesh"> {
  let mnemonic = "mesh";
  let summary = "Devices in a grid with named axes, the last of which is the fastest.";
  let description = [{
    (C1) names are distinct and not empty; (C2) sizes are positive, and so is their product in 64 bits.

    ```mlir
    #fx.mesh<["data" = 4, "model" = 2]>
    ```
  }];
  let parameters = (ins ArrayRefParameter<"::mlir::StringAttr">:$names, ArrayRefParameter<"int64_t">:$sizes);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    /// The number of the axis of this name, if there is one.
    std::optional<int64_t> find(llvm::StringRef name) const;
    /// Into how many parts these axes cut a dimension.
    int64_t parts(llvm::ArrayRef<int64_t> axes) const;
    int64_t devices() const;
  }];
}

def Fx_ShardingAttr : AttrDef<Fx_Dialect, "Sharding"> {
  let mnemonic = "sharding";
  let summary = "For each dimension of an array the mesh axes that cut it, from the slowest to the fastest.";
  let description = [{
    `{"data"}` is cut by that axis, `{}` by none; `{"data", ?}` and `{?}` are open: propagation may cut them further.
    Along axes that are not named all devices have the same, and along those that are `replicated` it stays so. (C1) no
    axis is used twice. Where it says how an array is cut, (C2) it has as many dimensions as the array, and (C3) each
    size is a multiple of the number of its parts.

    ```mlir
    #fx.sharding<#mesh, [{"data"}, {"model", ?}, {?} ], replicated = {"pipeline"}>
    ```
  }];
  // Axes by their numbers in the mesh.
  let parameters = (ins "::fluxion::ir::MeshAttr":$mesh, ArrayRefParameter<"::mlir::DenseI64ArrayAttr">:$axes,
                        ArrayRefParameter<"bool">:$open, ArrayRefParameter<"int64_t">:$replicated);
  let hasCustomAssemblyFormat = 1;
  let genVerifyDecl = 1;
  let extraClassDeclaration = [{
    int64_t rank() const { return static_cast<int64_t>(getAxes().size()); }
    llvm::ArrayRef<int64_t> axes(int64_t dimension) const { return getAxes()[dimension].asArrayRef(); }
    /// Into how many parts a dimension is cut.
    int64_t parts(int64_t dimension) const { return getMesh().parts(axes(dimension)); }
    /// Whether an axis cuts some dimension.
    bool cutsAny() const;
    bool isCutBy(int64_t axis) const;
    /// The same with one more dimension in front, which is open and not cut.
    ShardingAttr withOpenFront() const;
  }];
}

#endif
