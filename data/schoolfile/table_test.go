package schoolfile

import (
	"context"
	"math"
	"reflect"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
)

// Every kind has a mapping, and its columns are the tags of the record and the columns of the table.
func TestColumnsAreTheTagsOfTheRecords(t *testing.T) {
	f := aFile(t)
	records := map[app.Kind]app.Record{}
	for _, r := range oneOfEach() {
		records[r.RecordKind()] = r
	}
	var mapped []app.Kind
	for _, table := range f.tables {
		mapped = append(mapped, table.kind)
		rows, err := f.conn.QueryContext(context.Background(), "SELECT name FROM pragma_table_info(?)", string(table.kind))
		if err != nil {
			t.Fatal(err)
		}
		var stored []string
		for rows.Next() {
			var name string
			if err := rows.Scan(&name); err != nil {
				t.Fatal(err)
			}
			stored = append(stored, name)
		}
		if err := rows.Err(); err != nil {
			t.Fatal(err)
		}
		tags := []string{"seal"}
		record := reflect.TypeOf(records[table.kind])
		for i := range record.NumField() {
			tags = append(tags, record.Field(i).Tag.Get("json"))
		}
		slices.Sort(tags) // a column that a later version added comes last
		slices.Sort(stored)
		if diff := cmp.Diff(tags, stored); diff != "" {
			t.Errorf("%s: tags of the record (-) and columns of the table (+):\n%s", table.kind, diff)
		}
	}
	if diff := cmp.Diff(app.Kinds(), mapped); diff != "" {
		t.Errorf("kinds (-) and mappings (+):\n%s", diff)
	}
}

