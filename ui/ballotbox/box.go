// Package ballotbox is where a team votes: a Box takes a blind vote from the first keystroke to the kept result, the same on
// a page and on the wall. What is typed is never shown, logged or stored. It imports fyne, app, app/ballot, ui/kit, ui/room,
// ui/screen and ui/theme.
package ballotbox

import (
	"waymark/app"
	"waymark/app/ballot"
	"waymark/ui/screen"
)

// Question is what is voted on.
type Question struct {
	Title   string   // empty where the page or the wall has it already
	Options []string // to give dots to, or the words of the grades 1, 2 and so on
	Dots    int      // of each person; 0 for a scale
	AtMost  int      // dots of one person on one option; 0 for as many as there are
	Present int      // people expected; 0 for not known
	// Keep takes the result that the team decides to keep. After an error the result is still there.
	Keep func(ballot.Result) error
}

// Way is how votes get into the box.
type Way int

// The ways, in the order in which M goes through them.
const (
	Keyboard Way = iota // everybody types, and passes the keyboard on
	Slips               // one person types slip after slip
	Hands               // raised hands are counted, option by option
	ways
)

// Box is one vote on show. It is drawn from View, or from Title, Points and Foot on the wall; keys go to TypedKey and
// TypedRune.
type Box struct {
	host     screen.Host
	question Question
	ballot   *ballot.Ballot
	way      Way
	entry    []rune // what is being typed, overwritten once it is taken
	at       int    // option whose hands are counted, from 1; after the last when all are
	counted  []bool // hands of the option were counted in this round
	last     int    // option whose hands were counted last, 0 for none
	soon     bool   // the last digit was counted without Enter
	kept     int    // the last round whose result is kept
	problem  app.Text
	told     bool // the problem is that leaving would lose something
	// OnChange, when not nil, is called when something else is to be shown.
	OnChange func()
}

// New returns the box of a question, before anybody has voted.
func New(host screen.Host, q Question) *Box {
	b := &Box{host: host, question: q, at: 1, counted: make([]bool, len(q.Options))}
	if q.Dots > 0 {
		b.ballot = ballot.NewDots(len(q.Options), q.Dots)
		if q.AtMost > 0 {
			b.ballot.AtMost(q.AtMost)
		}
	} else {
		b.ballot = ballot.NewScale(len(q.Options))
	}
	_ = b.ballot.Expect(q.Present) // nobody has voted, so any number is enough
	return b
}

// Way returns how votes get in.
func (b *Box) Way() Way { return b.way }

// Choose changes how votes get in; those that are in stay.
func (b *Box) Choose(way Way) {
	if b.typing() {
		return
	}
	b.way = way
	b.did(nil)
}

// Expect says how many people are here.
func (b *Box) Expect(people int) { b.did(b.ballot.Expect(people)) }

// More and Fewer change how many people are here by one. When it was not known, one more than have voted are.
func (b *Box) More() { b.Expect(max(b.ballot.Expected(), b.ballot.Votes()) + 1) }

// Fewer is described at More.
func (b *Box) Fewer() { b.Expect(max(0, b.ballot.Expected()-1)) }

// Take counts what has been typed: a whole vote, or the hands of an option.
func (b *Box) Take() {
	if b.way == Hands {
		b.takeHands()
		return
	}
	err := b.ballot.Cast(b.choices(b.entry)...)
	if err == nil {
		b.last = 0
		b.wipe()
	}
	b.did(err)
}

// Pick is a tap on an option: the whole vote on a scale, one more dot, or the option whose hands are counted next.
func (b *Box) Pick(option int) {
	switch {
	case b.ballot.Revealed():
		return
	case b.way == Hands:
		b.wipe()
		b.at = option
		b.did(nil)
	default:
		b.add(append([]rune{' '}, []rune(numeral(option))...)...)
		if b.question.Dots == 0 && len(b.entry) > 0 {
			b.Take()
		}
	}
}

// TakeBack takes back what was counted last.
func (b *Box) TakeBack() {
	err := b.ballot.TakeBack()
	if err == nil && b.last > 0 {
		b.at, b.last = b.last, 0
	}
	b.did(err)
}

// Reveal ends the round and shows its result.
func (b *Box) Reveal() {
	if b.typing() {
		return
	}
	_, err := b.ballot.Reveal()
	b.did(err)
}

// typing tells, also the user, that somebody has begun to type a vote, which must not be lost.
func (b *Box) typing() bool {
	if len(b.entry) == 0 {
		return false
	}
	b.did(app.Invalid("go on with a vote", app.Say("ballot.typing")))
	return true
}

// Again begins another round, beside which the result of this one stays.
func (b *Box) Again() {
	err := b.ballot.Again()
	if err == nil {
		b.at, b.last = 1, 0
		clear(b.counted)
	}
	b.did(err)
}

// Keep keeps the result on show.
func (b *Box) Keep() {
	result, err := b.ballot.Reveal()
	if err == nil && b.question.Keep != nil && b.kept != result.Round {
		err = b.question.Keep(result)
	}
	if err == nil {
		b.kept = result.Round
	}
	b.did(err)
}

// Loses says what would be lost by leaving now, empty for nothing.
func (b *Box) Loses() string {
	words := b.host.Words()
	switch votes := b.ballot.Votes(); {
	case !b.ballot.Revealed() && votes > 0:
		return words.Say("ballot.lost.votes", "count", votes)
	case b.ballot.Revealed() && b.kept < b.ballot.Round(), b.kept < b.ballot.Round()-1:
		return words.Say("ballot.lost.result")
	}
	return ""
}

// MayLeave tells whether nothing would be lost by leaving, or it was told just before.
func (b *Box) MayLeave() bool {
	if b.told || b.Loses() == "" {
		return true
	}
	b.told = true
	b.changed()
	return false
}

// did notes how something went that was asked for.
func (b *Box) did(err error) {
	b.problem, b.told = app.Text{}, false
	if err != nil {
		b.problem = app.Sentence(err)
	}
	b.changed()
}

func (b *Box) changed() {
	if b.OnChange != nil {
		b.OnChange()
	}
}

// wipe overwrites what was typed.
func (b *Box) wipe() {
	clear(b.entry)
	b.entry = b.entry[:0]
}
