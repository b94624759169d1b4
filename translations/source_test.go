package translations_test

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"
	"unicode"
)

// This file holds the program to the catalogues: whatever the source says by key exists, whatever exists is said, and no
// widget is given a sentence instead of a key.

// built are the beginnings of keys that the program puts together from an identifier elsewhere than in the argument of
// Say, where the test sees them itself.
var built = []string{"framework.", "fyne.", "kind.", "progress.confidence.", "sample."}

// sayers are the functions that take a key and then argument names and values in turns.
var sayers = []string{"Say", "say"}

// sampleFolder is where say puts "sample." before the key.
var sampleFolder = filepath.Join("data", "sample")

// notKeys are strings of the source that look like keys and are none.
var notKeys = []string{}

// fileEnd tells names of files from keys.
var fileEnd = regexp.MustCompile(`\.(json|pdf|png|jpg|svg|csv|xlsx|ics|txt|log|md|sql|db|go|waymark|ttf|lock|tmp|desktop)$`)

// widgets are the functions of Fyne that show the strings they are given, and fields those of its structs.
var (
	widgets = []string{
		"NewAccordionItem", "NewButton", "NewButtonWithIcon", "NewCard", "NewCheck", "NewCheckGroup", "NewFormItem", "NewHyperlink",
		"NewInformation", "NewLabel", "NewLabelWithStyle", "NewMainMenu", "NewMenu", "NewMenuItem", "NewMenuItemWithIcon",
		"NewRadioGroup", "NewRichTextFromMarkdown", "NewRichTextWithText", "NewSelect", "NewSelectEntry", "NewTabItem",
		"NewText", "NewWindow", "ParseMarkdown", "SetPlaceHolder", "SetText", "SetTitle", "ShowConfirm", "ShowInformation",
	}
	fields = []string{"Text", "PlaceHolder", "Label", "Title", "HintText", "Subtitle", "ConfirmText", "DismissText", "SubmitText", "CancelText"}
)

// source is a parsed file of the program, its name relative to the module.
type source struct {
	name  string
	files *token.FileSet
	tree  *ast.File
}

func (s source) at(n ast.Node) string {
	return s.name + ":" + strconv.Itoa(s.files.Position(n.Pos()).Line)
}

