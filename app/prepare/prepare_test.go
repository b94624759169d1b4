package prepare_test

import (
	"context"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"waymark/app"
	"waymark/app/prepare"
)

// memory is a store that always succeeds.
type memory struct{}

func (memory) Apply(context.Context, app.Edit, app.Cause, time.Time) error { return nil }

func bookOf(t *testing.T, records ...app.Record) *app.Book {
	t.Helper()
	b, err := app.NewBook(records...)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// do applies an edit as the application does, so that an edit that does not fit the book fails the test.
func do(t *testing.T, b *app.Book, edit app.Edit) {
	t.Helper()
	if err := app.NewHistory(b, memory{}, time.Now).Do(t.Context(), edit); err != nil {
		t.Fatal(err)
	}
}

func roles(b *app.Book) []string {
	var roles []string
	for m := range b.Members.All() {
		roles = append(roles, m.Role)
	}
	return roles
}

func TestSchoolBeginsWithTheNearestSchoolYear(t *testing.T) {
	for _, c := range []struct {
		today app.Date
		want  string
	}{
		{app.NewDate(2026, 2, 28), "2025–2028"},
		{app.NewDate(2026, 3, 1), "2026–2029"},
		{app.NewDate(2026, 12, 31), "2026–2029"},
	} {
		records, err := prepare.School("  Oak\nSchool ", c.today)
		if err != nil {
			t.Fatal(err)
		}
		b := bookOf(t, records...)
		if got := prepare.Period(b.Current()); got != c.want {
			t.Errorf("on %s the first cycle is %s, want %s", c.today, got, c.want)
		}
		if b.School().Name != "Oak School" {
			t.Errorf("name is %q", b.School().Name)
		}
	}
}

func TestSchoolNeedsAName(t *testing.T) {
	_, err := prepare.School(" \n", app.NewDate(2026, 9, 1))
	if app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != "error.empty_school" {
		t.Fatalf("got %v", err)
	}
}

func TestPeriod(t *testing.T) {
	year := app.NewDate(2026, 9, 1)
	for _, c := range []struct {
		cycle app.Cycle
		want  string
	}{
		{app.Cycle{}, ""},
		{app.Cycle{Start: year}, ""},
		{app.Cycle{Name: "Next steps", Start: year, End: year.AddYears(3)}, "Next steps"},
		{app.Cycle{Start: year, End: year.AddYears(3)}, "2026–2029"},
	} {
		if got := prepare.Period(c.cycle); got != c.want {
			t.Errorf("period of %v is %q, want %q", c.cycle, got, c.want)
		}
	}
}

func TestMemberNamed(t *testing.T) {
	head := app.Member{ID: app.NewID[app.Member](), Role: "Head", Name: "Mari Õun", Position: 1}
	deputy := app.Member{ID: app.NewID[app.Member](), Role: "Deputy", Position: 2}
	for _, c := range []struct {
		typed string
		want  app.ID[app.Member]
	}{
		{"Mari Õun, Head", head.ID},
		{"mari õun", head.ID},
		{"HEAD", head.ID},
		{"  deputy ", deputy.ID},
		{"", ""},
		{" \t", ""},
	} {
		id, added := prepare.MemberNamed(bookOf(t, head, deputy), c.typed)
		if id != c.want || added != nil {
			t.Errorf("%q gives %q and %d changes, want %q and none", c.typed, id, len(added), c.want)
		}
	}
}

func TestMemberNamedAddsWhomNobodyKnows(t *testing.T) {
	b := bookOf(t, app.Member{ID: app.NewID[app.Member](), Role: "Head", Position: 4})
	id, added := prepare.MemberNamed(b, " Jüri\tTamm ")
	want := []app.Change{app.Insert(app.Member{ID: id, Name: "Jüri Tamm", Position: 5})}
	if diff := cmp.Diff(want, added); diff != "" {
		t.Fatal(diff)
	}
}

func TestMemberLabel(t *testing.T) {
	for _, c := range []struct{ name, role, want string }{
		{"Mari", "Head", "Mari, Head"}, {"Mari", "", "Mari"}, {"", "Head", "Head"}, {"", "", ""},
	} {
		if got := prepare.MemberLabel(app.Member{Name: c.name, Role: c.role}); got != c.want {
			t.Errorf("label is %q, want %q", got, c.want)
		}
	}
}

func TestMembersAreAddedLastAndMoved(t *testing.T) {
	b := bookOf(t)
	for _, role := range []string{"Head", "Deputy", "Teacher"} {
		edit, err := prepare.AddMember(b, role, "")
		if err != nil {
			t.Fatal(err)
		}
		do(t, b, edit)
	}
	last := slices.Collect(b.Members.All())[2]
	do(t, b, prepare.MoveMember(b, last.ID, -2))
	if diff := cmp.Diff([]string{"Teacher", "Head", "Deputy"}, roles(b)); diff != "" {
		t.Fatal(diff)
	}
	if edit := prepare.MoveMember(b, last.ID, -1); !edit.Empty() {
		t.Error("the first member moved up")
	}
	if edit := prepare.MoveMember(b, "gone", 1); !edit.Empty() {
		t.Error("somebody who is not there moved")
	}
	if _, err := prepare.AddMember(b, " ", ""); app.KindOf(err) != app.KindInvalid {
		t.Errorf("a member without role and name: %v", err)
	}
}
