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
