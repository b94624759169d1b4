package main

import (
	"bytes"
	"context"
	"encoding/json"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/report"
	"waymark/data/sample"
)

// do runs the program with the arguments and returns exit code, output and errors.
func do(args ...string) (code int, out, errors string) {
	var o, e bytes.Buffer
	code = run(args, &o, &e)
	return code, o.String(), e.String()
}

func TestCommands(t *testing.T) {
	t.Setenv("LANG", "en_GB.UTF-8")
	t.Setenv("LC_ALL", "")
	t.Setenv("DISPLAY", "")
	folder := t.TempDir()
	at := func(name string) string { return filepath.Join(folder, name) }
	write(t, at("letter.waymark"), "Dear parents")
	write(t, at("empty.waymark"), "")
	for _, c := range []struct {
		name   string
		args   []string
		code   int
		out    string // a part of it
		errors string // a part of its one line
	}{
		{"version", []string{"version"}, exitDone, "Waymark ", ""},
		{"sample", []string{"sample", at("s.waymark")}, exitDone, "", ""},
		{"sample twice", []string{"sample", at("s.waymark")}, exitFailed, "", "There is already a file " + at("s.waymark") + ". Please choose another name."},
		{"plan", []string{"export", at("s.waymark"), "--document", "plan", "--lang", "et", "-o", at("plan.pdf")}, exitDone, "", ""},
		{"plan, options first", []string{"export", "--document", "plan", at("s.waymark")}, exitDone, "", ""},
		{"json", []string{"export", at("s.waymark"), "--document", "json", "-o", "-"}, exitDone, `"format": "waymark"`, ""},
		{"no such document", []string{"export", at("s.waymark"), "--document", "poster"}, exitFailed, "", "There is no document “poster”."},
		{"no folder", []string{"export", at("s.waymark"), "--document", "plan", "-o", at("gone/plan.pdf")}, exitFailed, "", "There is no folder for"},
		{"check", []string{"check", at("s.waymark")}, exitDone, "is in order.", ""},
		{"backup", []string{"backup", at("s.waymark"), "-o", at("copy.waymark")}, exitDone, at("copy.waymark"), ""},
		{"check the backup", []string{"check", at("copy.waymark")}, exitDone, "is in order.", ""},
		{"repair", []string{"repair", at("s.waymark")}, exitDone, " records are saved in " + at("s repaired.waymark") + ".\n", ""},
		{"repair twice", []string{"repair", at("s.waymark")}, exitFailed, "", "There is already a file " + at("s repaired.waymark")},
		{"repair a letter", []string{"repair", at("letter.waymark"), "-o", at("letter2.waymark")}, exitFailed, "", "Nothing could be read from " + at("letter.waymark")},
		{"repair nothing", []string{"repair"}, exitUsage, "", "Usage:"},
		{"a letter", []string{"export", at("letter.waymark"), "--document", "plan"}, exitFailed, "", "is not a Waymark school file."},
		{"an empty file", []string{"check", at("empty.waymark")}, exitFailed, "", "is not a Waymark school file."},
		{"no file", []string{"check", at("none.waymark")}, exitFailed, "", "There is no file"},
		{"no file named", []string{"check"}, exitUsage, "", "Usage:"},
		{"two files named", []string{"sample", "a", "b"}, exitUsage, "", "Usage:"},
		{"unknown option", []string{"check", at("s.waymark"), "--fast"}, exitUsage, "", "Usage:"},
		{"unknown language", []string{"version", "--lang", "xx"}, exitUsage, "", "There is no language “xx” in Waymark."},
		{"in Estonian", []string{"check", at("none.waymark"), "--lang", "et"}, exitFailed, "", "ei ole. Palun vali mõni teine."},
		{"a window without a display", []string{at("s.waymark")}, exitFailed, "", "There is no screen to open a window on."},
		{"no such place", []string{at("s.waymark"), "--at", "kitchen"}, exitFailed, "", "There is no place “kitchen” in Waymark."},
	} {
		code, out, errors := do(c.args...)
		if code != c.code || !strings.Contains(out, c.out) || !strings.Contains(errors, c.errors) {
			t.Errorf("%s: exit %d, %q, %q; want %d, %q, %q", c.name, code, out, errors, c.code, c.out, c.errors)
		}
		if c.errors != "Usage:" && strings.Count(errors, "\n") > 1 {
			t.Errorf("%s: more than one line of errors: %q", c.name, errors)
		}
		if c.errors == "" && errors != "" {
			t.Errorf("%s: unexpected errors %q", c.name, errors)
		}
	}
	// the PDF is one, in Estonian
	text, err := exec.Command("pdftotext", at("plan.pdf"), "-").Output()
	if err != nil || !strings.Contains(string(text), "Kooli arengukava") {
		t.Errorf("the plan does not read as one (%v): %.200s", err, text)
	}
	// and the JSON is valid and whole
	_, out, _ := do("export", at("s.waymark"), "--document", "json", "-o", "-")
	var all map[string]any
	if err := json.Unmarshal([]byte(out), &all); err != nil {
		t.Fatal(err)
	}
	if actions, ok := all["action"].([]any); !ok || len(actions) != 23 {
		t.Errorf("the JSON holds %d actions, want the sample's 23", len(actions))
	}
}

