# `make` lists what can be done. Needs GNU make 3.81 or newer, any POSIX shell and Python 3.11+.

VENV := .venv
BIN := $(VENV)/bin
PY := $(BIN)/python
PIP := $(PY) -m pip --disable-pip-version-check --quiet
RUNTIME := $(VENV)/runtime.stamp
DEV := $(VENV)/dev.stamp
PYTHON ?=
PORT ?= 8000
# Each file of tests stays on one core, with a database of its own.
SUITE = -m pytest --numprocesses auto --dist loadfile
TEMPLATES = find . -path ./$(VENV) -prune -o -path '*/templates/*' -name '*.html' -print
PIN = $(BIN)/uv pip compile --no-config --generate-hashes --universal --python-version 3.11 \
	--no-emit-index-url --custom-compile-command 'make requirements' $(UPGRADE) --quiet
# Called as a module, so that a folder that was moved keeps working.
IMPORTS = $(PY) -c 'from importlinter.cli import lint_imports_command as check; check(["--no-logo"])'
SECRET = $(PY) -c 'import secrets; print(secrets.token_urlsafe(64))'

.DEFAULT_GOAL := help
.NOTPARALLEL:
.PHONY: help run curator test lint test-sqlite test-postgres bench format messages fixtures requirements

help: ## List these commands
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "make %-14s %s\n", $$1, $$2 }' Makefile

run: $(RUNTIME) ## Install, load the data into an empty database and serve (PORT=8000)
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py load_dataset fixtures --if-empty
	@$(PY) manage.py rebuild_search --if-empty
	@echo "The map:            http://127.0.0.1:$(PORT)/"
	@echo "For curators:       http://127.0.0.1:$(PORT)/admin/"
	@echo "The first account:  make curator   (in another terminal; there is no default password)"
	@DJANGO_RUNSERVER_HIDE_WARNING=true $(PY) manage.py runserver 127.0.0.1:$(PORT)

curator: $(RUNTIME) ## Make the first account, which may do everything
	@$(PY) manage.py migrate --verbosity 0
	@$(PY) manage.py createsuperuser

test: lint test-sqlite test-postgres ## Run every check, and the suite on SQLite and on PostgreSQL
	@echo "All passed: ruff, djade, import layers, migrations, production settings,"
	@echo "and the whole suite on SQLite and on PostgreSQL."

lint: $(DEV) ## Check style, templates, import layers, migrations and production settings
	$(PY) -m ruff check .
	$(PY) -m ruff format --check .
	$(TEMPLATES) | xargs $(BIN)/djade --check --target-version 5.2
	$(IMPORTS)
	DATABASE_URL=sqlite://:memory: $(PY) manage.py makemigrations --check --dry-run
	@echo "manage.py check --deploy, with production settings"
	@DATABASE_URL=sqlite://:memory: MAP_PRODUCTION=1 DEBUG=0 ALLOWED_HOSTS=example.org SECRET_KEY="$$($(SECRET))" \
		$(PY) manage.py check --deploy --fail-level WARNING

test-sqlite: $(DEV) ## Run the suite on SQLite
	@echo "The suite on SQLite"
	@unset DATABASE_URL; $(PY) $(SUITE)

test-postgres: $(DEV) ## Run the suite on PostgreSQL: the server DATABASE_URL names, or a temporary one
	@echo "The suite on PostgreSQL"
	@$(PY) -m tests.postgres $(SUITE)

bench: $(DEV) ## Time the import of 10,000 agreements beside a plain resource, on both databases
	@$(PIP) install --require-hashes -r benchmarks/requirements.txt
	@$(PY) -m benchmarks.import_sheets

format: $(DEV) ## Mend style in code and templates
	$(PY) -m ruff check --fix .
	$(PY) -m ruff format .
	$(TEMPLATES) | xargs $(BIN)/djade --target-version 5.2

messages: $(RUNTIME) ## Gather texts to translate, then compile the translations (needs gettext)
	@command -v msgfmt >/dev/null || { echo "Install gettext first."; exit 1; }
	$(PY) manage.py gather_rows
	$(PY) manage.py makemessages --locale es --add-location file --no-wrap --ignore '$(VENV)/*'
	$(PY) manage.py compilemessages --locale es --ignore '$(VENV)/*'

fixtures: $(RUNTIME) ## Write the curated data of the database to fixtures/
	$(PY) manage.py dump_dataset fixtures

requirements: $(DEV) ## Pin what pyproject.toml asks for (UPGRADE=--upgrade for newer versions)
	@$(PIP) install uv
	$(PIN) pyproject.toml --output-file requirements.txt
	$(PIN) pyproject.toml --extra dev --constraint requirements.txt --output-file requirements-dev.txt

$(RUNTIME): $(PY) requirements.txt
	@echo "Installing packages from requirements.txt (some ten seconds the first time) ..."
	@$(PIP) install --require-hashes -r requirements.txt
	@touch $@

$(DEV): $(PY) requirements-dev.txt
	@echo "Installing packages from requirements-dev.txt (some twenty seconds the first time) ..."
	@$(PIP) install --require-hashes -r requirements-dev.txt
	@touch $@

# The first Python that is new enough and able to make an environment; else the reason in one line.
$(PY):
	@found=; \
	for name in $(if $(PYTHON),'$(PYTHON)',python3.13 python3.12 python3.11 python3); do \
		version=$$("$$name" -c 'import sys; print("%d.%d" % sys.version_info[:2])' 2>/dev/null) || continue; \
		found="$$found $$name ($$version)"; \
		"$$name" -c 'import sys; sys.exit(sys.version_info < (3, 11))' || continue; \
		if "$$name" -c 'import venv, ensurepip' 2>/dev/null; then \
			echo "Making the environment $(VENV) with $$name ($$version) ..."; \
			"$$name" -m venv --clear $(VENV) && exit 0; \
			rm -rf $(VENV); exit 1; \
		fi; \
		bare="$$name ($$version)"; package="python$$version-venv"; \
	done; \
	if [ -n "$$bare" ]; then \
		echo "$$bare cannot make an environment: its venv module is missing."; \
		echo "On Debian or Ubuntu: sudo apt install python3-venv (or $$package). Then run make again."; \
	else \
		echo "The map needs Python 3.11 or newer; found:$${found:- no Python at all}."; \
		echo "Install one (python.org, apt install python3, brew install python), or name one:"; \
		echo "make run PYTHON=/path/to/python3"; \
	fi; \
	exit 1
