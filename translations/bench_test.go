package translations

import "testing"

func BenchmarkNew(b *testing.B) {
	for b.Loop() {
		if _, err := New("et"); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkSay(b *testing.B) {
	p, err := New("et")
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		p.Say("shell.saved", "time", "14:02")
	}
}
