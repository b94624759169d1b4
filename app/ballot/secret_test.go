package ballot_test

import (
	"bytes"
	"encoding/gob"
	"encoding/json"
	"fmt"
	"log/slog"
	"regexp"
	"strings"
	"testing"

	"waymark/app/ballot"
)

// holder is a part of the program that has a ballot, as a value and by pointer.
type holder struct {
	Public *ballot.Ballot
	Value  ballot.Ballot
	hidden ballot.Ballot
	inside *ballot.Ballot
}

// Given two ballots that differ only in what was voted, when they are printed, logged or saved in any way, then nothing
// tells them apart.
func TestNothingThatPrintsOrSavesABallotShowsAVote(t *testing.T) {
	written := func(vote int) string {
		b := ballot.NewScale(9)
		cast(t, b, []int{vote}, []int{vote})
		var out bytes.Buffer
		h := holder{b, *b, *b, b}
		for _, v := range []any{b, *b, h, []any{*b}, map[string]ballot.Ballot{"b": *b}} {
			for _, verb := range []string{"%v", "%+v", "%#v", "%s", "%d", "%x", "%q"} {
				fmt.Fprintf(&out, verb+"\n", v)
			}
			data, err := json.Marshal(v)
			if err != nil {
				t.Fatal(err)
			}
			out.Write(data)
		}
		untimed := slog.HandlerOptions{ReplaceAttr: func(_ []string, a slog.Attr) slog.Attr {
			if a.Key == slog.TimeKey {
				return slog.Attr{}
			}
			return a
		}}
		slog.New(slog.NewTextHandler(&out, &untimed)).Info("vote", "ballot", b, "value", *b, "holder", h)
		slog.New(slog.NewJSONHandler(&out, &untimed)).Info("vote", "ballot", b, "value", *b, "holder", h)
		_ = gob.NewEncoder(&out).Encode(b) // as text, or not at all
		return address.ReplaceAllString(out.String(), "address")
	}
	one, other := written(3), written(7)
	if one != other {
		t.Errorf("the votes can be told apart:\n%s\nand\n%s", one, other)
	}
	if !strings.Contains(one, "ballot of 2 votes") {
		t.Errorf("it does not say how many have voted:\n%s", one)
	}
}

// address is where something is in memory, which differs from run to run.
var address = regexp.MustCompile(`(0[xX])?[0-9a-fA-F]{8,}`)

func TestAnErrorNeverRepeatsAVote(t *testing.T) {
	b := ballot.NewDots(3, 2)
	for _, vote := range [][]int{{77}, {77, 77, 77}} {
		err := b.Cast(vote...)
		if text := fmt.Sprintf("%v %+v %#v", err, err, err); err == nil || strings.Contains(text, "77") {
			t.Errorf("%s", text)
		}
	}
}
