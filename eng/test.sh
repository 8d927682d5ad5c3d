#!/usr/bin/env bash
# What `make test` and CI run. The last line is always "N passed, N failed"; a step or a test project that could not do its work
# counts as one failure, so "0 failed" is said only when everything was done.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

# Test processes are short: what a long-lived one would learn about its own hot paths costs them more than it brings.
export DOTNET_TieredPGO=0

results="$PWD/artifacts/test-results"
logs="$PWD/artifacts/logs"
counts="$logs/counts"
finished=no
export results logs counts

# Every step adds its "passed failed" to the counts, whichever process it ran in.
finish() {
    local code=$? passed=0 failed=0 good bad
    while read -r good bad; do
        passed=$((passed + good))
        failed=$((failed + bad))
    done < "$counts"
    if [ "$finished" = no ] && [ "$failed" -eq 0 ]; then failed=1; fi
    echo "$passed passed, $failed failed"
    if [ "$failed" -gt 0 ] && [ "$code" -eq 0 ]; then exit 1; fi
}

say() {
    printf '%-28s%-8s%4ss  %s\n' "$1" "$2" $((SECONDS - $3)) "${4:-}"
}

# step <name> <command...>: quiet when it goes well, everything it said when it does not.
step() {
    local name=$1 started=$SECONDS log
    log=$(mktemp "$logs/step.XXXXXX")
    shift
    if "$@" > "$log" 2>&1 < /dev/null; then
        say "$name" ok "$started"
    else
        say "$name" FAILED "$started"
        cat "$log"
        echo "0 1" >> "$counts"
        return 1
    fi
}

tools() {
    need dotnet "Install the .NET SDK that global.json names." && need node "Install Node 20 or later." && need npm "It comes with Node."
}

types() {
    (cd src/Helpline.Web && npm run --silent check)
}

counter() {
    grep -o '<Counters [^>]*' "$1" | grep -o " $2=\"[0-9]*\"" | grep -o '[0-9]*'
}

# tests <project>: runs one test project and adds its totals, which are read from its report and nowhere else.
tests() {
    local name=$1 started=$SECONDS report log said=ok ran good bad
    report="$results/$name.trx"
    log="$logs/$name.log"
    # Each test project is its own runner, so nothing is built or looked for again here.
    dotnet exec "tests/$name/bin/Debug/net10.0/$name.dll" -noLogo -noColor -noAutoReporters -reporter quiet -trx "$report" > "$log" 2>&1 < /dev/null || said=FAILED
    if [ ! -s "$report" ]; then
        say "$name" FAILED "$started" "no report was written"
        cat "$log"
        echo "0 1" >> "$counts"
        return
    fi
    ran=$(counter "$report" total)
    good=$(counter "$report" passed)
    bad=$((ran - good))
    # A run that ended badly without a failed test, or ran none, has not shown what it should.
    if [ "$bad" -eq 0 ] && { [ "$said" = FAILED ] || [ "$ran" -eq 0 ]; }; then bad=1; fi
    if [ "$bad" -gt 0 ]; then said=FAILED; fi
    say "$name" "$said" "$started" "$good passed, $bad failed"
    if [ "$said" = FAILED ]; then cat "$log"; fi
    echo "$good $bad" >> "$counts"
}

# check <name>: one of the things that need nothing from each other once everything is built.
check() {
    if [ "$1" = Spacing ]; then
        step "Spacing" eng/format.sh --spaces --verify-no-changes || true
    else
        tests "$1"
    fi
}

rm -rf "$results" "$logs"
mkdir -p "$results" "$logs"
: > "$counts"
trap finish EXIT

step "Tools" tools
step "Chromium" ensure_browser || true
step "RabbitMQ" ensure_broker || true
step "Restore (locked)" dotnet restore Helpline.sln --locked-mode
step "Build" dotnet build Helpline.sln --no-restore --nologo -v quiet -clp:NoSummary
step "Browser code types" types || true

# Two at a time, because most of them wait more than they work; the longest first, so that no processor stands idle at the end.
export -f check tests step say counter
longest=(Helpline.Web.Tests Helpline.Browser.Tests Spacing)
for project in tests/*.Tests; do
    name=$(basename "$project")
    case " ${longest[*]} " in *" $name "*) ;; *) longest+=("$name") ;; esac
done
printf '%s\n' "${longest[@]}" | xargs -P 2 -I {} bash -euo pipefail -c 'check "$1"' check {}
finished=yes
