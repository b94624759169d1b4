package search_test

import (
	"testing"

	"waymark/app"
	"waymark/app/search"
	"waymark/data/sample"
	"waymark/translations"
)

func large(b *testing.B, language string, factor int) (*app.Book, *translations.Printer) {
	b.Helper()
	p, err := translations.New(language)
	if err != nil {
		b.Fatal(err)
	}
	book, err := app.NewBook(sample.Large(p, factor)...)
	if err != nil {
		b.Fatal(err)
	}
	return book, p
}

// BenchmarkNew makes the index of the sample, and of ten and about forty times as much, the last with some 10,000 records.
func BenchmarkNew(b *testing.B) {
	for _, c := range []struct {
		name, language string
		factor         int
	}{{"sample", "et", 1}, {"ten", "et", 10}, {"records10000", "et", 42}, {"english10000", "en", 42}} {
		b.Run(c.name, func(b *testing.B) {
			book, p := large(b, c.language, c.factor)
			records := 0
			for range book.Records() {
				records++
			}
			for b.Loop() {
				search.New(book, p.Text)
			}
			b.ReportMetric(float64(records), "records")
		})
	}
}

func BenchmarkFind(b *testing.B) {
	for _, c := range []struct {
		name   string
		factor int
	}{{"ten", 10}, {"records10000", 42}} {
		book, p := large(b, "et", c.factor)
		x := search.New(book, p.Text)
		for _, query := range []string{"a", "õp", "opetaja", "tagasiside tundides", "g1", "2026", "on ja ei", "zzz"} {
			b.Run(c.name+"/"+query, func(b *testing.B) {
				var all int
				for b.Loop() {
					_, all = x.Find(query, 50, 120)
				}
				b.ReportMetric(float64(all), "found")
			})
		}
	}
}
