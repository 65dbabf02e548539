# Two commands do everything: `make demo` and `make test`. Each makes its own virtual environment first.
# `make check` runs the tests that take minutes; `make bounds` the suite with the lowest versions allowed.
# `make scale SIZES="1000 10000 100000"` runs that many generated articles from rows to Parquet.
PYTHON ?= python3
VENV ?= .venv
BIN = $(VENV)/bin

.PHONY: demo test check bounds lint types docs bench hostile fuzz examples scale clean

$(VENV)/demo.stamp: pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11) and "diplonews needs Python 3.11 or newer; call make with PYTHON=python3.12, say")'
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[model,html]'
	@touch $@

$(VENV)/dev.stamp: $(VENV)/demo.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[dev]'
	@touch $@

demo: $(VENV)/demo.stamp
	$(BIN)/diplonews analyze examples/articles --to table
	$(BIN)/diplonews analyze examples/articles --output demo-output/analyses.jsonl --overwrite
	$(BIN)/diplonews events examples/articles --output demo-output/events.csv --overwrite
	$(BIN)/diplonews report examples/articles --output demo-output/report.html --overwrite
	@echo 'Results: demo-output/analyses.jsonl (all findings, a line an article), demo-output/events.csv'
	@echo 'Open this in a browser: $(CURDIR)/demo-output/report.html'

test: $(VENV)/dev.stamp lint types docs
	$(BIN)/python -m pytest --cov --cov-report=term

check: $(VENV)/dev.stamp
	$(BIN)/python -m pytest $(wildcard tests/*/check_*.py)

bounds:
	$(PYTHON) -m venv $(VENV)-lowest
	$(PYTHON) tests/installed/lowest.py > $(VENV)-lowest/constraints.txt
	$(VENV)-lowest/bin/python -m pip install --quiet --disable-pip-version-check -e '.[dev]' --constraint $(VENV)-lowest/constraints.txt
	$(VENV)-lowest/bin/python -m pytest -q

lint: $(VENV)/dev.stamp
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .

types: $(VENV)/dev.stamp
	$(BIN)/mypy

docs: $(VENV)/dev.stamp
	$(BIN)/sphinx-build -q -n -W docs docs/_build

bench: $(VENV)/dev.stamp
	$(BIN)/python tests/benchmarks/bench.py $(BENCH)

hostile: $(VENV)/dev.stamp
	$(BIN)/python tests/benchmarks/hostile.py

fuzz: $(VENV)/dev.stamp
	$(BIN)/python -m pip install --quiet --disable-pip-version-check -e '.[fuzz]'
	for target in marks dates parse; do $(BIN)/python tests/fuzz/harness.py $$target -max_total_time=60 || exit 1; done

examples: $(VENV)/dev.stamp
	for script in examples/*.py; do $(BIN)/python $$script > $${script%.py}.txt || exit 1; done

scale: $(VENV)/dev.stamp
	$(BIN)/python -m tests.benchmarks.scale $(SIZES)

clean:
	rm -rf $(VENV) $(VENV)-lowest build dist docs/_build demo-output
