#!/usr/bin/env bash
# Formats the code, or with --verify-no-changes only says what it would change. Migrations stay as the generator wrote them.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

dotnet format Helpline.sln --no-restore --verbosity quiet --exclude src/Helpline.Core/Data/Migrations/ src/Helpline.Analytics/Migrations/ "$@"
