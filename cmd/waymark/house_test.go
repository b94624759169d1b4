package main_test

import (
	"bytes"
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"io"
	"io/fs"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

// module is the folder of go.mod as seen from this test.
const module = "../.."

// rooms says what each package may import besides the standard library. A pattern ending in /... stands for the package
// and all below it; a * for any run of letters within a name. The first room that fits a package is its room; may lists
// patterns of its direct imports.
var rooms = []struct {
	packages string
	may      []string
}{
	{"waymark/app", nil},
	{"waymark/app/ballot", []string{"waymark/app"}},
	{"waymark/app/chart", nil},
	{"waymark/app/task", nil},
	{"waymark/app/prepare", []string{"waymark/app", "waymark/app/picture"}},
	// The stages in the order of the journey: a later one may look back, an earlier one never ahead.
	{"waymark/app/vision", []string{"waymark/app", "waymark/app/ballot"}},
	{"waymark/app/assessment", []string{"waymark/app", "waymark/app/ballot"}},
	{"waymark/app/planning", []string{"waymark/app", "waymark/app/ballot", "waymark/app/prepare", "waymark/app/vision",
		"waymark/app/assessment"}},
	{"waymark/app/progress", []string{"waymark/app", "waymark/app/ballot", "waymark/app/prepare", "waymark/app/vision",
		"waymark/app/assessment", "waymark/app/planning"}},
	{"waymark/app/page", []string{"waymark/app/report", "waymark/app/chart", "waymark/app/picture", "waymark/app",
		"golang.org/x/text/unicode/norm"}},
	{"waymark/app/figure", []string{"waymark/app", "waymark/app/assessment", "waymark/app/chart"}},
	{"waymark/app/report", []string{"waymark/app/..."}},
	{"waymark/app/search", []string{"waymark/app", "waymark/app/planning", "golang.org/x/text/unicode/norm"}},
	{"waymark/app/...", []string{"waymark/app"}},

	{"waymark/data/atomicfile", []string{"waymark/app", "golang.org/x/sys/..."}},
	{"waymark/data/agefile", []string{"waymark/app", "waymark/app/task", "waymark/data/atomicfile", "filippo.io/age", "golang.org/x/text/unicode/norm"}},
	{"waymark/data/schoolfile", []string{"waymark/app", "waymark/app/activity", "waymark/app/task", "waymark/data/atomicfile", "golang.org/x/sys/...", "modernc.org/sqlite/..."}},
	{"waymark/data/backupfolder", []string{"waymark/app", "waymark/app/backup", "waymark/app/task", "waymark/data/atomicfile", "waymark/data/schoolfile"}},
	{"waymark/data/fonts", []string{"golang.org/x/image/..."}},
	{"waymark/data/pdf", []string{"waymark/app/...", "waymark/data/atomicfile", "waymark/data/fonts", "waymark/translations",
		"github.com/jung-kurt/gofpdf", "golang.org/x/text/...", "golang.org/x/image/..."}},
	{"waymark/data/picture", []string{"waymark/app/...", "waymark/data/fonts", "golang.org/x/image/..."}},
	{"waymark/data/exchange", []string{"waymark/app/...", "waymark/data/atomicfile",
		"github.com/xuri/excelize/v2", "github.com/arran4/golang-ical"}},
	{"waymark/data/sheets", []string{"waymark/app", "waymark/app/task", "golang.org/x/text/encoding/..."}},
	{"waymark/data/sample", []string{"waymark/app/...", "waymark/data/frameworks", "waymark/data/methods"}},
	{"waymark/data/...", []string{"waymark/app/...", "waymark/data/atomicfile"}},

	{"waymark/translations", []string{"waymark/app", "github.com/nicksnyder/go-i18n/v2/...", "golang.org/x/text/..."}},

	{"waymark/ui/theme", []string{"fyne.io/fyne/v2/...", "waymark/data/fonts"}},
	{"waymark/ui/kit", []string{"fyne.io/fyne/v2/...", "waymark/app/...", "waymark/ui/screen", "waymark/ui/theme", "waymark/translations"}},
	{"waymark/ui/room", []string{"fyne.io/fyne/v2/...", "waymark/app/...", "waymark/ui/kit", "waymark/ui/screen", "waymark/ui/theme", "waymark/translations"}},
	{"waymark/ui/board", []string{"fyne.io/fyne/v2/...", "waymark/app", "waymark/app/vision", "waymark/ui/kit", "waymark/ui/theme", "waymark/translations"}},
	{"waymark/ui/ballotbox", []string{"fyne.io/fyne/v2/...", "waymark/app/...", "waymark/ui/kit", "waymark/ui/room", "waymark/ui/screen",
		"waymark/ui/theme", "waymark/translations"}},
	{"waymark/ui/finder", []string{"fyne.io/fyne/v2/...", "waymark/app/search", "waymark/ui/kit", "waymark/ui/screen", "waymark/ui/theme"}},
	{"waymark/ui/screen", []string{"fyne.io/fyne/v2/...", "waymark/app/...", "waymark/translations"}},
	{"waymark/ui/*screen", []string{"fyne.io/fyne/v2/...", "waymark/app/...", "waymark/ui/screen", "waymark/ui/ballotbox", "waymark/ui/board", "waymark/ui/kit",
		"waymark/ui/room", "waymark/ui/theme", "waymark/translations"}},
	{"waymark/ui/uitest/display", nil},
	{"waymark/ui/uitest", []string{"fyne.io/fyne/v2/...", "waymark/app/...", "waymark/ui/...", "waymark/translations",
		"waymark/data/sample", "waymark/data/frameworks", "waymark/data/fonts"}},
	{"waymark/ui/...", []string{"fyne.io/fyne/v2/...", "waymark/app/...", "waymark/ui/...", "waymark/translations",
		"golang.org/x/...", "github.com/rymdport/portal/..."}},

	{"waymark/cmd/...", []string{"..."}},
}

// only says which packages alone may import a package. The tests of other packages must not either, but for gofpdf,
// against which the tests of fonts compare.
var only = []struct {
	imported string
	by       []string
}{
	{"fyne.io/fyne/v2/app", []string{"waymark/cmd/waymark"}},
	{"github.com/jung-kurt/gofpdf/...", []string{"waymark/data/pdf", "waymark/data/fonts"}},
	{"modernc.org/sqlite/...", []string{"waymark/data/schoolfile"}},
	{"waymark/ui/uitest/...", []string{"waymark/ui/...", "waymark/cmd/..."}},
	// Waymark never touches a network. net/url only takes addresses apart.
	{"net", nil},
	{"net/http/...", nil},
	{"net/rpc/...", nil},
	{"net/smtp", nil},
}

// testsMay says what the tests of the packages under ui may import beyond what their room may.
var testsMay = []string{"waymark/ui/...", "waymark/data/sample", "waymark/data/frameworks", "waymark/data/methods", "waymark/data/fonts"}

// runnerFile is the one file under ui that may start goroutines and hand work back to Fyne's own.
const runnerFile = "runner.go"

// notIdeas are names that a package must not have.
var notIdeas = []string{"util", "utils", "common", "helper", "helpers", "base", "manager", "misc", "shared"}

// goPackage is what `go list -json` tells about a package.
type goPackage struct {
	ImportPath, Name, Doc              string
	Standard                           bool
	GoFiles, CgoFiles                  []string
	Imports, TestImports, XTestImports []string
	Deps                               []string
}

func (p goPackage) ours() bool {
	return p.ImportPath == "waymark" || strings.HasPrefix(p.ImportPath, "waymark/")
}

// hasCode tells whether there is more to the package than tests.
func (p goPackage) hasCode() bool { return len(p.GoFiles)+len(p.CgoFiles) > 0 }

// list returns every package that Waymark is built of on the given system, by import path.
func list(t *testing.T, system string) map[string]goPackage {
	t.Helper()
	cmd := exec.Command("go", "list", "-e", "-deps", "-tags", "x11,migrated_fynedo",
		"-json=ImportPath,Name,Doc,Standard,GoFiles,CgoFiles,Imports,TestImports,XTestImports,Deps", "./...")
	cmd.Dir = module
	// With cgo, files that bind C belong to the package even when no compiler for the system is there.
	cmd.Env = append(os.Environ(), "GOOS="+system, "CGO_ENABLED=1")
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("go list: %v\n%s", err, stderr.String())
	}
	packages := map[string]goPackage{}
	for decoder := json.NewDecoder(bytes.NewReader(out)); ; {
		var p goPackage
		if err := decoder.Decode(&p); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
		packages[p.ImportPath] = p
	}
	if !packages["waymark/app"].ours() {
		t.Fatal("go list does not know waymark/app")
	}
	return packages
}

