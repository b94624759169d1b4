package surveyscreen_test

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/survey"
	"waymark/ui/kit"
	"waymark/ui/uitest"
)

// table parts a text into rows at line feeds and cells at |.
func table(text string) [][]string {
	var rows [][]string
	for line := range strings.Lines(text) {
		rows = append(rows, strings.Split(strings.TrimSuffix(line, "\n"), "|"))
	}
	return rows
}

// opened is a window on taking over a file with the rows, which is read already.
func opened(t *testing.T, rows [][]string) *uitest.Window {
	t.Helper()
	w := uitest.For(t, uitest.Options{At: "assessment/import", Records: unasked(t)})
	offer(w, func(survey.Options) (survey.File, error) {
		return survey.File{Name: "answers.csv", About: app.Literal("a table"), Sheets: []survey.Sheet{{Name: "answers", Rows: rows}}}, nil
	})
	press(t, w, "Choose a file")
	return w
}

// offer makes the next question for a file come to what read returns.
func offer(w *uitest.Window, read func(survey.Options) (survey.File, error)) {
	w.Files.Tables = map[string]func(survey.Options) (survey.File, error){"/school/answers.csv": read}
	w.Answer = "/school/answers.csv"
}

// toOutcome goes on to what will be kept.
func toOutcome(t *testing.T, w *uitest.Window) {
	t.Helper()
	press(t, w, "On to: The columns", "On to: Groups and scale", "On to: What will be kept")
}

// people repeats a row for n who answered alike.
func people(n int, row string) string { return strings.Repeat(row+"\n", n) }

// Given a table of two groups in words, when it is taken over by Enter alone, then means are kept, a group below the limit is
// not, nothing was kept before, and one undo takes all of it.
func TestAFileIsTakenOverByKeysInOneStep(t *testing.T) {
	w := opened(t, table("Role|A shared vision|Comments\n"+people(6, "Teacher|agree|Quiet please")+people(2, "Teacher|strongly agree|")+people(4, "Parent|agree|")))
	key(w, fyne.KeyReturn, fyne.KeyReturn, fyne.KeyReturn)
	if len(kept(w)) != 0 {
		t.Fatalf("kept before it was said: %v", kept(w))
	}
	for _, words := range []string{"Is this what they answered?", "1 group · 1 mean · 6 remarks", "hidden: fewer than 5", "8 people", "12 rows read, rows taken: 12"} {
		if !tells(w, words) {
			t.Errorf("nothing says %q: %q", words, w.Texts())
		}
	}
	key(w, fyne.KeyReturn)
	all := kept(w)
	if w.Shell.Here().String() != "assessment/surveys" || len(all) != 1 || all[0].Group != "teachers" || all[0].People != 8 || all[0].Source != "answers.csv" {
		t.Fatalf("%+v at %s: %q", all, w.Shell.Here(), w.Texts())
	}
	if got := means(w, all[0]); len(got) != 1 || got["vision.shared"].People != 8 || got["vision.shared"].Mean.Value() < 3 || w.Book().Remarks.Len() != 6 {
		t.Errorf("%+v and %d remarks", got, w.Book().Remarks.Len())
	}
	w.Shell.Undo()
	if len(kept(w)) != 0 || w.Book().SurveyMeans.Len() != 0 || w.Book().Remarks.Len() != 0 {
		t.Errorf("one undo leaves %v", kept(w))
	}
}

// Given bad rows among good ones, when the file is taken over, then the good ones are, and each bad one is told with its row,
// column and reason: the first one by one, the rest as a number.
func TestBadRowsAreToldAndGoodOnesTaken(t *testing.T) {
	w := opened(t, table("Role|A shared vision\n"+people(5, "Teacher|3")+people(330, "Teacher|blue 7")+"|3\n"))
	toOutcome(t, w)
	for _, words := range []string{"331 rows and cells were not taken:", "Row 7, column B, “blue 7”", "… and 311 more"} {
		if !tells(w, words) {
			t.Errorf("nothing says %q: %q", words, w.Texts())
		}
	}
	press(t, w, "Take over")
	if all := kept(w); len(all) != 1 || all[0].People != 5 {
		t.Errorf("%+v", all)
	}
}

