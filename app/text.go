package app

import "errors"

// Text is a sentence not yet put into words: the key of a translation and its arguments by name. Whoever draws it turns
// it into the language of the moment; nothing is ever compared or stored by its translated form. A text without a key is
// said as it stands, see Literal.
type Text struct {
	Key   string
	Args  map[string]any
	Words string
}

// Say returns the text for key; pairs alternate argument names and values (strings, ints, Dates, Money, Quantities or
// further Texts). The argument "count" chooses the plural form.
func Say(key string, pairs ...any) Text {
	text := Text{Key: key}
	for i := 0; i+1 < len(pairs); i += 2 {
		if text.Args == nil {
			text.Args = make(map[string]any, len(pairs)/2)
		}
		text.Args[pairs[i].(string)] = pairs[i+1]
	}
	return text
}

// Literal is a text that somebody wrote, which is the same in every language.
func Literal(text string) Text { return Text{Words: text} }

// ErrorKind says what class of trouble an Error is, so that each can have its own way on.
type ErrorKind int

// The kinds of Error.
const (
	KindInternal    ErrorKind = iota // a fault of Waymark itself
	KindInvalid                      // input that cannot be taken; the sentence says what to type
	KindConflict                     // the record changed or vanished since it was read
	KindNotFound                     // no such file or record
	KindForeign                      // not a school file
	KindNewer                        // a school file of a newer Waymark
	KindDamaged                      // a school file whose bytes are damaged
	KindReadOnly                     // the place cannot be written
	KindLocked                       // another Waymark has the file open
	KindFull                         // no room left on the disk
	KindUnavailable                  // the file or its place has gone (a stick pulled out)
)

// Error is every failure that a user may see: the operation that failed, its kind, one plain sentence that says what to
// do, and the cause for the log.
type Error struct {
	Op   string
	Kind ErrorKind
	Text Text
	Err  error
}

// Error returns operation, key and cause; it is for logs, never shown.
func (e *Error) Error() string {
	s := e.Op + ": " + e.Text.Key
	if e.Err != nil {
		s += ": " + e.Err.Error()
	}
	return s
}

// Unwrap returns the cause.
func (e *Error) Unwrap() error { return e.Err }

// Invalid returns an Error of KindInvalid.
func Invalid(op string, text Text) *Error { return &Error{Op: op, Kind: KindInvalid, Text: text} }

// KindOf returns the kind of the first Error in err's chain, KindInternal when there is none.
func KindOf(err error) ErrorKind {
	var e *Error
	if errors.As(err, &e) {
		return e.Kind
	}
	return KindInternal
}

// Sentence returns what to tell the user about err: the text of the first Error in its chain, or a general sentence.
func Sentence(err error) Text {
	var e *Error
	if errors.As(err, &e) {
		return e.Text
	}
	return Say("error.internal")
}
