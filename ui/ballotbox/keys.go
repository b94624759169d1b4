package ballotbox

import (
	"slices"
	"strconv"
	"unicode"

	"fyne.io/fyne/v2"

	"waymark/app"
)

func numeral(n int) string { return strconv.Itoa(n) }

// TypedKey takes a key and tells whether it was used. Keys of letters, digits and the space are TypedRune's.
func (b *Box) TypedKey(e *fyne.KeyEvent) bool {
	open := !b.ballot.Revealed()
	soon := b.soon
	b.soon = false
	switch e.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if soon && open {
			break // whoever presses Enter after the digit means the same
		}
		if open {
			b.Take()
		} else {
			b.Keep()
		}
	case fyne.KeyBackspace:
		if n := len(b.entry); n > 0 {
			b.entry[n-1] = 0
			b.entry = b.entry[:n-1]
			b.did(nil)
		} else {
			b.TakeBack()
		}
	case fyne.KeyEscape:
		if len(b.entry) == 0 {
			return false
		}
		b.wipe()
		b.did(nil)
	case fyne.KeyUp, fyne.KeyDown:
		if !open || b.way != Hands {
			return false
		}
		step := 1
		if e.Name == fyne.KeyUp {
			step = -1
		}
		b.Pick(max(1, min(b.at+step, len(b.question.Options))))
	default:
		return false
	}
	return true
}

// TypedRune takes a letter, digit or sign and tells whether it was used.
func (b *Box) TypedRune(r rune) bool {
	b.soon = false
	if b.ballot.Revealed() {
		switch r {
		case 'v', 'V':
			b.Again()
		case ' ': // it is on show already
		default:
			return r >= '0' && r <= '9' // a late vote does nothing else
		}
		return true
	}
	switch {
	case r >= '0' && r <= '9':
		b.add(r)
	case r == ' ' && len(b.entry) == 0:
		b.Reveal()
	case r == ' ' && b.way == Hands:
		b.Take()
	case r == ' ' || r == ',' || r == ';':
		if len(b.entry) > 0 {
			b.add(r)
		}
	case r == '+':
		b.More()
	case r == '-' || r == '−':
		b.Fewer()
	case r == 'm' || r == 'M':
		b.Choose((b.way + 1) % ways)
	default:
		return false
	}
	return true
}

// add goes on typing. What cannot become a vote is told at once and not added, so that nobody types in vain.
func (b *Box) add(typed ...rune) {
	next := append(slices.Clone(b.entry), typed...)
	defer clear(next)
	if b.way == Hands {
		b.addHands(next)
		return
	}
	choices := b.choices(next)
	defer clear(choices)
	if len(choices) > 0 {
		if err := b.ballot.Check(choices...); err != nil {
			b.did(err)
			return
		}
	}
	b.wipe()
	b.entry = append(b.entry, next...)
	if b.question.Dots == 0 && len(choices) == 1 && choices[0]*10 > len(b.question.Options) {
		b.Take() // on a scale one digit is the whole vote
		return
	}
	b.did(nil)
}

// choices returns the numbers that are typed. A number ends at a space or comma, or where one more digit could only begin
// another: of 20 options, 37 is 3 and 7, and 12 is 12.
func (b *Box) choices(typed []rune) []int {
	var numbers []int
	open := false // the last number may go on
	for _, r := range typed {
		if !unicode.IsDigit(r) {
			open = false
			continue
		}
		digit := int(r - '0')
		if n := len(numbers) - 1; open && numbers[n]*10+digit <= len(b.question.Options) {
			numbers[n] = numbers[n]*10 + digit
		} else {
			numbers = append(numbers, digit)
		}
		last := numbers[len(numbers)-1]
		open = last > 0 && last*10 <= len(b.question.Options)
	}
	return numbers
}

// addHands goes on typing the number of hands.
func (b *Box) addHands(typed []rune) {
	if b.at > len(b.question.Options) {
		b.at = 1
	}
	if len(typed) > 3 {
		b.did(app.Invalid("count hands", app.Say("ballot.error.hands")))
		return
	}
	b.wipe()
	b.entry = append(b.entry, typed...)
	if here := b.ballot.Expected(); here > 0 && here < 10 {
		b.takeHands() // one digit counts all who can raise a hand
		b.soon = true
		return
	}
	b.did(nil)
}

// takeHands counts the hands of the option and goes on to the next. With nothing typed it only goes on.
func (b *Box) takeHands() {
	all := len(b.question.Options)
	if b.at > all {
		b.at = 1
		b.did(nil)
		return
	}
	if len(b.entry) > 0 {
		n, _ := strconv.Atoi(string(b.entry))
		b.wipe()
		if err := b.ballot.Hands(b.at, n); err != nil {
			b.did(err)
			return
		}
		b.counted[b.at-1], b.last = true, b.at
	}
	b.at++
	b.did(nil)
}