// Given a column that is proposed wrongly, when its role and question are changed by keys, then it is counted so.
func TestColumnsAreMappedByKeys(t *testing.T) {
	w := opened(t, table("Role|Some heading|Timestamp\n"+people(6, "Teacher|4|2026")))
	press(t, w, "On to: The columns")
	page := w.Shell.Current().(*kit.Page).Widgets()
	role := page.Lookup("surveys.column.1.role").(*kit.Select)
	w.Canvas().Focus(role)
	for range 10 {
		if role.Selected == "Answers to a question" {
			break
		}
		key(w, fyne.KeyRight)
	}
	if w.Canvas().Focused() != fyne.Focusable(role) {
		t.Fatal("the keyboard is lost at a change")
	}
	item := page.Lookup("surveys.column.1.item").(*kit.Select)
	if item.Selected != "1 What digital technology is for" {
		t.Errorf("proposed is %q", item.Selected)
	}
	w.Canvas().Focus(item)
	key(w, fyne.KeyRight)
	press(t, w, "On to: Groups and scale", "On to: What will be kept", "Take over")
	if got := means(w, kept(w)[0]); len(got) != 1 || got["vision.shared"].Mean.Value() != 4 {
		t.Errorf("%+v", got)
	}
}

// Given words for levels that nobody knows, when they are told what they mean, then they are counted; so are numbers of
// another scale.
func TestWordsAndScalesAreToldWhatTheyMean(t *testing.T) {
	w := opened(t, table("Role|A shared vision\n"+people(6, "Teacher|red")+people(6, "Teacher|green")))
	press(t, w, "On to: The columns", "On to: Groups and scale")
	page := w.Shell.Current().(*kit.Page).Widgets()
	page.Lookup("surveys.scale.red").(*kit.Select).SetSelected("1")
	page.Lookup("surveys.scale.green").(*kit.Select).SetSelected("4")
	press(t, w, "On to: What will be kept", "Take over")
	if got := means(w, kept(w)[0]); got["vision.shared"].Mean.Value() != 2.5 || got["vision.shared"].People != 12 {
		t.Errorf("%+v", got)
	}
}

// Given a table of percentages, when nobody says how many answered, then it can be typed in, and counts follow.
func TestPercentagesNeedTheNumberOfPeople(t *testing.T) {
	w := opened(t, table("Question|1 (%)|2 (%)|3 (%)|4 (%)\nA shared vision|0|50|50|0\nWhat digital technology is for|100|0|0|0\n"))
	press(t, w, "On to: The columns", "On to: Groups and scale")
	w.Choice("Please choose").SetSelected("parents")
	if err := w.Type("surveys.import.people", "20"); err != nil {
		t.Fatal(err)
	}
	press(t, w, "On to: What will be kept", "Take over")
	all := kept(w)
	if len(all) != 1 || all[0].Group != "parents" || all[0].People != 20 {
		t.Fatalf("%+v: %q", all, w.Texts())
	}
	if got := means(w, all[0]); got["vision.shared"].Mean.Value() != 2.5 || got["vision.purpose"].Mean.Value() != 1 {
		t.Errorf("%+v", got)
	}
}

// Given a word for a group, when it is left out or put to another group, then it is so in what is kept.
func TestGroupsAreToldWhatTheyMean(t *testing.T) {
	w := opened(t, table("Role|A shared vision\n"+people(6, "Cook|3")+people(6, "Pupil|2")))
	press(t, w, "On to: The columns", "On to: Groups and scale")
	w.Choice("Keep the word “Cook”").SetSelected("community")
	w.Choice("pupils").SetSelected("Leave out")
	press(t, w, "On to: What will be kept", "Take over")
	if all := kept(w); len(all) != 1 || all[0].Group != "community" {
		t.Errorf("%+v", all)
	}
}

// Given a file that cannot be read, when it is chosen, then a sentence says what to do and everything is as it was: also what
// was open before.
func TestAFileThatCannotBeReadChangesNothing(t *testing.T) {
	w := opened(t, table("Role|A shared vision\n"+people(6, "Teacher|3")))
	offer(w, func(survey.Options) (survey.File, error) {
		return survey.File{}, app.Invalid("read table", app.Say("survey.file.xls", "name", "old.xls"))
	})
	press(t, w, "Another file")
	if !tells(w, "old.xls is in an older or binary Excel format.") || !tells(w, "7 rows, columns: 2") {
		t.Fatalf("%q", w.Texts())
	}
	toOutcome(t, w)
	press(t, w, "Take over")
	if len(kept(w)) != 1 {
		t.Errorf("%v", kept(w))
	}
}

