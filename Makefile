# Backchannel. On a fresh machine 'make play' and 'make test' do all the set-up: they need a Python from 3.11 on.
#
#   make play         play; ARGS="--plain --length quick" hands options on
#   make test         every check of every change, at most three minutes on two cores
#   make campaigns    the long ones, at SIZE=ci or SIZE=full, each with a fixed seed
#   make studies      play the studies and write their pages in docs/ anew, each of GAMES=... games
#   make bench        speed, each figure beside a reference
#   make coverage     the tests, with the lines and branches that none of them reaches
#   make docs         rewrite the tables in docs/ from the program and the content
#   make pictures     take the pictures in docs/ anew
#   make wheel        build dist/*.tar.gz and dist/*.whl
#   make clean        remove what make has made; saved games stay

SHELL := /bin/sh
VENV := .venv
BIN := $(VENV)/bin
SIZE ?= ci
GAMES ?= 100
CLAIMS_ci := 150
CLAIMS_full := 1000
JOBS ?= logical
WORKERS ?= 2
ARGS ?=
PIP := $(BIN)/python -m pip --disable-pip-version-check --no-input

# An environment whose Python has gone, or that was copied from another folder, is made anew.
HOME_OF := $(VENV)/made-in
SOUND := $(shell [ ! -f $(HOME_OF) ] || [ "`cat $(HOME_OF)`" = "$(CURDIR)" ] && $(BIN)/python -c 'import sys; print(*["yes"][: sys.version_info >= (3, 11)])' 2>/dev/null)
ifneq ($(SOUND),yes)
.PHONY: $(BIN)/python
endif

.PHONY: play test format lint types layers content tests campaigns studies bench coverage docs pictures wheel clean help

play: $(VENV)/ready-to-play
	@$(BIN)/python -m game $(ARGS)

test: format lint types layers content tests
	@echo; echo "All checks have passed."

format: $(VENV)/ready-to-test
	@echo "== format"; $(BIN)/ruff format --check .

lint: $(VENV)/ready-to-test
	@echo "== lint"; $(BIN)/ruff check .

types: $(VENV)/ready-to-test
	@echo "== types"; $(BIN)/mypy

layers: $(VENV)/ready-to-test
	@echo "== layers"; $(BIN)/lint-imports --no-cache

content: $(VENV)/ready-to-test
	@echo "== content"; $(BIN)/python -m game check content

tests: $(VENV)/ready-to-test
	@echo "== tests"; $(BIN)/python -m pytest -n $(JOBS) --maxprocesses=8 --dist=worksteal

campaigns: $(VENV)/ready-to-test
	@echo "== campaigns, size $(SIZE)"
	@BACKCHANNEL_CAMPAIGN=$(SIZE) $(BIN)/python -m pytest -m campaign -n $(JOBS) --maxprocesses=8 --dist=worksteal --durations=10
	@echo "== claims, $(CLAIMS_$(SIZE)) games a cell"
	@$(BIN)/python -m game lab --claims --games $(CLAIMS_$(SIZE)) --workers $(WORKERS) --json $(VENV)/claims.json; \
	code=$$?; [ $$code -le 1 ] || exit $$code
	@$(BIN)/python -m docs.kept $(VENV)/claims.json

# A study whose claim fails ends with 1, and its page says so.
studies: $(VENV)/ready-to-play
	@for name in claims calibration explanations acts styles; do \
	    echo "== $$name"; $(BIN)/python -m game lab --$$name --games $(GAMES) --workers $(WORKERS) --markdown docs/$$name.md; \
	    code=$$?; [ $$code -le 1 ] || exit $$code; \
	done

bench: $(VENV)/ready-to-test
	@for name in games turn start screens bargaining lab; do echo "== $$name"; $(BIN)/python -m benchmarks.$$name || exit 1; done

coverage: $(VENV)/ready-to-test
	@$(BIN)/python -m pytest -n $(JOBS) --maxprocesses=8 --cov --cov-report=term

docs: $(VENV)/ready-to-test
	@$(BIN)/python -m docs.tables --write

pictures: $(VENV)/ready-to-test
	@$(BIN)/python -m docs.screenshots

wheel: $(VENV)/ready-to-test
	@$(BIN)/python -m build --no-isolation --outdir dist

clean:
	rm -rf $(VENV) dist build *.egg-info .coverage .coverage.* .mypy_cache .ruff_cache .pytest_cache .hypothesis .import_linter_cache
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

help:
	@sed -n '2,14s/^# \{0,1\}//p' Makefile

# The first Python from 3.11 on that can make a virtual environment; PYTHON=... names another.
$(BIN)/python:
	@found=; lame=; \
	for each in $(PYTHON) python3 python3.13 python3.12 python3.11 python3.14 python; do \
	    "$$each" -c 'import sys; sys.exit(sys.version_info < (3, 11))' >/dev/null 2>&1 || continue; \
	    if "$$each" -c 'import ensurepip, venv' >/dev/null 2>&1; then found="$$each"; break; fi; \
	    lame="$$each"; \
	done; \
	if [ -z "$$found" ] && [ -n "$$lame" ]; then \
	    echo "Backchannel: '$$lame' cannot make virtual environments; install its 'venv' package (Debian: python3-venv)." >&2; exit 1; \
	elif [ -z "$$found" ]; then \
	    echo "Backchannel needs Python 3.11 or newer, and none was found. Install it, or name one: make PYTHON=/path/to/python3" >&2; exit 1; \
	fi; \
	echo "Setting up in $(VENV) with $$("$$found" --version) (once)"; \
	rm -rf $(VENV) && "$$found" -m venv $(VENV) && echo "$(CURDIR)" >$(HOME_OF)

$(VENV)/ready-to-play: pyproject.toml $(BIN)/python
	@$(PIP) install --quiet --editable .
	@touch $@

$(VENV)/ready-to-test: pyproject.toml $(BIN)/python
	@$(PIP) install --quiet --editable '.[dev]'
	@touch $(VENV)/ready-to-play $@
