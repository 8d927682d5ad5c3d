#!/usr/bin/env bash
# Runs the tests whose full name contains $1, in the projects whose name contains $2 (all when empty).
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

if [ -z "${1:-}" ]; then
    echo "Say which: make test-one name=RoutingPolicy [project=Core]" >&2
    exit 2
fi
for project in tests/*"${2:-}"*.Tests; do
    dotnet test "$project" --nologo --verbosity quiet --filter "FullyQualifiedName~$1"
done
