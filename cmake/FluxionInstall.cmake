# What `cmake --install` lays out, and what find_package(Fluxion) then finds: PREFIX/include/fluxion/*.h, and in
# PREFIX/lib libfluxion.so, libfluxion_transformer.so and, beside it, libfluxion_compiler.so, which libfluxion opens by
# name when it first has to compile. All are found relative to one another, so that the installed tree can be moved.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Fluxion)

set(compilers fluxion_compiler)
if(TARGET fluxion_compiler_plugins)
  list(APPEND compilers fluxion_compiler_plugins)
endif()
set_target_properties(fluxion ${compilers} fluxion_transformer PROPERTIES BUILD_RPATH "$ORIGIN" INSTALL_RPATH "$ORIGIN")
# Debian keeps libMLIR in a folder of its own, which the loader does not search.
set_target_properties(${compilers} PROPERTIES INSTALL_RPATH_USE_LINK_PATH ON)
set_target_properties(fluxion fluxion_transformer PROPERTIES VERSION ${PROJECT_VERSION} SOVERSION ${PROJECT_VERSION_MAJOR})
set_target_properties(fluxion_transformer PROPERTIES EXPORT_NAME transformer)

install(TARGETS fluxion fluxion_transformer EXPORT FluxionTargets
  LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR} INCLUDES DESTINATION ${CMAKE_INSTALL_INCLUDEDIR})
install(TARGETS ${compilers} LIBRARY DESTINATION ${CMAKE_INSTALL_LIBDIR})
foreach(folder runtime frontend transformer)
  install(DIRECTORY ${PROJECT_SOURCE_DIR}/${folder}/fluxion DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} FILES_MATCHING PATTERN *.h)
endforeach()

# For passes outside the tree: the dialect and the helpers of passes, apart from the headers of users.
set(compiler_headers ${CMAKE_INSTALL_INCLUDEDIR}/fluxion-compiler)
install(DIRECTORY ${PROJECT_SOURCE_DIR}/ir DESTINATION ${compiler_headers} FILES_MATCHING PATTERN *.h PATTERN *.td)
install(DIRECTORY ${PROJECT_BINARY_DIR}/ir DESTINATION ${compiler_headers} FILES_MATCHING PATTERN *.h.inc
  PATTERN CMakeFiles EXCLUDE)
install(FILES ${PROJECT_SOURCE_DIR}/passes/emit.h ${PROJECT_SOURCE_DIR}/passes/plugin.h ${PROJECT_SOURCE_DIR}/passes/transforms.h
  DESTINATION ${compiler_headers}/passes)

file(RELATIVE_PATH libraries_from_tools /${CMAKE_INSTALL_BINDIR} /${CMAKE_INSTALL_LIBDIR})
foreach(tool fluxion_tool fluxion-opt fluxion-run fluxion-bench)
  if(TARGET ${tool})
    set_target_properties(${tool} PROPERTIES INSTALL_RPATH "$ORIGIN/${libraries_from_tools}" INSTALL_RPATH_USE_LINK_PATH ON)
    install(TARGETS ${tool} RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})
  endif()
endforeach()

install(EXPORT FluxionTargets NAMESPACE Fluxion:: DESTINATION ${package_folder})
configure_package_config_file(cmake/FluxionConfig.cmake.in ${PROJECT_BINARY_DIR}/FluxionConfig.cmake
  INSTALL_DESTINATION ${package_folder} NO_SET_AND_CHECK_MACRO NO_CHECK_REQUIRED_COMPONENTS_MACRO)
write_basic_package_version_file(${PROJECT_BINARY_DIR}/FluxionConfigVersion.cmake COMPATIBILITY SameMinorVersion)
configure_file(cmake/FluxionPlugin.cmake FluxionPlugin.cmake @ONLY)
install(FILES ${PROJECT_BINARY_DIR}/FluxionPlugin.cmake ${PROJECT_BINARY_DIR}/FluxionConfig.cmake ${PROJECT_BINARY_DIR}/FluxionConfigVersion.cmake
  DESTINATION ${package_folder})
