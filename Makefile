# Waymark: `make run` opens it, `make test` runs every test; both install what the computer lacks. `make soak` runs for
# half an hour: it kills and cuts the power of processes that edit, at every moment of their writing, and damages every
# byte of a file. `make fuzz` gives every reader odd input, each for FUZZTIME; what breaks one is kept as a file in its
# testdata/fuzz, to be committed.

VERSION ?= 1.0.0
ARGS ?=
FUZZTIME ?= 30s

# x11: Fyne draws through X11 alone, so no Wayland headers are needed. migrated_fynedo: all of our code keeps to Fyne's
# one UI goroutine, which spares a warning at each start.
TAGS := x11,migrated_fynedo
LDFLAGS := -X main.version=$(VERSION)
# A clone that belongs to someone else must build too, so go does not ask git.
export GOFLAGS := -buildvcs=false $(GOFLAGS)

SOURCES := $(wildcard app cmd data translations ui)
PLAIN := ./app/... ./data/... ./translations/...
WINDOWED := ./ui/... ./cmd/...
STATICCHECK := honnef.co/go/tools/cmd/staticcheck@v0.7.0

.PHONY: run build test soak fuzz check lint bench gallery

run:
	packaging/linux/setup.sh build
	$(MAKE) --no-print-directory build
	build/waymark $(ARGS)

build:
	go build -trimpath -tags $(TAGS) -ldflags '$(LDFLAGS)' -o build/waymark ./cmd/waymark

# Everything runs even when something before it fails, so that one run shows every failure. The race detector watches
# all that runs without a window, with fewer tries of what is tried many times over, since it makes SQLite eight times
# slower; window tests drive Fyne's own threads, which it does not understand.
test:
	packaging/linux/setup.sh test
	@failed=0; set -x; \
	$(MAKE) --no-print-directory check || failed=1; \
	CGO_ENABLED=1 go test -race -short -timeout 20m $(PLAIN) || failed=1; \
	go test -timeout 20m $(PLAIN) || failed=1; \
	go test -count=1 -timeout 20m -tags $(TAGS) $(WINDOWED) || failed=1; \
	{ set +x; } 2>/dev/null; exit $$failed

# Tests have a long form for WAYMARK_SOAK, a number from which their edits follow: `make soak WAYMARK_SOAK=2` makes others.
soak: export WAYMARK_SOAK ?= 1
soak:
	packaging/linux/setup.sh test
	go test -count=1 -v -timeout 120m -run 'Kill|PowerCut|Damaged|EndAnywhere' ./data/...

# Go fuzzes one function at a time; they are found by their names.
fuzz:
	packaging/linux/setup.sh test
	@failed=0; \
	for found in $$(grep -rHo --include='*_test.go' '^func Fuzz[A-Za-z0-9_]*' $(SOURCES) | sed 's/:func /:/' | sort); do \
		folder=$$(dirname "$${found%%:*}"); name=$${found##*:}; echo "$$folder $$name"; \
		go test -tags $(TAGS) -run='^$$' -fuzz="^$$name\$$" -fuzztime=$(FUZZTIME) -fuzzminimizetime=100x "./$$folder" || failed=1; \
	done; exit $$failed

check:
	@unformatted=$$(gofmt -l $(SOURCES)) && [ -z "$$unformatted" ] || { echo "please gofmt: $$unformatted"; exit 1; }
	go vet -tags $(TAGS) ./...

lint: check
	go run $(STATICCHECK) -tags $(TAGS) ./...

bench:
	go test -run='^$$' -bench=. -benchmem -timeout 30m -tags $(TAGS) $(PLAIN) $(WINDOWED)

gallery:
	go run -tags $(TAGS) ./cmd/gallery -out build/gallery
