package sheets

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"
)

// Encoding is how the letters of a CSV are written as bytes; its text is its name.
type Encoding string

// The encodings.
const (
	UTF8        Encoding = "UTF-8"
	UTF16LE     Encoding = "UTF-16 LE"
	UTF16BE     Encoding = "UTF-16 BE"
	Windows1257 Encoding = "Windows-1257" // Baltic
	Windows1252 Encoding = "Windows-1252" // Western European
	Windows1251 Encoding = "Windows-1251" // Cyrillic
)

// Encodings lists them, for whoever wants to choose.
func Encodings() []Encoding {
	return []Encoding{UTF8, UTF16LE, UTF16BE, Windows1257, Windows1252, Windows1251}
}

// codec returns what turns the bytes into UTF-8; nil for UTF-8.
func (e Encoding) codec() encoding.Encoding {
	switch e {
	case UTF16LE:
		return unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM)
	case UTF16BE:
		return unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM)
	case Windows1257:
		return charmap.Windows1257
	case Windows1252:
		return charmap.Windows1252
	case Windows1251:
		return charmap.Windows1251
	}
	return nil
}

// decode returns the text of a file and how it was written. A wish is taken as it is; without one the encoding is found
// out. Bytes that mean nothing become U+FFFD.
func decode(data string, wish Encoding) (string, Encoding) {
	if wish == "" {
		wish = encodingOf(data)
	}
	if codec := wish.codec(); codec != nil {
		if text, err := codec.NewDecoder().String(data); err == nil {
			data = text
		}
	}
	return strings.TrimPrefix(strings.ToValidUTF8(data, "\ufffd"), "\ufeff"), wish
}

// encodingOf goes by the byte order mark, then by zero bytes, which only UTF-16 has in a table, then by whether the bytes
// are UTF-8.
func encodingOf(data string) Encoding {
	switch {
	case strings.HasPrefix(data, "\xef\xbb\xbf"):
		return UTF8
	case strings.HasPrefix(data, "\xff\xfe"):
		return UTF16LE
	case strings.HasPrefix(data, "\xfe\xff"):
		return UTF16BE
	}
	var zeros [2]int
	start := data[:min(len(data), 4096)]
	for i := range len(start) {
		if start[i] == 0 {
			zeros[i%2]++
		}
	}
	switch enough := len(start) / 5; {
	case zeros[1] > enough && zeros[0] < zeros[1]/4:
		return UTF16LE
	case zeros[0] > enough && zeros[1] < zeros[0]/4:
		return UTF16BE
	case utf8.ValidString(data):
		return UTF8
	}
	return windows(data)
}

// windows chooses among the pages of Windows. Cyrillic text is the one with many such bytes in a row. In the letters of
// Estonian 1257 and 1252 are the same but for š and ž; it is 1252 only with bytes that have no letter in 1257, or there
// have one of Polish alone, and none that is š or ž there.
func windows(data string) Encoding {
	const (
		notIn1257 = "\x81\x83\x88\x8a\x8c\x90\x98\x9a\x9c\x9f\xa1\xa5"
		polish    = "\xca\xd1\xd9\xda\xdd\xea\xf1\xf9\xfa\xfd"
		caron     = "\xd0\xf0\xde\xfe"
	)
	var high, inRows, run int
	for i := range len(data) + 1 {
		if i < len(data) && data[i] >= 0x80 {
			run++
			continue
		}
		high += run
		if run >= 3 {
			inRows += run
		}
		run = 0
	}
	has := func(bytes string) bool {
		for i := range len(bytes) {
			if strings.IndexByte(data, bytes[i]) >= 0 {
				return true
			}
		}
		return false
	}
	switch {
	case inRows*2 > high:
		return Windows1251
	case has(notIn1257), has(polish) && !has(caron):
		return Windows1252
	}
	return Windows1257
}
