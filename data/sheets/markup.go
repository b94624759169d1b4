package sheets

import (
	"bufio"
	"bytes"
	"errors"
	"io"
	"strconv"
	"unicode/utf8"
)

// markup reads the XML of sheets and of their texts, which is nearly all there is to read in an XLSX: token by token,
// without allocating, several times as fast as encoding/xml. It knows what such parts are made of and refuses the rest: only
// UTF-8, no document type, hence no entities but the five of XML. Prefixes of names are left out.
type markup struct {
	in     *bufio.Reader
	open   []string // names of the elements that are open
	closes bool     // the start that was read is its own end

	kind token
	name []byte // of a start or an end
	rest []byte // attributes of a start
	text []byte // of a text, with its entities resolved
	raw  []byte // what name and rest point into
}

type token int

const (
	startToken token = iota
	endToken
	textToken
)

// mostToken is how long a tag or a text may be; the longest text of a cell has 32,767 letters.
const mostToken = 4 << 20

var errMarkup = errors.New("sheets: this is not the XML of a workbook")

func newMarkup(r io.Reader) *markup { return &markup{in: bufio.NewReaderSize(r, 64<<10)} }

// next reads a token. At the end it returns io.EOF, or errUnclosed while an element is open.
func (m *markup) next() error {
	if m.closes {
		m.closes, m.kind = false, endToken
		return m.end()
	}
	for {
		first, err := m.in.Peek(1)
		switch {
		case err == io.EOF && len(m.open) > 0:
			return errUnclosed
		case err != nil:
			return err
		case first[0] != '<':
			m.kind = textToken
			return m.readText()
		}
		if err := m.readUntil('>'); err != nil {
			return err
		}
		switch tag := m.raw[1 : len(m.raw)-1]; {
		case len(tag) == 0:
			return errMarkup
		case bytes.HasPrefix(tag, []byte("?")):
			if err := m.finish("?>"); err != nil {
				return err
			}
		case bytes.HasPrefix(tag, []byte("!--")):
			if err := m.finish("-->"); err != nil {
				return err
			}
		case bytes.HasPrefix(tag, []byte("![CDATA[")):
			if err := m.finish("]]>"); err != nil {
				return err
			}
			m.kind, m.text = textToken, append(m.text[:0], m.raw[len("<![CDATA["):len(m.raw)-len("]]>")]...)
			return nil
		case tag[0] == '!':
			return errMarkup
		case tag[0] == '/':
			m.kind, m.name = endToken, local(bytes.TrimRight(tag[1:], " \t\r\n"))
			return m.end()
		default:
			return m.start(tag)
		}
	}
}

func (m *markup) start(tag []byte) error {
	for m.inQuotes() { // a > within an attribute
		if err := m.readUntilMore('>'); err != nil {
			return err
		}
		tag = m.raw[1 : len(m.raw)-1]
	}
	if m.closes = tag[len(tag)-1] == '/'; m.closes {
		tag = tag[:len(tag)-1]
	}
	end := bytes.IndexAny(tag, " \t\r\n")
	if end < 0 {
		end = len(tag)
	}
	m.kind, m.name, m.rest = startToken, local(tag[:end]), tag[end:]
	if len(m.name) == 0 || len(m.open) > 100 {
		return errMarkup
	}
	m.open = append(m.open, known(m.name))
	return nil
}

// end takes the innermost open element, which must have this name.
func (m *markup) end() error {
	last := len(m.open) - 1
	if last < 0 || m.open[last] != string(m.name) {
		return errUnclosed
	}
	m.open = m.open[:last]
	return nil
}

// known returns a name without allocating it, where it is one of those that are met often.
func known(name []byte) string {
	switch string(name) {
	case "c":
		return "c"
	case "v":
		return "v"
	case "row":
		return "row"
	case "f":
		return "f"
	case "t":
		return "t"
	case "si":
		return "si"
	case "is":
		return "is"
	case "r":
		return "r"
	}
	return string(name)
}

func local(name []byte) []byte { return name[bytes.IndexByte(name, ':')+1:] }