// Given a CSV whose letters are wrong, when another encoding is chosen, then it is read anew with it.
func TestLettersAndSeparatorOfACSVCanBeChanged(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/import", Records: unasked(t)})
	var asked []survey.Options
	offer(w, func(o survey.Options) (survey.File, error) {
		asked = append(asked, o)
		f := survey.File{Name: "answers.csv", About: app.Literal("read"), Encoding: "UTF-8", Separator: ";", Encodings: []string{"UTF-8", "Windows-1257"},
			Separators: []survey.Separator{{Sign: ";", Name: app.Literal("semicolons")}, {Sign: ",", Name: app.Literal("commas")}},
			Sheets:     []survey.Sheet{{Rows: table("Role|A shared vision\nTeacher|3\n")}}}
		if o.Encoding != "" {
			f.Encoding, f.Separator = o.Encoding, o.Separator
		}
		return f, nil
	})
	press(t, w, "Choose a file")
	w.Choice("UTF-8").SetSelected("Windows-1257")
	w.Choice("semicolons").SetSelected("commas")
	want := []survey.Options{{}, {Encoding: "Windows-1257", Separator: ";"}, {Encoding: "Windows-1257", Separator: ","}}
	if !slices.Equal(asked, want) {
		t.Errorf("read with %+v", asked)
	}
}

// Given formulas without a result, when the file is read, then the first are told.
func TestFormulasWithoutAResultAreTold(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/import", Records: unasked(t)})
	offer(w, func(survey.Options) (survey.File, error) {
		sheet := survey.Sheet{Rows: table("Role|A shared vision\nTeacher|\n")}
		for i := range 10 {
			sheet.Unread = append(sheet.Unread, app.Say("survey.file.formula", "row", i+2, "column", "B"))
		}
		return survey.File{Name: "answers.xlsx", Sheets: []survey.Sheet{sheet, {Name: "2025", Rows: table("Role|A shared vision\nPupil|1\n")}}}, nil
	})
	press(t, w, "Choose a file")
	if !tells(w, "Row 2, column B: the result of this formula") || !tells(w, "… and 7 more") {
		t.Errorf("%q", w.Texts())
	}
}

// Given a file that is open, when somebody leaves, then it is told once that nothing was taken over; with no file, or after
// it was taken over, nothing is told.
func TestLeavingTellsOnlyWhatWouldBeLost(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/import"})
	if err := w.Go("vision"); err != nil || w.Shell.Here().String() != "vision" {
		t.Fatalf("with no file: %v, %s", err, w.Shell.Here())
	}
	w = opened(t, table("Role|A shared vision\n"+people(6, "Teacher|3")))
	if err := w.Go("vision"); err != nil || w.Shell.Here().View != "import" || !tells(w, "Nothing of answers.csv was taken over yet") {
		t.Fatalf("%v, at %s: %q", err, w.Shell.Here(), w.Texts())
	}
	press(t, w, "OK")
	if err := w.Go("vision"); err != nil || w.Shell.Here().String() != "vision" || len(kept(w)) != 0 {
		t.Errorf("%v, at %s", err, w.Shell.Here())
	}
}

// Given a file that takes long, when it is read, then the page says so and can be left; what comes afterwards changes nothing.
func TestAFileThatTakesLongCanBeLeft(t *testing.T) {
	w := uitest.For(t, uitest.Options{At: "assessment/import", Records: unasked(t)})
	offer(w, func(survey.Options) (survey.File, error) {
		return survey.File{Name: "answers.csv", Sheets: []survey.Sheet{{Rows: table("Role|A shared vision\nTeacher|3\n")}}}, nil
	})
	w.Runner.Hold = true
	press(t, w, "Choose a file")
	if !tells(w, "Reading the file…") {
		t.Errorf("%q", w.Texts())
	}
	if err := w.Go("vision"); err != nil || w.Shell.Here().String() != "vision" {
		t.Fatalf("%v, at %s", err, w.Shell.Here())
	}
	w.Runner.Release()
	if w.Shell.Here().String() != "vision" || tells(w, "Is the file read rightly?") {
		t.Errorf("at %s", w.Shell.Here())
	}
}

