# How a file under tests/ becomes a test. The folder of a test decides what it links, as it decides for the sources:
# runtime tests see no LLVM, tests of the compiler's parts see their internals, all others only what a user sees.

# One set of the compiler's objects for all tests of its parts, with every symbol visible.
add_library(fluxion_internals SHARED EXCLUDE_FROM_ALL $<TARGET_OBJECTS:fluxion_driver>
  $<TARGET_OBJECTS:fluxion_ir> $<TARGET_OBJECTS:fluxion_passes> $<TARGET_OBJECTS:fluxion_codegen> $<TARGET_OBJECTS:fluxion_trace>)
target_link_libraries(fluxion_internals PRIVATE fluxion)
fluxion_link_llvm(fluxion_internals shared)
if(FLUXION_SANITIZE)
  target_link_options(fluxion_internals PRIVATE -fsanitize=${FLUXION_SANITIZE})
endif()

# Every test keeps its compile cache in the build folder, and a hanging one ends.
function(fluxion_test_properties)
  set_tests_properties(${ARGN} PROPERTIES TIMEOUT 600
    ENVIRONMENT "FLUXION_CACHE_DIR=${PROJECT_BINARY_DIR}/test-cache;ASAN_OPTIONS=detect_stack_use_after_return=1")
endfunction()

# fluxion_add_test(FILE): tests/FOLDER/NAME_test.cpp becomes one executable, one test, and part of FOLDER_tests.
function(fluxion_add_test file)
  string(REGEX REPLACE "\\.cpp$" "" name ${file})
  string(REPLACE "/" "_" target tests_${name})
  string(REGEX REPLACE "/.*" "" folder ${name})
  if(NOT name MATCHES "/")
    set(folder whole)  # a test of the parts together, such as completeness_test
  endif()
  add_executable(${target} ${file})
  set_target_properties(${target} PROPERTIES OUTPUT_NAME ${name} RUNTIME_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/tests)
  target_compile_definitions(${target} PRIVATE FLUXION_TEST_DATA="${PROJECT_SOURCE_DIR}/tests/data")
  target_link_libraries(${target} PRIVATE GTest::gtest_main GTest::gtest fmt::fmt Threads::Threads)
  if(folder STREQUAL "runtime")
    fluxion_options(${target})
    target_link_libraries(${target} PRIVATE fluxion_runtime ${CMAKE_DL_LIBS})
  elseif(folder MATCHES "^(ir|passes|codegen|trace|rules|whole)$")
    fluxion_mlir_options(${target})
    target_link_libraries(${target} PRIVATE fluxion_internals fluxion MLIR LLVM)
    if(folder STREQUAL "rules")
      target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tools/fluxion-run/device.cpp)
      if(name STREQUAL "rules/sharding_test")  # random programs
        target_sources(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tools/fluxion-fuzz/generator.cpp
          ${PROJECT_SOURCE_DIR}/tools/fluxion-fuzz/generator_structure.cpp)
      endif()
    endif()
  else()
    fluxion_options(${target})
    target_link_libraries(${target} PRIVATE fluxion nlohmann_json::nlohmann_json)
    target_include_directories(${target} SYSTEM PRIVATE ${FLUXION_EIGEN} ${FLUXION_DLPACK})
    if(NOT folder STREQUAL "frontend" AND TARGET fluxion_transformer)
      target_link_libraries(${target} PRIVATE fluxion_transformer)
    endif()
    add_dependencies(${target} fluxion_compiler)
  endif()
  if(NOT TARGET ${folder}_tests)
    add_custom_target(${folder}_tests)
  endif()
  add_dependencies(${folder}_tests ${target})
  set(shards 1)
  if(folder STREQUAL "rules")
    set(shards 4)  # it takes a minute
  endif()
  math(EXPR last "${shards} - 1")
  foreach(shard RANGE ${last})
    set(test ${name})
    if(shards GREATER 1)
      set(test ${name}/${shard})
    endif()
    add_test(NAME ${test} COMMAND ${target} --gtest_brief=1)
    fluxion_test_properties(${test})
    set_property(TEST ${test} APPEND PROPERTY ENVIRONMENT "GTEST_TOTAL_SHARDS=${shards};GTEST_SHARD_INDEX=${shard}")
    set_property(TEST ${test} PROPERTY LABELS ${folder})
    # What threads take is there only if each of them comes to its turn.
    if(name MATCHES "measured_")
      set_property(TEST ${test} PROPERTY RUN_SERIAL TRUE)
    endif()
    # All compositions of transformations are interpreted, and some of them compiled.
    if(name MATCHES "^frontend/compositions/")
      add_test(NAME ${test}/interpreted COMMAND ${target} --gtest_brief=1)
      fluxion_test_properties(${test}/interpreted)
      set_property(TEST ${test}/interpreted APPEND PROPERTY ENVIRONMENT FLUXION_DEVICE=reference)
      set_property(TEST ${test}/interpreted PROPERTY LABELS ${folder})
    endif()
    # Each pass is validated on what users write: docs/passes.md. Not where the interpreter takes minutes (attention,
    # large_graph, compositions, which are interpreted anyway), where numbers are chaotic (two dozen layers of random
    # weights in grouped_branches), and where there is nothing to validate: processes that are killed, files, memory.
    if(folder STREQUAL "frontend" AND NOT name MATCHES
       "/compositions/|/(attention|grouped_branches|large_graph|faults|safetensors|interoperation|measured_workspace)_test$")
      set_property(TEST ${test} APPEND PROPERTY ENVIRONMENT FLUXION_VALIDATE=1)
    endif()
  endforeach()
