# Set up and run Plakat. `make app`, `make poster`, `make test`; everything lives in .venv.
PYTHON ?= python3
VENV ?= .venv
REQUEST ?= A jazz night poster for the Blue Note, Saturday 12 December 2026, 8 pm, tickets $$25
OUT ?= out/poster
export REQUEST  # read by the shell as it is, so that "$$25" stays a price
BIN := $(VENV)/bin

.PHONY: app poster gallery test test-fast lint setup libraries clients diffusion clean

app: setup libraries
	$(BIN)/python app.py

poster: setup libraries
	$(BIN)/python app.py design "$$REQUEST" -o $(OUT)

test: setup libraries clients diffusion
	$(BIN)/python -m pytest --slow -n 2 --ignore=tests/e2e
	$(BIN)/python -m pytest --slow -n 2 tests/e2e  # Playwright keeps a loop in its process

test-fast: setup libraries
	$(BIN)/python -m pytest

gallery: setup libraries
	PYTHONPATH=. $(BIN)/python benchmarks/gallery.py $(CSV) -o out/gallery

lint: setup
	$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

setup: $(VENV)/.ready

$(VENV)/.ready: pyproject.toml requirements.txt
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || \
	  { echo "Plakat needs Python 3.11 or newer; run: make PYTHON=python3.11"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements.txt
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps -e .
	touch $@

# Skia needs two system libraries on Linux; tests of other programs need those programs.
libraries: setup
	@$(BIN)/python -c 'import skia' 2>/dev/null || sh tests/install.sh libegl1 libgl1

# The diffusion transformers are tested at tiny sizes; the app works without torch.
diffusion: setup
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check -r requirements-diffusion.txt

clients: setup
	@sh tests/install.sh chromium firefox-esr gimp krita xvfb xauth unicode-data \
	  poppler-utils mupdf-tools qpdf ghostscript

clean:
	rm -rf $(VENV) out
