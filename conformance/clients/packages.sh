# SPDX-License-Identifier: Apache-2.0
#
# For the fetch scripts: brings packages into the cache by their names, with the system's own package manager and its
# settings. The last line that is printed says what was brought, or why not.

set -eu

# need PROGRAM...: fails, with a reason, where one of them is not installed
need() {
    for program in "$@"; do
        command -v "$program" >/dev/null || {
            echo "there is no $program" >&2
            exit 1
        }
    done
}

# debs FOLDER PACKAGE...: unpacks Debian packages into a folder of the cache
debs() {
    need apt-get dpkg-deb
    folder=$QOM_CLIENTS_CACHE/$1
    shift
    if ! [ -f "$folder/complete" ]; then
        rm -rf "$folder"
        mkdir -p "$folder/packages"
        (cd "$folder/packages" && apt-get download -qq "$@") || {
            echo "apt-get download finds no $*" >&2
            exit 1
        }
        for package in "$folder"/packages/*.deb; do
            dpkg-deb -x "$package" "$folder"
        done
        (cd "$folder/packages" && ls) >"$folder/complete"
        rm -rf "$folder/packages"
    fi
    tr '_\n' ' ;' <"$folder/complete" | sed 's/ [a-z0-9]*\.deb;/, /g; s/, $//'
    echo
}

# qemu_source: unpacks the scripts of QEMU's source package into the cache. The machine's own list of package sources is
# used, asked for sources in place of programs, in a copy that apt-get alone sees.
qemu_source() {
    need apt-get python3
    folder=$QOM_CLIENTS_CACHE/qemu-source
    if ! [ -f "$folder/complete" ]; then
        rm -rf "$folder"
        mkdir -p "$folder/parts" "$folder/lists" "$folder/cache"
        for list in /etc/apt/sources.list /etc/apt/sources.list.d/*; do
            [ -f "$list" ] || continue
            case $list in
                *.sources) sed 's/^Types:.*/Types: deb-src/' "$list" >"$folder/parts/$(basename "$list")" ;;
                *.list) sed -n 's/^deb /deb-src /p' "$list" >"$folder/parts/$(basename "$list")" ;;
            esac
        done
        apt="apt-get -qq -o Dir::Etc::sourcelist=/dev/null -o Dir::Etc::sourceparts=$folder/parts"
        apt="$apt -o Dir::State::lists=$folder/lists -o Dir::Cache=$folder/cache"
        $apt update || :
        (cd "$folder" && $apt source --download-only qemu) || {
            echo "apt-get source finds no qemu" >&2
            exit 1
        }
        (cd "$folder" && tar -xf qemu_*.orig.tar.* --strip-components=1 --wildcards '*/scripts/qmp/*' '*/python/qemu/*')
        (cd "$folder" && ls qemu_*.dsc) >"$folder/complete"
        rm -rf "$folder/parts" "$folder/lists" "$folder/cache" "$folder"/qemu_*
    fi
    sed 's/^qemu_/scripts of QEMU /; s/\.dsc$//' "$folder/complete"
}
