# SPDX-License-Identifier: GPL-3.0-or-later
# One INTERFACE target says how strictly everything is compiled; HEADROOM_WERROR (on in CI) makes warnings errors.
add_library(headroom_warnings INTERFACE)
add_library(headroom::warnings ALIAS headroom_warnings)
target_compile_features(headroom_warnings INTERFACE cxx_std_23)
# -Wshadow=local: g++ 12 takes an enumerator of an enum class for a shadow of a type of the same name.
target_compile_options(headroom_warnings INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow=local -Wconversion -Wsign-conversion -Wnon-virtual-dtor -Woverloaded-virtual
  -Wcast-align -Wunused -Wold-style-cast -Wimplicit-fallthrough -Wextra-semi
  $<$<BOOL:${HEADROOM_WERROR}>:-Werror>
  # The same scenario gives the same bytes in every run: no contraction of floating point (see DESIGN, serving).
  -ffp-contract=off)
if(HEADROOM_SANITIZE)
  target_compile_options(headroom_warnings INTERFACE -fsanitize=${HEADROOM_SANITIZE} -fno-omit-frame-pointer)
  target_link_options(headroom_warnings INTERFACE -fsanitize=${HEADROOM_SANITIZE})
  if(HEADROOM_SANITIZE MATCHES "undefined")
    target_compile_options(headroom_warnings INTERFACE -fno-sanitize-recover=undefined)
  endif()
  # How the tests run under them; tests/support/lsan.supp names the leaks of others.
  set(HEADROOM_SANITIZER_ENVIRONMENT "ASAN_OPTIONS=strict_string_checks=1:detect_stack_use_after_return=1" "UBSAN_OPTIONS=print_stacktrace=1"
    "LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp:print_suppressions=0" "TSAN_OPTIONS=halt_on_error=1:second_deadlock_stack=1")
endif()
