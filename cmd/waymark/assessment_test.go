//go:build linux

package main

import (
	"slices"
	"strings"
	"testing"
	"time"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/data/frameworks"
)

// ratedVotes is what each of eight people votes, item by item in turn; agreedLevels and targets are what follows.
var ratedVotes = []string{"12333234", "22222222", "11112223", "44343434", "12341234"}

const (
	agreedLevels = "32243"
	targetLevels = "43344"
)

// TestEighteenItemsAreRatedOnTheWallByKeyboardAlone rates a whole self-assessment with eight voters in the real window: eight
// digits, Space, the level, the target, on. The keys of each item are counted, and the program is killed at the end: what
// was agreed is on the disk.
func TestEighteenItemsAreRatedOnTheWallByKeyboardAlone(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the real window")
	}
	records := workshopTeam(t)
	var cycle app.ID[app.Cycle]
	for _, r := range records {
		if c, ok := r.(app.Cycle); ok {
			cycle = c.ID
		}
	}
	round := app.Assessment{ID: app.NewID[app.Assessment](), Cycle: cycle, Framework: "digital", Held: app.NewDate(2026, 11, 20)}
	items := frameworks.Digital().Items()
	w := beginWorkshop(t, "assessment/item/"+items[0].Key, "assessment.rate."+items[0].Key, append(records, round))
	defer w.report()
	pointer := w.desk.Pointer()
	began := time.Now()
	for i, item := range items {
		w.begin("rate: " + item.Key)
		n := i % len(ratedVotes)
		w.press(strings.Split(ratedVotes[n], "")...)
		w.press("space", agreedLevels[n:n+1], targetLevels[n:n+1], "Right")
		want := app.Judgement{Agreed: int(agreedLevels[n] - '0'), Target: int(targetLevels[n] - '0')}
		w.until("the level and the target of "+item.Key, func(b *app.Book) bool {
			j := assessment.Judgements(b, round.ID)[item.Key]
			return j.Agreed == want.Agreed && j.Target == want.Target && j.Votes == 8
		})
		if keys := w.now().keys; keys != 8+4 {
			t.Errorf("%s took %d keys", item.Key, keys)
		}
	}
	t.Logf("18 items by 8 people took %d keys each, 4 of them beyond the votes, and %v of a program that is typed to without a pause",
		w.now().keys, time.Since(began).Round(time.Millisecond))
	// The wall ends with what stands out
	w.step = "assessment.findings"
	w.shows()
	if at := w.desk.Pointer(); at != pointer {
		t.Errorf("the mouse went from %v to %v", pointer, at)
	}
	// When the program is killed, then all of it is in the file, and no single vote
	w.program.Kill()
	judged := slices.Collect(w.book().Judgements.All())
	if len(judged) != len(items) {
		t.Errorf("%d judgements are left", len(judged))
	}
}