// fits tells whether the pattern stands for the package.
func fits(pattern, pkg string) bool {
	if pattern == "..." {
		return true
	}
	if above, ok := strings.CutSuffix(pattern, "/..."); ok {
		return pkg == above || strings.HasPrefix(pkg, above+"/")
	}
	ok, _ := path.Match(pattern, pkg)
	return ok
}

func fitsAny(patterns []string, pkg string) bool {
	return slices.ContainsFunc(patterns, func(pattern string) bool { return fits(pattern, pkg) })
}

func TestPatterns(t *testing.T) {
	for _, c := range []struct {
		pattern, pkg string
		want         bool
	}{
		{"waymark/app", "waymark/app", true},
		{"waymark/app", "waymark/app/task", false},
		{"waymark/app/...", "waymark/app", true},
		{"waymark/app/...", "waymark/app/task", true},
		{"waymark/app/...", "waymark/apple", false},
		{"waymark/ui/*screen", "waymark/ui/visionscreen", true},
		{"waymark/ui/*screen", "waymark/ui/kit", false},
		{"...", "anything", true},
	} {
		if got := fits(c.pattern, c.pkg); got != c.want {
			t.Errorf("fits(%q, %q) = %v", c.pattern, c.pkg, got)
		}
	}
}

func TestArrowsNeverTurnRound(t *testing.T) {
	for _, system := range []string{"linux", "windows", "darwin"} {
		t.Run(system, func(t *testing.T) {
			packages := list(t, system)
			for _, p := range packages {
				if p.ours() {
					checkRoom(t, p, packages)
					checkOnly(t, p)
				}
			}
		})
	}
}

