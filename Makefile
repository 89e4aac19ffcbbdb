# make demo   the whole job on the seed corpus, from nothing, into the folder $(DEMO)
# make test   the tests
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
DEMO ?= demo-output

.PHONY: demo test test-clients clients dev lint types coverage bench bench-csl bench-bib clean

demo: $(VENV)/installed
	$(BIN)/citekit demo $(DEMO)

test: $(VENV)/dev
	$(BIN)/python -m pytest -n auto --dist worksteal

dev: $(VENV)/dev

lint: $(VENV)/dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev
	$(BIN)/mypy

# The project's own fixtures alone must reach nine lines in ten.
# The tests left out are the same with and without the shared data, and slow under coverage.
coverage: $(VENV)/dev
	CITEKIT_TESTDATA=/nonexistent HYPOTHESIS_PROFILE=brief $(BIN)/python -m pytest -n auto --dist worksteal --cov --cov-report=term --cov-fail-under=90 \
	  --ignore=tests/test_package.py --ignore=tests/find/test_varied.py \
	  --ignore=tests/find/test_styles.py --ignore=tests/find/test_growth.py \
	  --ignore=tests/find/test_speakerranks.py --ignore=tests/find/test_mentionmodel.py \
	  --ignore=tests/find/test_composed.py --ignore=tests/library/test_indexing.py

bench: $(VENV)/dev
	$(BIN)/python -m benchmarks.startup

# DATA is made by gen.py of the test data, see benchmarks/csl.py.
bench-csl: $(VENV)/dev
	$(BIN)/python -m benchmarks.csl $(DATA)

# Exported files read back with the programs they are for (docs/exchange.md says how
# to install Debian's; `make clients` those of npm and PyPI, into $(CITEKIT_CLIENTS)).
export CITEKIT_CLIENTS ?= $(CURDIR)/.clients

test-clients: $(VENV)/dev clients
	$(BIN)/python -m tests.clients

clients: $(CITEKIT_CLIENTS)/installed

$(CITEKIT_CLIENTS)/installed: tests/clients/package.json tests/clients/requirements.txt
	@mkdir -p $(CITEKIT_CLIENTS)
	@$(PYTHON) -m venv $(CITEKIT_CLIENTS)/py
	$(CITEKIT_CLIENTS)/py/bin/python -m pip install --quiet --disable-pip-version-check --requirement tests/clients/requirements.txt
	@cp tests/clients/package.json $(CITEKIT_CLIENTS)/package.json
	npm install --prefix $(CITEKIT_CLIENTS) --legacy-peer-deps --ignore-scripts --no-audit --no-fund --no-package-lock --loglevel=error
	@touch $@

bench-bib: $(VENV)/dev clients
	$(BIN)/python -m benchmarks.bib --node-modules $(CITEKIT_CLIENTS)/node_modules

$(VENV)/created:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "citekit needs Python 3.11 or later; name one with: make PYTHON=python3.12 $(MAKECMDGOALS)"; exit 1; }
	@$(PYTHON) -m venv $(VENV) || \
	  { echo "no virtual environment could be made; on Debian and Ubuntu: apt install python3-venv"; exit 1; }
	@touch $@

$(VENV)/installed: $(VENV)/created pyproject.toml requirements-dev.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements-dev.txt --editable .
	@$(BIN)/python -m compileall -q src
	@touch $@

$(VENV)/dev: $(VENV)/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --requirement requirements-dev.txt
	@touch $@

clean:
	rm -rf $(VENV) .clients demo-output build dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