// Given a change while the answers before it are still being counted, when the count ends, then it is counted anew, and nothing
// can be taken over in between.
func TestACountThatIsNotOfNowIsNotTakenOver(t *testing.T) {
	w := opened(t, table("Role|A shared vision|What digital technology is for\n"+people(6, "Teacher|3|1")))
	press(t, w, "On to: The columns")
	page := w.Shell.Current().(*kit.Page).Widgets()
	w.Runner.Hold = true
	page.Lookup("surveys.column.1.role").(*kit.Select).SetSelected("Leave out")
	page.Lookup("surveys.column.2.role").(*kit.Select).SetSelected("Leave out")
	page.Lookup("surveys.column.1.role").(*kit.Select).SetSelected("Answers to a question")
	press(t, w, "On to: Groups and scale", "On to: What will be kept", "Take over")
	if len(kept(w)) != 0 || !tells(w, "Counting the answers…") {
		t.Fatalf("%v: %q", kept(w), w.Texts())
	}
	w.Runner.Hold = false
	w.Runner.Release()
	press(t, w, "Take over")
	if got := means(w, kept(w)[0]); len(got) != 1 {
		t.Errorf("%+v", got)
	}
}

// Given another file that is chosen while answers of the first are still being counted, when that count ends, then nothing of the
// first file is shown or kept.
func TestACountOfTheFileBeforeIsForgotten(t *testing.T) {
	w := opened(t, table("Role|A shared vision|What digital technology is for\n"+people(6, "Teacher|3|1")))
	press(t, w, "On to: The columns")
	w.Runner.Hold = true
	w.Shell.Current().(*kit.Page).Widgets().Lookup("surveys.column.1.role").(*kit.Select).SetSelected("Leave out")
	w.Runner.Hold = false
	offer(w, func(survey.Options) (survey.File, error) {
		return survey.File{Name: "parents.csv", Sheets: []survey.Sheet{{Rows: table("Role|A shared vision\n" + people(9, "Parent|2"))}}}, nil
	})
	press(t, w, "Another file")
	w.Runner.Release()
	toOutcome(t, w)
	press(t, w, "Take over")
	if all := kept(w); len(all) != 1 || all[0].Group != "parents" || all[0].Source != "parents.csv" {
		t.Errorf("%+v", all)
	}
}

// Given a full disk, when a file is taken over, then it is told, nothing is half kept, and it can be tried again.
func TestAFailureKeepsTheTableOpen(t *testing.T) {
	w := opened(t, table("Role|A shared vision\n"+people(6, "Teacher|3")))
	toOutcome(t, w)
	w.Files.Fail = &app.Error{Op: "save", Kind: app.KindFull, Text: app.Say("error.full"), Err: errors.New("full")}
	press(t, w, "Take over")
	if len(kept(w)) != 0 || w.Shell.Here().View != "import" {
		t.Fatalf("%v at %s", kept(w), w.Shell.Here())
	}
	w.Files.Fail = nil
	press(t, w, "Not now", "Take over")
	w.Runner.Advance(time.Second)
	if len(kept(w)) != 1 {
		t.Errorf("%v", kept(w))
	}
}

// large are rows of that many who answered eighteen questions.
func large(n int) [][]string {
	header := []string{"Role", "Class"}
	for i := range 18 {
		header = append(header, "Q"+strconv.Itoa(i+1))
	}
	rows := [][]string{header}
	for i := range n {
		row := []string{[]string{"Teacher", "Pupil", "Parent"}[i%3], fmt.Sprint(1 + i%9)}
		for q := range 18 {
			row = append(row, strconv.Itoa(1+(i*q+i/7)%4))
		}
		rows = append(rows, row)
	}
	return rows
}

// BenchmarkStepsOfALargeFile measures what the user waits for on the page at each step while 100,000 rows are open.
func BenchmarkStepsOfALargeFile(b *testing.B) {
	w := uitest.For(b, uitest.Options{At: "assessment/import"})
	rows := large(100_000)
	offer(w, func(survey.Options) (survey.File, error) {
		return survey.File{Name: "answers.csv", Sheets: []survey.Sheet{{Rows: rows}}}, nil
	})
	uitest.Must(b, w.Press("Choose a file"))
	uitest.Must(b, w.Press("On to: The columns"))
	page := w.Shell.Current().(*kit.Page)
	role := page.Widgets().Lookup("surveys.column.1.role").(*kit.Select)
	w.Runner.Hold = true
	for i := 0; b.Loop(); i++ {
		role.SetSelected([]string{"Leave out", "Part of the group"}[i%2]) // counting is in the background
	}
}
