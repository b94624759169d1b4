package framework_test

import (
	"context"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/framework"
	"waymark/data/frameworks"
	"waymark/translations"
)

var cycle = app.Cycle{ID: "cycle", Start: app.NewDate(2026, time.September, 1), End: app.NewDate(2029, time.August, 31)}

// nowhere keeps nothing.
type nowhere struct{}

func (nowhere) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

// desk is a book and what changes it.
type desk struct {
	t *testing.T
	*app.History
}

func newDesk(t *testing.T) desk {
	t.Helper()
	b, err := app.NewBook(app.School{ID: "school", Name: "Oak School", Current: cycle.ID}, cycle)
	if err != nil {
		t.Fatal(err)
	}
	return desk{t, app.NewHistory(b, nowhere{}, func() time.Time { return time.Date(2026, 11, 26, 12, 0, 0, 0, time.UTC) })}
}

func (d desk) do(edit app.Edit, err error) {
	d.t.Helper()
	if err == nil {
		err = d.Do(context.Background(), edit)
	}
	if err != nil {
		d.t.Fatal(err)
	}
}

// written is a framework of two elements with an item each that lacks nothing.
func (d desk) written() app.OwnFramework {
	d.t.Helper()
	edit, own, err := framework.New(d.Book(), "A school that reads")
	d.do(edit, err)
	edit, err = framework.SetLevels(d.Book(), own, 3)
	d.do(edit, err)
	for _, name := range []string{"Lessons", "Breaks"} {
		edit, err = framework.AddElement(d.Book(), own.ID, name)
		d.do(edit, err)
		e := framework.Elements(d.Book(), own.ID)
		edit, item, err := framework.AddItem(d.Book(), e[len(e)-1].ID, "Reading in "+name)
		d.do(edit, err)
		item.Question = "When do we read?"
		for level, text := range []string{"Never.", "Weekly.", "Daily."} {
			framework.SetLevel(&item, level+1, text)
		}
		framework.SetStep(&item, 1, "Read once.")
		edit, err = framework.SaveItem(d.Book(), item)
		d.do(edit, err)
	}
	own, _ = d.Book().OwnFrameworks.Get(own.ID)
	return own
}

func (d desk) items(own app.OwnFramework) []app.OwnItem {
	var items []app.OwnItem
	for _, e := range framework.Elements(d.Book(), own.ID) {
		items = append(items, framework.Items(d.Book(), e.ID)...)
	}
	return items
}

func (d desk) copied(language, key string) (app.OwnFramework, app.Framework) {
	d.t.Helper()
	words, err := translations.New(language)
	if err != nil {
		d.t.Fatal(err)
	}
	all := frameworks.All()
	f := all[slices.IndexFunc(all, func(f app.Framework) bool { return f.Key == key })]
	edit, own, err := framework.Copy(d.Book(), f, "Ours", words.Text)
	d.do(edit, err)
	return own, f
}

func TestANewFrameworkLacksEachThingInTurn(t *testing.T) {
	d := newDesk(t)
	edit, own, err := framework.New(d.Book(), "Reading")
	d.do(edit, err)
	lack := func() string {
		own, _ = d.Book().OwnFrameworks.Get(own.ID)
		lacks := framework.Lacks(d.Book(), own)
		if len(lacks) == 0 {
			return ""
		}
		if _, err := framework.Write(d.Book(), own); app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != lacks[0].Text.Key {
			t.Errorf("what lacks %s is written: %v", lacks[0].Text.Key, err)
		}
		return lacks[0].Text.Key
	}
	want := func(key string) {
		t.Helper()
		if got := lack(); got != key {
			t.Fatalf("lacks %q, want %q", got, key)
		}
	}
	want("framework.lacks.items")
	edit, err = framework.AddElement(d.Book(), own.ID, "Lessons")
	d.do(edit, err)
	edit, item, err := framework.AddItem(d.Book(), framework.Elements(d.Book(), own.ID)[0].ID, "Time")
	d.do(edit, err)
	want("framework.lacks.question")
	item.Question = "When?"
	for level := 1; level <= framework.UsualLevels; level++ {
		edit, err = framework.SaveItem(d.Book(), item)
		d.do(edit, err)
		want("framework.lacks.level")
		framework.SetLevel(&item, level, "Seen.")
	}
	edit, err = framework.SaveItem(d.Book(), item)
	d.do(edit, err)
	want("")
	item.Off = true
	edit, err = framework.SaveItem(d.Book(), item)
	d.do(edit, err)
	want("framework.lacks.items")
}

