// Package ballot is a blind vote: until it is revealed nobody can ask more of it than how many have voted, and what one
// person voted is never known, since only sums are kept. It imports app and the standard library, and touches no disk.
package ballot

import "waymark/app"

// Kind is what a person does in a vote.
type Kind int

// The kinds of vote.
const (
	Dots  Kind = iota // gives a number of dots to options, several to one if wished
	Scale             // chooses one of the grades 1 to the highest
)

// Ballot is one vote of a team, in one or several rounds. It is used by one goroutine at a time.
//
// Options and grades are numbered from 1, as people type them.
type Ballot struct {
	// What is secret is behind a function, so that nothing that prints or saves values by reflection gets to it, even
	// where the Ballot is a part of something else.
	sealed func() *sums
}

// sums is everything that a ballot knows.
type sums struct {
	kind     Kind
	options  int
	dots     int // of each person; 1 on a scale
	most     int // on one option by one person
	expected int // people present, 0 for not known

	counts   []int // by single votes
	voters   int   // single votes
	hands    []int // raised for each option; what was counted last replaces what was counted before
	undo     undo
	revealed bool
	earlier  []Result
}

// undo is what TakeBack takes back: the last single vote, or the last count of hands.
type undo struct {
	vote   []int
	option int // 0 for no count of hands
	before int
}

// NewDots returns the vote in which each person has a number of dots for options 1 to options. It is a fault of the caller,
// and panics, if either is less than 1.
func NewDots(options, dots int) *Ballot { return made(Dots, options, dots) }

// NewScale returns the vote in which each person chooses one of 1 to highest. It is a fault of the caller, and panics, if
// highest is less than 1.
func NewScale(highest int) *Ballot { return made(Scale, highest, 1) }

func made(kind Kind, options, dots int) *Ballot {
	if options < 1 || dots < 1 {
		panic("ballot: a vote needs something to choose from and something to give")
	}
	s := &sums{kind: kind, options: options, dots: dots, most: dots, counts: make([]int, options), hands: make([]int, options)}
	return &Ballot{func() *sums { return s }}
}

// AtMost is the rule that nobody gives more than n dots to one option; without it all may go to one.
func (b *Ballot) AtMost(n int) { s := b.sealed(); s.most = max(1, min(n, s.dots)) }

// Kind returns what a person does.
func (b *Ballot) Kind() Kind { return b.sealed().kind }

// Options returns how many options there are, or the highest grade.
func (b *Ballot) Options() int { return b.sealed().options }

// DotsEach returns how many dots each person has; 1 on a scale.
func (b *Ballot) DotsEach() int { return b.sealed().dots }

// Expected returns how many people are present, 0 when that is not known.
func (b *Ballot) Expected() int { return b.sealed().expected }

// Round returns which round this is, from 1.
func (b *Ballot) Round() int { return len(b.sealed().earlier) + 1 }

// Expect says how many people are present, so that nobody votes twice; 0 lifts that. Fewer than have voted already is an
// Error of KindInvalid.
func (b *Ballot) Expect(voters int) error {
	s := b.sealed()
	if voters > 0 && voters < b.Votes() {
		return app.Invalid("expect voters", app.Say("ballot.error.fewer", "count", b.Votes()))
	}
	s.expected = max(0, voters)
	return nil
}

// Votes returns how many people have voted in this round. Where hands were counted for dots it is how many people at least
// have raised theirs.
func (b *Ballot) Votes() int { s := b.sealed(); return s.voters + s.raised() }

// raised returns how many people at least have raised the hands that were counted.
func (s *sums) raised() int {
	sum, most := 0, 0
	for _, n := range s.hands {
		sum, most = sum+n, max(most, n)
	}
	if s.kind == Scale {
		return sum
	}
	return max(most, (sum+s.dots-1)/s.dots)
}

// TakeBack takes back what was cast or counted last, once. In a later round in which nobody has voted it leads back to the
// result before. When there is nothing that can be taken back, or the result is known, it is an Error of KindInvalid.
func (b *Ballot) TakeBack() error {
	s := b.sealed()
	const op = "take back a vote"
	switch {
	case s.revealed:
		return app.Invalid(op, app.Say("ballot.error.ended"))
	case s.undo.option > 0:
		s.hands[s.undo.option-1] = s.undo.before
	case s.undo.vote != nil:
		for _, option := range s.undo.vote {
			s.counts[option-1]--
		}
		s.voters--
	case b.Votes() > 0:
		return app.Invalid(op, app.Say("ballot.error.only_last"))
	case len(s.earlier) > 0:
		last := s.earlier[len(s.earlier)-1]
		s.earlier = s.earlier[:len(s.earlier)-1]
		copy(s.counts, last.Counts)
		s.voters, s.revealed = last.Voters, true
		return nil
	default:
		return app.Invalid(op, app.Say("ballot.error.nothing"))
	}
	s.forget()
	return nil
}

// forget overwrites the last single vote.
func (s *sums) forget() {
	clear(s.undo.vote)
	s.undo = undo{}
}

// Reveal ends the round and returns its result; after that it returns the same again. When nobody has voted it is an Error
// of KindInvalid.
func (b *Ballot) Reveal() (Result, error) {
	s := b.sealed()
	if !s.revealed {
		voters := b.Votes()
		if voters == 0 {
			return Result{}, app.Invalid("reveal a vote", app.Say("ballot.error.nobody"))
		}
		for i, n := range s.hands {
			s.counts[i] += n
		}
		clear(s.hands)
		s.voters, s.revealed = voters, true
		s.forget()
	}
	return s.result(len(s.earlier) + 1), nil
}

// Revealed tells whether the result of this round is known.
func (b *Ballot) Revealed() bool { return b.sealed().revealed }

// Again begins another round and keeps the result of this one. Before it is revealed it is an Error of KindInvalid.
func (b *Ballot) Again() error {
	s := b.sealed()
	if !s.revealed {
		return app.Invalid("vote again", app.Say("ballot.error.not_yet"))
	}
	s.earlier = append(s.earlier, s.result(len(s.earlier)+1))
	clear(s.counts)
	s.voters, s.revealed = 0, false
	return nil
}

// Earlier returns the results of the rounds before this one.
func (b *Ballot) Earlier() []Result { return append([]Result(nil), b.sealed().earlier...) }
