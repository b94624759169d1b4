package main

import (
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"

	"waymark/app"
	"waymark/app/page"
	"waymark/app/report"
	"waymark/data/fonts"
	"waymark/data/frameworks"
	"waymark/data/sample"
	"waymark/translations"
)

// BenchmarkExportProcess is `waymark export` of the sample's plan from the start of the process to its end, beside a bare
// gofpdf program that writes the same lines.
func BenchmarkExportProcess(b *testing.B) {
	folder := b.TempDir()
	build := func(name, of string) string {
		binary := filepath.Join(folder, name)
		if out, err := exec.Command("go", "build", "-tags", "x11,migrated_fynedo", "-o", binary, of).CombinedOutput(); err != nil {
			b.Fatalf("%v\n%s", err, out)
		}
		return binary
	}
	waymark, bare := build("waymark", "."), build("barepdf", "./testdata/barepdf")
	school, lines := filepath.Join(folder, "s.waymark"), filepath.Join(folder, "lines.json")
	if err := exec.Command(waymark, "sample", school, "--lang", "en").Run(); err != nil {
		b.Fatal(err)
	}
	writeLines(b, lines)
	out := filepath.Join(folder, "plan.pdf")
	for _, process := range []struct {
		name string
		args []string
	}{
		{"waymark", []string{waymark, "export", school, "--document", "plan", "--lang", "en", "-o", out}},
		{"bare", []string{bare, lines, out}},
	} {
		b.Run(process.name, func(b *testing.B) {
			for b.Loop() {
				if err := exec.Command(process.args[0], process.args[1:]...).Run(); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}

// writeLines writes the pages of the sample's plan for the bare program.
func writeLines(b *testing.B, path string) {
	words, err := translations.New("en")
	if err != nil {
		b.Fatal(err)
	}
	book, err := app.NewBook(sample.Build(words)...)
	if err != nil {
		b.Fatal(err)
	}
	set := page.Layout(report.Plan(report.Input{Book: book, Cycle: book.Current().ID, Frameworks: frameworks.All(), Words: words,
		Measure: fonts.Measure, Today: sample.Today()}), fonts.Measure)
	data, err := json.Marshal(set.Pages)
	if err != nil {
		b.Fatal(err)
	}
	if err := os.WriteFile(path, data, 0o600); err != nil {
		b.Fatal(err)
	}
}
