package app

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestABookIsInOrderHoweverItIsLoaded(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var members []Member
		for i, position := range rapid.SliceOfN(rapid.IntRange(-3, 3), 0, 12).Draw(t, "positions") {
			members = append(members, Member{ID: ID[Member](fmt.Sprintf("%032x", i)), Position: position})
		}
		var records []Record
		for _, m := range rapid.Permutation(members).Draw(t, "loaded") {
			records = append(records, m)
		}
		book, err := NewBook(records...)
		if err != nil {
			t.Fatal(err)
		}
		slices.SortFunc(members, func(a, b Member) int {
			return cmp.Or(a.Position-b.Position, strings.Compare(string(a.ID), string(b.ID)))
		})
		if got := slices.Collect(book.Members.All()); !slices.Equal(got, members) {
			t.Fatalf("got %v, want %v", got, members)
		}
		// And it stays so when records move
		h := NewHistory(book, &memory{}, aClock)
		for _, m := range members {
			after := m
			after.Position = rapid.IntRange(-3, 3).Draw(t, "moved")
			if err := h.Do(context.Background(), Edit{Changes: []Change{Update(m, after)}}); err != nil {
				t.Fatal(err)
			}
			if !slices.IsSortedFunc(slices.Collect(book.Members.All()), orderMember) || book.Members.Len() != len(members) {
				t.Fatalf("out of order: %v", slices.Collect(book.Members.All()))
			}
		}
	})
}

func TestABookHoldsARecordOnce(t *testing.T) {
	m := aMember("a", 1)
	for name, records := range map[string][]Record{"twice": {m, m}, "without ID": {Member{}}} {
		if _, err := NewBook(records...); KindOf(err) != KindDamaged {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestABookAnswers(t *testing.T) {
	cycle := Cycle{ID: NewID[Cycle]()}
	school := School{ID: NewID[School](), Name: "Kool", Current: cycle.ID}
	a, b := aMember("a", 1), aMember("b", 2)
	book, err := NewBook(b, a, school, cycle)
	must(t, err)
	if book.School() != school || book.Current() != cycle {
		t.Errorf("school %v, cycle %v", book.School(), book.Current())
	}
	if got := book.Find(KindMember, string(a.ID)); got != Record(a) {
		t.Errorf("found %v", got)
	}
	if got := book.Find(KindIdea, string(a.ID)); got != nil {
		t.Errorf("found %v", got)
	}
	if got := book.Find("unheard", string(a.ID)); got != nil {
		t.Errorf("found %v", got)
	}
	if got := book.Members.Where(func(m Member) bool { return m.Name > "a" }); !slices.Equal(got, []Member{b}) {
		t.Errorf("got %v", got)
	}
	if got := slices.Collect(book.Records()); !slices.Equal(got, []Record{school, cycle, a, b}) {
		t.Errorf("records %v", got)
	}
	for r := range book.Records() { // a loop may end early
		if r != Record(school) {
			t.Errorf("first is %v", r)
		}
		break
	}
	empty, err := NewBook()
	must(t, err)
	if empty.School() != (School{}) || empty.Current() != (Cycle{}) {
		t.Error("an empty book has a school or a cycle")
	}
}

func TestTextIsCleaned(t *testing.T) {
	for typed, want := range map[string]string{
		"  Tere \r\n tulemast\r!  ": "Tere \n tulemast\n!", "a\x00b\x07c\x7fd": "abcd", "\ufeffTere": "Tere", "a\tb": "a\tb", "\xff": "\ufffd", "a\xc3b": "a\ufffdb",
		"👩‍🏫 Õ e\u0301": "👩‍🏫 Õ e\u0301", "\u00a0x\u00a0": "x", "": "", " \n\t ": "",
	} {
		if got := Clean(typed); got != want {
			t.Errorf("%q became %q, want %q", typed, got, want)
		}
	}
	if got := CleanLine(" a \n\n b\tc\u00a0 d "); got != "a b c d" {
		t.Errorf("got %q", got)
	}
	rapid.Check(t, func(t *rapid.T) {
		typed := rapid.OneOf(rapid.String(), rapid.Map(rapid.SliceOf(rapid.Byte()), func(b []byte) string { return string(b) })).Draw(t, "typed")
		got := Clean(typed)
		if !utf8.ValidString(got) || Clean(got) != got || strings.TrimSpace(got) != got {
			t.Fatalf("%q became %q", typed, got)
		}
		letters := func(s string) string {
			return strings.Map(func(r rune) rune {
				if unicode.IsLetter(r) || unicode.IsDigit(r) {
					return r
				}
				return -1
			}, s)
		}
		if letters(got) != letters(typed) {
			t.Fatalf("%q lost letters: %q", typed, got)
		}
		if line := CleanLine(typed); strings.ContainsAny(line, "\n\r\t") || CleanLine(line) != line {
			t.Fatalf("%q became the line %q", typed, line)
		}
	})
}

func TestIDsNameRecords(t *testing.T) {
	seen := map[ID[Goal]]bool{}
	for range 1000 {
		id := NewID[Goal]()
		if !ValidID(string(id)) || seen[id] {
			t.Fatalf("%q is no ID, or was there before", id)
		}
		seen[id] = true
	}
	if got := IDFrom[Goal](bytes.NewReader(bytes.Repeat([]byte{0xab}, 16))); got != ID[Goal](strings.Repeat("ab", 16)) {
		t.Errorf("got %s", got)
	}
	for _, s := range []string{"", "x", strings.Repeat("A", 32), strings.Repeat("a", 31), strings.Repeat("a", 33), strings.Repeat("g", 32), strings.Repeat("õ", 16)} {
		if ValidID(s) {
			t.Errorf("%q passes for an ID", s)
		}
	}
}

func TestPicturesComeBackFromJSON(t *testing.T) {
	want := Bytes("\x89PNG\x00\xff\xfe")
	data, err := json.Marshal(want)
	must(t, err)
	var got Bytes
	if err := json.Unmarshal(data, &got); err != nil || got != want {
		t.Errorf("%s was read as %q, %v", data, got, err)
	}
	if err := json.Unmarshal([]byte(`"not base64!"`), &got); err == nil {
		t.Error("was read")
	}
}

func TestErrorsTellTheirKindAndSentence(t *testing.T) {
	cause := errors.New("ENOSPC")
	err := fmt.Errorf("while saving: %w", &Error{Op: "apply", Kind: KindFull, Text: Say("error.full"), Err: cause})
	if KindOf(err) != KindFull || Sentence(err).Key != "error.full" || !errors.Is(err, cause) || !strings.Contains(err.Error(), "ENOSPC") {
		t.Errorf("got %v", err)
	}
	if KindOf(cause) != KindInternal || Sentence(cause).Key != "error.internal" {
		t.Errorf("a foreign error is told as %v", Sentence(cause))
	}
}