// oneOfEach returns one filled record of every kind, which belong together.
func oneOfEach() []app.Record {
	source := &counting{state: 7}
	day := app.NewDate(2026, 9, 1)
	cycle := app.Cycle{ID: app.IDFrom[app.Cycle](source), Name: "Uus algus", Start: day, End: app.NewDate(2029, 8, 31)}
	member := app.Member{ID: app.IDFrom[app.Member](source), Role: "direktor", Name: "Ülle Õun", Position: 1}
	line := app.VisionLine{ID: app.IDFrom[app.VisionLine](source), Cycle: cycle.ID, Text: "Iga laps loeb.", Position: 1}
	assessment := app.Assessment{ID: app.IDFrom[app.Assessment](source), Cycle: cycle.ID, Framework: "quick", Held: day, Note: "kõik",
		Way: app.Words, Frozen: "{}\n\x00"}
	judgement := app.Judgement{ID: app.IDFrom[app.Judgement](source), Assessment: assessment.ID, Item: "vision.purpose", Practice: "a",
		Needs: "b", Ideas: "c", Agreed: 2, Target: 4, Votes: 7, Median: app.QuantityOf(2.5), Lowest: 1, Highest: 4, Dissent: "d", NotApplicable: true,
		Later: true, Aside: true}
	own := app.OwnFramework{ID: app.IDFrom[app.OwnFramework](source), Name: "Oma", About: "a", Source: "s", Levels: 6, LevelNames: "n", Glossary: "g: m",
		Position: 1}
	element := app.OwnElement{ID: app.IDFrom[app.OwnElement](source), Framework: own.ID, Name: "Õpe", Position: 1}
	survey := app.Survey{ID: app.IDFrom[app.Survey](source), Assessment: assessment.ID, Group: "pupils", Part: "1.–3. klass", Held: day, People: 24,
		Source: "vastused.csv", Position: 1}
	priority := app.Priority{ID: app.IDFrom[app.Priority](source), Cycle: cycle.ID, Title: "Lugemine", Reason: "r", Impact: 3, Effort: 1, Position: 1}
	goal := app.Goal{ID: app.IDFrom[app.Goal](source), Priority: priority.ID, VisionLine: line.ID, Text: "Loeme 🚀", Position: 1}
	indicator := app.Indicator{ID: app.IDFrom[app.Indicator](source), Goal: goal.ID, Name: "lugejaid", Baseline: app.QuantityOf(0),
		Target: app.QuantityOf(-0.125), Unit: "%", Direction: app.Down, Method: "m", Due: day, Position: 1}
	action := app.Action{ID: app.IDFrom[app.Action](source), Goal: goal.ID, Text: "Lugemistund", Responsible: member.ID, Supporters: "s",
		Start: day, End: day.AddDays(1), Cost: 12_50, Funding: "f", Hours: app.QuantityOf(1.5), Training: "t", Evidence: "e", Risks: "r",
		Status: app.Dropped, DropReason: "why", Position: 1}
	review := app.Review{ID: app.IDFrom[app.Review](source), Cycle: cycle.ID, Date: day, Present: "p", Decisions: "d", Next: day}
	question := app.Question{ID: app.IDFrom[app.Question](source), Cycle: cycle.ID, Text: "Mida õpilane teeb?", Position: 1}
	theme := app.Theme{ID: app.IDFrom[app.Theme](source), Cycle: cycle.ID, Name: "Lugemine", Colour: 2, Position: 1}
	vote := app.DotVote{ID: app.IDFrom[app.DotVote](source), Cycle: cycle.ID, Held: day, Voters: 8, Dots: 3, Round: 1}
	draft := app.Draft{ID: app.IDFrom[app.Draft](source), Cycle: cycle.ID, Text: "Loeme koos.", Position: 1}
	return []app.Record{
		app.School{ID: app.IDFrom[app.School](source), Name: "Männi Kool", Address: "Tee 1", Type: "põhikool", Head: "Ü. Õun", Owner: "vald",
			Logo: "\x89PNG\x00\xff\xfe", Currency: "EUR", Current: cycle.ID, Smallest: 7},
		cycle, member,
		app.Idea{ID: app.IDFrom[app.Idea](source), Cycle: cycle.ID, Text: "idee", Position: 1, Question: question.ID, Role: "õpilane",
			Theme: theme.ID, Also: "mõte"},
		app.Vision{ID: app.IDFrom[app.Vision](source), Cycle: cycle.ID, Statement: "s", Values: "v", Adopted: day, AdoptedBy: "hoolekogu",
			Minutes: "4", Heard: "õpilasesindus"},
		line, assessment, judgement,
		app.Evidence{ID: app.IDFrom[app.Evidence](source), Judgement: judgement.ID, What: "w", Where: "k", Date: day, Strength: app.Observed,
			Confidential: true, Position: 1},
		priority,
		app.Need{ID: app.IDFrom[app.Need](source), Cycle: cycle.ID, Text: "n", Judgement: judgement.ID, Priority: priority.ID, Position: 1,
			Reason: "r"},
		goal, indicator,
		app.Measurement{ID: app.IDFrom[app.Measurement](source), Indicator: indicator.ID, Date: day, Value: app.QuantityOf(44.444), Note: "n"},
		action, review,
		app.CheckIn{ID: app.IDFrom[app.CheckIn](source), Review: review.ID, Action: action.ID, Status: app.Paused, Confidence: 5, Note: "n"},
		question, theme, vote,
		app.DotCount{ID: app.IDFrom[app.DotCount](source), Vote: vote.ID, Theme: theme.ID, Dots: 5},
		app.Perspective{ID: app.IDFrom[app.Perspective](source), Cycle: cycle.ID, Group: app.Parents, Seen: "s", Like: "l", Unlike: "u"},
		draft,
		app.Support{ID: app.IDFrom[app.Support](source), Draft: draft.ID, Held: day, One: 1, Two: 2, Three: 3, Four: 4, Five: 5, Better: "b"},
		app.VisionVersion{ID: app.IDFrom[app.VisionVersion](source), Cycle: cycle.ID, Number: 1, Statement: "s", Values: "v", Lines: "l",
			Adopted: day, AdoptedBy: "hoolekogu", Minutes: "4", Heard: "õpilasesindus"},
		app.TimeBox{ID: app.IDFrom[app.TimeBox](source), Cycle: cycle.ID, Step: "vision.ideas", Minutes: 15},
		own, element,
		app.OwnItem{ID: app.IDFrom[app.OwnItem](source), Element: element.ID, Same: "digital/vision.purpose", Name: "n", Question: "q", Why: "w",
			Visitor: "v", Typical: "t", Level1: "1", Level2: "2", Level3: "3", Level4: "4", Level5: "5", Level6: "6", Step1: "a", Step2: "b",
			Step3: "c", Step4: "d", Step5: "e", Step6: "f", Off: true, Position: 1},
		survey,
		app.SurveyMean{ID: app.IDFrom[app.SurveyMean](source), Survey: survey.ID, Item: "vision.purpose", People: 22, Mean: app.QuantityOf(2.455)},
		app.Remark{ID: app.IDFrom[app.Remark](source), Survey: survey.ID, Item: "vision.purpose", Text: "Rohkem pause.", Position: 1},
	}
}

