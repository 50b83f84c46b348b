# cmake -DBUILD=... -DCONSUMER=... -DWORK=... -DCOMPILER=... -P install_test.cmake
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE status OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
file(MAKE_DIRECTORY ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/first)
file(RENAME ${WORK}/first ${WORK}/prefix)  # nothing in it may hold the path it was installed to
file(COPY ${CONSUMER} DESTINATION ${WORK})
run(${CMAKE_COMMAND} -G Ninja -S ${WORK}/consumer -B ${WORK}/consumer/build -DCMAKE_CXX_COMPILER=${COMPILER}
    -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_BUILD_TYPE=Release)
run(${CMAKE_COMMAND} --build ${WORK}/consumer/build)
run(${WORK}/consumer/build/consumer)
if(NOT output STREQUAL "6\n")
  message(FATAL_ERROR "the consumer prints '${output}' instead of 6")
endif()

# The program itself depends on neither LLVM nor the compiler; those are opened when they are needed.
run(ldd ${WORK}/consumer/build/consumer)
if(output MATCHES "LLVM|MLIR" OR NOT output MATCHES "prefix/lib[^\n]*/libfluxion.so")
  message(FATAL_ERROR "the consumer links wrong libraries:\n${output}")
endif()
foreach(tool fluxion fluxion-opt fluxion-run fluxion-bench)
  if(EXISTS ${WORK}/prefix/bin/${tool})
    run(${WORK}/prefix/bin/${tool} --help)
  endif()
endforeach()

# An operation of one's own in a library of one's own, as docs/custom_operations.md has it.
file(COPY ${OPERATION} DESTINATION ${WORK})
run(${CMAKE_COMMAND} -G Ninja -S ${WORK}/custom-op -B ${WORK}/custom-op/build -DCMAKE_CXX_COMPILER=${COMPILER}
    -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_BUILD_TYPE=Release)
run(${CMAKE_COMMAND} --build ${WORK}/custom-op/build)
run(${WORK}/custom-op/build/use_softclip)
if(NOT output STREQUAL "0.2500 0.4444 0.0625 \n")
  message(FATAL_ERROR "the program with an operation of its own prints '${output}'")
endif()

# A pass outside the tree, as docs/passes.md has it: built against the installed headers, run by fluxion-opt and in a jit.
# A build with LLVM inside has no plugins, and a compiler without MLIR's headers cannot make one.
if(PLUGIN)
  file(COPY ${PLUGIN} DESTINATION ${WORK})
  set(build ${WORK}/pass-plugin/build)
  run(${CMAKE_COMMAND} -G Ninja -S ${WORK}/pass-plugin -B ${build} -DCMAKE_CXX_COMPILER=${COMPILER}
      -DCMAKE_PREFIX_PATH=${WORK}/prefix -DCMAKE_BUILD_TYPE=Release)
  run(${CMAKE_COMMAND} --build ${build})
  run(${build}/use_pass ${build}/strength_reduction.so)
  if(NOT output STREQUAL "1 4 9 \n")
    message(FATAL_ERROR "the program with a pass of its own prints '${output}'")
  endif()
  run(${WORK}/prefix/bin/fluxion-opt --load-pass-plugin=${build}/strength_reduction.so --strength-reduction --fluxion-validate
      ${WORK}/pass-plugin/power.mlir)
  if(output MATCHES "fx.power" OR NOT output MATCHES "fx.multiply")
    message(FATAL_ERROR "fluxion-opt with a pass from outside made:\n${output}")
  endif()
endif()
