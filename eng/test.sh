#!/usr/bin/env bash
# What `make test` and CI run. The last line is always "N passed, N failed"; a step or a test project that could not do its work
# counts as one failure, so "0 failed" is said only when everything was done.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

results="$PWD/artifacts/test-results"
log="$PWD/artifacts/step.log"
passed=0
failed=0
finished=no

finish() {
    local code=$?
    if [ "$finished" = no ] && [ "$failed" -eq 0 ]; then failed=1; fi
    echo "$passed passed, $failed failed"
    if [ "$failed" -gt 0 ] && [ "$code" -eq 0 ]; then exit 1; fi
}
trap finish EXIT

# step <name> <command...>: quiet when it goes well, everything it said when it does not.
step() {
    local name=$1 started=$SECONDS
    shift
    printf '%-28s' "$name"
    if "$@" > "$log" 2>&1 < /dev/null; then
        printf 'ok      %4ss\n' $((SECONDS - started))
    else
        printf 'FAILED  %4ss\n' $((SECONDS - started))
        cat "$log"
        failed=$((failed + 1))
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

# tests <project folder>: runs one test project and adds its totals, which are read from its report and nowhere else.
tests() {
    local project=$1 started=$SECONDS name report said=ok ran good bad
    name=$(basename "$project")
    report="$results/$name.trx"
    printf '%-28s' "$name"
    # Each test project is its own runner, so nothing is built or looked for again here.
    dotnet exec "$project/bin/Debug/net10.0/$name.dll" -noLogo -noColor -noAutoReporters -reporter quiet -trx "$report" > "$log" 2>&1 < /dev/null || said=FAILED
    if [ ! -s "$report" ]; then
        printf 'FAILED  %4ss  no report was written\n' $((SECONDS - started))
        cat "$log"
        failed=$((failed + 1))
        return
    fi
    ran=$(counter "$report" total)
    good=$(counter "$report" passed)
    bad=$((ran - good))
    # A run that ended badly without a failed test, or ran none, has not shown what it should.
    if [ "$bad" -eq 0 ] && { [ "$said" = FAILED ] || [ "$ran" -eq 0 ]; }; then bad=1; fi
    if [ "$bad" -gt 0 ]; then said=FAILED; fi
    printf '%-6s  %4ss  %s passed, %s failed\n' "$said" $((SECONDS - started)) "$good" "$bad"
    if [ "$said" = FAILED ]; then cat "$log"; fi
    passed=$((passed + good))
    failed=$((failed + bad))
}

rm -rf "$results"
mkdir -p "$results"

step "Tools" tools
step "Chromium" ensure_browser || true
step "Restore (locked)" dotnet restore Helpline.sln --locked-mode
step "Build" dotnet build Helpline.sln --no-restore --nologo -v quiet -clp:NoSummary
step "Browser code types" types || true
step "Format" eng/format.sh --verify-no-changes || true
for project in tests/*.Tests; do
    tests "$project"
done
finished=yes
