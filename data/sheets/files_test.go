package sheets_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/survey"
	"waymark/data/frameworks"
	"waymark/data/sheets"
	"waymark/translations"
)

// items are those of the shipped instrument with their names and questions in every language.
func items(t testing.TB) []survey.Item {
	t.Helper()
	f := frameworks.Digital()
	var all []survey.Item
	for _, e := range f.Elements {
		for _, i := range e.Items {
			item := survey.Item{Key: i.Key, Element: e.Key, Levels: i.Levels}
			for _, code := range translations.Languages() {
				p, err := translations.New(code)
				if err != nil {
					t.Fatal(err)
				}
				for _, text := range []string{".name", ".question"} {
					item.Names = append(item.Names, p.Say("framework.digital."+i.Key+text))
				}
			}
			all = append(all, item)
		}
	}
	return all
}

func read(t testing.TB, name string) sheets.Book {
	t.Helper()
	book, err := sheets.Read(t.Context(), filepath.Join("testdata", name), sheets.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// reasons lists the refusals: row, column, value and the end of the reason's key.
func reasons(r survey.Report) []string {
	var all []string
	for _, x := range r.Refused {
		all = append(all, fmt.Sprintf("%d%s %q %s", x.Row, x.Column, x.Value, strings.TrimPrefix(x.Reason.Key, "survey.reason.")))
	}
	return all
}

// shown lists what was counted, one item of a group a line.
func shown(r survey.Result) []string {
	var all []string
	for _, g := range r.Groups {
		for _, i := range g.Items {
			all = append(all, fmt.Sprintf("%s %d: %s %d %v %.4f", g.Group+g.Part, g.People, i.Item, i.People, i.Levels, i.Mean))
		}
	}
	return all
}

// Given files that LibreOffice made of what survey programs give, when they are read, guessed and counted, then the
// numbers are those counted by hand from testdata/source.
func TestFilesMadeByLibreOffice(t *testing.T) {
	all := items(t)
	google := []string{
		"teachers 6: vision.purpose 6 [0 1 3 2] 3.1667", "teachers 6: vision.shared 6 [0 1 4 1] 3.0000", "teachers 6: vision.direction 5 [0 3 2 0] 2.4000",
		"pupils 3: vision.purpose 3 [0 0 1 2] 3.6667", "pupils 3: vision.shared 3 [1 2 0 0] 1.6667", "pupils 3: vision.direction 2 [0 2 0 0] 2.0000",
		"parents 1: vision.purpose 1 [0 0 1 0] 3.0000", "parents 1: vision.shared 1 [0 0 1 0] 3.0000", "parents 1: vision.direction 1 [0 0 1 0] 3.0000",
	}
	limesurvey := []string{
		"teachers 2: vision.purpose 2 [0 0 1 1] 3.5000", "teachers 2: vision.shared 2 [0 0 2 0] 3.0000", "teachers 2: vision.direction 1 [0 1 0 0] 2.0000", "teachers 2: leadership.shared 2 [1 1 0 0] 1.5000",
		"parents 2: vision.purpose 2 [1 1 0 0] 1.5000", "parents 2: vision.shared 1 [0 1 0 0] 2.0000", "parents 2: vision.direction 2 [0 1 1 0] 2.5000", "parents 2: leadership.shared 2 [0 1 0 1] 3.0000",
	}
	percent := []string{
		"teachers 20: vision.purpose 20 [2 4 6 8] 3.0000", "teachers 20: vision.shared 16 [2 6 4 4] 2.6250", "pupils 120: vision.purpose 120 [40 40 40 0] 2.0000",
	}
	percentRefused := []string{`8 "" sum`, `9 "" people`}
	means := []string{"teachers 24: vision.purpose 24 [] 3.2500", "teachers 24: vision.shared 23 [] 2.5000", "parents 8: vision.purpose 8 [] 2.7500"}
	long := []string{"teachers 2: vision.purpose 2 [0 1 0 1] 3.0000", "teachers 2: vision.shared 1 [0 0 1 0] 3.0000",
		"pupils 1: vision.purpose 1 [1 0 0 0] 1.0000", "pupils 1: vision.direction 1 [0 1 0 0] 2.0000"}
	longRefused := []string{`5D "3" twice`, `6D "9" outside`, `9 "" no_group`}
	for _, c := range []struct {
		file      string
		form      string // of a CSV: encoding and separator
		layout    survey.Layout
		want      []string
		refused   []string
		remarks   int
		withheld  int
		converted bool
	}{
		{"google-forms-et.xlsx", "", survey.Wide, google, nil, 5, 2, false},
		{"google-forms-et-utf8-semicolon.csv", "UTF-8 ';'", survey.Wide, google, nil, 5, 2, false},
		{"google-forms-et-windows1257-comma.csv", "Windows-1257 ','", survey.Wide, google, nil, 5, 2, false},
		{"google-forms-et-utf16-tab.csv", "UTF-16 LE '\\t'", survey.Wide, google, nil, 5, 2, false},
		{"ms-forms-en.xlsx", "", survey.Wide, []string{
			"pupils 3: vision.purpose 2 [0 0 1 1] 3.2500", "pupils 3: vision.shared 2 [1 1 0 0] 1.3750",
			"teachers 3: vision.purpose 3 [1 0 1 1] 2.7500", "teachers 3: vision.shared 3 [0 0 2 1] 3.2500",
		}, []string{`7G "five" word`}, 0, 0, true},
		{"limesurvey.xlsx", "", survey.Wide, limesurvey, nil, 0, 0, false},
		{"limesurvey-utf8-bar.csv", "UTF-8 '|'", survey.Wide, limesurvey, nil, 0, 0, false},
		{"percent-et.xlsx", "", survey.Percent, percent, percentRefused, 0, 0, false},
		{"percent-et-windows1257-semicolon.csv", "Windows-1257 ';'", survey.Percent, percent, percentRefused, 0, 0, false},
		{"means-en.xlsx", "", survey.Means, means, []string{`5C "4.5" outside`, `6B "Lunch" item`}, 0, 0, false},
		{"means-et.xlsx", "", survey.Means, means, []string{`5C "4.5" outside`, `6B "Koolilõuna" item`}, 0, 0, false},
		{"means-et-windows1252-semicolon.csv", "Windows-1257 ';'", survey.Means, means, []string{`5C "4,5" outside`, `6B "Koolilõuna" item`}, 0, 0, false},
		{"formulas.xlsx", "", survey.Means, []string{"teachers 20: vision.purpose 20 [] 3.5000", "teachers 20: vision.shared 20 [] 2.3000"}, nil, 0, 0, false},
		{"long-et.xlsx", "", survey.Long, long, longRefused, 0, 0, false},
		{"long-et-utf8-comma.csv", "UTF-8 ','", survey.Long, long, longRefused, 0, 0, false},
	} {
		t.Run(c.file, func(t *testing.T) {
			book := read(t, c.file)
			if form := fmt.Sprintf("%s %q", book.Encoding, rune(book.Separator)); c.form != "" && form != c.form {
				t.Errorf("read as %q, want %q", form, c.form)
			}
			rows := book.Sheets[0].Rows
			m := survey.Guess(rows, all)
			if m.Layout != c.layout {
				t.Fatalf("layout %s, want %s (%+v)", m.Layout, c.layout, m)
			}
			result, err := survey.Count(rows, all, m, survey.DefaultLimit)
			if err != nil {
				t.Fatal(err)
			}
			want := slices.Clone(c.want)
			got := shown(result)
			slices.Sort(want)
			slices.Sort(got)
			if diff := cmp.Diff(want, got); diff != "" {
				t.Errorf("counted (-by hand +by Count):\n%s\n%+v", diff, m)
			}
			if diff := cmp.Diff(c.refused, reasons(result.Report)); diff != "" {
				t.Errorf("refused (-want +got):\n%s", diff)
			}
			remarks := 0
			for _, g := range result.Groups {
				for _, r := range g.Remarks {
					remarks += len(r.Texts)
				}
			}
			if remarks != c.remarks || result.Report.Withheld != c.withheld {
				t.Errorf("%d remarks shown and %d withheld, want %d and %d", remarks, result.Report.Withheld, c.remarks, c.withheld)
			}
			converted := slices.ContainsFunc(result.Report.Notes, func(n app.Text) bool { return n.Key == "survey.note.converted" })
			if converted != c.converted {
				t.Errorf("told of a conversion: %v, want %v", converted, c.converted)
			}
		})
	}
}
