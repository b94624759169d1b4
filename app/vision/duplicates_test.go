package vision_test

import (
	"fmt"
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/vision"
	"waymark/data/sample"
	"waymark/translations"
)

func TestIdeasThatSayMuchTheSameArePaired(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		// English: case, accents, signs, forms of words, order, stop words, one within the other
		{"Quiet corners", "quiet CORNERS!"},
		{"A café for pupils", "A cafe for pupils"},
		{"The pupils’ council", "Pupils' council"},
		{"Outdoor lessons every week", "Every week an outdoor lesson"},
		{"Planning together", "We plan together"},
		{"Teachers share their materials", "Sharing material between the teachers"},
		{"Feedback while there is time", "While there is time: feedback that helps"},
		{"Pupils ask questions", "Pupils ask the questions, not only the teacher"},
		{"Older pupils help younger pupils", "An older pupil helping the younger ones"},
		// Estonian
		{"Vaiksed nurgad", "vaiksete nurkadega ja vaiksed NURGAD"},
		{"Õuesõpe igal nädalal", "ouesope igal nadalal"},
		{"Õpilased küsivad küsimusi", "Õpilane küsib küsimuse"},
		{"Rohkem õuesõpet", "Rohkem õuesõppe"},
		{"Õpetajad kavandavad tunde koos", "Õpetajate koos kavandatud tunde"},
		{"Õpilastele antakse tagasisidet", "Õpilasele antakse tagasiside"},
		{"Vanemad näevad õppimist", "Et vanemad näevad ka õppimist, mitte ainult hindeid"},
		// any other language, and no words at all
		{"Тихие уголки", "тихие уголки."},
		{"We do it", "we do it!"},
		{"★★★", "★★★"},
	} {
		b := newBook(t)
		edit, err := vision.AddIdeas(b, cycle.ID, c.a+"\nNobody eats lunch alone\n"+c.b)
		do(t, b, edit, err)
		pairs := vision.Duplicates(b, cycle.ID)
		if len(pairs) != 1 || pairs[0].A.Text != c.a || pairs[0].B.Text != c.b {
			t.Errorf("%q and %q: %v", c.a, c.b, pairs)
		}
	}
}

func TestIdeasThatSayDifferentThingsAreNot(t *testing.T) {
	for _, c := range []struct{ a, b string }{
		{"More time for reading", "More money for chairs"},
		{"Pupils help teachers", "Parents visit lessons"},
		{"Quiet corners", "Corners"},
		{"Rohkem aega lugemiseks", "Rohkem raha toolidele"},
		{"Õpilased õpetavad õpetajaid", "Õpetajad käivad üksteise tundides"},
		{"The and of", "We do it"},
	} {
		b := newBook(t)
		edit, err := vision.AddIdeas(b, cycle.ID, c.a+"\n"+c.b)
		do(t, b, edit, err)
		if pairs := vision.Duplicates(b, cycle.ID); len(pairs) > 0 {
			t.Errorf("%q and %q are paired", c.a, c.b)
		}
	}
}

func TestNoIdeasOfThePracticeSchoolArePaired(t *testing.T) {
	for _, code := range translations.Languages() {
		words, err := translations.New(code)
		if err != nil {
			t.Fatal(err)
		}
		b, err := app.NewBook(sample.Build(words)...)
		if err != nil {
			t.Fatal(err)
		}
		for c := range b.Cycles.All() {
			for _, p := range vision.Duplicates(b, c.ID) {
				t.Errorf("%s: %q and %q are paired", code, p.A.Text, p.B.Text)
			}
		}
	}
}

func TestAnIdeaIsPairedByEachOfItsWordings(t *testing.T) {
	b := newBook(t)
	edit, err := vision.AddIdeas(b, cycle.ID, "Calm mornings\nUnhurried starts of lessons\nAn unhurried start of the lesson")
	do(t, b, edit, err)
	ideas := vision.Ideas(b, cycle.ID)
	edit, err = vision.MergeIdeas(b, ideas[0].ID, ideas[1].ID)
	do(t, b, edit, err)
	pairs := vision.Duplicates(b, cycle.ID)
	if len(pairs) != 1 || pairs[0].A.Text != "Calm mornings" || pairs[0].B.ID != ideas[2].ID {
		t.Errorf("pairs %v", pairs)
	}
}

func TestAThousandTimesTheSameIdeaGivesNoMorePairsThanIdeas(t *testing.T) {
	b := newBook(t)
	edit, err := vision.AddIdeas(b, cycle.ID, strings.Repeat("A quiet corner to read in\n", 1000))
	do(t, b, edit, err)
	if pairs := vision.Duplicates(b, cycle.ID); len(pairs) != 999 || pairs[0].A != pairs[998].A {
		t.Errorf("%d pairs", len(pairs))
	}
}

// manyIdeas returns n ideas of eight words each that share words but not meaning.
func manyIdeas(n int) string {
	words := strings.Fields("pupil teacher lesson garden music reading parents council feedback project quiet corner share visit outdoor digital " +
		"friend morning lunch homework science history sports theatre mistake praise timetable library workshop language question answer")
	var text strings.Builder
	for i := range n {
		for j := range 8 {
			fmt.Fprintf(&text, "%s ", words[(i*7+j*j*3+i/13*j)%len(words)])
		}
		text.WriteString("\n")
	}
	return text.String()
}

func BenchmarkDuplicatesOfThreeHundred(b *testing.B) {
	book := newBook(b)
	edit, err := vision.AddIdeas(book, cycle.ID, manyIdeas(300))
	do(b, book, edit, err)
	for b.Loop() {
		vision.Duplicates(book, cycle.ID)
	}
}