// A damaged file is named by check, which tells the way on; repair saves what there is and tells what there is not.
func TestRepairTellsWhatIsLost(t *testing.T) {
	school, saved := filepath.Join(t.TempDir(), "kool.waymark"), filepath.Join(t.TempDir(), "uus.waymark")
	if code, _, errors := do("sample", school, "--lang", "et"); code != exitDone {
		t.Fatal(errors)
	}
	contents, err := os.ReadFile(school)
	if err != nil {
		t.Fatal(err)
	}
	const page = 4096
	for at := page; at < len(contents); at += page {
		leaf := contents[at : at+page]
		if leaf[0] == 0x0d && bytes.Contains(leaf, []byte("planned")) && !bytes.Contains(leaf, []byte("CREATE")) {
			clear(leaf) // some actions
			break
		}
	}
	write(t, school, string(contents))
	if code, _, errors := do("check", school, "--lang", "et"); code != exitFailed || !strings.Contains(errors, "waymark repair") {
		t.Errorf("check: exit %d, %q", code, errors)
	}
	code, out, errors := do("repair", school, "-o", saved, "--lang", "et")
	if code != exitDone || errors != "" || !strings.Contains(out, "kirjet on salvestatud faili "+saved) || !strings.Contains(out, "on kaotsi läinud: tegevus") {
		t.Errorf("repair: exit %d, %q, %q", code, out, errors)
	}
	if code, _, errors := do("check", saved); code != exitDone {
		t.Errorf("the new file: exit %d, %q", code, errors)
	}
}

func TestEqualInputGivesAnEqualDocument(t *testing.T) {
	folder := t.TempDir()
	school := filepath.Join(folder, "s.waymark")
	if code, _, errors := do("sample", school, "--lang", "et"); code != exitDone {
		t.Fatal(errors)
	}
	for _, document := range report.Names() {
		var made [2][]byte
		for i := range made {
			path := filepath.Join(folder, "made.pdf")
			if code, _, errors := do("export", school, "--document", document, "-o", path, "--lang", "et"); code != exitDone {
				t.Fatal(errors)
			}
			var err error
			if made[i], err = os.ReadFile(path); err != nil {
				t.Fatal(err)
			}
		}
		if !bytes.Equal(made[0], made[1]) {
			t.Errorf("two exports of %s of one day differ", document)
		}
	}
}

func TestEachDocumentGetsAFileOfItsOwnAndCanBeReadAsText(t *testing.T) {
	folder := t.TempDir()
	school := filepath.Join(folder, "s.waymark")
	if code, _, errors := do("sample", school); code != exitDone {
		t.Fatal(errors)
	}
	for document, want := range map[string]struct{ file, text string }{
		"plan":           {"s.pdf", "School development plan"},
		"vision":         {"s vision.pdf", "Our vision"},
		"vision-board":   {"s vision-board.pdf", "What we want to see"},
		"vision-minutes": {"s vision-minutes.pdf", "Minutes of the vision workshop"},
		"vision-sheets":  {"s vision-sheets.pdf", "Role, if asked (never a name)"},
	} {
		if code, _, errors := do("export", school, "--document", document, "--lang", "en"); code != exitDone {
			t.Fatal(errors)
		}
		text, err := exec.Command("pdftotext", filepath.Join(folder, want.file), "-").Output()
		if err != nil || !strings.Contains(string(text), want.text) {
			t.Errorf("%s does not say %q (%v)", want.file, want.text, err)
		}
	}
}

