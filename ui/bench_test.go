package ui_test

import (
	"testing"

	"waymark/app"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/uitest"
)

// The screens are drawn with the sample and with a school ten times its size.
func BenchmarkScreens(b *testing.B) {
	words, err := translations.New("en")
	if err != nil {
		b.Fatal(err)
	}
	for _, school := range []struct {
		name    string
		records []app.Record
	}{{"sample", sample.Build(words)}, {"tenfold", sample.Large(words, 10)}} {
		for _, area := range areas {
			w, err := uitest.Open(uitest.Options{At: string(area), Records: school.records})
			if err != nil {
				b.Fatal(err)
			}
			b.Run(school.name+"/"+string(area)+"/refresh", func(b *testing.B) {
				for b.Loop() {
					w.Shell.Current().Refresh()
				}
			})
			b.Run(school.name+"/"+string(area)+"/open", func(b *testing.B) {
				here := w.Shell.Here()
				for b.Loop() {
					w.Shell.Enter(here)
				}
			})
		}
	}
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if _, err := uitest.Open(uitest.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
