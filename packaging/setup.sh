# shellcheck shell=bash
# What packaging/run and packaging/test share: install what is missing, configure where needed,
# build. Sourced, not run.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() {
    printf '%s: %s\n' "$(basename "$0")" "$*" >&2
}

# The packages of packages.txt that are not installed.
missing_packages() {
    local wanted installed
    wanted=$(sed -e 's/#.*//' -e 's/[[:space:]]//g' -e '/^$/d' "$root/packaging/packages.txt" | sort)
    # dpkg-query fails where it does not know one; that is what is asked.
    # shellcheck disable=SC2086
    installed=$(dpkg-query --show --showformat='${db:Status-Status} ${Package}\n' $wanted 2>/dev/null |
        sed -n 's/^installed //p' | sort -u) || true
    comm -23 <(printf '%s\n' "$wanted") <(printf '%s\n' "$installed")
}

install_packages() {
    if ! command -v dpkg-query >/dev/null || ! command -v apt-get >/dev/null; then
        say "this is not Debian: packages are left to you (the list is packaging/packages.txt)"
        return
    fi
    local missing=()
    mapfile -t missing < <(missing_packages)
    if [ ${#missing[@]} -eq 0 ]; then
        return
    fi
    local as_root=()
    if [ "$(id -u)" -ne 0 ]; then
        if ! command -v sudo >/dev/null; then
            say "these packages are missing; install them as root, then start again:"
            say "    apt-get install --no-install-recommends ${missing[*]}"
            exit 1
        fi
        as_root=(sudo)
    fi
    say "installing ${missing[*]} (this takes a minute or two)"
    local apt=("${as_root[@]}" env DEBIAN_FRONTEND=noninteractive
        apt-get -qq -o DPkg::Lock::Timeout=600 -o Dpkg::Use-Pty=0)
    "${apt[@]}" update >/dev/null
    "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >/dev/null </dev/null
}

# As many compilers as there are cores, but no more than the memory feeds: each takes up to 1.2 GB.
parallel_jobs() {
    local cores memory
    cores=$(nproc)
    memory=$(awk '/^MemAvailable:/ { print int($2 / 1200000) }' /proc/meminfo)
    if [ "$memory" -lt "$cores" ]; then
        cores=$memory
    fi
    if [ "$cores" -lt 1 ]; then
        cores=1
    fi
    echo "$cores"
}

# lock PRESET: one build of a preset at a time; file descriptor 9 holds the lock.
lock() {
    mkdir -p "$root/build/$1"
    exec 9>"$root/build/$1/.lock"
    if ! flock --nonblock 9; then
        say "waiting for another build of $1 to end"
        flock 9
    fi
}

# build PRESET TARGET...: configures where that was not done or the presets changed, then builds.
build() {
    local preset=$1
    shift
    local folder=$root/build/$preset
    local options=()
    if ! command -v ccache >/dev/null; then
        options+=(-DCMAKE_CXX_COMPILER_LAUNCHER=)
    elif [ ! -w "${HOME:-/nonexistent}" ]; then
        export CCACHE_DIR=${CCACHE_DIR:-$root/build/ccache}
    fi
    local configured
    configured=$(printf '%s %s ' "$root" "${options[*]-}" && cksum <"$root/CMakePresets.json")
    if [ ! -f "$folder/build.ninja" ] || [ ! -f "$folder/.configured" ] ||
        [ "$(cat "$folder/.configured")" != "$configured" ]; then
        say "configuring build/$preset"
        rm -f "$folder/.configured"
        local fresh=()
        if [ -f "$folder/CMakeCache.txt" ] &&
            ! grep -qxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
            # The tree was moved or copied: CMake refuses its old cache.
            fresh=(--fresh)
        fi
        (cd "$root" && cmake "${fresh[@]}" --preset "$preset" "${options[@]}") >&2
        printf '%s' "$configured" >"$folder/.configured"
    fi
    local pending
    pending=$(ninja -C "$folder" -n "$@" 2>&1 | grep -cv 'no work to do\|Entering directory') || true
    if [ "$pending" -eq 0 ]; then
        return
    fi
    say "building build/$preset (the first time takes some minutes)"
    ninja -C "$folder" -j "$(parallel_jobs)" "$@" >&2
}
