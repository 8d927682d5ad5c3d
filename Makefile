.DEFAULT_GOAL := help
.PHONY: help run test test-one fmt lint seed bench migration

export DOTNET_NOLOGO := 1
export DOTNET_CLI_TELEMETRY_OPTOUT := 1

help: ## Print the targets
	@grep -hE '^[a-z-]+:.*## ' $(MAKEFILE_LIST) | sed -E 's/^([a-z-]+):.*## /\1\t/' | expand -t 12

run: ## Run Helpline on this machine; the addresses to open are printed at start
	dotnet run --project src/Helpline.Web

test: ## Restore from the lock files, build, check types and format, run every test: what CI runs
	@eng/test.sh

test-one: ## Run the tests whose name contains a text: make test-one name=RoutingPolicy [project=Core]
	@eng/test-one.sh "$(name)" "$(project)"

fmt: ## Format the code as `make test` wants it
	@eng/format.sh

lint: ## Check format and browser code types without changing anything
	@eng/format.sh --verify-no-changes
	cd src/Helpline.Web && npm run --silent check

seed: ## Fill the local database with six months of invented contacts
	dotnet run --project src/Helpline.Web -- --seed

bench: ## Measure routing, throughput and search in Release, each beside its limit
	dotnet run --configuration Release --project tests/Helpline.Benchmarks -- $(only)

migration: ## Make a migration for both providers of Core and Analytics: make migration name=AddCases
	@eng/migration.sh "$(name)"
