// Package sample holds one invented school, complete in every stage over two cycles: the practice school of the
// application and the fixture of its tests. Its texts are translations, so it exists in every shipped language; its IDs,
// dates and numbers are the same in all of them. It imports app only.
package sample

import (
	"io"
	"math/rand/v2"
	"slices"
	"time"

	"waymark/app"
)

// Words puts a key into the language of the sample; translations.Printer is one.
type Words interface {
	Say(key string, pairs ...any) string
}

// Today is the day on which the sample is as it stands: some actions are done, some late, some still to come.
func Today() app.Date { return day(2026, 11, 24) }

// Build returns the records of the sample school, parents before children. Equal words give equal records.
func Build(words Words) []app.Record {
	b := &builder{words: words, ids: rand.NewChaCha8([32]byte{1}), rounds: map[string]app.ID[app.Assessment]{}, asked: map[app.ID[app.Assessment]]int{}}
	cycles := b.school()
	team := b.team()
	envisioned := b.vision(cycles)
	judged := b.assessments(cycles)
	priorities := b.priorities(cycles.now, judged)
	goals := b.goals(priorities, envisioned.lines)
	b.indicators(goals)
	actions := b.actions(goals, team)
	b.reviews(cycles.now, actions)
	b.workshop(cycles.now, envisioned)
	b.surveys(b.rounds)
	return parentsFirst(b.records)
}

// parentsFirst puts records into the order of app.Kinds; within a kind they keep theirs.
func parentsFirst(records []app.Record) []app.Record {
	rank := map[app.Kind]int{}
	for i, kind := range app.Kinds() {
		rank[kind] = i
	}
	slices.SortStableFunc(records, func(x, y app.Record) int { return rank[x.RecordKind()] - rank[y.RecordKind()] })
	return records
}

// builder collects the records.
type builder struct {
	words   Words
	ids     io.Reader
	records []app.Record
	rounds  map[string]app.ID[app.Assessment] // by year
	asked   map[app.ID[app.Assessment]]int    // surveys of each round
}

// say returns the text of a key, given without its first part.
func (b *builder) say(key string) string { return b.words.Say("sample." + key) }

// sayIf is say when there is such a text, and nothing otherwise.
func (b *builder) sayIf(there bool, key string) string {
	if !there {
		return ""
	}
	return b.say(key)
}

func (b *builder) add(r app.Record) { b.records = append(b.records, r) }

// draw returns the next ID.
func draw[R any](b *builder) app.ID[R] { return app.IDFrom[R](b.ids) }

func day(year, month, day int) app.Date { return app.NewDate(year, time.Month(month), day) }
