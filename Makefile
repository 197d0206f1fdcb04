# Two commands: `make run` plays, `make test` proves. Both set themselves up.
.DEFAULT_GOAL := help
.PHONY: help setup run test check docs gallery bench lock

PYTHON ?= python3
BIN := .venv/bin
export CHROMIUM ?= /usr/bin/chromium

help:  ## say what there is
	@grep -hE '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 10

setup: .venv/ready  ## make .venv with the locked dependencies and the lissom command

.venv/ready: requirements/dev.txt pyproject.toml tools/browser/package-lock.json
	@$(PYTHON) -c 'import venv, ensurepip' 2>/dev/null || { apt-get update -q && apt-get install -qy python3-venv; }
	$(PYTHON) -m venv .venv
	$(BIN)/pip install --quiet --require-hashes -r requirements/dev.txt
	$(BIN)/pip install --quiet --no-deps --no-build-isolation --editable .
	$(BIN)/python -m tools.browser install
	@touch $@

run: setup  ## open the app in a browser
	$(BIN)/lissom

test: setup $(CHROMIUM)  ## run every test
	$(BIN)/python -m pytest -n 3 --dist worksteal

$(CHROMIUM):
	@echo "there is no Chromium at $@, which the tests of the app drive: installing Debian's"
	@[ "$$(id -u)" = 0 ] || as_root=sudo; \
	{ $$as_root apt-get update -q && $$as_root env DEBIAN_FRONTEND=noninteractive apt-get install -qy chromium && test -x $@; } \
	|| { echo "it could not be installed: install Chromium yourself, then: make test CHROMIUM=/where/it/is" >&2; exit 1; }

check: setup  ## style, types, import rules, docs current
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python -m tools.browser check

docs: setup  ## write the generated pages anew: the language, the laws, the settings
	$(BIN)/python -m tools.pages

gallery: setup  ## draw every pose anew, into docs/gallery
	$(BIN)/python -m tools.gallery

bench: setup  ## measure, side by side with peers
	$(BIN)/python -m bench

lock:  ## resolve requirements/*.in anew (needs uv)
	cd requirements && for set in run dev; do uv pip compile --quiet --generate-hashes --no-emit-index-url --python-version 3.11 $$set.in -o $$set.txt; done
