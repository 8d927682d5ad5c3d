#!/usr/bin/env bash
# Formats the code, or with --verify-no-changes only says what it would change. With --spaces first it looks at spacing alone, which is what is
# left to check where the build, whose analyzers also hold the code to the style, has passed. Migrations stay as the generator wrote them.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

what=()
if [ "${1:-}" = --spaces ]; then
    what=(whitespace)
    shift
fi
dotnet format "${what[@]}" Helpline.sln --no-restore --verbosity quiet --exclude src/Helpline.Core/Data/Migrations/ src/Helpline.Analytics/Migrations/ "$@"
