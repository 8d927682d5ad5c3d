# Shared by the scripts in this folder; sourced, not run.
cd "$(dirname "${BASH_SOURCE[0]}")/.."

export HOME="${HOME:-$(mktemp -d)}"
export DOTNET_NOLOGO=1
export DOTNET_CLI_TELEMETRY_OPTOUT=1
export DOTNET_GENERATE_ASPNET_CERTIFICATE=false
# Build processes that outlive the command would hold its output open.
export MSBUILDDISABLENODEREUSE=1
export NPM_CONFIG_UPDATE_NOTIFIER=false

need() {
    command -v "$1" > /dev/null || { echo "$1 was not found. $2" >&2; return 1; }
}

# as_root <why it is needed>: sets "root" to what runs a command as root, or says what to install.
as_root() {
    root=()
    [ "$(id -u)" -eq 0 ] && return 0
    sudo -n true 2> /dev/null || { echo "$1" >&2; return 1; }
    root=(sudo -n)
}

browser() {
    local name
    for name in chromium-headless-shell chromium chromium-browser google-chrome google-chrome-stable; do
        command -v "$name" && return 0
    done
    return 1
}

# The browser tests drive a Chromium that is on the machine; Debian and its relatives carry one. The one without windows takes half the time.
ensure_browser() {
    browser > /dev/null && return 0
    local root
    as_root "The browser tests need Chromium: install the package 'chromium' or put Google Chrome on the PATH." || return 1
    need apt-get "The browser tests need Chromium: install it and put it on the PATH as 'chromium'." || return 1
    "${root[@]}" apt-get update -qq < /dev/null
    local package
    for package in chromium-headless-shell chromium; do
        "${root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "$package" < /dev/null > /dev/null && break
    done
    browser > /dev/null || { echo "Chromium was installed but is not on the PATH." >&2; return 1; }
}

# The test of two nodes starts a RabbitMQ of its own from the program that Debian and its relatives carry. The package must not start one.
ensure_broker() {
    [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] && return 0
    local root why="The test of two nodes needs RabbitMQ: install the package 'rabbitmq-server'."
    as_root "$why" && need apt-get "$why" || return 1
    "${root[@]}" apt-get update -qq < /dev/null
    "${root[@]}" env DEBIAN_FRONTEND=noninteractive RUNLEVEL=1 apt-get install -y -qq --no-install-recommends rabbitmq-server < /dev/null > /dev/null
    [ -x /usr/lib/rabbitmq/bin/rabbitmq-server ] || { echo "rabbitmq-server was installed but is not where Debian puts it." >&2; return 1; }
}