func TestAFailedExportLeavesTheOldFile(t *testing.T) {
	folder := t.TempDir()
	plan := filepath.Join(folder, "plan.pdf")
	write(t, plan, "the plan of last year")
	if code, _, _ := do("export", filepath.Join(folder, "none.waymark"), "--document", "plan", "-o", plan); code != exitFailed {
		t.Errorf("exit %d, want %d", code, exitFailed)
	}
	if got, err := os.ReadFile(plan); err != nil || string(got) != "the plan of last year" {
		t.Errorf("the old file holds %q (%v)", got, err)
	}
}

func TestPathsAreProposedThatExistNowhereYet(t *testing.T) {
	home := t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("XDG_DOCUMENTS_DIR", "")
	f := newFiles(home, nil)
	for _, c := range []struct{ school, want string }{
		{"Tõrva Kool", "Tõrva Kool.waymark"},
		{`A/B: "C"?`, "A-B- -C.waymark"},
		{"..", "school.waymark"},
		{"🎉", "🎉.waymark"},
	} {
		if got := filepath.Base(f.SchoolPath(c.school)); got != c.want {
			t.Errorf("%q: %q, want %q", c.school, got, c.want)
		}
	}
	first := f.SchoolPath("Tõrva Kool")
	if err := os.MkdirAll(filepath.Dir(first), 0o755); err != nil {
		t.Fatal(err)
	}
	write(t, first, "")
	if got := filepath.Base(f.SchoolPath("Tõrva Kool")); got != "Tõrva Kool 2.waymark" {
		t.Errorf("beside one of that name: %q", got)
	}
}

func write(t *testing.T, path, text string) {
	t.Helper()
	if err := os.WriteFile(path, []byte(text), 0o644); err != nil {
		t.Fatal(err)
	}
}

// BenchmarkExport is the whole of `waymark export --document plan` but for the start of the process.
func BenchmarkExport(b *testing.B) {
	folder := b.TempDir()
	school := filepath.Join(folder, "s.waymark")
	if code := run([]string{"sample", school}, io.Discard, os.Stderr); code != exitDone {
		b.Fatal(code)
	}
	for b.Loop() {
		if code := run([]string{"export", school, "--document", "plan", "-o", filepath.Join(folder, "plan.pdf")}, io.Discard, os.Stderr); code != exitDone {
			b.Fatal(code)
		}
	}
}

func TestAPlanOfOddTextsIsPrintedWhole(t *testing.T) {
	// given a school file whose every text is odd: emoji, combining accents, one word of 5,000 letters, 50,000 letters
	words := wordsFor("en")
	odd := "🎉 e\u0301 \u202e a\u00adb \x00 " + strings.Repeat("x", 5000) + " " + strings.Repeat("Iga õpilane loob. ", 2800) + "lõppsõna"
	var records []app.Record
	for _, r := range sample.Build(words) {
		switch r := r.(type) {
		case app.Vision:
			r.Statement, r.Values = odd, odd
			records = append(records, r)
		case app.Action:
			r.Text, r.Supporters = odd[:200], "👩‍🏫 "+r.Supporters
			records = append(records, r)
		case app.School:
			r.Name, r.Logo = "Kool "+strings.Repeat("väga ", 80)+"pikk 🏫", "this is no picture"
			records = append(records, r)
		default:
			records = append(records, r)
		}
	}
	book, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	// when its plan is written
	path := filepath.Join(t.TempDir(), "plan.pdf")
	if err := (files{}).WriteDocument(context.Background(), report.PlanDocument, book, path, words, sample.Today()); err != nil {
		t.Fatal(err)
	}
	// then it holds everything to the last word
	text, err := exec.Command("pdftotext", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	if got := strings.Count(string(text), "lõppsõna"); got != 2 {
		t.Errorf("the last word of the statement and the values stands there %d times, want 2", got)
	}
}