func TestGivenAFrameworkSavedAsAFileWhenItIsTakenOverThenItsWordsAreTheSameAndOneUndoTakesItAway(t *testing.T) {
	d := newDesk(t)
	own := d.written()
	edit, err := framework.SaveTerm(d.Book(), own.ID, 0, app.Term{Word: "reading hour", Meaning: "silent: twenty minutes"})
	d.do(edit, err)
	own, _ = d.Book().OwnFrameworks.Get(own.ID)
	framework.SetLevelName(&own, 2, "growing")
	edit, err = app.Save(d.Book(), own)
	d.do(edit, err)
	data, err := framework.Write(d.Book(), own)
	if err != nil {
		t.Fatal(err)
	}
	want := framework.Of(d.Book(), own)
	d.do(app.RemoveEdit(d.Book(), own), nil)
	if d.Book().OwnItems.Len() != 0 {
		t.Fatal("items are left of a framework that was removed")
	}

	edit, taken, err := framework.Import(d.Book(), data)
	d.do(edit, err)

	got := framework.Of(d.Book(), taken)
	if diff := cmp.Diff(plain(want), plain(got)); diff != "" {
		t.Error(diff)
	}
	if got.Elements[0].Items[0].Same != want.Identity(want.Elements[0].Items[0]) {
		t.Errorf("the item is now %q and can be compared with no round of the one that was given away", got.Elements[0].Items[0].Same)
	}
	if err := d.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if b := d.Book(); b.OwnFrameworks.Len()+b.OwnElements.Len()+b.OwnItems.Len() != 0 {
		t.Error("one undo leaves something of what was taken over")
	}
}

// plain is a framework without what tells it from an equal one.
func plain(f app.Framework) app.Framework {
	f.Key = ""
	var elements []app.Element
	for _, e := range f.Elements {
		e.Key = ""
		var items []app.Item
		for _, i := range e.Items {
			i.Key, i.Same = "", ""
			i.Words.Steps = slices.Clone(i.Words.Steps)
			items = append(items, i)
		}
		e.Items = items
		elements = append(elements, e)
	}
	f.Elements = elements
	return f
}

func TestAFileTakenOverTwiceHasANameOfItsOwn(t *testing.T) {
	d := newDesk(t)
	data, err := framework.Write(d.Book(), d.written())
	if err != nil {
		t.Fatal(err)
	}
	for _, want := range []string{"A school that reads (2)", "A school that reads (3)"} {
		edit, own, err := framework.Import(d.Book(), data)
		d.do(edit, err)
		if own.Name != want {
			t.Errorf("it is called %q, want %q", own.Name, want)
		}
	}
}

func TestNothingIsTakenOfAFileWithOneFault(t *testing.T) {
	d := newDesk(t)
	own := d.written()
	data, err := framework.Write(d.Book(), own)
	if err != nil {
		t.Fatal(err)
	}
	for name, c := range map[string][2]string{
		"a level missing":     {`"Daily."`, `""`},
		"an endless name":     {`"name": "A school that reads"`, `"name": "` + strings.Repeat("x", app.MaxText+1) + `"`},
		"an endless area":     {`"name": "Breaks"`, `"name": "` + strings.Repeat("x", app.MaxText+1) + `"`},
		"an endless glossary": {`"glossary": []`, `"glossary": [{"word": "x", "meaning": "` + strings.Repeat("x", app.MaxText) + `"}]`},
	} {
		edit, _, err := framework.Import(d.Book(), []byte(strings.Replace(string(data), c[0], c[1], 1)))
		if app.KindOf(err) != app.KindInvalid || !edit.Empty() {
			t.Errorf("%s: %v, %d changes", name, err, len(edit.Changes))
		}
	}
}

func TestACopyOfAShippedFrameworkReadsBackAndStaysComparableInEveryLanguage(t *testing.T) {
	for _, language := range translations.Languages() {
		for _, f := range frameworks.All() {
			d := newDesk(t)
			own, shipped := d.copied(language, f.Key)
			if lacks := framework.Lacks(d.Book(), own); len(lacks) > 0 {
				t.Errorf("%s in %s lacks %v", f.Key, language, lacks[0].Text)
				continue
			}
			data, err := framework.Write(d.Book(), own)
			if err != nil {
				t.Fatal(err)
			}
			read, err := app.ReadFramework(data)
			if err != nil {
				t.Fatal(err)
			}
			if diff := cmp.Diff(framework.Of(d.Book(), own), read); diff != "" {
				t.Errorf("%s in %s: %s", f.Key, language, diff)
			}
			for n, item := range read.Items() {
				if got, want := read.Identity(item), shipped.Identity(shipped.Items()[n]); got != want {
					t.Errorf("%s in %s: item %d is %q, want %q", f.Key, language, n, got, want)
				}
			}
		}
	}
}

