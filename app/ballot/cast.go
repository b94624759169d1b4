package ballot

import "waymark/app"

// Cast takes one person's whole vote: an option for each dot, in any order, or one grade. Fewer dots than given count. A
// vote that cannot be taken changes nothing and is an Error of KindInvalid, which never repeats what was voted.
func (b *Ballot) Cast(choices ...int) error {
	if err := b.Check(choices...); err != nil {
		return err
	}
	s := b.sealed()
	s.forget()
	s.undo.vote = append(make([]int, 0, s.dots), choices...)
	for _, option := range choices {
		s.counts[option-1]++
	}
	s.voters++
	return nil
}

// Check returns the error that Cast would return, and counts nothing.
func (b *Ballot) Check(choices ...int) error {
	s := b.sealed()
	if err := s.refused(choices); err != nil {
		return err
	}
	if s.expected > 0 && b.Votes() >= s.expected {
		return app.Invalid("cast a vote", app.Say("ballot.error.twice", "count", s.expected))
	}
	return nil
}

// refused says why a vote cannot be taken, nil if it can.
func (s *sums) refused(choices []int) error {
	const op = "cast a vote"
	switch {
	case s.revealed:
		return app.Invalid(op, app.Say("ballot.error.ended"))
	case len(choices) == 0:
		return app.Invalid(op, app.Say("ballot.error.empty"))
	case len(choices) > s.dots && s.kind == Scale:
		return app.Invalid(op, app.Say("ballot.error.one", "highest", s.options))
	case len(choices) > s.dots:
		return app.Invalid(op, app.Say("ballot.error.dots", "count", s.dots))
	}
	for i, option := range choices {
		if option < 1 || option > s.options {
			return s.unknown(op)
		}
		same := 0
		for _, before := range choices[:i+1] {
			if before == option {
				same++
			}
		}
		if same > s.most {
			return app.Invalid(op, app.Say("ballot.error.most", "count", s.most))
		}
	}
	return nil
}

// unknown says which numbers there are.
func (s *sums) unknown(op string) error {
	if s.kind == Scale {
		return app.Invalid(op, app.Say("ballot.error.scale", "highest", s.options))
	}
	return app.Invalid(op, app.Say("ballot.error.option", "highest", s.options))
}

// Hands takes how many hands were raised for an option, instead of single votes or beside them; counted anew, the new
// number replaces the old. What cannot be is an Error of KindInvalid and changes nothing: no such option, fewer than no
// hands, more than the people present can raise.
func (b *Ballot) Hands(option, count int) error {
	s := b.sealed()
	const op = "count hands"
	switch {
	case s.revealed:
		return app.Invalid(op, app.Say("ballot.error.ended"))
	case option < 1 || option > s.options:
		return s.unknown(op)
	case count < 0 || count > mostHands:
		return app.Invalid(op, app.Say("ballot.error.hands"))
	}
	before := s.hands[option-1]
	s.hands[option-1] = count
	if s.expected > 0 && b.Votes() > s.expected {
		s.hands[option-1] = before
		return app.Invalid(op, app.Say("ballot.error.more_hands", "count", s.expected))
	}
	s.forget()
	s.undo.option, s.undo.before = option, before
	return nil
}

// mostHands is more than any room holds; beyond it is a slip of the finger.
const mostHands = 999
