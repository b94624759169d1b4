package schoolfile

import (
	"context"
	"fmt"
	"slices"
	"testing"

	"waymark/app"
)

func TestWhatIsChangedFromOutsideIsNamed(t *testing.T) {
	cases := map[string]struct {
		statements []string
		records    []app.Kind
		missing    []app.Missing
	}{
		"a text":          {[]string{"UPDATE goal SET text = 'võõras'"}, []app.Kind{app.KindGoal}, nil},
		"two kinds":       {[]string{"UPDATE goal SET text = 'võõras'", "UPDATE member SET position = 7"}, []app.Kind{app.KindMember, app.KindGoal}, nil},
		"a seal":          {[]string{"UPDATE member SET seal = seal + 1"}, []app.Kind{app.KindMember}, nil},
		"a record gone":   {[]string{"DELETE FROM check_in"}, nil, []app.Missing{{Kind: app.KindCheckIn, Count: 1}}},
		"a record more":   {[]string{"INSERT INTO member (id, role, name, position) VALUES ('0123456789abcdef0123456789abcdef', 'õpetaja', '', 2)"}, []app.Kind{app.KindMember}, nil},
		"an older record": {[]string{"UPDATE tally SET sum = sum + 1 WHERE kind = 'idea'"}, nil, []app.Missing{{Kind: app.KindIdea}}},
		"no tally":        {[]string{"DELETE FROM tally WHERE kind = 'idea'"}, nil, []app.Missing{{Kind: app.KindIdea}}},
	}
	for name, c := range cases {
		t.Run(name, func(t *testing.T) {
			path := aClosedFile(t, oneOfEach()...)
			tell(t, path, c.statements...)
			f := reopened(t, path)
			// Then it opens, and says what was changed
			o := f.Outside()
			var kinds []app.Kind
			for _, r := range o.Records {
				kinds = append(kinds, r.RecordKind())
			}
			if !slices.Equal(kinds, c.records) || !slices.Equal(o.Missing, c.missing) || f.ReadOnly() {
				t.Errorf("records %v, missing %v", kinds, o.Missing)
			}
			if findings, err := Check(context.Background(), path); err != nil || len(findings) != len(c.records)+len(c.missing) {
				t.Errorf("found %v, %v", findings, err)
			}
			// And an edit of another record does not hide it
			vision := app.Record(nil)
			for v := range f.Book().VisionLines.All() {
				vision = v
			}
			after := vision.(app.VisionLine)
			after.Text += "!"
			if err := change(f, vision, after); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			f = reopened(t, path)
			if got := f.Outside(); fmt.Sprint(got) != fmt.Sprint(o) {
				t.Errorf("now %+v", got)
			}
			// When it is accepted, it is the school's own
			if err := f.Accept(context.Background()); err != nil {
				t.Fatal(err)
			}
			if err := f.Close(); err != nil {
				t.Fatal(err)
			}
			if got := reopened(t, path).Outside(); !got.None() {
				t.Errorf("after all: %+v", got)
			}
		})
	}
}

// However a file comes about, nothing in it is from outside.
func TestWaymarksOwnFilesAreSealed(t *testing.T) {
	f := aFile(t, oneOfEach()...)
	h := app.NewHistory(f.Book(), f, anEnv().Now)
	ctx := context.Background()
	for _, kind := range []app.Kind{app.KindPriority, app.KindMember, app.KindCycle} {
		for _, r := range all(f.Book()) {
			if r.RecordKind() != kind {
				continue
			}
			if err := h.Do(ctx, app.RemoveEdit(f.Book(), r)); err != nil {
				t.Fatal(err)
			}
			if err := h.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}
	}
	copied := f.Path() + ".copy"
	if err := f.Backup(ctx, copied); err != nil {
		t.Fatal(err)
	}
	for _, path := range []string{f.Path(), copied} {
		if o := reopenedReadOnly(t, path).Outside(); !o.None() {
			t.Errorf("%s: %+v", path, o)
		}
	}
}

// Equal contents have equal seals, and every value counts; what holds nothing does not.
func TestSeals(t *testing.T) {
	for _, table := range newTables() {
		for _, r := range oneOfEach() {
			if r.RecordKind() != table.kind {
				continue
			}
			row, err := table.row(r)
			if err != nil {
				t.Fatal(err)
			}
			whole := seal(table, row)
			if whole == 0 || whole != seal(table, slices.Clone(row)) {
				t.Errorf("%s: seal %d", table.kind, whole)
			}
			for i, value := range row {
				other := slices.Clone(row)
				other[i] = map[bool]any{true: "x", false: int64(77)}[value == nil || value == any("")]
				if seal(table, other) == whole {
					t.Errorf("%s: %s does not count", table.kind, table.columns[i].name)
				}
			}
		}
	}
}
