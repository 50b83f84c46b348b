# fluxion_add_pass_plugin(NAME SOURCES...): a library of passes, NAME.so, for fluxion-opt and CompileOptions::plugins. It
# takes Fluxion's and MLIR's functions from whoever opens it, so it is linked to neither.
function(fluxion_add_pass_plugin name)
  find_package(MLIR @LLVM_VERSION_MAJOR@.@LLVM_VERSION_MINOR@ REQUIRED CONFIG HINTS /usr/lib/llvm-@LLVM_VERSION_MAJOR@/lib/cmake/mlir)
  add_library(${name} MODULE ${ARGN})
  set_target_properties(${name} PROPERTIES PREFIX "" CXX_VISIBILITY_PRESET hidden VISIBILITY_INLINES_HIDDEN ON)
  target_compile_features(${name} PRIVATE cxx_std_20)
  target_include_directories(${name} SYSTEM PRIVATE ${FLUXION_COMPILER_INCLUDE_DIR} ${MLIR_INCLUDE_DIRS} ${LLVM_INCLUDE_DIRS})
  target_link_libraries(${name} PRIVATE Fluxion::fluxion)
endfunction()