func checkRoom(t *testing.T, p goPackage, packages map[string]goPackage) {
	at := slices.IndexFunc(rooms, func(r struct {
		packages string
		may      []string
	}) bool {
		return fits(r.packages, p.ImportPath)
	})
	if at < 0 {
		t.Errorf("%s has no room: give it one in the table of this test and in the README", p.ImportPath)
		return
	}
	may := rooms[at].may
	standard := func(pkg string) bool { return pkg == "C" || packages[pkg].Standard }
	for _, imported := range p.Imports {
		if !standard(imported) && !fitsAny(may, imported) {
			t.Errorf("%s must not import %s", p.ImportPath, imported)
		}
	}
	if fits("waymark/app/...", p.ImportPath) {
		for _, dep := range p.Deps {
			// The typesetter puts letters and their accents together and the search takes them apart, which the standard
			// library cannot.
			accents := (p.ImportPath == "waymark/app/page" || p.ImportPath == "waymark/app/search") && fits("golang.org/x/text/...", dep)
			if !standard(dep) && !fits("waymark/app/...", dep) && !accents {
				t.Errorf("%s must not depend on %s", p.ImportPath, dep)
			}
		}
	}
	if fits("waymark/ui/...", p.ImportPath) {
		for _, imported := range slices.Concat(p.TestImports, p.XTestImports) {
			if fits("waymark/data/...", imported) && !fitsAny(may, imported) && !fitsAny(testsMay, imported) {
				t.Errorf("a test of %s must not import %s", p.ImportPath, imported)
			}
		}
	}
}

