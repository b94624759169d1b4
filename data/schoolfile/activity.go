package schoolfile

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/json"
	"fmt"
	"strconv"
	"time"

	"waymark/app"
)

// The log keeps what was done lately as it was done, in the table activity. When that grows beyond these it is packed.
const (
	maxLooseLines = 200
	maxLooseBytes = 64 << 10
)

// loggedBytes is the most bytes of a picture that the log keeps; a larger one is left out.
const loggedBytes = 16 << 10

// pile is how much of the log is not packed yet.
type pile struct{ lines, bytes int }

// log adds a line to the activity log, and packs the log when it has grown.
func (w *writer) log(ctx context.Context, steps []step, cause app.Cause, at time.Time) error {
	if w.loose == nil {
		var p pile
		row := w.on.QueryRowContext(ctx, "SELECT count(*), coalesce(sum(length(changes)), 0) FROM activity")
		if err := row.Scan(&p.lines, &p.bytes); err != nil {
			return err
		}
		w.loose = &p
	}
	changes := changesJSON(steps)
	err := w.one(ctx, "INSERT INTO activity (at, cause, changes) VALUES (?, ?, ?)", []any{at.Format(time.RFC3339), string(cause), changes})
	if err != nil {
		return err
	}
	w.loose.lines, w.loose.bytes = w.loose.lines+1, w.loose.bytes+len(changes)
	if w.loose.lines <= maxLooseLines && w.loose.bytes <= maxLooseBytes {
		return nil
	}
	w.loose = nil // counted again, whatever becomes of the transaction
	return w.pack(ctx)
}

// changesJSON lists the steps with kind, ID and the values of the columns before and after: all of them for an insert or a
// delete, those that differ for an update. Bytes are base64.
func changesJSON(steps []step) string {
	var b bytes.Buffer
	b.WriteByte('[')
	for _, s := range steps {
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"kind":"%s","id":"%s"`, s.table.kind, s.id)
		if s.before != nil {
			b.WriteString(`,"before":`)
			s.table.writeJSON(&b, s.before, s.after)
		}
		if s.after != nil {
			b.WriteString(`,"after":`)
			s.table.writeJSON(&b, s.after, s.before)
		}
		b.WriteByte('}')
	}
	b.WriteByte(']')
	return b.String()
}

// writeJSON writes the values of row as an object, without the ID and without what is the same in other, if there is one.
func (t *table) writeJSON(b *bytes.Buffer, row, other []any) {
	b.WriteByte('{')
	first := true
	for i := 1; i < len(t.columns); i++ {
		if other != nil && sameValue(row[i], other[i]) {
			continue
		}
		if !first {
			b.WriteByte(',')
		}
		first = false
		b.WriteString(`"` + t.columns[i].name + `":`)
		writeValue(b, row[i])
	}
	b.WriteByte('}')
}

func sameValue(a, b any) bool {
	if bytesA, ok := a.([]byte); ok {
		bytesB, ok := b.([]byte)
		return ok && bytes.Equal(bytesA, bytesB)
	}
	return a == b
}

// writeValue writes one value of a column; there are no others than these.
func writeValue(b *bytes.Buffer, value any) {
	switch v := value.(type) {
	case int64:
		b.WriteString(strconv.FormatInt(v, 10))
	case float64:
		b.WriteString(strconv.FormatFloat(v, 'f', -1, 64))
	case []byte:
		if len(v) > loggedBytes {
			v = nil
		}
		b.WriteString(`"` + base64.StdEncoding.EncodeToString(v) + `"`)
	case string:
		writeText(b, v)
	default:
		b.WriteString("null")
	}
}

func writeText(b *bytes.Buffer, s string) {
	e := json.NewEncoder(b)
	e.SetEscapeHTML(false)
	_ = e.Encode(s) // a string into a buffer cannot fail
	b.Truncate(b.Len() - 1)
}

// nothing is what a column of the form holds when it holds nothing.
func (f form) nothing() any {
	switch f {
	case wholeForm:
		return int64(0)
	case realForm:
		return nil
	case bytesForm:
		return []byte{}
	}
	return ""
}

// parse reads a value that writeValue wrote, as decoded with json.Number.
func (f form) parse(value any) (any, error) {
	switch v := value.(type) {
	case nil:
		return nil, nil
	case json.Number:
		if f == wholeForm {
			return v.Int64()
		}
		return v.Float64()
	case string:
		if f == bytesForm {
			return base64.StdEncoding.DecodeString(v)
		}
		return v, nil
	}
	return nil, fmt.Errorf("a %T in the log", value)
}
