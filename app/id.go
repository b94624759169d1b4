package app

import (
	"crypto/rand"
	"encoding/hex"
	"io"
)

// ID names one record of kind R for ever: 128 random bits as 32 lower-case hexadecimal digits, so that records of two
// files never collide when they are merged. The empty ID means "none".
type ID[R any] string

// NewID draws a fresh ID from the system's randomness.
func NewID[R any]() ID[R] { return IDFrom[R](rand.Reader) }

// IDFrom draws an ID from source, which must yield 16 bytes; the sample school uses a fixed source so that equal input
// gives equal bytes. It panics when source runs dry, as crypto/rand does.
func IDFrom[R any](source io.Reader) ID[R] {
	var raw [16]byte
	if _, err := io.ReadFull(source, raw[:]); err != nil {
		panic("app: no randomness for an ID: " + err.Error())
	}
	return ID[R](hex.EncodeToString(raw[:]))
}

// ValidID tells whether s has the form of an ID: 32 lower-case hexadecimal digits.
func ValidID(s string) bool {
	if len(s) != 32 {
		return false
	}
	for _, c := range s {
		if (c < '0' || c > '9') && (c < 'a' || c > 'f') {
			return false
		}
	}
	return true
}
