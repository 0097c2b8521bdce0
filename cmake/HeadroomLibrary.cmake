# SPDX-License-Identifier: GPL-3.0-or-later
#
# headroom_library(<name> [VALUES ...] [HEADERS ...] [SOURCES ...] [USES ...] [PRIVATE_USES ...])
#
# One layer of the house. Headers are reached as <name/folder/file.h> through an include root that belongs to this
# layer alone, so a header of a layer that is not linked does not exist for the compiler. Plain structs (VALUES) stand
# in a root of their own: headroom::<name>_values can be linked by a layer that may see the values but not the functions.
#
#   headroom::<name>_values   INTERFACE: the VALUES headers
#   headroom::<name>          the library: VALUES and HEADERS
#
# USES is what the public headers need; PRIVATE_USES what only the sources need. Paths are relative to the caller.
# The roots are folders of links in the build tree; the sources keep the layout that DESIGN describes.

function(_headroom_stage root prefix out)
  set(staged)
  foreach(header IN LISTS ARGN)
    set(link "${root}/${prefix}/${header}")
    get_filename_component(folder "${link}" DIRECTORY)
    file(MAKE_DIRECTORY "${folder}")
    if(NOT EXISTS "${CMAKE_CURRENT_SOURCE_DIR}/${header}")
      message(FATAL_ERROR "${CMAKE_CURRENT_SOURCE_DIR}/${header} is listed but does not exist")
    endif()
    file(CREATE_LINK "${CMAKE_CURRENT_SOURCE_DIR}/${header}" "${link}" COPY_ON_ERROR SYMBOLIC)
    list(APPEND staged "${link}")
  endforeach()
  set(${out} ${staged} PARENT_SCOPE)
endfunction()

function(headroom_library name)
  cmake_parse_arguments(PARSE_ARGV 1 arg "" "" "VALUES;HEADERS;SOURCES;USES;VALUES_USE;PRIVATE_USES")
  if(arg_UNPARSED_ARGUMENTS)
    message(FATAL_ERROR "headroom_library(${name}): unknown words ${arg_UNPARSED_ARGUMENTS}")
  endif()
  set(valuesRoot "${CMAKE_BINARY_DIR}/include/${name}-values")
  set(headersRoot "${CMAKE_BINARY_DIR}/include/${name}")
  file(REMOVE_RECURSE "${valuesRoot}" "${headersRoot}")
  file(MAKE_DIRECTORY "${valuesRoot}" "${headersRoot}")
  _headroom_stage("${valuesRoot}" "${name}" values ${arg_VALUES})
  _headroom_stage("${headersRoot}" "${name}" headers ${arg_HEADERS})

  add_library(headroom_${name}_values INTERFACE)
  add_library(headroom::${name}_values ALIAS headroom_${name}_values)
  target_sources(headroom_${name}_values INTERFACE FILE_SET HEADERS BASE_DIRS "${valuesRoot}" FILES ${values})
  target_link_libraries(headroom_${name}_values INTERFACE ${arg_VALUES_USE})

  # The header set stands on an interface target so that moc, which runs on the library, meets each header once.
  add_library(headroom_${name}_headers INTERFACE)
  target_sources(headroom_${name}_headers INTERFACE FILE_SET HEADERS BASE_DIRS "${headersRoot}" FILES ${headers})
  target_link_libraries(headroom_${name}_headers INTERFACE headroom_${name}_values ${arg_USES})

  add_library(headroom_${name} STATIC ${arg_SOURCES} ${arg_VALUES} ${arg_HEADERS})
  add_library(headroom::${name} ALIAS headroom_${name})
  target_link_libraries(headroom_${name} PUBLIC headroom_${name}_headers PRIVATE headroom::warnings ${arg_PRIVATE_USES})
  set_target_properties(headroom_${name}_values headroom_${name}_headers PROPERTIES VERIFY_INTERFACE_HEADER_SETS ON)
  set_property(GLOBAL APPEND PROPERTY HEADROOM_LIBRARIES ${name})
  set_property(GLOBAL PROPERTY HEADROOM_${name}_VALUES ${arg_VALUES})
  set_property(GLOBAL PROPERTY HEADROOM_${name}_HEADERS ${arg_HEADERS})
endfunction()
