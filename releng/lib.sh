# SPDX-License-Identifier: EPL-2.0
# Sourced by the scripts beside it: where the JDK, Maven, the system packages and the display come from.
# Whatever it has to say goes to standard error; standard output belongs to the caller.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
products=$root/releng/org.scenewright.product/target/products
site=$root/releng/org.scenewright.repository/target/repository

say() { printf '%s\n' "$*" >&2; }
die() { say "$(basename "$0"): $*"; exit 2; }

# ---- JDK

jdk_version() { # HOME -> major number, nothing if there is no JDK
    [ -x "$1/bin/javac" ] || return 0
    sed -n 's/^JAVA_VERSION="\([0-9]*\).*/\1/p' "$1/release" 2>/dev/null || true
}

find_jdk() { # exports JAVA_HOME: the one given if it is new enough, else the newest to be found
    local home version best=20 found=
    if [ -n "${JAVA_HOME:-}" ]; then
        version=$(jdk_version "$JAVA_HOME")
        [ "${version:-0}" -ge 21 ] && return
    fi
    for home in /usr/lib/jvm/* /opt/* "$HOME"/.sdkman/candidates/java/* "$HOME"/.jdks/* \
        /Library/Java/JavaVirtualMachines/*/Contents/Home \
        "$(dirname "$(dirname "$(readlink -f "$(command -v javac || echo /none/bin/javac)")")")"; do
        version=$(jdk_version "$home")
        [ "${version:-0}" -le "$best" ] || { best=$version found=$home; }
    done
    [ -n "$found" ] || die "no JDK 21 or newer found. Install one (on Debian 13: apt-get install openjdk-21-jdk-headless) or set JAVA_HOME."
    export JAVA_HOME=$found
}

# ---- Maven

maven_version=3.9.16
maven_home=${SCENEWRIGHT_CACHE:-$HOME/.m2/scenewright}/apache-maven-$maven_version

find_maven() { # any installed Maven fetches the one the build needs
    [ -x "$maven_home/bin/mvn" ] && return
    command -v mvn >/dev/null || die "no Maven found. Install any (on Debian: apt-get install maven); it fetches the one the build needs."
    say "Fetching Maven $maven_version"
    local fresh
    mkdir -p "$(dirname "$maven_home")"
    fresh=$(mktemp -d "$(dirname "$maven_home")/fetch.XXXXXX")
    # Away from the checkout, whose build extensions an old Maven cannot load.
    (cd "$fresh" && mvn -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:unpack \
        -Dartifact="org.apache.maven:apache-maven:$maven_version:zip:bin" -DoutputDirectory="$fresh" >"$fresh/log" 2>&1) \
        || { cat "$fresh/log" >&2; rm -rf "$fresh"; die "could not fetch Maven $maven_version"; }
    [ -d "$maven_home" ] || mv "$fresh/apache-maven-$maven_version" "$maven_home"
    rm -rf "$fresh"
}

# ---- jars that are not part of the product

fetch_jars() { # NAME ARTIFACT...: sets "fetched", the folder with these jars
    local name=$1 artifact fresh
    shift
    fetched=${SCENEWRIGHT_CACHE:-$HOME/.m2/scenewright}/$name
    [ ! -d "$fetched" ] || return 0
    say "Fetching $name"
    mkdir -p "$(dirname "$fetched")"
    fresh=$(mktemp -d "$(dirname "$fetched")/fetch.XXXXXX")
    for artifact in "$@"; do
        # Away from the checkout, as no build is wanted here.
        (cd "$fresh" && "$root/releng/mvn" -B -q org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy \
            -Dartifact="$artifact" -DoutputDirectory="$fresh" >&2) \
            || { rm -rf "$fresh"; die "could not fetch $artifact"; }
    done
    chmod 755 "$fresh"
    [ -d "$fetched" ] || mv "$fresh" "$fetched"
    rm -rf "$fresh"
}

loops=$root/tests/org.scenewright.cli.tests/jmh # what releng/bench lets JMH measure

fetch_jmh() { # sets "fetched"
    fetch_jars jmh-1.37 org.openjdk.jmh:jmh-core:1.37 org.openjdk.jmh:jmh-generator-annprocess:1.37 \
        net.sf.jopt-simple:jopt-simple:5.0.4 org.apache.commons:commons-math3:3.6.1
}

