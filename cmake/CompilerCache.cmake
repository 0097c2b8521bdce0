# SPDX-License-Identifier: GPL-3.0-or-later
# A ccache on the PATH is used unless a launcher was chosen. Paths are taken relative to the checkout, so that build trees
# share what they compile alike.
find_program(HEADROOM_CCACHE ccache DOC "Compiler cache; empty: none")
mark_as_advanced(HEADROOM_CCACHE)
if(HEADROOM_CCACHE AND NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${CMAKE_COMMAND}" -E env "CCACHE_BASEDIR=${CMAKE_SOURCE_DIR}"
    "CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime" CCACHE_NOHASHDIR=1 "${HEADROOM_CCACHE}")
  # ccache must see what a precompiled header stands for.
  add_compile_options($<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>)
endif()