func TestEveryFieldComesBackAsItWasWritten(t *testing.T) {
	// Given one record of each kind in which no field is empty
	records := oneOfEach()
	for _, r := range records {
		for v, i := reflect.ValueOf(r), 0; i < v.NumField(); i++ {
			if v.Field(i).IsZero() {
				t.Fatalf("%s.%s is empty and proves nothing", r.RecordKind(), v.Type().Field(i).Name)
			}
		}
	}
	// When they are written and read
	path := aClosedFile(t, records...)
	got := all(reopened(t, path).Book())
	// Then they are the same
	want, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	for i, r := range all(want) {
		if i >= len(got) || got[i] != r {
			t.Fatalf("wrote %#v\nread  %#v", r, got[i])
		}
	}
}

func TestWhatIsNotGivenComesBackAsNotGiven(t *testing.T) {
	source := &counting{}
	cycle := app.Cycle{ID: app.IDFrom[app.Cycle](source)}
	need := app.Need{ID: app.IDFrom[app.Need](source), Cycle: cycle.ID}
	judged := app.Measurement{ID: app.IDFrom[app.Measurement](source)}
	school := app.School{ID: app.IDFrom[app.School](source)}
	f := aFile(t, school, cycle, need)
	if got := all(reopenedReadOnly(t, f.Path()).Book()); len(got) != 3 || got[0] != school || got[1] != cycle || got[2] != need {
		t.Errorf("read %#v", got)
	}
	// A measurement of nothing points nowhere, which the file refuses.
	mustBeKind(t, change(f, nil, judged), app.KindInternal)
}

func reopenedReadOnly(t *testing.T, path string) *File {
	t.Helper()
	f, err := OpenReadOnly(context.Background(), path)
	if err != nil {
		t.Fatalf("open for reading: %v", err)
	}
	t.Cleanup(func() { _ = f.Close() })
	return f
}

// A value that could not be read back is refused while the user can still mend it.
func TestValuesThatCouldNotBeReadBackAreNotWritten(t *testing.T) {
	records := oneOfEach()
	f := aFile(t, records...)
	with := func(i int, mend func(r any) app.Record) [2]app.Record {
		return [2]app.Record{records[i], mend(records[i])}
	}
	cases := map[string][2]app.Record{
		"a date after 2200":  with(1, func(r any) app.Record { c := r.(app.Cycle); c.End = app.NewDate(2201, 1, 1); return c }),
		"a date before 1900": with(1, func(r any) app.Record { c := r.(app.Cycle); c.Start = app.NewDate(1, 1, 1); return c }),
		"a huge number":      with(13, func(r any) app.Record { m := r.(app.Measurement); m.Value = app.QuantityOf(1e14); return m }),
		"a huge cost":        with(14, func(r any) app.Record { a := r.(app.Action); a.Cost = math.MaxInt64; return a }),
		"a huge position":    with(2, func(r any) app.Record { m := r.(app.Member); m.Position = math.MaxInt64; return m }),
		"no status":          with(14, func(r any) app.Record { a := r.(app.Action); a.Status = "?"; return a }),
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			mustBeKind(t, change(f, c[0], c[1]), app.KindInvalid)
			if f.Book().Find(c[0].RecordKind(), c[0].RecordID()) != c[0] {
				t.Error("the book has changed")
			}
		})
	}
	dangling := app.Goal{ID: app.NewID[app.Goal](), Priority: app.NewID[app.Priority](), Text: "loose"}
	mustBeKind(t, change(f, nil, dangling), app.KindConflict)
	if got, want := all(reopenedReadOnly(t, f.Path()).Book()), all(f.Book()); !cmp.Equal(len(got), len(want)) {
		t.Errorf("%d records in the file, %d in the book", len(got), len(want))
	}
}
