# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=bash
# Sourced by ./run, ./test and .ci/run: how a step is announced and timed, and how many compilers run at once.

say() { printf '%s\n' "$*" >&2; }

# The environment of the caller must not turn a build into another one.
unset CMAKE_BUILD_TYPE CMAKE_GENERATOR CXXFLAGS CPPFLAGS LDFLAGS DESTDIR || true

step_started=$EPOCHREALTIME
seconds_since() { awk -v from="$1" -v to="$EPOCHREALTIME" 'BEGIN { printf "%.1f s", to - from }'; }
step_begins() { step_started=$EPOCHREALTIME; say "== $*"; }
step_ends() { say "   $* ($(seconds_since "$step_started"))"; }

# One compiler for each processor, as far as memory goes (a large translation unit takes 1 GB), two at least.
compile_jobs() {
    local processors memory_kb jobs
    processors=$(nproc)
    memory_kb=$(awk '$1 == "MemAvailable:" { print $2 }' /proc/meminfo)
    jobs=$((memory_kb / 1000000))
    if [ "$jobs" -gt "$processors" ]; then jobs=$processors; fi
    if [ "$jobs" -lt 2 ]; then jobs=2; fi
    printf '%s\n' "$jobs"
}

# configure PRESET: once; afterwards ninja itself sees when a CMake file changed.
configure() {
    local tree="build/$1" log="build/$1-configure.log"
    if [ -f "$tree/build.ninja" ]; then
        # A tree that was configured elsewhere (a copied checkout) is of no use here.
        if grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$PWD" "$tree/CMakeCache.txt"; then return 0; fi
        rm -rf "$tree"
    fi
    step_begins "Configuring the preset '$1' into $tree"
    mkdir -p build
    if ! cmake --preset "$1" </dev/null >"$log" 2>&1; then
        tail -n 40 "$log" >&2
        say "Configuring failed; the whole log is $log"
        return 1
    fi
    step_ends "configured"
}

# build PRESET [TARGET...]
build() {
    local preset=$1 jobs
    shift
    jobs=$(compile_jobs)
    step_begins "Building ${*:-everything} of build/$preset with $jobs jobs"
    cmake --build "build/$preset" --parallel "$jobs" ${1:+--target "$@"} </dev/null >&2 || { say "The build failed."; return 1; }
    step_ends "built"
}
