# SPDX-License-Identifier: Apache-2.0
#
# Finds a JDK 25 or newer; read by ./qom and ./mvnw. Starts no process but one readlink: it runs before each `qom`.

# is_jdk DIR: true where DIR holds a JDK of at least version 25
is_jdk() {
    [ -x "$1/bin/javac" ] && [ -r "$1/release" ] || return 1
    while IFS='=' read -r jdk_key jdk_value; do
        if [ "$jdk_key" = JAVA_VERSION ]; then
            jdk_value=${jdk_value#\"}
            [ "${jdk_value%%[!0-9]*}" -ge 25 ] 2>/dev/null
            return
        fi
    done <"$1/release"
    return 1
}

# find_jdk NAME: sets jdk to the folder of the JDK; where there is none, says so in the name of NAME and returns 1
find_jdk() {
    if [ -n "${QOM_JAVA_HOME:-}" ]; then
        jdk=$QOM_JAVA_HOME
        is_jdk "$jdk" && return
        echo "$1: QOM_JAVA_HOME is $jdk, which holds no JDK 25 or newer: set it to one that does, or unset it" >&2
        return 1
    fi
    for jdk in "${JAVA_HOME:-}" "${JAVA25_HOME:-}"; do
        [ -n "$jdk" ] && is_jdk "$jdk" && return
    done
    if jdk_java=$(command -v java) && jdk_java=$(readlink -f "$jdk_java" 2>/dev/null); then
        jdk=${jdk_java%/bin/java}
        is_jdk "$jdk" && return
    fi
    for jdk in /usr/lib/jvm/* /opt/* /opt/java/* /usr/java/* /usr/local/* \
        "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home; do
        is_jdk "$jdk" && return
    done
    echo "$1: no JDK 25 or newer was found: install one, or set QOM_JAVA_HOME to the folder of one" >&2
    return 1
}
