# What a newcomer types. `make help` lists it.
#
# What is set up carries a stamp inside itself (.venv/.kaya, node_modules/.kaya): Python's packages are
# installed again only when their lock changed, the browser's only when theirs did, and static files are built only when
# their sources changed.

PYTHON ?= python3
DATABASES ?= sqlite,postgresql
TESTS ?= tests
PARALLEL ?= auto

BIN := .venv/bin
UV_VERSION := 0.13.8
FLASK := $(BIN)/flask --app wsgi
BUILT_FROM := $(shell find static templates kaya -type f -not -path 'static/dist/*' -not -name '*.pyc')
COUNTED := .cache/counted.json
LOCK := $(BIN)/uv pip compile --universal --python-version 3.11 --generate-hashes --quiet \
	--no-header --no-emit-index-url --no-emit-find-links

.DEFAULT_GOAL := help
.PHONY: help run dev test check format lint types templates architecture tidy words assets lock hooks bench battery chromium clean
.DELETE_ON_ERROR:

help: ## List what can be made
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-13s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

## Running

run: .venv/.kaya static/dist/manifest.json ## Set up what is missing, and serve Kaya at http://127.0.0.1:5000 (PORT, WORKERS, DATABASE_URL, REDIS_URL)
	@exec $(BIN)/python -m kaya

dev: .venv/.kaya-dev static/dist/manifest.json ## The same, reloading when a file changes
	@$(FLASK) db upgrade
	@$(FLASK) kaya seed
	@exec $(BIN)/python -m kaya.reloading

assets: static/dist/manifest.json ## Build static/dist from static/css and static/js

## Checking

test: export PYTHONPYCACHEPREFIX := $(CURDIR)/.cache/bytecode
test: export PYTHONDONTWRITEBYTECODE :=
test: .venv/.kaya-dev static/dist/manifest.json chromium ## Run every test, on SQLite and on PostgreSQL, Redis and Chromium that it starts itself (TESTS, DATABASES)
	@mkdir -p .cache
	$(BIN)/python $(if $(filter tests,$(TESTS)),-m slipcover --branch --immediate --source kaya --json --out $(COUNTED)) \
		-m pytest $(TESTS) -n $(PARALLEL) --databases=$(DATABASES)
	@$(if $(filter tests,$(TESTS)),$(BIN)/python -m tests.counted $(COUNTED) 80)

check: format lint types templates architecture ## Formatting, lint, types, templates, styles and scripts, the shape of the code

format: .venv/.kaya-dev node_modules/.kaya
	$(BIN)/ruff format --check --quiet .
	npx --no-install biome format static/css static/js build.mjs icons.mjs

lint: .venv/.kaya-dev node_modules/.kaya
	$(BIN)/ruff check .
	npx --no-install biome lint static/css static/js build.mjs icons.mjs

types: .venv/.kaya-dev
	$(BIN)/mypy

templates: .venv/.kaya-dev
	$(BIN)/djlint templates --lint --quiet

architecture: .venv/.kaya-dev
	$(BIN)/pytest tests/architecture_test.py tests/templates_test.py --noconftest --quiet

tidy: .venv/.kaya-dev node_modules/.kaya ## Mend what formatting and lint can mend by themselves
	$(BIN)/ruff check --fix --quiet . || true
	$(BIN)/ruff format --quiet .
	npx --no-install biome check --write static/css static/js build.mjs icons.mjs

hooks: ## Let git run the quick checks before each commit
	@printf '#!/bin/sh\nexec make --no-print-directory format lint architecture\n' > "$$(git rev-parse --git-path hooks)/pre-commit"
	@chmod +x "$$(git rev-parse --git-path hooks)/pre-commit"
	@echo "Before each commit: make format lint architecture."

bench: .venv/.kaya-dev static/dist/manifest.json ## Measure capacity, for docs/capacity.md
	$(BIN)/python -m tests.bench

battery: .venv/.kaya-dev static/dist/manifest.json ## Long runs that look for rare failures, for docs/reliability.md
	$(BIN)/python -m tests.battery

words: .venv/.kaya-dev ## Gather the sentences that people read, for translators (LANGUAGE=pt begins a language; then add it to LANGUAGES)
	@mkdir -p .cache translations
	@$(BIN)/pybabel --quiet extract --mapping babel.cfg --keyword say --keyword count:1,2 --no-wrap --sort-by-file \
		--project Kaya --output .cache/messages.pot .
	@test -z "$(LANGUAGE)" || test -d translations/$(LANGUAGE) || \
		$(BIN)/pybabel --quiet init --input-file .cache/messages.pot --output-dir translations --locale $(LANGUAGE)
	@for folder in translations/*/; do test ! -d "$$folder" || { \
		$(BIN)/pybabel --quiet update --input-file .cache/messages.pot --output-dir translations --no-fuzzy-matching \
			--locale "$$(basename $$folder)"; }; done
	@test -z "$$(ls translations)" || $(BIN)/pybabel --quiet compile --directory translations
	@echo "$$(grep -c '^msgid' .cache/messages.pot) sentences in .cache/messages.pot; languages: $$(ls translations | xargs)"

## Setting up

lock: .venv/.made ## Choose the versions anew: requirements.lock and requirements-dev.lock from pyproject.toml
	$(LOCK) $(UPGRADE) pyproject.toml --output-file requirements.lock
	$(LOCK) $(UPGRADE) pyproject.toml --group dev --constraints requirements.lock --output-file requirements-dev.lock

.venv/.made:
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || \
		{ echo "Kaya needs Python 3.11 or newer with its venv module (Debian: apt-get install python3-venv)."; exit 1; }
	@test -x $(BIN)/uv || $(BIN)/pip install --quiet uv==$(UV_VERSION) || echo "uv cannot be had here; pip does its work, more slowly."
	@touch $@

# What the tests add comes on top; nothing that is installed already is taken away.
.venv/.kaya: requirements.lock | .venv/.made
	@echo "Installing the Python packages"
	@$(call install,requirements.lock)
	@touch $@

.venv/.kaya-dev: requirements-dev.lock | .venv/.made
	@echo "Installing the Python packages, with those for tests and checks"
	@$(call install,requirements-dev.lock)
	@touch .venv/.kaya $@

install = if test -x $(BIN)/uv; then $(BIN)/uv pip install --quiet --python $(BIN)/python --require-hashes --requirement $(1); \
	else $(BIN)/pip install --quiet --require-hashes --requirement $(1); fi

node_modules/.kaya: package.json package-lock.json
	@command -v npm >/dev/null || { echo "Kaya's browser libraries come by npm: install Node.js 20 or newer."; exit 1; }
	@echo "Fetching the browser libraries"
	@npm ci --no-audit --no-fund --loglevel=error
	@touch $@

static/dist/manifest.json: node_modules/.kaya build.mjs icons.mjs $(BUILT_FROM)
	@node build.mjs

# Debian's Chromium drives the browser tests.
chromium:
	@command -v chromium >/dev/null || command -v google-chrome >/dev/null || test -n "$(CHROMIUM)" || \
		if [ "$$(id -u)" = 0 ] && command -v apt-get >/dev/null; then \
			echo "Installing Debian's Chromium for the browser tests" && \
			{ apt-get update -qq && apt-get install -y -qq --no-install-recommends chromium >/dev/null || true; }; \
		else \
			echo "The browser tests need Chromium: install the package (Debian: sudo apt-get install chromium), or name it in CHROMIUM."; \
		fi

clean: ## Forget what was set up; the data in instance/ stays
	rm -rf .cache .venv node_modules static/dist