func TestACopiedItemIsTheSameUntilItsQuestionOrALevelChanges(t *testing.T) {
	for name, c := range map[string]struct {
		change func(*app.OwnItem)
		same   bool
	}{
		"why":         {func(i *app.OwnItem) { i.Why = "Because." }, true},
		"name":        {func(i *app.OwnItem) { i.Name = "Other" }, true},
		"step":        {func(i *app.OwnItem) { framework.SetStep(i, 2, "Other") }, true},
		"off":         {func(i *app.OwnItem) { i.Off = true }, true},
		"white space": {func(i *app.OwnItem) { i.Question += " \n" }, true},
		"question":    {func(i *app.OwnItem) { i.Question = "Other?" }, false},
		"level":       {func(i *app.OwnItem) { framework.SetLevel(i, 4, "Other") }, false},
	} {
		d := newDesk(t)
		own, _ := d.copied("en", "digital")
		item := d.items(own)[0]
		c.change(&item)
		edit, err := framework.SaveItem(d.Book(), item)
		d.do(edit, err)
		if got, _ := d.Book().OwnItems.Get(item.ID); got.Same != "" != c.same {
			t.Errorf("with another %s the item is known as %q", name, got.Same)
		}
	}
}

func TestGivenOtherLevelsThenTextsBeyondStayAndNothingIsComparable(t *testing.T) {
	d := newDesk(t)
	own, _ := d.copied("et", "digital")
	before := d.items(own)[0]
	for _, levels := range []int{2, 4, 6} {
		edit, err := framework.SetLevels(d.Book(), own, levels)
		d.do(edit, err)
		own, _ = d.Book().OwnFrameworks.Get(own.ID)
		if got := framework.Of(d.Book(), own).Items()[0]; got.Levels != levels || len(got.Words.Levels) != levels || got.Same != "" {
			t.Errorf("%d levels: %+v", levels, got)
		}
		if lacks := framework.Lacks(d.Book(), own); len(lacks) == 0 != (levels <= 4) {
			t.Errorf("with %d levels %d things are missing", levels, len(lacks))
		}
	}
	if after := d.items(own)[0]; after.Level4 != before.Level4 {
		t.Errorf("level 4 reads %q, want %q", after.Level4, before.Level4)
	}
	for _, levels := range []int{1, 7, -1} {
		if _, err := framework.SetLevels(d.Book(), own, levels); app.KindOf(err) != app.KindInvalid {
			t.Errorf("%d levels: %v", levels, err)
		}
	}
}

func TestNamesOfLevelsStandWhereTheyWereWritten(t *testing.T) {
	own := app.OwnFramework{Levels: 3}
	if framework.LevelNames(own) != nil {
		t.Error("levels without names have names")
	}
	framework.SetLevelName(&own, 3, "lived")
	if got := framework.LevelNames(own); !slices.Equal(got, []string{"1", "2", "lived"}) {
		t.Errorf("%q", got)
	}
	own.Levels = 2
	if got := framework.LevelNames(own); got != nil {
		t.Errorf("the name of a level that is not used is shown: %q", got)
	}
	own.Levels = 4
	if got := framework.LevelNames(own); !slices.Equal(got, []string{"1", "2", "lived", "4"}) {
		t.Errorf("%q", got)
	}
	framework.SetLevelName(&own, 3, " ")
	if own.LevelNames != "" {
		t.Errorf("nothing is kept as %q", own.LevelNames)
	}
}

func TestAWordOfTheGlossaryHasNoColonAndItsMeaningMay(t *testing.T) {
	d := newDesk(t)
	own := d.written()
	save := func(at int, word, meaning string) error {
		own, _ = d.Book().OwnFrameworks.Get(own.ID)
		edit, err := framework.SaveTerm(d.Book(), own.ID, at, app.Term{Word: word, Meaning: meaning})
		if err == nil {
			d.do(edit, nil)
		}
		own, _ = d.Book().OwnFrameworks.Get(own.ID)
		return err
	}
	for _, word := range []string{"", " ", "a:b"} {
		if err := save(0, word, "x"); app.KindOf(err) != app.KindInvalid {
			t.Errorf("the word %q: %v", word, err)
		}
	}
	_ = save(0, "one\nword", "this: that\nand more")
	_ = save(1, "two", "")
	_ = save(0, "first", "this: that")
	want := []app.Term{{Word: "first", Meaning: "this: that"}, {Word: "two"}}
	if diff := cmp.Diff(want, framework.Terms(own)); diff != "" {
		t.Error(diff)
	}
	edit, err := framework.RemoveTerm(d.Book(), own.ID, 0)
	d.do(edit, err)
	own, _ = d.Book().OwnFrameworks.Get(own.ID)
	if diff := cmp.Diff(want[1:], framework.Terms(own)); diff != "" {
		t.Error(diff)
	}
	if _, err := framework.RemoveTerm(d.Book(), own.ID, 1); app.KindOf(err) != app.KindConflict {
		t.Errorf("a term that is not there is removed: %v", err)
	}
}

