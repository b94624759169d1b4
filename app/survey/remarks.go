package survey

import (
	crypto "crypto/rand"
	"encoding/binary"
	"maps"
	"math/rand/v2"
	"slices"

	"waymark/app"
)

// secret is randomness that nobody can repeat, so that no order of remarks leads back to the rows.
type secret struct{}

func (secret) Uint64() uint64 {
	var b [8]byte
	_, _ = crypto.Read(b[:]) // never fails
	return binary.LittleEndian.Uint64(b[:])
}

// write keeps a remark. In Long, author tells who wrote; nobody by name counts as one author.
func (c *counter) write(p place, column int, item, author, text string) {
	t := c.of(p)
	w := t.remarks[column]
	if w == nil {
		w = &written{item: item}
		if c.m.Layout == Long {
			w.authors = map[string]bool{}
		}
		t.remarks[column] = w
	}
	if w.authors != nil {
		w.authors[author] = true
	}
	w.texts = append(w.texts, text)
}

// shown returns the remarks of a group that enough people wrote, shuffled; the others are withheld.
func (c *counter) shown(t *tally, limit int) []RemarkResult {
	var all []RemarkResult
	for _, column := range slices.Sorted(maps.Keys(t.remarks)) {
		w := t.remarks[column]
		authors := len(w.texts)
		if w.authors != nil {
			authors = len(w.authors)
		}
		if authors < limit {
			c.result.Report.Withheld += len(w.texts)
			continue
		}
		rand.New(secret{}).Shuffle(len(w.texts), func(i, j int) { w.texts[i], w.texts[j] = w.texts[j], w.texts[i] })
		all = append(all, RemarkResult{Item: w.item, Authors: authors, Texts: w.texts})
	}
	return all
}

// notes says what was done to all answers alike.
func (c *counter) notes(limit int) {
	note := func(t app.Text) { c.result.Report.Notes = append(c.result.Report.Notes, t) }
	told := map[int]bool{}
	for i, item := range c.items {
		from, to := c.scale(i)
		if (from != 1 || to != item.Levels) && !told[item.Levels] && c.answered(i) {
			told[item.Levels] = true
			note(app.Say("survey.note.converted", "from", from, "to", to, "levels", item.Levels))
		}
	}
	if c.m.Layout == Percent && c.result.Taken > 0 {
		note(app.Say("survey.note.shares"))
	}
	if n := c.result.Report.Withheld; n > 0 {
		note(app.Say("survey.note.withheld", "count", n, "limit", limit))
	}
}

func (c *counter) answered(item int) bool {
	for _, t := range c.groups {
		if t.items[item].people > 0 {
			return true
		}
	}
	return false
}

// rounded writes a sum of shares with at most two decimals.
func rounded(v float64) app.Quantity { return app.QuantityOf(float64(int(v*100+0.5)) / 100) }
