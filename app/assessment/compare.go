package assessment

import (
	"slices"

	"waymark/app"
)

// Turn says what became of an item between two rounds.
type Turn string

// What can become of an item. The last four cannot be compared.
const (
	Rose     Turn = "rose"
	Fell     Turn = "fell"
	Stayed   Turn = "stayed"
	New      Turn = "new"      // the earlier round did not ask it
	Gone     Turn = "gone"     // the later round does not ask it
	Reworded Turn = "reworded" // its question or its levels are others now
	Unrated  Turn = "unrated"  // a level is missing in one of the rounds
)

// Turns lists them.
func Turns() []Turn { return []Turn{Rose, Fell, Stayed, Reworded, New, Gone, Unrated} }

// Line is one item in two rounds.
type Line struct {
	Framework app.Framework // that has the texts of the item
	Element   app.Element
	Item      app.Item
	From, To  int // agreed levels; From is 0 when it cannot be compared
	Turn      Turn
}

// Comparison is what moved between two rounds.
type Comparison struct {
	Earlier, Later app.Assessment
	Lines          []Line // in the order of the later framework, then what is gone
}

// Compare sets a round against an earlier one.
func Compare(b *app.Book, shipped []app.Framework, later, earlier app.Assessment) Comparison {
	c := Comparison{Earlier: earlier, Later: later}
	now, _ := app.FrameworkOf(later, shipped)
	was, _ := app.FrameworkOf(earlier, shipped)
	asked := identities(was)
	judged, before := Judgements(b, later.ID), Judgements(b, earlier.ID)
	for _, e := range now.Elements {
		for _, i := range e.Items {
			line := Line{Framework: now, Element: e, Item: i, To: level(judged[i.Key])}
			old, both := asked[now.Identity(i)]
			delete(asked, now.Identity(i))
			switch from := level(before[old.Key]); {
			case !both:
				line.Turn = New
			case reworded(now, i, was, old):
				line.Turn = Reworded
			default:
				line.From = from
				line.Turn = turn(from, line.To)
			}
			c.Lines = append(c.Lines, line)
		}
	}
	for _, e := range was.Elements {
		for _, i := range e.Items {
			if _, left := asked[was.Identity(i)]; left {
				c.Lines = append(c.Lines, Line{Framework: was, Element: e, Item: i, Turn: Gone})
			}
		}
	}
	return c
}

// level is the agreed level, 0 for none.
func level(j app.Judgement) int {
	if j.NotApplicable {
		return 0
	}
	return j.Agreed
}

func turn(from, to int) Turn {
	switch {
	case from == 0 || to == 0:
		return Unrated
	case to > from:
		return Rose
	case to < from:
		return Fell
	}
	return Stayed
}

// reworded tells whether two items of one identity ask something else all the same. The words of a shipped item never
// change, and a copy of it that is changed loses its identity.
func reworded(f app.Framework, i app.Item, g app.Framework, j app.Item) bool {
	if i.Levels != j.Levels {
		return true
	}
	if !f.Own || !g.Own || i.Same != "" || j.Same != "" {
		return false
	}
	return i.Words.Question != j.Words.Question || !slices.Equal(i.Words.Levels, j.Words.Levels)
}

// Of returns the lines that took a turn.
func (c Comparison) Of(t Turn) []Line {
	var lines []Line
	for _, l := range c.Lines {
		if l.Turn == t {
			lines = append(lines, l)
		}
	}
	return lines
}
