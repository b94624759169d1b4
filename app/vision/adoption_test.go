package vision_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"waymark/app"
	"waymark/app/vision"
)

func TestAdoptedVersionsStay(t *testing.T) {
	b := newBook(t)
	adoption := vision.Adoption{Day: app.NewDate(2026, 11, 20), Body: "school board", Minutes: "1-4/7", Heard: "pupils’ council\nteachers’ council"}
	refused := func(key string, a vision.Adoption) {
		t.Helper()
		if _, err := vision.Adopt(b, cycle.ID, a); app.Sentence(err).Key != key || app.KindOf(err) != app.KindInvalid {
			t.Errorf("want %s: %v", key, err)
		}
	}
	refused("error.empty_statement", adoption)
	v := vision.Of(b, cycle.ID)
	v.Statement, v.Values = "Every pupil asks.", "Courage"
	edit, err := app.Save(b, v)
	do(t, b, edit, err)
	for _, line := range []string{"Pupils ask.", "Teachers listen."} {
		edit, err := vision.AddLine(b, cycle.ID, line)
		do(t, b, edit, err)
	}
	refused("error.adoption", vision.Adoption{Body: "school board"})
	if _, err := vision.Reopen(b, cycle.ID); app.Sentence(err).Key != "error.not_adopted" {
		t.Errorf("a draft was reopened: %v", err)
	}

	// When it is adopted, then there is a first version, and adopting just the same again is refused.
	edit, err = vision.Adopt(b, cycle.ID, adoption)
	do(t, b, edit, err)
	first := app.VisionVersion{Cycle: cycle.ID, Number: 1, Statement: "Every pupil asks.", Values: "Courage", Lines: "Pupils ask.\nTeachers listen.",
		Adopted: adoption.Day, AdoptedBy: "school board", Minutes: "1-4/7", Heard: "pupils’ council\nteachers’ council"}
	ignoreID := cmp.Options{cmpopts.IgnoreFields(app.VisionVersion{}, "ID"), cmpopts.EquateComparable(app.Date{})}
	if diff := cmp.Diff([]app.VisionVersion{first}, vision.Versions(b, cycle.ID), ignoreID); diff != "" {
		t.Fatal(diff)
	}
	if v := vision.Of(b, cycle.ID); v.Adopted != adoption.Day || v.AdoptedBy != "school board" || v.Minutes != "1-4/7" || v.Heard != adoption.Heard {
		t.Errorf("the vision is %+v", v)
	}
	refused("error.adopted_already", adoption)

	// When it is reopened, then it is a draft with the same words, and the version stays.
	edit, err = vision.Reopen(b, cycle.ID)
	do(t, b, edit, err)
	v = vision.Of(b, cycle.ID)
	if !v.Adopted.IsZero() || v.AdoptedBy+v.Minutes+v.Heard != "" || v.Statement != "Every pupil asks." || len(vision.Versions(b, cycle.ID)) != 1 {
		t.Errorf("reopened it is %+v", v)
	}
	v.Statement = "Every pupil asks boldly."
	edit, err = app.Save(b, v)
	do(t, b, edit, err)
	edit, err = vision.Adopt(b, cycle.ID, vision.Adoption{Day: app.NewDate(2027, 2, 1)})
	do(t, b, edit, err)
	versions := vision.Versions(b, cycle.ID)
	if diff := cmp.Diff(first, versions[0], ignoreID); diff != "" {
		t.Error(diff)
	}
	if len(versions) != 2 || versions[1].Number != 2 || versions[1].Statement != "Every pupil asks boldly." {
		t.Errorf("versions %+v", versions)
	}
}

func TestAVisionAdoptedBeforeThereWereVersionsIsKeptWhenItIsReopened(t *testing.T) {
	b := newBook(t)
	v := vision.Of(b, cycle.ID)
	v.Statement, v.Adopted, v.AdoptedBy = "We learn.", app.NewDate(2025, 10, 1), "school board"
	edit, err := app.Save(b, v)
	do(t, b, edit, err)
	edit, err = vision.Reopen(b, cycle.ID)
	do(t, b, edit, err)
	versions := vision.Versions(b, cycle.ID)
	if len(versions) != 1 || versions[0].Statement != "We learn." || versions[0].AdoptedBy != "school board" {
		t.Errorf("versions %+v", versions)
	}
}

func TestADraftBecomesTheStatement(t *testing.T) {
	b := newBook(t)
	if _, err := vision.AddDraft(b, cycle.ID, " "); app.Sentence(err).Key != "error.empty_text" {
		t.Error(err)
	}
	for _, text := range []string{"We learn.", "We all learn."} {
		edit, err := vision.AddDraft(b, cycle.ID, text)
		do(t, b, edit, err)
	}
	drafts := vision.Drafts(b, cycle.ID)
	edit, err := vision.Choose(b, drafts[1].ID)
	do(t, b, edit, err)
	if got := vision.Of(b, cycle.ID).Statement; got != "We all learn." || len(vision.Drafts(b, cycle.ID)) != 2 {
		t.Errorf("the statement is %q", got)
	}
}

func TestSupportIsKeptInCountsOnly(t *testing.T) {
	b := newBook(t)
	edit, err := vision.AddDraft(b, cycle.ID, "We learn.")
	do(t, b, edit, err)
	draft, day := vision.Drafts(b, cycle.ID)[0].ID, app.NewDate(2026, 11, 20)
	if _, ok := vision.SupportOf(b, draft); ok {
		t.Error("there is support before anybody was asked")
	}
	for key, counts := range map[string][5]int{"error.nobody_voted": {}, "error.vote_negative": {-1, 5}} {
		if _, err := vision.RecordSupport(b, draft, day, counts, ""); app.Sentence(err).Key != key {
			t.Errorf("%v: %v", counts, err)
		}
	}
	for _, c := range []struct {
		day    app.Date
		counts [5]int
		kept   int
	}{{day, [5]int{1, 2, 3, 4, 5}, 1}, {day, [5]int{0, 0, 1, 4, 9}, 1}, {app.NewDate(2026, 12, 1), [5]int{0, 0, 0, 0, 3}, 2}} {
		edit, err := vision.RecordSupport(b, draft, c.day, c.counts, "Shorter\n")
		do(t, b, edit, err)
		s, ok := vision.SupportOf(b, draft)
		if got := [5]int{s.One, s.Two, s.Three, s.Four, s.Five}; !ok || got != c.counts || s.Held != c.day || s.Better != "Shorter" || b.Supports.Len() != c.kept {
			t.Errorf("support %+v of %d, want %v", s, b.Supports.Len(), c)
		}
	}
}
