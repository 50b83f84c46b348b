# fluxion_options(target): the warnings, include paths and sanitizers that every target of ours has.
function(fluxion_options target)
  target_compile_options(${target} PRIVATE -Wall -Wextra)
  target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR} ${PROJECT_BINARY_DIR}
    ${PROJECT_SOURCE_DIR}/runtime ${PROJECT_SOURCE_DIR}/frontend ${PROJECT_SOURCE_DIR}/transformer)
  if(FLUXION_SANITIZE)
    target_compile_options(${target} PRIVATE -fsanitize=${FLUXION_SANITIZE} -fno-omit-frame-pointer)
    if(FLUXION_SANITIZE MATCHES "undefined" AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      # This check reads the bytes before a function; kernels that the loader mapped have none.
      target_compile_options(${target} PRIVATE -fno-sanitize=function)
    endif()
    if(FLUXION_SANITIZE MATCHES "address" AND CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
      target_compile_options(${target} PRIVATE -fsanitize=fuzzer-no-link)  # what guides the fuzzers
    endif()
    target_link_options(${target} PRIVATE -fsanitize=${FLUXION_SANITIZE})
  endif()
endfunction()

# fluxion_mlir_options(target): for targets that see MLIR headers (never installed, never public).
function(fluxion_mlir_options target)
  fluxion_options(${target})
  target_include_directories(${target} SYSTEM PRIVATE ${LLVM_INCLUDE_DIRS} ${MLIR_INCLUDE_DIRS})
  target_compile_options(${target} PRIVATE -Wno-unused-parameter -ffunction-sections -fdata-sections)
  add_dependencies(${target} FluxionTablegen)
  if(FLUXION_PCH)
    if(TARGET fluxion_pch AND NOT ${target} STREQUAL "fluxion_pch")
      target_precompile_headers(${target} REUSE_FROM fluxion_pch)
      get_target_property(type ${target} TYPE)
      if(type STREQUAL "EXECUTABLE")  # -fPIE, as CMake has it for programs, could not use what was made with -fPIC
        set_target_properties(${target} PROPERTIES POSITION_INDEPENDENT_CODE OFF)
        target_compile_options(${target} PRIVATE -fPIC)
      endif()
    endif()
  endif()
endfunction()
