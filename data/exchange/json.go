// Package exchange writes the forms in which a book leaves Waymark for other programs. FORMAT.md in this folder documents
// them. It may import app.
package exchange

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"io"

	"waymark/app"
)

// The name and version that a JSON file begins with. The version changes when a reader of the old one would go wrong.
const (
	FormatName    = "waymark"
	FormatVersion = 1
)

// WriteJSON writes the whole book in the form that FORMAT.md describes, one record a line. Equal books give equal bytes.
// The errors are those of w.
func WriteJSON(w io.Writer, book *app.Book) error {
	lists := map[app.Kind][]app.Record{}
	for r := range book.Records() {
		lists[r.RecordKind()] = append(lists[r.RecordKind()], r)
	}
	out := bufio.NewWriter(w)
	_, _ = fmt.Fprintf(out, "{\n\"format\": %q,\n\"version\": %d", FormatName, FormatVersion) // out keeps its error for Flush
	var line bytes.Buffer
	encoder := json.NewEncoder(&line)
	encoder.SetEscapeHTML(false)
	for _, kind := range app.Kinds() {
		_, _ = fmt.Fprintf(out, ",\n%q: [", kind)
		for i, r := range lists[kind] {
			if i > 0 {
				_ = out.WriteByte(',')
			}
			_ = out.WriteByte('\n')
			line.Reset()
			if err := encoder.Encode(r); err != nil {
				return fmt.Errorf("exchange: %s %s: %w", kind, r.RecordID(), err)
			}
			_, _ = out.Write(bytes.TrimSuffix(line.Bytes(), []byte("\n")))
		}
		if len(lists[kind]) > 0 {
			_ = out.WriteByte('\n')
		}
		_ = out.WriteByte(']')
	}
	_, _ = out.WriteString("\n}\n")
	if err := out.Flush(); err != nil {
		return fmt.Errorf("exchange: %w", err)
	}
	return nil
}
