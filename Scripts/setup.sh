# shellcheck shell=bash
# What the scripts beside this file share: a fresh Debian machine with Swift lacks a few libraries. Only what is
# missing is installed, and the package index is read again only when something is. Sourced, never run.

# Libraries to build with, zone data and the sqlite3 shell that some tests read real files with.
readonly NEEDED=(libsqlite3-dev zlib1g-dev libyaml-dev libzip-dev pkg-config tzdata sqlite3 gzip)

# What tests are built with besides: it attacks the published figures by linear programs.
readonly TESTS_NEEDED=(libglpk-dev)

# A browser that opens and prints the reports in tests and brings axe-core, and the other program that prints them.
# shellcheck disable=SC2034 # used by those who source this
readonly TESTED=("${TESTS_NEEDED[@]}" chromium weasyprint)

# What keeps an undeclared import of a sibling module from building.
# shellcheck disable=SC2034 # used by those who source this
readonly IMPORTS=(--explicit-target-dependency-import-check error)

complain() {
    printf '%s: %s\n' "$(basename -- "$0")" "$1" >&2
    exit "${2:-1}"
}

as_root() {
    if [[ $(id -u) -eq 0 ]]; then
        "$@"
    elif command -v sudo >/dev/null; then
        sudo -- "$@"
    else
        complain "this needs root, and there is no sudo. As root: $*"
    fi
}

# Installs what is needed, and the packages named.
set_up() {
    command -v swift >/dev/null || complain "swift is not on the PATH; install a Swift toolchain (6.1 or later) first"
    local missing=() name
    for name in "${NEEDED[@]}" "$@"; do
        # A package without a status is one that dpkg has never heard of: missing as well.
        [[ $(dpkg-query -W -f='${Status}' "$name" 2>/dev/null || true) == *"ok installed" ]] || missing+=("$name")
    done
    [[ ${#missing[@]} -eq 0 ]] && return
    command -v apt-get >/dev/null || complain "install the equivalents of: ${missing[*]}"
    printf 'installing: %s\n' "${missing[*]}" >&2
    as_root apt-get update -qq
    as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

cd -- "$(dirname -- "${BASH_SOURCE[0]}")/.." || exit
