package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
)

// aBook holds two cycles, the later one first, and one filled record of every other kind.
func aBook(t *testing.T) *app.Book {
	t.Helper()
	day := app.NewDate(2026, 9, 1)
	id := func(n string) string { return strings.Repeat(n, 32) }
	book, err := app.NewBook(
		app.Cycle{ID: app.ID[app.Cycle](id("2")), Start: day.AddYears(3), End: day.AddYears(6)},
		app.Cycle{ID: app.ID[app.Cycle](id("1")), Name: "Uus algus", Start: day, End: day.AddYears(3)},
		app.School{ID: app.ID[app.School](id("0")), Name: "Männi <Kool> & \"Sõbrad\"", Address: "Tee 1\nTartu", Type: "põhikool", Head: "Ü. Õun",
			Owner: "vald", Logo: "\x89PNG\x00\xff\xfe", Currency: "EUR", Current: app.ID[app.Cycle](id("1")), Smallest: 7},
		app.Member{ID: app.ID[app.Member](id("3")), Role: "direktor", Name: "Ülle Õun", Position: 1},
		app.Question{ID: app.ID[app.Question](id("12")[:32]), Cycle: app.ID[app.Cycle](id("1")), Text: "Mida õpilane teeb?", Position: 1},
		app.Theme{ID: app.ID[app.Theme](id("13")[:32]), Cycle: app.ID[app.Cycle](id("1")), Name: "Lugemine", Colour: 2, Position: 1},
		app.Idea{ID: app.ID[app.Idea](id("4")), Cycle: app.ID[app.Cycle](id("1")), Text: "Lugemine 🚀", Position: 1,
			Question: app.ID[app.Question](id("12")[:32]), Role: "õpilane", Theme: app.ID[app.Theme](id("13")[:32]), Also: "Loeme\nRaamatud"},
		app.DotVote{ID: app.ID[app.DotVote](id("14")[:32]), Cycle: app.ID[app.Cycle](id("1")), Held: day, Voters: 8, Dots: 3, Round: 1},
		app.DotCount{ID: app.ID[app.DotCount](id("15")[:32]), Vote: app.ID[app.DotVote](id("14")[:32]), Theme: app.ID[app.Theme](id("13")[:32]), Dots: 24},
		app.Perspective{ID: app.ID[app.Perspective](id("16")[:32]), Cycle: app.ID[app.Cycle](id("1")), Group: app.Pupils, Seen: "s", Like: "l", Unlike: "u"},
		app.Draft{ID: app.ID[app.Draft](id("17")[:32]), Cycle: app.ID[app.Cycle](id("1")), Text: "Loeme koos.", Position: 1},
		app.Support{ID: app.ID[app.Support](id("18")[:32]), Draft: app.ID[app.Draft](id("17")[:32]), Held: day, One: 1, Two: 2, Three: 3, Four: 4,
			Five: 5, Better: "lühem"},
		app.Vision{ID: app.ID[app.Vision](id("5")), Cycle: app.ID[app.Cycle](id("1")), Statement: "s", Values: "v", Adopted: day, AdoptedBy: "hoolekogu",
			Minutes: "1-2/4", Heard: "õpilasesindus"},
		app.VisionLine{ID: app.ID[app.VisionLine](id("6")), Cycle: app.ID[app.Cycle](id("1")), Text: "Iga laps loeb.", Position: 1},
		app.VisionVersion{ID: app.ID[app.VisionVersion](id("19")[:32]), Cycle: app.ID[app.Cycle](id("1")), Number: 1, Statement: "s", Values: "v",
			Lines: "Iga laps loeb.", Adopted: day, AdoptedBy: "hoolekogu", Minutes: "1-2/4", Heard: "õpilasesindus"},
		app.TimeBox{ID: app.ID[app.TimeBox](id("1a")[:32]), Cycle: app.ID[app.Cycle](id("1")), Step: "vision.ideas", Minutes: 15},
		app.OwnFramework{ID: app.ID[app.OwnFramework](id("1b")[:32]), Name: "Oma", About: "a", Source: "s", Levels: 6, LevelNames: "n", Glossary: "g: m", Position: 1},
		app.OwnElement{ID: app.ID[app.OwnElement](id("1c")[:32]), Framework: app.ID[app.OwnFramework](id("1b")[:32]), Name: "Õpe", Position: 1},
		app.OwnItem{ID: app.ID[app.OwnItem](id("1d")[:32]), Element: app.ID[app.OwnElement](id("1c")[:32]), Same: "digital/vision.purpose", Name: "n",
			Question: "q", Why: "w", Visitor: "v", Typical: "t", Level1: "1", Level2: "2", Level3: "3", Level4: "4", Level5: "5", Level6: "6",
			Step1: "a", Step2: "b", Step3: "c", Step4: "d", Step5: "e", Step6: "f", Off: true, Position: 1},
		app.Survey{ID: app.ID[app.Survey](id("1e")[:32]), Assessment: app.ID[app.Assessment](id("7")), Group: "pupils", Part: "1.–3. klass", Held: day,
			People: 24, Source: "vastused.csv", Position: 1},
		app.SurveyMean{ID: app.ID[app.SurveyMean](id("1f")[:32]), Survey: app.ID[app.Survey](id("1e")[:32]), Item: "vision.purpose", People: 22,
			Mean: app.QuantityOf(2.455)},
		app.Remark{ID: app.ID[app.Remark](id("2a")[:32]), Survey: app.ID[app.Survey](id("1e")[:32]), Item: "vision.purpose", Text: "Rohkem pause.", Position: 1},
		app.Assessment{ID: app.ID[app.Assessment](id("7")), Cycle: app.ID[app.Cycle](id("1")), Framework: "quick", Held: day, Note: "kõik",
			Way: app.Words, Frozen: "{}"},
		app.Judgement{ID: app.ID[app.Judgement](id("8")), Assessment: app.ID[app.Assessment](id("7")), Item: "vision.purpose", Practice: "a",
			Needs: "b", Ideas: "c", Agreed: 2, Target: 4, Votes: 7, Median: app.QuantityOf(2.5), Lowest: 1, Highest: 4, Dissent: "d", NotApplicable: true,
			Later: true, Aside: true},
		app.Evidence{ID: app.ID[app.Evidence](id("9")), Judgement: app.ID[app.Judgement](id("8")), What: "w", Where: "k", Date: day,
			Strength: app.Observed, Confidential: true, Position: 1},
		app.Priority{ID: app.ID[app.Priority](id("a")), Cycle: app.ID[app.Cycle](id("1")), Title: "Lugemine", Reason: "r", Impact: 3, Effort: 1, Position: 1},
		app.Need{ID: app.ID[app.Need](id("b")), Cycle: app.ID[app.Cycle](id("1")), Text: "n", Judgement: app.ID[app.Judgement](id("8")),
			Priority: app.ID[app.Priority](id("a")), Position: 1, Reason: "r"},
		app.Goal{ID: app.ID[app.Goal](id("c")), Priority: app.ID[app.Priority](id("a")), VisionLine: app.ID[app.VisionLine](id("6")), Text: "g", Position: 1},
		app.Indicator{ID: app.ID[app.Indicator](id("d")), Goal: app.ID[app.Goal](id("c")), Name: "lugejaid", Target: app.QuantityOf(-0.125), Unit: "%",
			Direction: app.Down, Method: "m", Position: 1},
		app.Measurement{ID: app.ID[app.Measurement](id("e")), Indicator: app.ID[app.Indicator](id("d")), Date: day, Value: app.QuantityOf(44.444), Note: "n"},
		app.Action{ID: app.ID[app.Action](id("f")), Goal: app.ID[app.Goal](id("c")), Text: "Lugemistund", Responsible: app.ID[app.Member](id("3")),
			Supporters: "s", Start: day, End: day.AddDays(1), Cost: 12_50, Funding: "f", Hours: app.QuantityOf(1.5), Training: "t", Evidence: "e", Risks: "r",
			Status: app.Dropped, DropReason: "why", Position: 1},
		app.Review{ID: app.ID[app.Review](id("01")[:32]), Cycle: app.ID[app.Cycle](id("1")), Date: day, Present: "p", Decisions: "d", Next: day},
		app.CheckIn{ID: app.ID[app.CheckIn](id("02")[:32]), Review: app.ID[app.Review](id("01")[:32]), Action: app.ID[app.Action](id("f")),
			Status: app.Paused, Confidence: 5, Note: "n"},
	)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

func written(t *testing.T, book *app.Book) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := WriteJSON(&b, book); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestTheFormStaysAsItIs(t *testing.T) {
	for name, book := range map[string]*app.Book{"book.json": aBook(t), "empty.json": emptyBook(t)} {
		t.Run(name, func(t *testing.T) {
			got, path := written(t, book), filepath.Join("testdata", name)
			if os.Getenv("UPDATE_GOLDEN") == "1" {
				if err := os.WriteFile(path, got, 0o666); err != nil {
					t.Fatal(err)
				}
			}
			want, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(string(want), string(got)); diff != "" {
				t.Error(diff)
			}
			if again := written(t, book); !bytes.Equal(got, again) {
				t.Error("the same book gave other bytes")
			}
		})
	}
}

func emptyBook(t *testing.T) *app.Book {
	t.Helper()
	book, err := app.NewBook()
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// read takes a JSON file apart as another program would.
func read[R app.Record](t *testing.T, data []byte, into *[]app.Record) {
	t.Helper()
	var zero R
	var lists map[app.Kind]json.RawMessage
	if err := json.Unmarshal(data, &lists); err != nil {
		t.Fatal(err)
	}
	var records []R
	if err := json.Unmarshal(lists[zero.RecordKind()], &records); err != nil {
		t.Fatalf("%s: %v", zero.RecordKind(), err)
	}
	for _, r := range records {
		*into = append(*into, r)
	}
}

func TestNothingIsLost(t *testing.T) {
	// Given a book as JSON
	book := aBook(t)
	data := written(t, book)
	// When its lists are read in their order
	var got []app.Record
	read[app.School](t, data, &got)
	read[app.Cycle](t, data, &got)
	read[app.Member](t, data, &got)
	read[app.Question](t, data, &got)
	read[app.Theme](t, data, &got)
	read[app.Idea](t, data, &got)
	read[app.DotVote](t, data, &got)
	read[app.DotCount](t, data, &got)
	read[app.Perspective](t, data, &got)
	read[app.Draft](t, data, &got)
	read[app.Support](t, data, &got)
	read[app.Vision](t, data, &got)
	read[app.VisionLine](t, data, &got)
	read[app.VisionVersion](t, data, &got)
	read[app.TimeBox](t, data, &got)
	read[app.OwnFramework](t, data, &got)
	read[app.OwnElement](t, data, &got)
	read[app.OwnItem](t, data, &got)
	read[app.Assessment](t, data, &got)
	read[app.Judgement](t, data, &got)
	read[app.Evidence](t, data, &got)
	read[app.Survey](t, data, &got)
	read[app.SurveyMean](t, data, &got)
	read[app.Remark](t, data, &got)
	read[app.Priority](t, data, &got)
	read[app.Need](t, data, &got)
	read[app.Goal](t, data, &got)
	read[app.Indicator](t, data, &got)
	read[app.Measurement](t, data, &got)
	read[app.Action](t, data, &got)
	read[app.Review](t, data, &got)
	read[app.CheckIn](t, data, &got)
	// Then they are the records of the book in the order of the book
	want := slices.Collect(book.Records())
	if !slices.Equal(got, want) {
		t.Errorf("read\n%v\nwrote\n%v", got, want)
	}
	if len(want) != len(app.Kinds())+1 {
		t.Errorf("%d records for %d kinds", len(want), len(app.Kinds()))
	}
}

// FORMAT.md has a section for every kind, with a line for every field and no others.
func TestEveryFieldIsDocumented(t *testing.T) {
	text, err := os.ReadFile("FORMAT.md")
	if err != nil {
		t.Fatal(err)
	}
	documented := map[string][]string{}
	section, field := "", regexp.MustCompile("^\\| `([a-z0-9_]+)` \\|")
	for line := range strings.Lines(string(text)) {
		if name, ok := strings.CutPrefix(line, "### "); ok {
			section = strings.TrimSpace(name)
		} else if m := field.FindStringSubmatch(line); m != nil {
			documented[section] = append(documented[section], m[1])
		}
	}
	want := map[string][]string{}
	for r := range aBook(t).Records() {
		kind := string(r.RecordKind())
		want[kind] = nil
		for shape, i := reflect.TypeOf(r), 0; i < shape.NumField(); i++ {
			want[kind] = append(want[kind], shape.Field(i).Tag.Get("json"))
		}
	}
	if diff := cmp.Diff(want, documented); diff != "" {
		t.Errorf("fields of the records (-) and of FORMAT.md (+):\n%s", diff)
	}
}

type fullDisk struct{ room int }

var errNoRoom = errors.New("no room")

func (d *fullDisk) Write(p []byte) (int, error) {
	if len(p) > d.room {
		return d.room, errNoRoom
	}
	d.room -= len(p)
	return len(p), nil
}

func TestAWriterThatFailsIsTold(t *testing.T) {
	whole := len(written(t, aBook(t)))
	for _, room := range []int{0, 1, whole - 1} {
		if err := WriteJSON(&fullDisk{room}, aBook(t)); !errors.Is(err, errNoRoom) {
			t.Errorf("room for %d of %d bytes: %v", room, whole, err)
		}
	}
	if err := WriteJSON(&fullDisk{whole}, aBook(t)); err != nil {
		t.Error(err)
	}
}