compile_loops() { # FOLDER: against "fetched" and "path"
    "$JAVA_HOME/bin/javac" --release 21 -g -nowarn -d "$1" -cp "$fetched/*:$path" \
        -processor org.openjdk.jmh.generators.BenchmarkProcessor "$loops"/org/scenewright/cli/*.java >&2
}

compile_together() { # FOLDER: what releng/bench lets people do together, against "path"
    local sources=$root/tests/org.scenewright.collab.tests/src
    "$JAVA_HOME/bin/javac" --release 21 -g -nowarn -proc:none -implicit:class -d "$1" -cp "$path" -sourcepath "$sources" \
        "$sources/org/scenewright/collab/CollabRun.java" >&2
}

# ---- the official packages

cache_home() { # NAME -> where the packages are kept that releng/NAME/package.json names
    echo "${SCENEWRIGHT_CACHE:-$HOME/.m2/scenewright}/$1-$(cat "$root/releng/$1"/package*.json | cksum | tr -d ' ')"
}

peer_home=$(cache_home peer)
sdk_home=$(cache_home sdk)
yoga_home=$(cache_home yoga)
hashing_home=$(cache_home hashing)
models_home=$(cache_home models)
comms_home=$(cache_home comms)

fetch_packages() { # NAME HOME: the packages that releng/NAME/package.json names, once
    local fresh how=install
    [ ! -d "$2/node_modules" ] || return 0
    command -v npm >/dev/null || die "no npm found. Install Node.js (on Debian: apt-get install npm)."
    say "Fetching the official packages ($1)"
    mkdir -p "$(dirname "$2")"
    fresh=$(mktemp -d "$(dirname "$2")/fetch.XXXXXX")
    cp "$root/releng/$1"/package*.json "$fresh"
    [ ! -f "$fresh/package-lock.json" ] || how=ci
    (cd "$fresh" && npm $how --no-audit --no-fund --ignore-scripts >log 2>&1) \
        || { cat "$fresh/log" >&2; rm -rf "$fresh"; die "could not fetch the official packages"; }
    chmod 755 "$fresh"
    [ -d "$2" ] || mv "$fresh" "$2"
    rm -rf "$fresh"
}

find_node() { # sets "node" to the one that the peer brings
    node=$(compgen -G "$peer_home/node_modules/node-*/bin/node" || command -v node) || die "no Node.js found."
}

