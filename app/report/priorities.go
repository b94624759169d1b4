package report

import (
	"fmt"
	"strconv"

	"waymark/app/planning"
)

// priorities tells what the school has chosen to work on, and why.
func (p *plan) priorities() Section {
	if len(p.tree.Priorities) == 0 {
		return p.nothing("report.priorities.title", "report.priorities.none")
	}
	s := Section{Title: p.say("report.priorities.title")}
	s.Blocks = append(s.Blocks, p.sentence("report.priorities.intro", "count", len(p.tree.Priorities)))
	for i, priority := range p.tree.Priorities {
		s.Blocks = append(s.Blocks, p.priorityHeading(i, priority))
		if priority.Reason != "" {
			s.Blocks = append(s.Blocks, Paragraph{Text: priority.Reason})
		} else {
			s.Blocks = append(s.Blocks, p.sentence("report.priorities.no_reason"))
		}
		if weighed := p.weighed(priority); weighed != "" {
			s.Blocks = append(s.Blocks, Paragraph{Style: Quiet, Text: weighed})
		}
		if len(priority.Needs) == 0 {
			s.Blocks = append(s.Blocks, p.sentence("report.priorities.no_needs"))
			continue
		}
		list := List{}
		for _, n := range priority.Needs {
			list.Entries = append(list.Entries, Entry{Code: p.codes.Of(n), Text: n.Text})
		}
		s.Blocks = append(s.Blocks, p.sentence("report.priorities.takes_up", "count", len(priority.Needs)), list)
	}
	return s
}

func (p *plan) priorityHeading(index int, priority planning.PlannedPriority) Heading {
	return Heading{Level: 2, Text: p.say("report.priorities.heading", "number", strconv.Itoa(index+1), "title", priority.Title)}
}

// weighed says in words how large impact and effort are; empty when neither was judged.
func (p *plan) weighed(priority planning.PlannedPriority) string {
	word := func(key string, weight int) string {
		if weight < 1 || weight > 3 {
			return ""
		}
		return p.say(key, "weight", p.say(fmt.Sprintf("weight.%d", weight)))
	}
	return joined(" · ", word("report.priorities.impact", priority.Impact), word("report.priorities.effort", priority.Effort))
}
