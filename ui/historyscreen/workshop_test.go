package historyscreen_test

import (
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/vision"
	"waymark/ui/uitest"
)

// Given a vote, a corrected count, a check of support, a time box and an adoption, when the history of the vision stage
// is told, then each is a sentence that names what it is about, and a count of nothing is a count.
func TestWhatAWorkshopDidIsToldInWords(t *testing.T) {
	for language, want := range map[string][]string{
		"en": {
			"Added the vote on themes of 12 Nov 2025 (round 1), and with it the dots of 5 themes",
			"Changed the dots of “%t”: number of dots",
			"Changed the support for the draft “%d”: how many said 2, how many said 4",
			"Added the time for “Ideas”",
			"Changed the idea “%i”: theme",
			"Changed the perspective: pupils: what they will see",
			"Added the adopted vision 1 of 11 Dec 2025",
			"Put the themes in another order",
		},
		"et": {
			"Lisatud teemade hääletus (12.11.2025, 1. voor) ja koos sellega 5 teema punktid",
			"Muudetud teema „%t“ punktid: punktide arv",
			"Muudetud kavandi „%d“ toetus: kui palju vastas 2, kui palju vastas 4",
			"Lisatud sammu „Mõtted“ aeg",
			"Muudetud mõte „%i“: teema",
			"Muudetud vaatenurk (õpilased): mida nad näevad",
			"Lisatud 1. kinnitatud visioon (11.12.2025)",
			"Muudetud teemade järjekord",
		},
	} {
		t.Run(language, func(t *testing.T) {
			b := school(t, language)
			cycle := b.Current().ID
			vote, _ := vision.LatestVote(b, cycle)
			voted := []app.Change{app.Insert(vote)}
			for c := range b.DotCounts.All() {
				voted = append(voted, app.Insert(c))
			}
			count := voted[1].After.(app.DotCount)
			theme, _ := b.Themes.Get(count.Theme)
			uncounted := count
			uncounted.Dots = 0
			draft := vision.Drafts(b, cycle)[0]
			support, _ := vision.SupportOf(b, draft.ID)
			milder := support
			milder.Two, milder.Four = support.Two-1, support.Four+1
			box := app.TimeBox{ID: app.NewID[app.TimeBox](), Cycle: cycle, Step: "vision.ideas", Minutes: 20}
			idea := vision.Ideas(b, cycle)[0]
			free := idea
			free.Theme = ""
			seen := vision.PerspectiveOf(b, cycle, app.Pupils)
			unseen := seen
			unseen.Seen = ""
			var moved []app.Change
			for i, column := range vision.BoardOf(b, cycle).Columns[:3] {
				before := column.Theme
				before.Position = 9 - i
				moved = append(moved, app.Update(before, column.Theme))
			}
			var past []uitest.Done
			for n, changes := range [][]app.Change{voted, {app.Update(milder, support)}, {app.Insert(box)}, {app.Update(free, idea)},
				{app.Update(unseen, seen)}, {app.Insert(vision.Versions(b, cycle)[0])}, moved} {
				past = append(past, uitest.Done{At: days(2, 8, n), Changes: changes})
			}
			past = append(past, uitest.Done{At: days(1, 9, 0), Changes: []app.Change{app.Update(uncounted, count)}})
			w := uitest.For(t, uitest.Options{Language: language, At: "history", Past: past})
			w.Choice(w.Shell.Words().Say("history.stage.all")).SetSelected(w.Shell.Words().Say("route.vision"))
			names := strings.NewReplacer("%t", theme.Name, "%d", app.Shorten(draft.Text, 80), "%i", app.Shorten(idea.Text, 80))
			for _, text := range want {
				says(t, w, true, names.Replace(text))
			}
			w.Rows()[0].Tapped(nil)
			says(t, w, true, "0 → 8")
		})
	}
}
