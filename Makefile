# Two commands for a newcomer: `make demo` and `make test`. The rest is for who works here; `make help` lists it.

BUILD  := build/release
PREFIX ?= /usr/local
JOBS   ?= $(shell nproc 2>/dev/null || echo 2)
# How long `make fuzz` runs each fuzzer, in seconds.
SECONDS_EACH ?= 60

.PHONY: help demo test build check lint format asan tsan fuzz bench install deb clean
.DEFAULT_GOAL := help

help:
	@sed -n 's/^\([a-z]*\):.*## /  make \1	/p' Makefile | expand -t 20

# The build folder's first configuration leaves out what only developers need; `make build` adds it, and the objects stay.
demo: ## build, read examples/donbas.txt and print its record
	@tools/install_packages.sh build
	@test -f $(BUILD)/build.ninja || cmake --preset release -DONRECORD_DEVELOPER=OFF
	@cmake --build $(BUILD) -j $(JOBS) --target onrecord_cli >&2
	@$(BUILD)/bin/onrecord read examples/donbas.txt --published 2022-03-28

test: build ## build all and run every test
	@ctest --test-dir $(BUILD) --output-on-failure --timeout 600 -j $(JOBS)

build: ## build the library, the command, the tests and the benchmarks
	@tools/install_packages.sh build test
	@grep -qs '^ONRECORD_DEVELOPER:BOOL=ON' $(BUILD)/CMakeCache.txt || cmake --preset release -DONRECORD_DEVELOPER=ON
	@cmake --build $(BUILD) -j $(JOBS)

check: ## what needs no build: format, arrows, sizes, what the tree may hold
	@tools/install_packages.sh check
	@tools/format.sh --check
	@tools/check_arrows.sh
	@tools/check_sizes.sh
	@tools/check_tree.sh

format: ## put every source file in the house's format
	@tools/install_packages.sh check
	@tools/format.sh

lint: build ## clang-tidy over the files changed since main's last commit; ALL=1: over all
	@tools/install_packages.sh check lint
	@tools/lint.sh $(BUILD) $(if $(ALL),--all)

asan: SANITIZED := asan
asan: sanitized ## every test under the address and undefined-behaviour sanitizers
tsan: SANITIZED := tsan
tsan: sanitized ## every test under the thread sanitizer

.PHONY: sanitized
sanitized:
	@tools/install_packages.sh build test
	@cmake --preset $(SANITIZED)
	@cmake --build build/$(SANITIZED) -j $(JOBS)
	@ctest --test-dir build/$(SANITIZED) --output-on-failure --timeout 1800 -j $(JOBS)

fuzz: ## build the fuzzers and run each for SECONDS_EACH
	@tools/install_packages.sh build test fuzz
	@cmake --preset fuzz
	@cmake --build build/fuzz -j $(JOBS)
	@tools/fuzz.sh build/fuzz $(SECONDS_EACH)

bench: build ## how fast, on this machine
	@cmake --build $(BUILD) --target bench

install: installable ## build and install under PREFIX
	@cmake --install $(BUILD) --prefix $(PREFIX)

deb: installable ## build a Debian package
	@cd $(BUILD) && cpack -G DEB

.PHONY: installable
installable:
	@tools/install_packages.sh build
	@test -f $(BUILD)/build.ninja || cmake --preset release -DONRECORD_DEVELOPER=OFF
	@cmake --build $(BUILD) -j $(JOBS)

clean: ## forget everything built
	@rm -rf build
