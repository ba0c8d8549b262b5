# The two commands a reader needs are `make serve` and `make test`; both do all set-up themselves.
# What they really do lives in .ci/, so that this file stays a table of contents.

PORT ?= 8080

.PHONY: help serve test bench dist fmt clean

help:
	@echo 'make serve   set up, build and serve the page on http://127.0.0.1:$(PORT)'
	@echo 'make test    set up and run every check and test; ONLY="host e2e" runs some of the stages'
	@echo 'make bench   measure the budgets of size and speed; ONLY="size start" measures some of them'
	@echo 'make dist    the optimised static site, in dist/'
	@echo 'make fmt     format the Rust code'
	@echo 'make clean   remove everything that was built (the tools in .tools/ stay)'

serve:
	@PORT=$(PORT) .ci/serve

test:
	@.ci/stages $(ONLY)

bench:
	@.ci/bench $(ONLY)

dist:
	@.ci/dist

fmt:
	@cargo fmt --all
	@git ls-files 'src/rules/*.rs' | xargs rustfmt --edition 2024

clean:
	@rm -rf target dist pkg tests/e2e/out tests/e2e/node_modules