install_peer() { # @dcl/ecs and a Node for it, of the versions that releng/peer/package.json names; sets jvm_options
    local node
    fetch_packages peer "$peer_home"
    cp "$root"/releng/peer/*.cjs "$peer_home"
    find_node
    jvm_options+=(-Dscenewright.peer="$peer_home" -Dscenewright.node="$node")
}

install_sdk() { # @dcl/sdk with its tools and TypeScript, and the peer's Node, which they need; sets jvm_options
    install_peer
    fetch_packages sdk "$sdk_home"
    cp "$root"/releng/sdk/*.cjs "$sdk_home"
    # A whole editor for the browser, which nothing here shows.
    rm -rf "$sdk_home/node_modules/@dcl/inspector/public"
    jvm_options+=(-Dscenewright.sdk="$sdk_home")
}

install_yoga() { # yoga-layout, which lays out boxes as the explorers do
    fetch_packages yoga "$yoga_home"
}

install_hashing() { # @dcl/hashing, which names contents as the servers do
    fetch_packages hashing "$hashing_home"
}

install_comms() { # the official server of rooms and what clients of it are made of, and the peer's Node, which they need; sets jvm_options
    install_peer
    fetch_packages comms "$comms_home"
    cp "$root"/releng/comms/*.cjs "$comms_home"
    jvm_options+=(-Dscenewright.comms="$comms_home")
}

install_nats() { # the server that rooms on NATS are tested with, if it can be had
    (ensure_packages nats) || say "Going on without a NATS server"
}

install_models() { # three.js, Babylon.js and Chromium, as far as they can be had; sets jvm_options
    local browser node
    install_peer
    (ensure_packages models) || say "Going on without Chromium"
    (fetch_packages models "$models_home") || { say "Going on without the renderers of the web"; return 0; }
    cp "$root"/releng/models/*.{mjs,html} "$models_home"
    browser=$(command -v chromium || command -v chromium-browser || true)
    jvm_options+=(-Dscenewright.models="$models_home" -Dscenewright.chromium="$browser")
}

# ---- system packages

has_library() { [[ $(/sbin/ldconfig -p 2>/dev/null) == *"$1 ("* ]]; }
has_file() { compgen -G "$1" >/dev/null; }

gtk_package() { # Debian 13 and Ubuntu 24.04 gave it a new name
    if apt-cache show libgtk-3-0t64 >/dev/null 2>&1; then echo libgtk-3-0t64; else echo libgtk-3-0; fi
}

missing_packages() { # screen | virtual | test | models | nats -> the Debian packages that are missing, on one line
    local missing=()
    [ "$(uname)" = Linux ] || return 0
    has_library libgtk-3.so.0 || missing+=("$(gtk_package)")
    has_library libGL.so.1 || missing+=(libgl1)
    has_file '/usr/lib/*/dri/*_dri.so' || has_file '/usr/lib*/dri/*_dri.so' || missing+=(libgl1-mesa-dri)
    has_library libXxf86vm.so.1 || missing+=(libxxf86vm1)
    has_file '/usr/share/fonts/*' || missing+=(fonts-dejavu-core)
    if [ "${1:-}" != screen ]; then command -v Xvfb >/dev/null || missing+=(xvfb); fi
    if [ "${1:-}" != screen ]; then command -v import >/dev/null || missing+=(imagemagick); fi
    if [ "${1:-}" = virtual ]; then command -v openbox >/dev/null || missing+=(openbox); fi
    if [ "${1:-}" = test ]; then command -v xdotool >/dev/null || missing+=(xdotool); fi
    if [ "${1:-}" = test ]; then command -v npm >/dev/null || missing+=(npm); fi
    if [ "${1:-}" = models ]; then command -v chromium >/dev/null || command -v chromium-browser >/dev/null || missing+=(chromium); fi
    if [ "${1:-}" = nats ]; then PATH=$PATH:/usr/sbin command -v nats-server >/dev/null || missing+=(nats-server); fi
    echo "${missing[@]:-}"
}

ensure_packages() { # screen | virtual | test | models | nats
    local missing line as=()
    missing=$(missing_packages "$1")
    [ -n "$missing" ] || return 0
    command -v apt-get >/dev/null || { say "These may be missing, by their Debian names: $missing"; return 0; }
    line="apt-get update && apt-get install -y --no-install-recommends $missing"
    if [ "$(id -u)" != 0 ]; then
        command -v sudo >/dev/null || die "system packages are missing. Type: su -c '$line'"
        as=(sudo)
        line="sudo sh -c '$line'"
        sudo -n true 2>/dev/null || die "system packages are missing. Type: $line"
    fi
    # A source of packages that cannot be reached need not be the one that has these.
    "${as[@]}" apt-get update -qq >&2 || say "Going on with the lists of packages that are there"
    missing=$(missing_packages "$1") # by the names that these lists know
    say "Installing $missing"
    # sudo hands no variables on.
    "${as[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends $missing >&2 \
        || die "could not install system packages. Type: $line"
}

# ---- display

has_display() { [ -n "${DISPLAY:-}${WAYLAND_DISPLAY:-}" ] || [ "$(uname)" != Linux ]; }

screen_size=1600x1000 # of the virtual display

start_xvfb() { # exports DISPLAY; the server ends with the script
    local pipe
    pipe=$(mktemp -u)
    mkfifo "$pipe"
    Xvfb -displayfd 3 -screen 0 "${screen_size}x24" -nolisten tcp 3>"$pipe" >/dev/null 2>&1 &
    xvfb_pid=$!
    trap 'kill "$xvfb_pid" 2>/dev/null || true' EXIT
    read -r -t 30 DISPLAY <"$pipe" || die "Xvfb did not start"
    rm -f "$pipe"
    DISPLAY=:$DISPLAY
    export DISPLAY GDK_BACKEND=x11 LIBGL_ALWAYS_SOFTWARE=1 NO_AT_BRIDGE=1
    unset WAYLAND_DISPLAY
}

# ---- build

fingerprint() { # of everything the product is made of; contents, since a checkout changes times
    (cd "$root" && find pom.xml .mvn target-platform bundles features releng \
        \( -name target -o -path 'bundles/org.scenewright.lib.*/lib' -o -path 'bundles/org.scenewright.lib.*/natives' \) -prune \
        -o -type f ! -name '.*' -print0 | LC_ALL=C sort -z | xargs -0 cksum | cksum)
}

stamp=$root/.build/stamp # the fingerprint of what was built last

lock_build() { # two scripts at once must not build into each other
    mkdir -p "$root/.build"
    if command -v flock >/dev/null; then exec 9>"$root/.build/lock"; flock 9; fi
}

unlock_build() {
    if command -v flock >/dev/null; then exec 9>&-; fi
}

