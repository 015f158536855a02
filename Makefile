# newsgen: `make site` builds the sample archive, `make test` checks everything. Both set up what they need in .venv.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check --quiet
# As a user without rights, sudo is tried without asking for a password.
AS_ROOT := $(shell [ "$$(id -u)" = 0 ] || echo "sudo -n")

.DEFAULT_GOAL := help
.PHONY: help site test lint suite accuracy bench fuzz lexicon golden wheel clean

help:  ## List what can be made
	@sed -n 's/^\([a-z]*\):.*## /  make \1\t/p' $(MAKEFILE_LIST) | expand -t 18

site: $(VENV)/newsgen.done  ## Build the sample archive into public/
	$(BIN)/newsgen build

test:  ## Check style and types, run all tests
	@$(MAKE) --no-print-directory --jobs 3 lint suite

suite: $(VENV)/test.done $(VENV)/chromium.done $(VENV)/checkers.done  ## Run all tests only
	$(BIN)/python -m pytest -n 2 --dist worksteal

# The tests start newsgen hundreds of times: it is compiled for the first of them only.
suite: export PYTHONDONTWRITEBYTECODE :=

lint: $(VENV)/test.done  ## Check style and types only
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy

accuracy: $(VENV)/test.done  ## Measure how well the sample archive is read, tell every miss
	PYTHONPATH=tests $(BIN)/python -m accuracy.score

bench: $(VENV)/bench.done $(VENV)/chromium.done  ## Measure builds, beside Hugo and Pelican and on a cluster, and the preview
	PYTHONPATH=tests $(BIN)/python -m benchmarks.bench_build
	PYTHONPATH=tests $(BIN)/python -m benchmarks.bench_cluster
	PYTHONPATH=tests $(BIN)/python -m benchmarks.bench_serve

SECONDS := 120
fuzz: $(VENV)/test.done  ## Try hostile files on every parser, for as long as SECONDS=600 says
	PYTHONPATH=tests $(BIN)/python -m fuzz $(SECONDS)

lexicon: $(VENV)/lexicon.done  ## Make the gazetteer's data anew
	$(BIN)/python -m newsgen.data.generate

golden: $(VENV)/test.done  ## Rewrite the expected sites of tests/golden; review the diff
	$(BIN)/python -m pytest tests/golden --update-golden

wheel: $(VENV)/newsgen.done  ## Make the package in dist/
	$(PIP) wheel --no-deps --wheel-dir dist .

clean:  ## Remove all that was made
	rm -rf $(VENV) .newsgen public dist build .mypy_cache .ruff_cache .pytest_cache .hypothesis
	find src tests -name __pycache__ -type d -prune -exec rm -rf {} +

# Each part is set up once, and again when pyproject.toml asks for something else.

$(VENV)/newsgen.done: pyproject.toml
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "newsgen needs Python 3.11 or later; give one with: make PYTHON=python3.11"; exit 1; }
	@[ -x $(BIN)/python ] || $(PYTHON) -m venv $(VENV) || \
	  { rm -rf $(VENV); echo "Python's venv module is missing: apt-get install python3-venv"; exit 1; }
	$(PIP) install --upgrade 'pip>=25.1'
	$(PIP) install --editable .
	@touch $@

$(VENV)/test.done $(VENV)/bench.done $(VENV)/lexicon.done: $(VENV)/%.done: $(VENV)/newsgen.done
	$(PIP) install --group $*
	@touch $@

# Debian's Chromium; Playwright's own downloads are not used.
$(VENV)/chromium.done: $(VENV)/newsgen.done
	@if { command -v chromium || command -v chromium-browser || command -v google-chrome; } >/dev/null; then :; \
	elif command -v apt-get >/dev/null && $(AS_ROOT) true 2>/dev/null; then \
	  { $(AS_ROOT) apt-get update -qq && $(AS_ROOT) apt-get install -y -qq chromium >/dev/null; } || \
	    echo "Chromium could not be installed: the tests in a browser will be skipped."; \
	else echo "No Chromium, and no way to install it: the tests in a browser will be skipped."; fi
	@touch $@

# The Nu HTML checker, which needs Java, and axe-core, both as packages of npm.
$(VENV)/checkers.done: $(VENV)/newsgen.done
	@if command -v npm >/dev/null; then \
	  npm install --prefix $(VENV)/checkers --no-save --no-audit --no-fund --loglevel=error vnu-jar axe-core || \
	    echo "The Nu checker and axe-core could not be installed: their tests will be skipped."; \
	else echo "No npm: the tests with the Nu checker and axe-core will be skipped."; fi
	@touch $@
