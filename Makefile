# Talong's commands. docs/development.md says more about each.

PORT ?= 8000
PYTHON ?= python3
SITE_URL ?= http://127.0.0.1:$(PORT)
ARGS ?=

VENV = .venv
STAMP = $(VENV)/requirements.txt
PY = $(VENV)/bin/python
ifeq ($(shell uname -s),Darwin)
PY = DYLD_FALLBACK_LIBRARY_PATH="$${HOMEBREW_PREFIX:-/opt/homebrew}/lib:/usr/local/lib" $(VENV)/bin/python
endif
export PORT SITE_URL

.PHONY: help run test trial check pictures clean ready

help:
	@echo 'make run [PORT=8010]            the shop with its demonstration, on this computer'
	@echo 'make test [DATABASE_URL=...]    the tests, on SQLite or on postgres://...; ARGS="-k basket" for some'
	@echo 'make trial                      prices over 100,000 random orders a property; most of an hour'
	@echo 'make check                      style, types, the order of the rooms, migrations, translations'
	@echo 'make clean                      removes what the others have made, except the data in var/'

run: ready
	@$(PY) .make/run.py

# As many workers as processors; -rs says what was skipped, and why.
test: ready
	@$(PY) -m pytest -n auto --dist loadgroup -rs $(ARGS)

trial: ready
	@HYPOTHESIS_PROFILE=long $(PY) -m pytest -n auto tests/catalog/pricing $(ARGS)

check: ready
	$(PY) -m ruff check
	$(PY) -m mypy
	$(VENV)/bin/lint-imports --no-logo
	$(PY) manage.py makemigrations --check --dry-run
	DEBUG=no ALLOWED_HOSTS=talong.example SECRET_KEY=$$($(PY) -c 'import secrets; print(secrets.token_hex(40))') \
	  $(PY) manage.py check --deploy --fail-level WARNING
	$(PY) manage.py translations check

# Of a shop that runs beside it: make run, then make pictures in another window.
pictures: ready
	@$(PY) .make/pictures.py

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .import_linter_cache .hypothesis var/fonts var/static var/test-*
	find catalog shop tests -name __pycache__ -type d -prune -exec rm -rf {} +
	find locale -name '*.mo' -delete

ready: $(STAMP)
	@sh .make/system-libraries

# The stamp is a copy of the requirements that were installed: a new date alone installs nothing.
$(STAMP): requirements.txt
	@cmp -s requirements.txt $@ || PYTHON=$(PYTHON) sh .make/virtual-environment $(VENV)
	@cp requirements.txt $@
