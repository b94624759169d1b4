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

const insertActivity = "INSERT INTO activity (at, cause, label, args, changes) VALUES (?, ?, ?, ?, ?)"

// log adds a line to the activity log.
func (w *writer) log(ctx context.Context, edit app.Edit, cause app.Cause, at time.Time) error {
	args, err := json.Marshal(argsJSON(edit.Label.Args))
	if err != nil {
		return err
	}
	changes, err := w.changesJSON(edit.Changes)
	if err != nil {
		return err
	}
	return w.one(ctx, insertActivity, []any{at.Format(time.RFC3339), string(cause), edit.Label.Key, string(args), changes})
}

// argsJSON makes the arguments of a text fit for JSON. Strings and whole numbers stay as they are; everything else is an
// object that names its type, so that it can be read back.
func argsJSON(args map[string]any) map[string]any {
	out := make(map[string]any, len(args))
	for name, arg := range args {
		switch a := arg.(type) {
		case string, int:
			out[name] = a
		case app.Text:
			out[name] = map[string]any{"text": a.Key, "args": argsJSON(a.Args)}
		case app.Date:
			out[name] = map[string]any{"date": a}
		case app.Money:
			out[name] = map[string]any{"money": a}
		case app.Quantity:
			out[name] = map[string]any{"quantity": a}
		default:
			out[name] = fmt.Sprint(a)
		}
	}
	return out
}

// changesJSON lists the changes with kind, ID and the values of the columns before and after: all of them for an insert or
// a delete, those that differ for an update. Bytes are base64.
func (w *writer) changesJSON(changes []app.Change) (string, error) {
	var b bytes.Buffer
	b.WriteByte('[')
	for _, c := range changes {
		if c.Before == c.After {
			continue
		}
		t, err := w.table(c.Record())
		if err != nil {
			return "", err
		}
		var before, after []any
		if c.Before != nil {
			if before, err = t.row(c.Before); err != nil {
				return "", err
			}
		}
		if c.After != nil {
			if after, err = t.row(c.After); err != nil {
				return "", err
			}
		}
		if b.Len() > 1 {
			b.WriteByte(',')
		}
		fmt.Fprintf(&b, `{"kind":"%s","id":"%s"`, t.kind, c.Record().RecordID())
		if before != nil {
			b.WriteString(`,"before":`)
			t.writeJSON(&b, before, after)
		}
		if after != nil {
			b.WriteString(`,"after":`)
			t.writeJSON(&b, after, before)
		}
		b.WriteByte('}')
	}
	b.WriteByte(']')
	return b.String(), nil
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