build_if_changed() { # the product and the update site, without tests
    local now log=$root/.build/log
    lock_build
    now=$(fingerprint)
    if [ ! -f "$stamp" ] || [ "$(cat "$stamp")" != "$now" ]; then
        say "Building Scenewright, some minutes the first time (log: .build/log)"
        rm -f "$stamp"
        "$root/releng/mvn" -f "$root/pom.xml" -Dwithout.tests -Dspotless.check.skip verify >"$log" 2>&1 9>&- \
            || { grep -E '^\[ERROR\]' "$log" | head -40 >&2; die "the build failed, see $log"; }
        echo "$now" >"$stamp"
    fi
    unlock_build
}

# ---- running

# protobuf reads memory in a way newer JVMs warn about.
quiet_jvm() { [ "$(jdk_version "$JAVA_HOME")" -lt 23 ] || echo --sun-misc-unsafe-memory-access=allow; }

jvm_options=(-Xmx2g --enable-native-access=ALL-UNNAMED -Djoml.nounsafe=true -Djava.awt.headless=true)
[ "$(uname)" != Darwin ] || jvm_options+=(-XstartOnFirstThread)

workbench_home() { # PRODUCT -> the folder with its plugins, of the platform we are on
    local arch
    arch=$(uname -m | sed 's/^arm64$/aarch64/')
    case "$(uname -s)" in
        Linux) echo "$products/$1/linux/gtk/$arch" ;;
        Darwin) echo "$products/$1/macosx/cocoa/$arch/Eclipse.app/Contents/Eclipse" ;;
        *) echo "$products/$1/win32/win32/x86_64" ;;
    esac
}

workbench() { # HOME ARGS...: the command that starts the workbench in that folder, in the array "command"
    local launcher
    launcher=$(compgen -G "$1/plugins/org.eclipse.equinox.launcher_*.jar")
    shift
    command=("$JAVA_HOME/bin/java" $(quiet_jvm) "${jvm_options[@]}" -jar "$launcher" -nosplash -consoleLog "$@")
}

run_child() { # COMMAND...: as exec, but this script lives on to clean up behind it
    local child status=0
    "$@" &
    child=$!
    trap 'kill "$child" 2>/dev/null || true' INT TERM HUP
    wait "$child" || status=$?
    # A signal ends the wait before it ends the child.
    while kill -0 "$child" 2>/dev/null; do wait "$child" || status=$?; done
    return $status
}

native_platform() { # as JOGL names it
    case "$(uname -s)-$(uname -m)" in
        Linux-x86_64) echo linux-amd64 ;;
        Linux-aarch64) echo linux-aarch64 ;;
        Darwin-*) echo macosx-universal ;;
        *) echo windows-amd64 ;;
    esac
}

plain_path() { # sets "path": the bundles without the workbench, as a class path
    local bundle
    path=
    for bundle in "$site"/plugins/*.jar "$root"/bundles/org.scenewright.lib.*/lib/*.jar; do
        case $bundle in
            *.ui_* | *script.graal* | *lib.graal* | *lib.swc4j*) ;;
            *) path=$path:$bundle ;;
        esac
    done
    path=${path#:}
}

worker_path() { # sets "worker": what the process that runs scene code is made of, as a class path
    local bundle
    worker=
    for bundle in "$site"/plugins/org.scenewright.{crdt,script.wire,script.graal}_*.jar \
        "$site"/plugins/com.fasterxml.jackson.core.*.jar \
        "$root"/bundles/org.scenewright.lib.{graal,swc4j}/lib/*.jar; do
        worker=$worker:$bundle
    done
    worker=${worker#:}
}

run_plain() { # MAIN ARGS...: a program of the bundles; does not return
    local main=$1 path worker
    shift
    plain_path
    worker_path
    # The JVM's own warnings would go to standard output.
    command=("$JAVA_HOME/bin/java" $(quiet_jvm) "${jvm_options[@]}" -Xlog:disable -Xlog:all=warning:stderr
        -Djogamp.gluegen.UseTempJarCache=false -Dscenewright.worker.path="$worker"
        -Dscenewright.cache="${SCENEWRIGHT_CACHE:-$HOME/.m2/scenewright}/worker"
        -Djava.library.path="$root/bundles/org.scenewright.lib.jogl/natives/$(native_platform)"
        -cp "$path" "$main" "$@")
    [ -n "${xvfb_pid:-}" ] || exec "${command[@]}"
    run_child "${command[@]}"
}