// program parses every file of the module that is no test.
func program(t *testing.T) []source {
	t.Helper()
	var all []source
	err := filepath.WalkDir("..", func(name string, entry fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		if entry.IsDir() && (entry.Name() == ".git" || entry.Name() == "build" || entry.Name() == "testdata") {
			return filepath.SkipDir
		}
		if entry.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		files := token.NewFileSet()
		tree, err := parser.ParseFile(files, name, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		relative, err := filepath.Rel("..", name)
		all = append(all, source{relative, files, tree})
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(all) < 10 {
		t.Fatalf("only %d files of source were found", len(all))
	}
	return all
}

// literal returns the value of a string literal.
func literal(n ast.Node) (string, bool) {
	lit, ok := n.(*ast.BasicLit)
	if !ok || lit.Kind != token.STRING {
		return "", false
	}
	value, err := strconv.Unquote(lit.Value)
	return value, err == nil
}

// called returns the name of the function or method that is called, without its package or receiver.
func called(call *ast.CallExpr) string {
	switch f := call.Fun.(type) {
	case *ast.Ident:
		return f.Name
	case *ast.SelectorExpr:
		return f.Sel.Name
	}
	return ""
}

func TestEverySaidKeyExistsWithItsArguments(t *testing.T) {
	english := catalogue(t, "en")
	for _, s := range program(t) {
		ast.Inspect(s.tree, func(n ast.Node) bool {
			call, ok := n.(*ast.CallExpr)
			if !ok || len(call.Args) == 0 || !slices.Contains(sayers, called(call)) {
				return true
			}
			key, ok := literal(call.Args[0])
			if !ok {
				return true
			}
			if filepath.Dir(s.name) == sampleFolder && called(call) == "say" {
				key = "sample." + key
			}
			said, ok := english[key]
			if !ok {
				t.Errorf("%s: there is no text %q", s.at(call), key)
				return true
			}
			if call.Ellipsis == token.NoPos {
				checkArguments(t, s.at(call), key, said, call.Args[1:])
			}
			return true
		})
	}
}

// checkArguments compares the literal names among the pairs with the placeholders of the text.
func checkArguments(t *testing.T, where, key string, said sentence, pairs []ast.Expr) {
	t.Helper()
	var given []string
	for i := 0; i < len(pairs); i += 2 {
		name, ok := literal(pairs[i])
		if !ok {
			return // put together elsewhere
		}
		given = append(given, name)
	}
	for _, name := range said.placeholders() {
		if !slices.Contains(given, name) {
			t.Errorf("%s: %s needs %q", where, key, name)
		}
	}
	if counts := slices.Contains(given, "count"); counts != said.plural {
		t.Errorf("%s: %s has plural forms: %v; count is given: %v", where, key, said.plural, counts)
	}
}

// TestEveryKeyInTheSourceExists looks at the strings that are no argument of Say: tables, fields of structs, arguments of
// other functions. Under ui those arguments are left out, since there the names of widgets look like keys; under data all
// are, since there identifiers of items and names of columns do.
func TestEveryKeyInTheSourceExists(t *testing.T) {
	english := catalogue(t, "en")
	areas := map[string]bool{}
	for key := range english {
		area, _, _ := strings.Cut(key, ".")
		areas[area] = true
	}
	for _, s := range program(t) {
		room, _, _ := strings.Cut(filepath.ToSlash(s.name), "/")
		if room == "data" {
			continue
		}
		named := map[ast.Expr]bool{}
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if call, ok := n.(*ast.CallExpr); ok && room == "ui" {
				for _, arg := range call.Args {
					named[arg] = true
					if sum, ok := arg.(*ast.BinaryExpr); ok {
						named[sum.X] = true
					}
				}
			}
			text, ok := literal(n)
			if !ok || named[n.(ast.Expr)] || !keyShape.MatchString(text) || fileEnd.MatchString(text) || slices.Contains(notKeys, text) {
				return true
			}
			area, _, _ := strings.Cut(text, ".")
			_, exists := english[text]
			if areas[area] && !exists && !slices.Contains(built, text) {
				t.Errorf("%s: there is no text %q", s.at(n), text)
			}
			return true
		})
	}
}

func TestEveryTextIsUsed(t *testing.T) {
	english := catalogue(t, "en")
	mentioned := map[string]bool{}
	shapes := map[string]string{} // of the keys put together for Say, and where
	for _, s := range program(t) {
		ast.Inspect(s.tree, func(n ast.Node) bool {
			if text, ok := literal(n); ok {
				mentioned[text] = true
			}
			if call, ok := n.(*ast.CallExpr); ok && len(call.Args) > 0 && slices.Contains(sayers, called(call)) {
				if shape := keyOf(call.Args[0]); strings.Contains(shape, anything) && !strings.HasPrefix(shape, anything) {
					shapes["^"+shape+"$"] = s.at(call)
				}
			}
			return true
		})
	}
	used := map[string]bool{}
	for shape, where := range shapes {
		fits := regexp.MustCompile(shape)
		found := false
		for key := range english {
			if fits.MatchString(key) || strings.HasPrefix(where, sampleFolder) && fits.MatchString(strings.TrimPrefix(key, "sample.")) {
				found, used[key] = true, true
			}
		}
		if !found {
			t.Errorf("%s: there is no text like %s", where, shape)
		}
	}
	for key, s := range english {
		begins := func(prefix string) bool { return strings.HasPrefix(key, prefix) }
		if !mentioned[key] && !used[key] && !slices.ContainsFunc(built, begins) {
			t.Errorf("%s: nothing says %s", s.file, key)
		}
	}
}

// anything stands in the shape of a key for what is only known when the program runs.
const anything = `[a-z0-9_.]+`

// keyOf returns a regular expression for the key that an expression makes: "status."+x, or fmt.Sprintf("date.month%d", m).
func keyOf(e ast.Expr) string {
	if text, ok := literal(e); ok {
		return regexp.QuoteMeta(text)
	}
	switch e := e.(type) {
	case *ast.ParenExpr:
		return keyOf(e.X)
	case *ast.BinaryExpr:
		return keyOf(e.X) + keyOf(e.Y)
	case *ast.CallExpr:
		if called(e) != "Sprintf" {
			break
		}
		if format, ok := literal(e.Args[0]); ok {
			return regexp.MustCompile(`%[0-9]*[a-z]`).ReplaceAllLiteralString(regexp.QuoteMeta(format), anything)
		}
	}
	return anything
}

func TestKeysPutTogetherAreUnderstood(t *testing.T) {
	for code, want := range map[string]string{
		`"status." + string(s)`:          `status\.` + anything,
		`"planning." + what + ".gone"`:   `planning\.` + anything + `\.gone`,
		`fmt.Sprintf("date.month%d", 3)`: `date\.month` + anything,
		`key`:                            anything,
	} {
		e, err := parser.ParseExpr(code)
		if err != nil {
			t.Fatal(err)
		}
		if got := keyOf(e); got != want {
			t.Errorf("%s makes %s, want %s", code, got, want)
		}
	}
}

// TestNoWidgetHasALiteralText reads ui. A string with a letter in it is a sentence unless it has the shape of a key; the
// name of the program is the same in every language.
func TestNoWidgetHasALiteralText(t *testing.T) {
	for _, s := range program(t) {
		if !strings.HasPrefix(s.name, "ui"+string(filepath.Separator)) {
			continue
		}
		for _, place := range sentences(s) {
			t.Error(place)
		}
	}
}

// sentences returns where a file gives a widget a literal text.
func sentences(s source) []string {
	var places []string
	report := func(n ast.Node) {
		text, ok := literal(n)
		if ok && strings.ContainsFunc(text, unicode.IsLetter) && !keyShape.MatchString(text) && text != "Waymark" {
			places = append(places, s.at(n)+": "+strconv.Quote(text)+" should be a key of translations")
		}
	}
	ast.Inspect(s.tree, func(n ast.Node) bool {
		switch n := n.(type) {
		case *ast.CallExpr:
			if !slices.Contains(widgets, called(n)) {
				return true
			}
			for _, arg := range n.Args {
				report(arg)
				if list, ok := arg.(*ast.CompositeLit); ok {
					for _, element := range list.Elts {
						report(element)
					}
				}
				if sum, ok := arg.(*ast.BinaryExpr); ok {
					report(sum.X)
					report(sum.Y)
				}
			}
		case *ast.KeyValueExpr:
			if name, ok := n.Key.(*ast.Ident); ok && slices.Contains(fields, name.Name) {
				report(n.Value)
			}
		case *ast.AssignStmt:
			for i, left := range n.Lhs {
				field, ok := left.(*ast.SelectorExpr)
				if ok && i < len(n.Rhs) && slices.Contains(fields, field.Sel.Name) {
					report(n.Rhs[i])
				}
			}
		}
		return true
	})
	return places
}

func TestLiteralTextsAreFound(t *testing.T) {
	code := `package sample
func f() {
	widget.NewLabel("Hello")
	widget.NewSelect([]string{"Yes", "–"}, nil)
	widget.NewLabel(name + " of ours")
	kit.NewButton("plan.add")
	entry.PlaceHolder = "Type here"
	x := &canvas.Text{Text: "Title"}
	w.SetTitle("Waymark")
}`
	files := token.NewFileSet()
	tree, err := parser.ParseFile(files, "sample.go", code, 0)
	if err != nil {
		t.Fatal(err)
	}
	if got := sentences(source{"sample.go", files, tree}); len(got) != 5 {
		t.Errorf("found %d sentences, want 5: %v", len(got), got)
	}
}
