package app

import (
	"context"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"pgregory.net/rapid"
)

func TestSavingInsertsUpdatesAndCleans(t *testing.T) {
	h, _ := aHistory(t)
	m := aMember("  Ülle\x00 ", 1)
	edit, err := Save(h.Book(), m)
	must(t, err)
	if edit.Label.Key != "edit.add" {
		t.Errorf("labelled %v", edit.Label)
	}
	must(t, h.Do(context.Background(), edit))
	if got, _ := h.Book().Members.Get(m.ID); got.Name != "Ülle" {
		t.Errorf("saved as %q", got.Name)
	}
	edit, err = Save(h.Book(), named(m, "Malle"))
	must(t, err)
	if edit.Label.Key != "edit.change" || edit.Changes[0].Before == nil {
		t.Errorf("got %+v", edit)
	}
	same, err := Save(h.Book(), named(m, "Ülle "))
	must(t, err)
	if !same.Empty() {
		t.Errorf("a space more is a change: %+v", same)
	}
	if _, err := Save(h.Book(), Member{ID: NewID[Member](), Name: " \t"}); KindOf(err) != KindInvalid {
		t.Errorf("a member without name and role: %v", err)
	}
}

func TestWhatIsWrongIsSaidBeforeItIsSaved(t *testing.T) {
	day := NewDate(2026, 9, 1)
	good := []Record{
		School{Name: "K"}, Cycle{Start: day, End: day}, Member{Role: "r"}, Member{Name: "n"}, Idea{Text: "t"}, Vision{}, VisionLine{Text: "t"},
		Assessment{Framework: "quick"}, Judgement{Agreed: 6}, Evidence{What: "w", Strength: Claim}, Priority{Title: "t"}, Need{Text: "t"}, Goal{Text: "t"},
		Indicator{Name: "n", Direction: Up}, Measurement{Date: day, Value: QuantityOf(0)}, Action{Text: "t", Status: Planned},
		Action{Text: "t", Status: Done, Start: day}, Review{Date: day}, Review{Date: day, Next: day}, CheckIn{Status: Paused, Confidence: 5},
	}
	for _, r := range good {
		if err := Validate(r); err != nil {
			t.Errorf("%#v: %v", r, err)
		}
	}
	bad := []Record{
		School{Name: " "}, Cycle{Start: day}, Cycle{End: day}, Cycle{Start: day, End: day.AddDays(-1)}, Member{}, Idea{}, VisionLine{}, Assessment{},
		Judgement{Agreed: 7}, Judgement{Target: -1}, Judgement{Highest: 9}, Evidence{What: "w"}, Evidence{Strength: Claim}, Priority{}, Need{}, Goal{},
		Indicator{Name: "n"}, Indicator{Direction: Up}, Measurement{Date: day}, Measurement{Value: QuantityOf(1)}, Action{Text: "t"}, Action{Status: Planned},
		Action{Text: "t", Status: Planned, Cost: -1}, Action{Text: "t", Status: Planned, Start: day, End: day.AddDays(-1)}, Review{},
		Review{Date: day, Next: day.AddDays(-1)}, CheckIn{Status: "?"}, CheckIn{Status: Planned, Confidence: 6},
	}
	for _, r := range bad {
		if err := Validate(r); KindOf(err) != KindInvalid {
			t.Errorf("%#v: %v, want an Error of KindInvalid", r, err)
		}
	}
}

func TestShorteningKeepsWholeLetters(t *testing.T) {
	for text, want := range map[string]string{
		"lühike": "lühike", "iga õpilane loeb iga päev": "iga õpilane loeb…", "üks\n kaks": "üks kaks", strings.Repeat("õ", 30): strings.Repeat("õ", 19) + "…",
	} {
		if got := Shorten(text, 20); got != want {
			t.Errorf("%q became %q, want %q", text, got, want)
		}
	}
	rapid.Check(t, func(t *rapid.T) {
		text, n := rapid.String().Draw(t, "text"), rapid.IntRange(2, 50).Draw(t, "n")
		if got := Shorten(text, n); utf8.RuneCountInString(got) > n || !utf8.ValidString(got) {
			t.Fatalf("%q became %q", text, got)
		}
	})
}

func TestMovingGivesNewPositions(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		var members []Member
		for i := range rapid.IntRange(1, 8).Draw(t, "members") {
			members = append(members, aMember("", i+1))
		}
		from, to := rapid.IntRange(-1, len(members)).Draw(t, "from"), rapid.IntRange(-1, len(members)).Draw(t, "to")
		var records []Record
		for _, m := range members {
			records = append(records, m)
		}
		book, err := NewBook(records...)
		if err != nil {
			t.Fatal(err)
		}
		h := NewHistory(book, &memory{}, aClock)
		changes := Move(members, from, to, func(m Member, position int) Member { m.Position = position; return m })
		if err := h.Do(context.Background(), Edit{Changes: changes}); err != nil {
			t.Fatal(err)
		}
		want := slices.Clone(members)
		if from >= 0 && from < len(want) && to >= 0 && to < len(want) {
			m := want[from]
			want = slices.Insert(slices.Delete(want, from, from+1), to, m)
		} else if len(changes) > 0 {
			t.Fatalf("moved from %d to %d", from, to)
		}
		for i, m := range slices.Collect(book.Members.All()) {
			if m.ID != want[i].ID || m.Position != i+1 {
				t.Fatalf("place %d holds %v after moving %d to %d", i, m, from, to)
			}
		}
	})
}
