package room

import (
	"fmt"
	"time"
)

// usualTime is what the timer begins with when a step proposes nothing.
const usualTime = 5 * time.Minute

func (b *Board) toggleTimer() {
	if b.running {
		b.running = false
		b.Close()
		return
	}
	if b.left == 0 {
		b.left = usualTime
		if t := b.Step().Time; t > 0 {
			b.left = t
		}
	}
	b.running = true
	b.wait()
}

func (b *Board) wait() {
	b.tick = b.host.After(time.Second, func() {
		b.tick = nil
		if !b.running {
			return
		}
		b.left -= time.Second
		if b.left <= 0 {
			b.left, b.running = 0, false
			b.problem = b.host.Words().Say("room.time_is_up")
		} else {
			b.wait()
		}
		b.paint()
	})
}

// clock is the time that is left, empty when nobody asked for it.
func (b *Board) clock() string {
	if b.left == 0 && !b.running {
		return ""
	}
	left := fmt.Sprintf("%d:%02d", int(b.left.Minutes()), int(b.left.Seconds())%60)
	if !b.running {
		left = "❚❚ " + left
	}
	return left
}
