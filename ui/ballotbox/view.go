package ballotbox

import (
	"strings"

	"waymark/app/ballot"
)

// View is what there is to see of a box, in words; whoever draws it needs nothing else. Before the reveal nothing in it
// depends on what was voted.
type View struct {
	Title    string
	Sentence string // how it works, or what has come out
	Options  []Option
	Revealed bool
	Kept     bool
	Way      Way
	Progress string // who has voted
	Entry    string // what is being typed, as dots
	Findings []string
	Problem  string
	Keys     string // what the keys do
}

// Option is one line of a View.
type Option struct {
	Mark string // the number to type
	Text string
	Here bool // its hands are counted next
	Done bool // its hands were counted
	// After the reveal: how many dots it has or how many chose it, and as a share of the most, how many the round before.
	Count  int
	Share  float32
	Before string // empty in the first round
	Most   bool
}

// mostMarks is up to how many people each is a dot.
const mostMarks = 24

const (
	in    = "●"
	out   = "○"
	taken = "✓"
)

// marks returns a dot for each of some, and an empty one for each that is missing.
func marks(some, all int) string {
	return strings.TrimSpace(strings.Repeat(in+" ", some) + strings.Repeat(out+" ", max(0, all-some)))
}

// View returns what there is to see now.
func (b *Box) View() View {
	say := b.host.Words().Say
	v := View{Title: b.question.Title, Way: b.way, Revealed: b.ballot.Revealed(), Problem: b.problemText()}
	for i, text := range b.question.Options {
		v.Options = append(v.Options, Option{Mark: numeral(i + 1), Text: text})
	}
	if v.Revealed {
		b.results(&v)
		return v
	}
	v.Sentence, v.Progress, v.Entry = b.sentence(), b.progress(), b.typed()
	if b.way == Hands {
		for i := range v.Options {
			v.Options[i].Here, v.Options[i].Done = i+1 == b.at, b.counted[i]
		}
	}
	v.Keys = say("ballot.keys.vote")
	return v
}

func (b *Box) problemText() string {
	switch {
	case b.told:
		return b.Loses()
	case b.problem.Key != "":
		return b.host.Words().Text(b.problem)
	}
	return ""
}

// sentence says how the vote works.
func (b *Box) sentence() string {
	say, highest := b.host.Words().Say, len(b.question.Options)
	switch {
	case b.way == Hands:
		return say("ballot.how.hands")
	case b.question.Dots == 0 && b.way == Slips:
		return say("ballot.how.scale.slips", "highest", highest)
	case b.question.Dots == 0:
		return say("ballot.how.scale", "highest", highest)
	}
	how := say("ballot.how.dots", "count", b.question.Dots)
	if b.way == Slips {
		how = say("ballot.how.dots.slips", "count", b.question.Dots)
	}
	if highest > 9 {
		how += " " + say("ballot.how.comma")
	}
	return how
}

func (b *Box) progress() string {
	say, votes, all := b.host.Words().Say, b.ballot.Votes(), b.ballot.Expected()
	switch {
	case all > 0 && votes == all:
		return say("ballot.in.all", "marks", b.crowd(votes, all))
	case votes == 0 && all == 0:
		return say("ballot.in.none")
	}
	return say("ballot.in", "marks", b.crowd(votes, all))
}

// crowd shows people as dots, or as numbers when they are many.
func (b *Box) crowd(votes, all int) string {
	switch {
	case max(votes, all) <= mostMarks:
		return marks(votes, all)
	case all > 0:
		return b.host.Words().Say("ballot.in.of", "votes", votes, "all", all)
	}
	return numeral(votes)
}

// typed shows what is being typed: how many dots, never which. Hands are up for all to see, so their number is shown while it
// is typed.
func (b *Box) typed() string {
	say := b.host.Words().Say
	switch {
	case b.way == Hands && b.at <= len(b.question.Options):
		number := "…"
		if len(b.entry) > 0 {
			number = string(b.entry)
		}
		return say("ballot.entry.hands", "option", b.at, "number", number)
	case b.way == Hands || len(b.entry) == 0:
		return ""
	case b.question.Dots == 0:
		return say("ballot.entry", "marks", in)
	}
	return say("ballot.entry", "marks", marks(len(b.choices(b.entry)), b.question.Dots))
}

// results fills in what has come out.
func (b *Box) results(v *View) {
	say := b.host.Words().Say
	r, err := b.ballot.Reveal()
	if err != nil {
		v.Problem = b.host.Words().Say("ballot.error.nobody")
		return
	}
	most := 0
	for _, n := range r.Counts {
		most = max(most, n)
	}
	earlier := b.ballot.Earlier()
	for i := range v.Options {
		o, n := &v.Options[i], r.Counts[i]
		o.Count, o.Most = n, n > 0 && n == most
		if most > 0 {
			o.Share = float32(n) / float32(most)
		}
		if len(earlier) > 0 {
			o.Before = say("ballot.result.before", "number", earlier[len(earlier)-1].Counts[i])
		}
	}
	v.Kept = b.kept == r.Round
	v.Sentence = say("ballot.result.voters", "count", r.Voters)
	v.Findings = b.findings(r)
	v.Keys = say("ballot.keys.result")
	if v.Kept {
		v.Keys = say("ballot.keys.kept")
	}
}

// mostTies is how many ties are named; more are no news.
const mostTies = 2

// findings says a result in words.
func (b *Box) findings(r ballot.Result) []string {
	say := b.host.Words().Say
	if r.Kind == ballot.Scale {
		return b.spread(r)
	}
	var all []string
	for i, tie := range r.Ties() {
		if i == mostTies {
			break
		}
		var names []string
		for _, option := range tie.Options {
			names = append(names, b.question.Options[option-1])
		}
		all = append(all, say("ballot.result.tie", "options", strings.Join(names, ", "), "count", tie.Dots))
	}
	if r.Unused > 0 {
		all = append(all, say("ballot.result.unused", "count", r.Unused))
	}
	return all
}

// spread says where on a scale people are: the middle, from where to where, and whom to hear first.
func (b *Box) spread(r ballot.Result) []string {
	say := b.host.Words().Say
	if r.Lowest == r.Highest {
		return []string{say("ballot.result.same", "grade", r.Lowest)}
	}
	middle := say("ballot.result.middle", "middle", r.Middle)
	if r.Upper != r.Middle {
		middle = say("ballot.result.middles", "lower", r.Middle, "upper", r.Upper)
	}
	all := []string{middle + " · " + say("ballot.result.spread", "lowest", r.Lowest, "highest", r.Highest)}
	if r.FarApart() {
		all = append(all, say("ballot.result.apart", "lowest", r.Lowest, "highest", r.Highest))
	}
	return all
}