endfunction()

# fluxion_add_fuzzer(FILE): tests/fuzz/NAME_fuzz.cpp, in builds with the address sanitizer by clang; a short run each time.
# It starts from tests/fuzz/corpus/NAME, if there is such a folder, and keeps what it finds under the build folder.
function(fluxion_add_fuzzer file)
  if(NOT FLUXION_SANITIZE MATCHES "address" OR NOT CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
    return()
  endif()
  get_filename_component(name ${file} NAME_WE)
  add_executable(${name} ${file})
  file(READ ${file} source)
  if(source MATCHES "#include \"ir/")
    fluxion_mlir_options(${name})
    target_link_libraries(${name} PRIVATE $<TARGET_OBJECTS:fluxion_ir> $<TARGET_OBJECTS:fluxion_passes> fluxion fmt::fmt)
    fluxion_link_llvm(${name} shared)
  else()
    fluxion_options(${name})
    target_link_libraries(${name} PRIVATE fluxion)
    if(TARGET fluxion_transformer)
      target_link_libraries(${name} PRIVATE fluxion_transformer)
    endif()
  endif()
  target_link_options(${name} PRIVATE -fsanitize=fuzzer)
  if(NOT TARGET fuzz_tests)
    add_custom_target(fuzz_tests)
  endif()
  add_dependencies(fuzz_tests ${name})
  string(REGEX REPLACE "_fuzz$" "" subject ${name})
  set(found ${CMAKE_CURRENT_BINARY_DIR}/fuzz/${subject})
  file(MAKE_DIRECTORY ${found})
  set(corpus ${found})
  if(IS_DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${subject})
    list(APPEND corpus ${CMAKE_CURRENT_SOURCE_DIR}/fuzz/corpus/${subject})
  endif()
  add_test(NAME fuzz/${name} COMMAND ${name} -seed=1 -max_total_time=10 -max_len=8192 -timeout=10 -rss_limit_mb=2048 -verbosity=0 ${corpus})
  fluxion_test_properties(fuzz/${name})
  set_property(TEST fuzz/${name} PROPERTY LABELS fuzz)
endfunction()

# fluxion_add_lit(FOLDER): the .mlir and .test files of tests/FOLDER, run by lit.
function(fluxion_add_lit folder)
  add_test(NAME lit/${folder} COMMAND ${Python3_EXECUTABLE} ${FLUXION_LIT} -qv -j2 ${CMAKE_CURRENT_BINARY_DIR}/${folder})
  fluxion_test_properties(lit/${folder})
  set_property(TEST lit/${folder} PROPERTY LABELS lit)
  configure_file(lit.site.cfg.py.in ${folder}/lit.site.cfg.py @ONLY)
endfunction()

# fluxion_add_refused(FILE): tests/must_not_compile/NAME.cpp has to be refused, with the message that it names.
function(fluxion_add_refused file)
  get_filename_component(name ${file} NAME_WE)
  add_test(NAME must_not_compile/${name}
    COMMAND ${Python3_EXECUTABLE} ${CMAKE_CURRENT_SOURCE_DIR}/must_not_compile/check.py ${CMAKE_CURRENT_SOURCE_DIR}/${file}
            ${CMAKE_CXX_COMPILER} -std=c++20 -fsyntax-only -I${PROJECT_SOURCE_DIR}/frontend -I${PROJECT_SOURCE_DIR}/runtime
            -I${PROJECT_SOURCE_DIR}/transformer)
  set_tests_properties(must_not_compile/${name} PROPERTIES TIMEOUT 300 LABELS must_not_compile)
endfunction()
