package sample

import (
	"encoding/json"
	"maps"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/data/frameworks"
	"waymark/translations"
)

// heard notes the keys that are asked for.
type heard struct {
	words Words
	keys  map[string]bool
}

func (h heard) Say(key string, pairs ...any) string {
	h.keys[key] = true
	return h.words.Say(key, pairs...)
}

func printer(t testing.TB, code string) *translations.Printer {
	t.Helper()
	p, err := translations.New(code)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func book(t testing.TB, records []app.Record) *app.Book {
	t.Helper()
	b, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func TestEveryRecordCanBeKept(t *testing.T) {
	for _, code := range translations.Languages() {
		records := Build(printer(t, code))
		b := book(t, records)
		seen := map[app.Kind]int{}
		for _, r := range records {
			seen[r.RecordKind()]++
			if err := app.Validate(r); err != nil {
				t.Errorf("%s: %v cannot be kept: %v", code, r, err)
			}
			if !app.ValidID(r.RecordID()) {
				t.Errorf("%s: %q is not an ID", code, r.RecordID())
			}
		}
		for _, kind := range kept() {
			if seen[kind] == 0 {
				t.Errorf("%s: there is no %s", code, kind)
			}
		}
		if b.Current().Start != day(2025, 9, 1) {
			t.Errorf("%s: the current cycle starts %v", code, b.Current().Start)
		}
		for _, wrong := range unresolved(b, records) {
			t.Errorf("%s: %s", code, wrong)
		}
	}
}

// kept lists the kinds of which the sample has records; its workshop took as long as proposed, and its self-assessment asks
// what Waymark ships.
func kept() []app.Kind {
	return slices.DeleteFunc(app.Kinds(), func(k app.Kind) bool {
		return slices.Contains([]app.Kind{app.KindTimeBox, app.KindOwnFramework, app.KindOwnElement, app.KindOwnItem}, k)
	})
}

// unresolved lists the references that lead nowhere or that should lead somewhere and are empty.
func unresolved(b *app.Book, records []app.Record) []string {
	kindOf := map[string]app.Kind{}
	for _, r := range records {
		kindOf[reflect.TypeOf(r).Name()] = r.RecordKind()
	}
	mayBeEmpty := map[string]bool{"Idea.Theme": true, "Need.Priority": true, "Goal.VisionLine": true, "Action.Responsible": true}
	var wrong []string
	for _, r := range records {
		v := reflect.ValueOf(r)
		for i := range v.NumField() {
			field := v.Type().Field(i)
			target, isID := strings.CutPrefix(field.Type.Name(), "ID[waymark/app.")
			if !isID {
				continue
			}
			id := v.Field(i).String()
			name := v.Type().Name() + "." + field.Name
			if id == "" && !mayBeEmpty[name] {
				wrong = append(wrong, name+" is empty")
			}
			if id != "" && b.Find(kindOf[strings.TrimSuffix(target, "]")], id) == nil {
				wrong = append(wrong, name+" leads nowhere: "+id)
			}
		}
	}
	return wrong
}

func TestParentsComeBeforeChildren(t *testing.T) {
	var kinds []app.Kind
	for _, r := range Large(printer(t, "en"), 2) {
		kinds = append(kinds, r.RecordKind())
	}
	if diff := cmp.Diff(kept(), slices.Compact(kinds)); diff != "" {
		t.Errorf("kinds are out of order (-want +got):\n%s", diff)
	}
}

func TestEqualWordsGiveEqualBytes(t *testing.T) {
	bytes := func() string {
		data, err := json.Marshal(Large(printer(t, "et"), 3))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	if diff := cmp.Diff(bytes(), bytes()); diff != "" {
		t.Errorf("two builds differ:\n%s", diff)
	}
}

func TestIDsAreTheSameInEveryLanguage(t *testing.T) {
	ids := func(code string) []string {
		var ids []string
		for _, r := range Build(printer(t, code)) {
			ids = append(ids, r.RecordID())
		}
		return ids
	}
	want := ids("en")
	for _, code := range translations.Languages() {
		if diff := cmp.Diff(want, ids(code)); diff != "" {
			t.Errorf("%s: IDs differ from English (-en +%s):\n%s", code, code, diff)
		}
	}
}

func TestEveryLanguageHasExactlyTheTextsUsed(t *testing.T) {
	for _, code := range translations.Languages() {
		h := heard{printer(t, code), map[string]bool{}}
		Build(h)
		data, err := os.ReadFile(filepath.Join("..", "..", "translations", code, "sample.json"))
		if err != nil {
			t.Fatal(err)
		}
		var texts map[string]string
		if err := json.Unmarshal(data, &texts); err != nil {
			t.Fatal(err)
		}
		if diff := cmp.Diff(slices.Sorted(maps.Keys(h.keys)), slices.Sorted(maps.Keys(texts))); diff != "" {
			t.Errorf("%s: texts used and texts there differ (-used +there):\n%s", code, diff)
		}
		for key, text := range texts {
			if text == "" || text != app.Clean(text) {
				t.Errorf("%s: %s is empty or not clean: %q", code, key, text)
			}
			if strings.ContainsFunc(text, func(r rune) bool { return r > 0xFFFF }) || strings.Contains(text, "{{") {
				t.Errorf("%s: %s holds a sign that paper cannot show: %q", code, key, text)
			}
		}
	}
}

func TestRoundsAnswerEveryItem(t *testing.T) {
	b := book(t, Build(printer(t, "en")))
	if b.Assessments.Len() != 3 {
		t.Fatalf("there are %d rounds, want 3", b.Assessments.Len())
	}
	items := map[string]int{}
	for _, item := range frameworks.Digital().Items() {
		items[item.Key] = item.Levels
	}
	answered := map[string]int{}
	for j := range b.Judgements.All() {
		levels, known := items[j.Item]
		if !known {
			t.Errorf("the framework has no item %s", j.Item)
		}
		answered[j.Item]++
		if j.NotApplicable {
			continue
		}
		if j.Agreed < 1 || j.Target < j.Agreed || j.Target > levels {
			t.Errorf("%s: agreed %d, target %d of %d", j.Item, j.Agreed, j.Target, levels)
		}
		if middle := j.Median.Value(); j.Votes > 0 && (j.Lowest < 1 || float64(j.Lowest) > middle || middle > float64(j.Highest) || j.Highest > levels) {
			t.Errorf("%s: vote from %d over %v to %d", j.Item, j.Lowest, middle, j.Highest)
		}
	}
	for item := range items {
		if answered[item] != 3 {
			t.Errorf("%s is answered %d times, want 3", item, answered[item])
		}
	}
}

func TestDatesAreInOrder(t *testing.T) {
	b := book(t, Build(printer(t, "en")))
	now := b.Current()
	past := func(what string, d app.Date) {
		if d.IsZero() || d.After(Today()) {
			t.Errorf("%s is on %q, after today", what, d)
		}
	}
	within := func(what string, d app.Date) {
		if d.Before(now.Start) || d.After(now.End) {
			t.Errorf("%s is on %q, outside the cycle", what, d)
		}
	}
	for a := range b.Assessments.All() {
		past("assessment", a.Held)
	}
	for e := range b.Evidence.All() {
		past(e.What, e.Date)
		j, _ := b.Judgements.Get(e.Judgement)
		if a, _ := b.Assessments.Get(j.Assessment); e.Date.After(a.Held) {
			t.Errorf("%s is younger than its round", e.What)
		}
	}
	for m := range b.Measurements.All() {
		past("measurement", m.Date)
	}
	for i := range b.Indicators.All() {
		within(i.Name, i.Due)
	}
	for a := range b.Actions.All() {
		within(a.Text, a.Start)
		within(a.Text, a.End)
		if a.Status != app.Planned {
			past(a.Text, a.Start)
		}
	}
	for r := range b.Reviews.All() {
		past("review", r.Date)
		within("next review", r.Next)
	}
	for c := range b.CheckIns.All() {
		r, _ := b.Reviews.Get(c.Review)
		a, _ := b.Actions.Get(c.Action)
		if r.Date.Before(a.Start) {
			t.Errorf("%s is reviewed before it starts", a.Text)
		}
	}
}

// TestLastCheckInAgrees: what a review said last about an action is where it stands, unless it was finished since.
func TestLastCheckInAgrees(t *testing.T) {
	b := book(t, Build(printer(t, "en")))
	last := map[app.ID[app.Action]]app.CheckIn{}
	for r := range b.Reviews.All() {
		for _, c := range b.CheckIns.Where(func(c app.CheckIn) bool { return c.Review == r.ID }) {
			last[c.Action] = c
		}
	}
	for id, c := range last {
		if a, _ := b.Actions.Get(id); a.Status != c.Status {
			t.Errorf("%s is %s, the last check-in says %s", a.Text, a.Status, c.Status)
		}
	}
}

func TestEveryScreenHasSomethingToShow(t *testing.T) {
	b := book(t, Build(printer(t, "en")))
	count := map[string]int{}
	for a := range b.Actions.All() {
		count[string(a.Status)]++
		if a.Status.Open() && a.End.Before(Today()) {
			count["overdue"]++
		}
		if days := Today().DaysUntil(a.End); a.Status.Open() && days >= 0 && days <= 14 {
			count["due soon"]++
		}
		if a.Responsible == "" {
			count["nobody carries it"]++
		}
		if a.DropReason != "" {
			count["reason to drop"]++
		}
	}
	for g := range b.Goals.All() {
		if g.VisionLine == "" {
			count["loose goal"]++
		}
	}
	for e := range b.Evidence.All() {
		if e.Confidential {
			count["confidential"]++
		}
	}
	for j := range b.Judgements.All() {
		if j.Dissent != "" {
			count["dissent"]++
		}
	}
	want := map[string]int{"planned": 5, "in_progress": 8, "done": 8, "paused": 1, "dropped": 1, "overdue": 2, "due soon": 2,
		"nobody carries it": 1, "reason to drop": 1, "loose goal": 1, "confidential": 1, "dissent": 2}
	if diff := cmp.Diff(want, count); diff != "" {
		t.Errorf("the sample shows something else (-want +got):\n%s", diff)
	}
	for _, code := range translations.Languages() {
		for v := range book(t, Build(printer(t, code))).Visions.All() {
			if words := len(strings.Fields(v.Statement)); words < 8 || words > 30 {
				t.Errorf("%s: a vision of %d words: %s", code, words, v.Statement)
			}
		}
	}
}

func TestLargeIsAsManyTimesTheSample(t *testing.T) {
	words := printer(t, "en")
	small, large := Build(words), Large(words, 10)
	singles := len(slices.DeleteFunc(slices.Clone(small), func(r app.Record) bool { return !single(r) }))
	if want := (len(small)-singles)*10 + singles; len(large) != want {
		t.Errorf("Large(10) has %d records, want %d", len(large), want)
	}
	b := book(t, large)
	for _, wrong := range unresolved(b, large) {
		t.Error(wrong)
	}
	// Each copy is a tree of its own: no parent has more children than in the original.
	most := func(b *app.Book) int {
		children := map[app.ID[app.Goal]]int{}
		for a := range b.Actions.All() {
			children[a.Goal]++
		}
		return slices.Max(slices.Collect(maps.Values(children)))
	}
	if got, want := most(b), most(book(t, small)); got != want {
		t.Errorf("a goal of the large sample has %d actions, want %d", got, want)
	}
	if diff := cmp.Diff(len(small), len(Large(words, 1))); diff != "" {
		t.Errorf("Large(1) is not the sample: %s", diff)
	}
}

func BenchmarkBuild(b *testing.B) {
	words := printer(b, "en")
	for b.Loop() {
		Build(words)
	}
}

func BenchmarkLarge10(b *testing.B) {
	words := printer(b, "en")
	for b.Loop() {
		Large(words, 10)
	}
}
