package main

import (
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"waymark/app"
	"waymark/data/sample"
	"waymark/data/schoolfile"
	"waymark/translations"
	"waymark/ui/uitest"
)

// Given files that LibreOffice wrote, with the limit at three, when each is taken over with what is proposed, then the school file
// on the disk has the means counted by hand, and nothing of the group of one.
func TestFilesOfLibreOfficeEndInTheSchoolFile(t *testing.T) {
	for file, want := range map[string][]string{
		"google-forms-et.xlsx": {"teachers 6 vision.purpose 6", "teachers 6 vision.shared 6", "teachers 6 vision.direction 5",
			"pupils 3 vision.purpose 3", "pupils 3 vision.shared 3"},
		"google-forms-et-windows1257-comma.csv": {"teachers 6 vision.purpose 6", "teachers 6 vision.shared 6", "teachers 6 vision.direction 5",
			"pupils 3 vision.purpose 3", "pupils 3 vision.shared 3"},
		"percent-et-windows1257-semicolon.csv": {"teachers 20 vision.purpose 20", "teachers 20 vision.shared 16", "pupils 120 vision.purpose 120"},
		"means-et-windows1252-semicolon.csv":   {"teachers 24 vision.purpose 24", "teachers 24 vision.shared 23", "parents 8 vision.purpose 8"},
	} {
		t.Run(file, func(t *testing.T) {
			path := schoolAskingNobody(t, 3)
			w := uitest.For(t, uitest.Options{At: "assessment/import", Disk: filesIn(t), Path: path})
			w.Answer = filepath.Join("..", "..", "data", "sheets", "testdata", file)
			for _, button := range []string{"Choose a file", "On to: The columns", "On to: Groups and scale", "On to: What will be kept", "Take over"} {
				if err := w.Press(button); err != nil {
					t.Fatalf("%v on %q", err, w.Texts())
				}
			}
			got := keptIn(t, path)
			slices.Sort(got)
			slices.Sort(want)
			if !slices.Equal(got, want) {
				t.Errorf("in the file are %q, want %q", got, want)
			}
			w.Shell.CloseFile()
		})
	}
}

// Given files that only look like tables, when they are chosen, then a sentence says what to do, and the school file is as it was.
func TestFilesThatAreNoTablesChangeNothing(t *testing.T) {
	path := schoolAskingNobody(t, 0)
	w := uitest.For(t, uitest.Options{At: "assessment/import", Disk: filesIn(t), Path: path})
	for file, sentence := range map[string]string{"really-xls.xlsx": "older or binary Excel format", "really-ods.xlsx": "OpenDocument", "nowhere.csv": "nowhere.csv"} {
		w.Answer = filepath.Join("..", "..", "data", "sheets", "testdata", file)
		if err := w.Press("Choose a file"); err != nil {
			t.Fatal(err)
		}
		if !slices.ContainsFunc(w.Texts(), func(text string) bool { return strings.Contains(text, sentence) }) {
			t.Errorf("%s: %q", file, w.Texts())
		}
	}
	if got := keptIn(t, path); len(got) != 0 {
		t.Errorf("in the file are %q", got)
	}
	w.Shell.CloseFile()
}

// filesIn is the disk, with what is Waymark's own in a folder of the test.
func filesIn(t testing.TB) files {
	t.Helper()
	return newFiles(t.TempDir(), func(string) error { return nil })
}

// schoolAskingNobody is a school file with the sample but for its surveys.
func schoolAskingNobody(t testing.TB, limit int) string {
	t.Helper()
	words, err := translations.New("en")
	if err != nil {
		t.Fatal(err)
	}
	var records []app.Record
	for _, r := range sample.Build(words) {
		switch r := r.(type) {
		case app.Survey, app.SurveyMean, app.Remark:
		case app.School:
			r.Smallest = limit
			records = append(records, r)
		default:
			records = append(records, r)
		}
	}
	path := filepath.Join(t.TempDir(), "school.waymark")
	file, err := filesIn(t).Create(path, records)
	if err != nil {
		t.Fatal(err)
	}
	if err := file.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// keptIn lists the means in a school file: group, its people, item, its people.
func keptIn(t *testing.T, path string) []string {
	t.Helper()
	file, err := schoolfile.OpenReadOnly(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = file.Close() }()
	var all []string
	for m := range file.Book().SurveyMeans.All() {
		s, _ := file.Book().Surveys.Get(m.Survey)
		all = append(all, strings.Join([]string{s.Group, strconv.Itoa(s.People), m.Item, strconv.Itoa(m.People)}, " "))
	}
	return all
}

// BenchmarkTakingOverALargeFile measures all that happens from choosing a CSV of 100,000 people and 18 questions to the school
// file on the disk, one after the other.
func BenchmarkTakingOverALargeFile(b *testing.B) {
	var csv strings.Builder
	csv.WriteString("Role;Class")
	for q := range 18 {
		csv.WriteString(";Q" + strconv.Itoa(q+1))
	}
	for i := range 100_000 {
		csv.WriteString("\n" + []string{"Teacher", "Pupil", "Parent"}[i%3] + ";" + strconv.Itoa(1+i%9))
		for q := range 18 {
			csv.WriteString(";" + strconv.Itoa(1+(i*q+i/7)%4))
		}
	}
	table := filepath.Join(b.TempDir(), "answers.csv")
	uitest.Must(b, os.WriteFile(table, []byte(csv.String()), 0o600))
	for b.Loop() {
		b.StopTimer()
		w := uitest.For(b, uitest.Options{At: "assessment/import", Disk: filesIn(b), Path: schoolAskingNobody(b, 0)})
		w.Answer = table
		b.StartTimer()
		for _, button := range []string{"Choose a file", "On to: The columns", "On to: Groups and scale", "On to: What will be kept", "Take over"} {
			uitest.Must(b, w.Press(button))
		}
		b.StopTimer()
		w.Shell.CloseFile()
		b.StartTimer()
	}
}
