package vision_test

import (
	"math/rand/v2"
	"strconv"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"waymark/app/vision"
)

// written writes pieces in one line: what was added in +, what was removed in -.
func written(pieces []vision.Piece) string {
	var s strings.Builder
	for _, p := range pieces {
		sign := map[vision.PieceKind]string{vision.Added: "+", vision.Removed: "-"}[p.Kind]
		s.WriteString("[" + sign + p.Text + "]")
	}
	return s.String()
}

func TestCompareTellsWordByWordWhatChanged(t *testing.T) {
	for _, c := range []struct{ before, after, want string }{
		{"", "", ""},
		{"Every pupil learns.", "Every pupil learns.", "[Every pupil learns.]"},
		{"", "Every pupil", "[+Every pupil]"},
		{"Every pupil", "", "[-Every pupil]"},
		{"Every pupil learns.", "Every bold pupil learns!", "[Every ][+bold ][pupil learns][-.][+!]"},
		{"Meie kool on soe", "Meie maja on soe", "[Meie ][-kool ][+maja ][on soe]"},
		{"one two three", "one  two\nthree", "[one][- ][+  ][two][- ][+\n][three]"},
		{"a b c d", "c d a b", "[-a b ][c d][+ a b]"},
		{"We learn", "we learn", "[-We ][+we ][learn]"},
	} {
		if diff := cmp.Diff(c.want, written(vision.Compare(c.before, c.after))); diff != "" {
			t.Errorf("%q and %q: %s", c.before, c.after, diff)
		}
	}
}

func TestThePiecesMakeUpBothTexts(t *testing.T) {
	rapid.Check(t, func(r *rapid.T) {
		text := func(label string) string {
			piece := rapid.OneOf(rapid.SampledFrom([]string{"a", "b", "pupil", " ", "  ", "\n", ".", "õ", "o\u0303", "\xff"}), rapid.String())
			return strings.Join(rapid.SliceOfN(piece, 0, 40).Draw(r, label), rapid.SampledFrom([]string{"", " "}).Draw(r, label+" joined by"))
		}
		before, after := text("before"), text("after")
		var was, is strings.Builder
		last := vision.PieceKind(-1)
		for _, p := range vision.Compare(before, after) {
			if p.Text == "" || p.Kind == last {
				r.Fatalf("%q and %q: a piece %q of kind %d after one of kind %d", before, after, p.Text, p.Kind, last)
			}
			last = p.Kind
			if p.Kind != vision.Added {
				was.WriteString(p.Text)
			}
			if p.Kind != vision.Removed {
				is.WriteString(p.Text)
			}
		}
		if was.String() != before || is.String() != after {
			r.Fatalf("%q and %q came back as %q and %q", before, after, was.String(), is.String())
		}
	})
}

// texts of n words: before, and after with every seventh word another and the middle third moved to the end.
func rewritten(n int) (before, after string) {
	random := rand.New(rand.NewPCG(1, 2))
	words := make([]string, n)
	for i := range words {
		words[i] = "word" + strconv.Itoa(int(random.ExpFloat64()*60))
	}
	before = strings.Join(words, " ")
	changed := append(append(append([]string{}, words[:n/3]...), words[2*n/3:]...), words[n/3:2*n/3]...)
	for i := 0; i < n; i += 7 {
		changed[i] = "other" + strconv.Itoa(i)
	}
	return before, strings.Join(changed, " ")
}

func TestTheLongestTextsThatAreKeptAreComparedToo(t *testing.T) {
	before, after := strings.Repeat("a b ", 12_500), strings.Repeat("b a c ", 8_000)
	var was, is strings.Builder
	for _, piece := range vision.Compare(before, after) {
		if piece.Kind != vision.Added {
			was.WriteString(piece.Text)
		}
		if piece.Kind != vision.Removed {
			is.WriteString(piece.Text)
		}
	}
	if was.String() != before || is.String() != after {
		t.Errorf("the pieces give %d and %d letters, want %d and %d", was.Len(), is.Len(), len(before), len(after))
	}
}

func BenchmarkCompareOfTwoThousandWords(b *testing.B) {
	before, after := rewritten(2000)
	for b.Loop() {
		vision.Compare(before, after)
	}
}
