# Compiles through ccache where it is installed, with the settings of cmake/compile-cached, so that a preset, plain ninja
# and an editor all share one cache.
option(FLUXION_USE_CCACHE "Compile through ccache where it is installed" ON)
find_program(FLUXION_CCACHE ccache)
if(FLUXION_USE_CCACHE AND FLUXION_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_C_COMPILER_LAUNCHER ${CMAKE_CURRENT_LIST_DIR}/compile-cached)
  set(CMAKE_CXX_COMPILER_LAUNCHER ${CMAKE_CURRENT_LIST_DIR}/compile-cached)
endif()
