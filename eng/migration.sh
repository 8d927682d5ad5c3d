#!/usr/bin/env bash
# One migration for each provider of each database, so that neither track is forgotten. A database whose model did not change gets none.
set -euo pipefail
source "$(dirname "${BASH_SOURCE[0]}")/lib.sh"

name=${1:-}
if ! [[ $name =~ ^[A-Z][A-Za-z0-9]+$ ]]; then
    echo "Name it in PascalCase after what it does: make migration name=AddCases" >&2
    exit 2
fi

# track <project> <context> <folder>
track() {
    local project=src/$1
    if dotnet ef migrations has-pending-model-changes --no-build --project "$project" --context "$2" > /dev/null 2>&1; then
        echo "$2: nothing changed"
    else
        dotnet ef migrations add "$name" --no-build --project "$project" --context "$2" --output-dir "$3"
    fi
}

dotnet tool restore > /dev/null
for project in Helpline.Core Helpline.Analytics; do
    dotnet build "src/$project" --nologo -v quiet -clp:ErrorsOnly
done
for provider in Sqlite SqlServer; do
    track Helpline.Core "${provider}HelplineDbContext" "Data/Migrations/$provider"
    track Helpline.Analytics "${provider}AnalyticsDbContext" "Migrations/$provider"
done
