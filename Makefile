# `make` alone lists what there is.
.DEFAULT_GOAL := help
SHELL := /bin/sh
BIN := .venv/bin
PYTHON_FILES := kiosk tests tools benchmarks
export QT_LOGGING_RULES ?= qt.qpa.*=false

.PHONY: help run test setup setup-test lint types contracts unit catalogues-check catalogues shots bench sounds lock clean

help: ## list the targets
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-12s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

run: setup ## open the demo event in the app (with no display: rehearse it and save pictures)
	@$(BIN)/stoelendans demo

test: lint types contracts catalogues-check unit ## lint, types, import contracts and all tests

setup: ## what running needs: system packages, virtual environment, pinned dependencies
	@tools/setup.sh run

setup-test: ## what testing needs, on top of that
	@tools/setup.sh test

lint: setup-test ## ruff: rules and format
	@$(BIN)/ruff check $(PYTHON_FILES)
	@$(BIN)/ruff format --check $(PYTHON_FILES)

types: setup-test ## mypy, strict
	@$(BIN)/mypy

contracts: setup-test ## import-linter: imports run downward only
	@$(BIN)/lint-imports

unit: setup-test ## all tests, in parallel
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest -n auto --dist loadfile

catalogues: setup-test ## extract and compile the translations
	@$(BIN)/python tools/catalogues.py

catalogues-check: setup-test ## are the translations fresh and complete?
	@$(BIN)/python tools/catalogues.py --check

shots: setup ## a picture of every screen in every important state, into shots/
	@QT_QPA_PLATFORM=offscreen $(BIN)/python -m tools.shots shots

bench: setup-test ## benchmarks, each beside its floor
	@QT_QPA_PLATFORM=offscreen $(BIN)/pytest benchmarks -q -p no:xdist -p no:cacheprovider --benchmark-disable-gc

sounds: setup ## make the sounds in assets/sounds again
	@$(BIN)/python tools/make_sounds.py

lock: ## renew the lock files (needs uv)
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet --upgrade --extra build pyproject.toml -o requirements/run.txt
	uv pip compile --universal --python-version 3.11 --generate-hashes --no-annotate --no-header --quiet --upgrade --extra build --extra dev pyproject.toml -o requirements/dev.txt

clean: ## remove the virtual environment and caches
	rm -rf .venv build shots .pytest_cache .mypy_cache .ruff_cache .import_linter_cache .hypothesis *.egg-info