func checkOnly(t *testing.T, p goPackage) {
	for _, imported := range slices.Concat(p.Imports, p.TestImports, p.XTestImports) {
		for _, rule := range only {
			inside := fits(rule.imported, p.ImportPath)
			if fits(rule.imported, imported) && !inside && !fitsAny(rule.by, p.ImportPath) {
				t.Errorf("%s must not import %s; only %v may", p.ImportPath, imported, rule.by)
			}
		}
	}
	// The harness is for tests and for the gallery; nothing that users run carries it.
	for _, imported := range p.Imports {
		if fits("waymark/ui/uitest/...", imported) && !fitsAny([]string{"waymark/ui/uitest/...", "waymark/cmd/gallery"}, p.ImportPath) {
			t.Errorf("%s must not import %s outside its tests", p.ImportPath, imported)
		}
	}
}

func TestPackagesAreNounsWithComments(t *testing.T) {
	for _, p := range list(t, "linux") {
		if !p.ours() || !p.hasCode() {
			continue
		}
		if slices.Contains(notIdeas, path.Base(p.ImportPath)) || slices.Contains(notIdeas, p.Name) {
			t.Errorf("%s: %q is not an idea; name the package after what it holds", p.ImportPath, p.Name)
		}
		if p.Doc == "" {
			t.Errorf("%s has no package comment", p.ImportPath)
		}
	}
}

// TestOnlyTheRunnerStartsGoroutines reads every file under ui, whatever system it is for. Tests and the package that
// drives a virtual screen are no part of the window.
func TestOnlyTheRunnerStartsGoroutines(t *testing.T) {
	var runners []string
	root := filepath.Join(module, "ui")
	err := filepath.WalkDir(root, func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") ||
			filepath.Dir(name) == filepath.Join(root, "uitest", "display") {
			return nil
		}
		places, err := goroutines(name)
		if err != nil {
			return err
		}
		if len(places) > 0 && filepath.Base(name) != runnerFile {
			t.Errorf("only a file %s may use go or fyne.Do:\n\t%s", runnerFile, strings.Join(places, "\n\t"))
		} else if len(places) > 0 {
			runners = append(runners, name)
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(runners) > 1 {
		t.Errorf("one runner is enough: %v", runners)
	}
}

// goroutines returns where the file starts a goroutine or hands work to Fyne's.
func goroutines(name string) ([]string, error) {
	files := token.NewFileSet()
	file, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
	if err != nil {
		return nil, err
	}
	fyne := ""
	for _, spec := range file.Imports {
		if imported, _ := strconv.Unquote(spec.Path.Value); imported == "fyne.io/fyne/v2" {
			fyne = "fyne"
			if spec.Name != nil {
				fyne = spec.Name.Name
			}
		}
	}
	var places []string
	ast.Inspect(file, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.GoStmt:
			places = append(places, files.Position(n.Pos()).String())
		case *ast.SelectorExpr:
			x, ok := n.X.(*ast.Ident)
			if ok && fyne != "" && x.Name == fyne && (n.Sel.Name == "Do" || n.Sel.Name == "DoAndWait") {
				places = append(places, files.Position(n.Pos()).String())
			}
		}
		return true
	})
	return places, nil
}

func TestGoroutinesAreFound(t *testing.T) {
	name := filepath.Join(t.TempDir(), "sample.go")
	source := "package sample\n\nimport f \"fyne.io/fyne/v2\"\n\nfunc run() {\n\tgo run()\n\tf.Do(run)\n}\n"
	if err := os.WriteFile(name, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	places, err := goroutines(name)
	if err != nil {
		t.Fatal(err)
	}
	if len(places) != 2 {
		t.Errorf("found %v, want the go statement and the call of Do", places)
	}
}
