package ballot

import (
	"fmt"
	"io"
	"log/slog"
	"strconv"
)

// This file keeps votes out of whatever prints or saves a Ballot: it says how many have voted, and nothing else.

// String returns how many have voted.
func (b Ballot) String() string {
	if b.sealed == nil {
		return "ballot"
	}
	return "ballot of " + strconv.Itoa(b.Votes()) + " votes"
}

// GoString is String.
func (b Ballot) GoString() string { return b.String() }

// Format writes String, whatever the verb.
func (b Ballot) Format(f fmt.State, _ rune) { _, _ = io.WriteString(f, b.String()) }

// LogValue is String.
func (b Ballot) LogValue() slog.Value { return slog.StringValue(b.String()) }

// MarshalText returns String.
func (b Ballot) MarshalText() ([]byte, error) { return []byte(b.String()), nil }

// MarshalJSON returns String.
func (b Ballot) MarshalJSON() ([]byte, error) { return []byte(strconv.Quote(b.String())), nil }
