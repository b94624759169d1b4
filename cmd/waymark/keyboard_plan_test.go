//go:build linux

package main

import (
	"waymark/app"
)

// nth returns the n-th record of a list.
func nth[R app.Record](table app.Table[R], n int) R {
	for r := range table.All() {
		if n == 0 {
			return r
		}
		n--
	}
	panic("fewer records than expected")
}

// needs takes two needs from what the self-assessment proposes, writes one and makes a priority of the first.
func (h *hands) needs() {
	h.begin("action plan: needs, a priority")
	h.goTo("planning", "alt+3")
	items := handsItems()
	for i, item := range []string{items[0].key, items[1].key} {
		h.push("planning.proposal." + item)
		h.until("a need of a proposal", func(b *app.Book) bool { return b.Needs.Len() == i+1 })
	}
	h.add("planning.need", "A quiet room")
	h.until("three needs", func(b *app.Book) bool { return b.Needs.Len() == 3 })
	h.push("planning.need." + nth(h.book().Needs, 0).RecordID() + ".take_up")
	h.until("a priority", func(b *app.Book) bool { return b.Priorities.Len() == 1 })
	priority := "planning.priority." + nth(h.book().Priorities, 0).RecordID()
	h.fill(priority+".reason", "It touches every lesson")
	h.pick(priority+".impact", 3)
	h.pick(priority+".effort", 2)
	h.add(priority+".goal", "Feedback within a week")
	h.until("a goal", func(b *app.Book) bool { return b.Goals.Len() == 1 })
	h.follow("planning.goal." + nth(h.book().Goals, 0).RecordID())
}

// goal ties a goal to the second vision line, and adds an indicator and two actions.
func (h *hands) goal() {
	h.begin("action plan: the goal, its vision line, an indicator")
	h.choose("planning.goal."+nth(h.book().Goals, 0).RecordID()+".line", 3)
	h.until("the vision line of the goal", func(b *app.Book) bool {
		return nth(b.Goals, 0).VisionLine == nth(b.VisionLines, 1).ID
	})
	h.add("planning.action", "Observe each other's lessons", "Agree on a form")
	h.add("planning.indicator", "Pupils who know what to do next")
	h.until("an indicator", func(b *app.Book) bool { return b.Indicators.Len() == 1 })
	indicator := "planning.indicator." + nth(h.book().Indicators, 0).RecordID()
	h.fill(indicator+".baseline", "40")
	h.fill(indicator+".target", "75,5")
	h.fill(indicator+".unit", "%")
	h.fill(indicator+".due", "1.5.2030")
	h.fill(indicator+".method", "Asked in May")
	h.reach("planning.action")
	h.until("what the indicator is", func(b *app.Book) bool { return nth(b.Indicators, 0).Method != "" })
}

// actions says who does the actions and when.
func (h *hands) actions() {
	h.begin("action plan: two actions, who and when")
	h.follow("planning.action." + nth(h.book().Actions, 0).RecordID())
	first := "planning.action." + nth(h.book().Actions, 0).RecordID()
	h.fill(first+".who", "head of studies")
	h.fill(first+".start", "15.9.2027")
	h.fill(first+".end", "30.11.2027")
	h.fill(first+".cost", "1250,50")
	h.fill(first+".hours", "12")
	h.fill(first+".training", "Observation")
	h.follow("planning.action.next")
	second := "planning.action." + nth(h.book().Actions, 1).RecordID()
	h.choose(second+".member", 3)
	h.fill(second+".start", "1.10.2027")
	h.fill(second+".end", "20.12.2027")
	h.reach(second + ".start")
	h.until("the dates of the second action", func(b *app.Book) bool { return !nth(b.Actions, 1).End.IsZero() })
}