func TestAWordWithAColonIsTakenOverWithADash(t *testing.T) {
	d := newDesk(t)
	data, err := framework.Write(d.Book(), d.written())
	if err != nil {
		t.Fatal(err)
	}
	edit, own, err := framework.Import(d.Book(), []byte(strings.Replace(string(data), `"glossary": []`, `"glossary": [{"word": "ICT: tools", "meaning": "m"}]`, 1)))
	d.do(edit, err)
	if got := framework.Terms(own); len(got) != 1 || got[0].Word != "ICT – tools" || got[0].Meaning != "m" {
		t.Errorf("%q", got)
	}
}

func TestWhatIsSwitchedOffIsNotAskedAndItsElementGoesWithItsLastItem(t *testing.T) {
	d := newDesk(t)
	own := d.written()
	item := d.items(own)[0]
	item.Off = true
	edit, err := framework.SaveItem(d.Book(), item)
	d.do(edit, err)
	f := framework.Of(d.Book(), own)
	if len(f.Elements) != 1 || f.Elements[0].Name != "Breaks" || len(d.items(own)) != 2 {
		t.Errorf("%+v", f.Elements)
	}
}

func TestEverythingCanBeMoved(t *testing.T) {
	d := newDesk(t)
	first := d.written()
	edit, second, err := framework.New(d.Book(), "Second")
	d.do(edit, err)
	d.do(framework.Move(d.Book(), second.ID, -1), nil)
	if all := slices.Collect(d.Book().OwnFrameworks.All()); all[0].ID != second.ID {
		t.Error("the framework was not moved")
	}
	elements := framework.Elements(d.Book(), first.ID)
	d.do(framework.MoveElement(d.Book(), elements[1].ID, -1), nil)
	if framework.Elements(d.Book(), first.ID)[0].ID != elements[1].ID {
		t.Error("the element was not moved")
	}
	item := d.items(first)[0]
	edit, err = framework.MoveTo(d.Book(), item.ID, elements[0].ID)
	d.do(edit, err)
	if items := framework.Items(d.Book(), elements[0].ID); len(items) != 2 || items[1].ID != item.ID {
		t.Error("the item was not put into the other element")
	}
	d.do(framework.MoveItem(d.Book(), item.ID, -1), nil)
	if framework.Items(d.Book(), elements[0].ID)[0].ID != item.ID {
		t.Error("the item was not moved")
	}
	for name, edit := range map[string]app.Edit{"framework": framework.Move(d.Book(), "gone", 1), "element": framework.MoveElement(d.Book(), "gone", 1),
		"item": framework.MoveItem(d.Book(), "gone", 1), "up from the top": framework.MoveItem(d.Book(), item.ID, -1)} {
		if !edit.Empty() {
			t.Errorf("%s: %v", name, edit)
		}
	}
}

func TestGivenARoundWhenItsFrameworkIsChangedThenItsResultsStayAsTheyWere(t *testing.T) {
	d := newDesk(t)
	own := d.written()
	f := framework.Of(d.Book(), own)
	edit, round, err := assessment.Start(d.Book(), cycle.ID, f, app.NewDate(2026, 10, 1), app.Both)
	d.do(edit, err)
	j := assessment.Of(d.Book(), round.ID, f.Items()[0].Key)
	j.Agreed, j.Target = 2, 3
	edit, err = app.Save(d.Book(), j)
	d.do(edit, err)
	results := func() assessment.Results {
		kept, _ := d.Book().Assessments.Get(round.ID)
		r, ok := assessment.ResultsOf(d.Book(), frameworks.All(), kept)
		if !ok {
			t.Fatal("the round has no results any more")
		}
		return r
	}
	before := results()
	if !framework.Used(d.Book(), own.ID) || framework.Used(d.Book(), "other") {
		t.Error("what a round was begun with is not known")
	}

	item := d.items(own)[0]
	item.Question, item.Name = "Something else?", "Other"
	edit, err = framework.SaveItem(d.Book(), item)
	d.do(edit, err)
	edit, err = framework.SetLevels(d.Book(), own, 5)
	d.do(edit, err)
	d.do(app.RemoveEdit(d.Book(), d.items(own)[1]), nil)
	if after := results(); !reflect.DeepEqual(before, after) {
		t.Errorf("after changes: %+v, want %+v", after, before)
	}
	own, _ = d.Book().OwnFrameworks.Get(own.ID)
	d.do(app.RemoveEdit(d.Book(), own), nil)
	if after := results(); !reflect.DeepEqual(before, after) {
		t.Errorf("after the framework was removed: %+v, want %+v", after, before)
	}
}