// inQuotes tells whether the tag that was read ends within the value of an attribute.
func (m *markup) inQuotes() bool {
	var quote byte
	for _, c := range m.raw {
		switch {
		case quote == 0 && (c == '"' || c == '\''):
			quote = c
		case c == quote:
			quote = 0
		}
	}
	return quote != 0
}

// readUntil puts into raw what comes up to and with the byte.
func (m *markup) readUntil(end byte) error {
	m.raw = m.raw[:0]
	return m.readUntilMore(end)
}

func (m *markup) readUntilMore(end byte) error {
	for {
		piece, err := m.in.ReadSlice(end)
		if m.raw = append(m.raw, piece...); len(m.raw) > mostToken {
			return errMarkup
		}
		switch err {
		case bufio.ErrBufferFull:
		case io.EOF:
			return errUnclosed
		default:
			return err
		}
	}
}

// finish reads on until raw ends with the mark.
func (m *markup) finish(mark string) error {
	for !bytes.HasSuffix(m.raw, []byte(mark)) || len(m.raw) < len(mark)+2 {
		if err := m.readUntilMore('>'); err != nil {
			return err
		}
	}
	return nil
}

// readText reads up to the next tag, or the end.
func (m *markup) readText() error {
	m.text = m.text[:0]
	for {
		piece, err := m.in.ReadSlice('<')
		m.text = append(m.text, piece...)
		switch {
		case len(m.text) > mostToken:
			return errMarkup
		case err == bufio.ErrBufferFull:
			continue
		case err == io.EOF:
		case err != nil:
			return err
		default:
			m.text = m.text[:len(m.text)-1]
			if err := m.in.UnreadByte(); err != nil {
				return err
			}
		}
		break
	}
	if !utf8.Valid(m.text) {
		return errMarkup
	}
	var err error
	m.text, err = resolve(m.text)
	return err
}

// resolve replaces entities in place; none is shorter than what it stands for.
func resolve(text []byte) ([]byte, error) {
	at := bytes.IndexByte(text, '&')
	if at < 0 {
		return text, nil
	}
	out := text[:at]
	for rest := text[at:]; len(rest) > 0; {
		if rest[0] != '&' {
			out, rest = append(out, rest[0]), rest[1:]
			continue
		}
		end := bytes.IndexByte(rest[:min(len(rest), 12)], ';')
		if end < 0 {
			return nil, errMarkup
		}
		r, ok := entity(string(rest[1:end]))
		if !ok {
			return nil, errMarkup
		}
		out, rest = utf8.AppendRune(out, r), rest[end+1:]
	}
	return out, nil
}

func entity(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "quot":
		return '"', true
	case "apos":
		return '\'', true
	}
	if len(name) < 2 || name[0] != '#' {
		return 0, false
	}
	digits, base := name[1:], 10
	if digits[0] == 'x' {
		digits, base = digits[1:], 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n == 0 || n > utf8.MaxRune || !utf8.ValidRune(rune(n)) {
		return 0, false
	}
	return rune(n), true
}

// attributes calls take with each attribute of the start that was read. The bytes are good until the next token.
func (m *markup) attributes(take func(name, value []byte) error) error {
	for rest := skipSpace(m.rest); len(rest) > 0; rest = skipSpace(rest) {
		equals := bytes.IndexByte(rest, '=')
		if equals < 0 {
			return errMarkup
		}
		name := local(bytes.TrimRight(rest[:equals], " \t\r\n"))
		rest = skipSpace(rest[equals+1:])
		if len(rest) == 0 || rest[0] != '"' && rest[0] != '\'' {
			return errMarkup
		}
		end := bytes.IndexByte(rest[1:], rest[0])
		if end < 0 {
			return errMarkup
		}
		if err := take(name, rest[1:1+end]); err != nil {
			return err
		}
		rest = rest[end+2:]
	}
	return nil
}

func skipSpace(text []byte) []byte {
	for len(text) > 0 && (text[0] == ' ' || text[0] == '\t' || text[0] == '\r' || text[0] == '\n') {
		text = text[1:]
	}
	return text
}
