package activity_test

import (
	"strings"
	"testing"

	"pgregory.net/rapid"

	"waymark/app/activity"
)

// marked writes pieces with brackets around what differs.
func marked(pieces []activity.Piece) string {
	var b strings.Builder
	for _, p := range pieces {
		if p.Differs {
			b.WriteString("[" + p.Text + "]")
		} else {
			b.WriteString(p.Text)
		}
	}
	return b.String()
}

func TestDifferencesAreToldWordByWord(t *testing.T) {
	for _, c := range []struct{ before, after, was, is string }{
		{"Every pupil reads at home", "Every pupil reads daily at home", "Every pupil reads at home", "Every pupil reads [daily ]at home"},
		{"One two three four", "One three four", "One [two ]three four", "One three four"},
		{"We read, we write, we count", "We write, we read, we count", "We [read, we ]write, we count", "We write, [we read, ]we count"},
		{"first\nsecond line", "first\nsecond row", "first\nsecond [line]", "first\nsecond [row]"},
		{"nothing in common here", "quite another text altogether", "nothing in common here", "quite another text altogether"},
		{"", "new words", "", "new words"},
		{"the same", "the same", "the same", "the same"},
	} {
		was, is := activity.Differences(c.before, c.after)
		if marked(was) != c.was || marked(is) != c.is {
			t.Errorf("got\n%s\n%s\nwant\n%s\n%s", marked(was), marked(is), c.was, c.is)
		}
	}
}

// Given any two texts, then the pieces are the texts, and what is the same in both is the same.
func TestPiecesAreTheWholeText(t *testing.T) {
	words := rapid.SampledFrom([]string{"a", "b", "õ", " ", "\n", "  ", "kool"})
	rapid.Check(t, func(r *rapid.T) {
		text := func(name string) string {
			return strings.Join(rapid.SliceOfN(words, 0, 30).Draw(r, name), rapid.SampledFrom([]string{"", " "}).Draw(r, "between"))
		}
		before, after := text("before"), text("after")
		was, is := activity.Differences(before, after)
		whole := func(pieces []activity.Piece, which func(activity.Piece) bool) string {
			var b strings.Builder
			for _, p := range pieces {
				if which(p) {
					b.WriteString(p.Text)
				}
			}
			return b.String()
		}
		every := func(activity.Piece) bool { return true }
		if whole(was, every) != before || whole(is, every) != after {
			r.Errorf("not whole: %q, %q", marked(was), marked(is))
		}
		same := func(p activity.Piece) bool { return !p.Differs }
		if len(was) > 1 && whole(was, same) != whole(is, same) {
			r.Errorf("%q is not the same as %q", whole(was, same), whole(is, same))
		}
	})
}

// Two texts of many thousand words take no more memory than a page may.
func BenchmarkDifferences(b *testing.B) {
	before := strings.Repeat("Every pupil reads every day ", 2000)
	for b.Loop() {
		activity.Differences("x "+before, before+" y")
	}
}
