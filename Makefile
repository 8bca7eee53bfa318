# `make help` lists the targets; the text behind ## is what it prints.
SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DEFAULT_GOAL := help

# A clone may belong to another user than the one who builds it, and git then
# refuses to tell its revision: the version is a constant of the program instead.
export GOFLAGS := $(GOFLAGS) -buildvcs=false

GOLANGCI := github.com/golangci/golangci-lint/v2/cmd/golangci-lint@v2.15.0
SEED     ?= 1
COUNT    ?= 300
MAIL     ?= samples/mail

.PHONY: help
help: ## list what can be made
	@echo "noticed reads IRS mail. Usage: make TARGET"
	@echo
	@sed -nE 's/^([a-z]+):[^#]*## (.*)/\1\t\2/p' $(MAKEFILE_LIST) | while IFS=$$'\t' read -r target text; do printf '  %-9s %s\n' "$$target" "$$text"; done

.PHONY: run
run: build ## read the sample mail through a queue of its own and print what was found
	@bin/noticed run $(MAIL)

# Some tests build noticed themselves: after build it is compiled once for all of
# them. GORACE keeps each test binary from sleeping a second at its end.
.PHONY: test
test: build ## run the whole test suite with the race detector
	GORACE="atexit_sleep_ms=0 $${GORACE:-}" go test -race -timeout 20m ./...

.PHONY: build
build: deps ## build bin/noticed
	@mkdir -p bin
	go build -trimpath -o bin/noticed ./cmd/noticed

.PHONY: deps
deps: ## install the Debian packages that building, testing and running need
	@deploy/deps

.PHONY: lint
lint: deps ## run golangci-lint (pinned; fetched on first use)
	go run $(GOLANGCI) run

.PHONY: eval
eval: deps ## generate COUNT notices from SEED, read them, print accuracy and silent errors; CONTRIBUTING.md has the settings
	go run ./samples/eval -seed $(SEED) -count $(COUNT) $(if $(MEDIUM),-medium $(MEDIUM)) $(if $(DEGRADE),-degrade "$(DEGRADE)") \
		$(if $(OTHER),-other $(OTHER)) $(if $(CODES),-codes $(CODES)) $(if $(TAMPER),-tamper) $(if $(TROUBLE),-trouble) $(if $(BASELINE),-baseline) $(if $(PRODUCERS),-producers) \
		$(if $(KEEP),-keep $(KEEP)) $(if $(JSON),-json $(JSON))

.PHONY: soak
soak: deps ## run the long tests as well: many kills, many documents
	NOTICED_SOAK=1 go test -count 1 -timeout 60m ./...

.PHONY: bench
bench: deps ## run the benchmarks
	go test -run '^$$' -bench . -benchmem ./...

.PHONY: schema
schema: ## generate deploy/schema from the Go types of the contract
	go test -run TestSchemaIsGenerated -update .

.PHONY: man
man: build ## write the manual pages to bin/man; man -M bin/man noticed shows them
	bin/noticed man --into bin/man

.PHONY: reference
reference: ## generate deploy/noticed.yaml from the settings of the command line
	go test -run TestReferenceIsGenerated ./cmd/noticed -update

.PHONY: clean
clean: ## remove what was built
	rm -rf bin
