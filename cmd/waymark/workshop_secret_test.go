//go:build linux

package main

import (
	"bytes"
	"database/sql"
	"encoding/binary"
	"encoding/json"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"unicode/utf16"

	"waymark/app"
	"waymark/data/schoolfile"
	"waymark/translations"
)

// tables is every row of every table in a copy of the school file as it is now, each as text.
func (w *visionOnWall) tables() map[string][]string {
	w.t.Helper()
	whole, err := os.ReadFile(w.file)
	if err != nil {
		w.t.Fatal(err)
	}
	copied := filepath.Join(w.t.TempDir(), "copy.db")
	if err := os.WriteFile(copied, whole, 0o600); err != nil {
		w.t.Fatal(err)
	}
	db, err := sql.Open("sqlite", "file:"+copied+"?mode=ro")
	if err != nil {
		w.t.Fatal(err)
	}
	defer db.Close()
	tables := map[string][]string{}
	for _, name := range w.rows(db, "SELECT name FROM sqlite_master WHERE type = 'table'") {
		tables[name] = w.rows(db, `SELECT * FROM "`+name+`"`)
	}
	return tables
}

// rows is what a query finds, each row as its columns parted by bars.
func (w *visionOnWall) rows(db *sql.DB, query string) (all []string) {
	w.t.Helper()
	rows, err := db.Query(query)
	if err != nil {
		w.t.Fatal(err)
	}
	defer rows.Close()
	columns, err := rows.Columns()
	if err != nil {
		w.t.Fatal(err)
	}
	for rows.Next() {
		values, places := make([]sql.NullString, len(columns)), make([]any, len(columns))
		for i := range values {
			places[i] = &values[i]
		}
		if err := rows.Scan(places...); err != nil {
			w.t.Fatal(err)
		}
		texts := make([]string, len(columns))
		for i, v := range values {
			texts[i] = v.String
		}
		all = append(all, strings.Join(texts, "|"))
	}
	if err := rows.Err(); err != nil {
		w.t.Fatal(err)
	}
	return all
}

// sameTables says what of the file is otherwise than before.
func (w *visionOnWall) sameTables(when string, before, after map[string][]string) {
	w.t.Helper()
	for _, name := range slices.Sorted(maps.Keys(after)) {
		if fresh := beyond(after[name], before[name]); len(fresh) > 0 || len(after[name]) != len(before[name]) {
			w.t.Errorf("%s the file has in %s %q", when, name, fresh)
		}
	}
}

// beyond returns the rows that were not there before.
func beyond(after, before []string) (fresh []string) {
	for _, row := range after {
		if !slices.Contains(before, row) {
			fresh = append(fresh, row)
		}
	}
	return fresh
}

// onlySums sees that a kept vote added nothing to the file but records of the kinds with sums, a line in the log that holds
// the same, and how many records there are.
func (w *visionOnWall) onlySums(before, after map[string][]string, records map[string]int) {
	w.t.Helper()
	fields := map[string][]string{"dot_vote": {"id", "cycle", "held", "voters", "dots", "round"}, "dot_count": {"id", "vote", "theme", "dots"},
		"support": {"id", "draft", "held", "one", "two", "three", "four", "five", "better"}}
	for _, name := range slices.Sorted(maps.Keys(after)) {
		fresh := beyond(after[name], before[name])
		switch want := records[name]; {
		case name == "tally":
			for _, row := range fresh {
				if kind, _, _ := strings.Cut(row, "|"); records[kind] == 0 {
					w.t.Errorf("the vote changed the number of %s", kind)
				}
			}
		case name == "activity":
			if len(fresh) != 1 {
				w.t.Errorf("the vote left %d lines in the log: %q", len(fresh), fresh)
				continue
			}
			w.logged(fresh[0], fields, records)
		case len(fresh) != want || len(after[name]) != len(before[name])+want:
			w.t.Errorf("the vote left %d rows in %s, want %d: %q", len(fresh), name, want, fresh)
		}
	}
}

// logged sees that a line of the log inserts records and holds no fields but theirs.
func (w *visionOnWall) logged(line string, fields map[string][]string, records map[string]int) {
	w.t.Helper()
	var changes []struct {
		Kind   string         `json:"kind"`
		ID     string         `json:"id"`
		Before map[string]any `json:"before"`
		After  map[string]any `json:"after"`
	}
	parts := strings.SplitN(line, "|", 4)
	decoder := json.NewDecoder(strings.NewReader(parts[3]))
	decoder.DisallowUnknownFields()
	if err := decoder.Decode(&changes); err != nil {
		w.t.Fatalf("the log line %q: %v", line, err)
	}
	counted := map[string]int{}
	for _, c := range changes {
		counted[c.Kind]++
		if len(c.Before) > 0 {
			w.t.Errorf("the vote changed %s %v", c.Kind, c.Before)
		}
		for field := range c.After {
			if !slices.Contains(fields[c.Kind], field) {
				w.t.Errorf("the log holds %s of %s", field, c.Kind)
			}
		}
	}
	if !maps.Equal(counted, records) {
		w.t.Errorf("the log tells of %v, want %v", counted, records)
	}
}

// encodings is every way in which somebody might have written choices in a row.
func encodings(choices string) map[string][]byte {
	ways := map[string][]byte{}
	for _, between := range []string{" ", ",", ", ", ";", "\n", "\t"} {
		text := strings.Join(strings.Split(choices, ""), between)
		ways[fmt.Sprintf("text %q", text)] = []byte(text)
		var wide []byte
		for _, unit := range utf16.Encode([]rune(text)) {
			wide = binary.LittleEndian.AppendUint16(wide, unit)
		}
		ways[fmt.Sprintf("UTF-16 %q", text)] = wide
	}
	for _, prefix := range []string{"0x", "0x3"} { // as a stack trace has numbers and letters
		text := prefix + strings.Join(strings.Split(choices, ""), ", "+prefix)
		ways[fmt.Sprintf("text %q", text)] = []byte(text)
	}
	for _, order := range []binary.AppendByteOrder{binary.LittleEndian, binary.BigEndian} {
		var short, long, runes []byte
		for _, choice := range choices {
			short = order.AppendUint32(short, uint32(choice-'0'))
			long = order.AppendUint64(long, uint64(choice-'0'))
			runes = order.AppendUint32(runes, uint32(choice))
		}
		ways[fmt.Sprint("32-bit numbers ", order)], ways[fmt.Sprint("64-bit numbers ", order)] = short, long
		ways[fmt.Sprint("runes ", order)] = runes
	}
	if len(choices) > 6 { // fewer digits in a row stand in many an ID
		ways["digits"] = []byte(choices)
		small := make([]byte, len(choices))
		for i := range small {
			small[i] = choices[i] - '0'
		}
		ways["bytes"] = small
	}
	return ways
}

// secrets is what nobody must find: the vote of the one who is alone in it, and all votes as they came.
func secrets() []string {
	return []string{"555", strings.Join(workshopDots, ""), strings.Join(workshopDots[:4], ""), workshopSupport}
}

// found lists the files under a folder that hold a secret in any encoding.
func found(t *testing.T, folder string) (where []string, files int) {
	t.Helper()
	err := filepath.WalkDir(folder, func(path string, entry fs.DirEntry, err error) error {
		if err != nil || !entry.Type().IsRegular() {
			return err
		}
		whole, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		files++
		for _, secret := range secrets() {
			for way, pattern := range encodings(secret) {
				if bytes.Contains(whole, pattern) {
					where = append(where, path+" holds "+secret+" as "+way)
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return where, files
}

// noSingleVote searches all files in the home of the program, and its school file among them.
func (w *visionOnWall) noSingleVote() {
	w.t.Helper()
	where, files := found(w.t, w.desk.Home())
	for _, place := range where {
		w.t.Error(place)
	}
	kept := filepath.Join(w.desk.Home(), ".config", "waymark")
	for _, name := range []string{w.file, filepath.Join(kept, "log.txt"), filepath.Join(kept, "crash.txt"), filepath.Join(kept, "preferences.json"),
		filepath.Join(kept, "backups", "*", "*"+schoolfile.Extension)} {
		if there, err := filepath.Glob(name); err != nil || len(there) == 0 {
			w.t.Errorf("there is no %s to be searched: %v", name, err)
		}
	}
	w.t.Logf("searched %d files", files)
}

func TestAVoteThatSomebodyWroteDownIsFound(t *testing.T) {
	for _, secret := range secrets() {
		for way, pattern := range encodings(secret) {
			folder := t.TempDir()
			write(t, filepath.Join(folder, "log.txt"), "before"+string(pattern)+"after")
			if where, _ := found(t, folder); len(where) == 0 {
				t.Errorf("%s as %s is not found", secret, way)
			}
		}
	}
}

// TestAVoteThatIsCutOffLeavesNothing kills the program while somebody types a vote, and again when all have voted, before the
// reveal; at last it breaks down then, which writes a crash file.
func TestAVoteThatIsCutOffLeavesNothing(t *testing.T) {
	if testing.Short() {
		t.Skip("drives the real window")
	}
	records := workshopTeam(t)
	cycle := records[1].(app.Cycle).ID
	for n, name := range workshopThemes {
		theme := app.Theme{ID: app.NewID[app.Theme](), Cycle: cycle, Name: name, Colour: n, Position: n + 1}
		idea := app.Idea{ID: app.NewID[app.Idea](), Cycle: cycle, Text: workshopIdeas[n], Position: n + 1, Theme: theme.ID}
		records = append(records, theme, idea)
	}
	w := beginWorkshop(t, "vision/vote", "vision.vote", records)
	defer w.report()
	empty := w.keys.Picture()

	for _, votes := range [][]string{workshopDots[:4], workshopDots} {
		w.begin("vote: " + strconv.Itoa(len(votes)) + " people, and killed")
		before := w.snapshot()
		w.cast(votes)
		if len(votes) < len(workshopDots) {
			w.write("55") // somebody is about to vote
		}
		w.processed()
		w.becomes("that votes are in", empty)
		w.program.Kill()
		w.sameFiles(before)
		w.noSingleVote()

		w.open("vision/vote", "vision.vote")
		w.looks("the wall on which nobody has voted", empty)
		if after := slices.Collect(w.book().Records()); !sameRecords(after, records) {
			t.Errorf("the file holds\n%v\nwant\n%v", after, records)
		}
		w.noSingleVote()
	}

	w.begin("vote: 8 people, and broken down")
	w.cast(workshopDots)
	w.processed()
	if err := syscall.Kill(w.program.PID(), syscall.SIGABRT); err != nil {
		t.Fatal(err)
	}
	w.program.Exit()
	words, err := os.ReadFile(filepath.Join(w.desk.Home(), ".config", "waymark", "crash.txt"))
	if err != nil || !strings.Contains(string(words), "goroutine") {
		t.Errorf("the crash file holds %q, %v", words, err)
	}
	w.noSingleVote()
}

// cast lets people vote one after another.
func (w *visionOnWall) cast(votes []string) {
	w.t.Helper()
	for _, dots := range votes {
		w.write(dots)
		w.press("Return")
	}
}

// snapshot is what the school file holds, byte by byte, and the log.
func (w *visionOnWall) snapshot() map[string]string {
	w.t.Helper()
	held := map[string]string{}
	for _, name := range []string{w.file, filepath.Join(w.desk.Home(), ".config", "waymark", "log.txt"),
		filepath.Join(w.desk.Home(), ".config", "waymark", "crash.txt")} {
		whole, err := os.ReadFile(name)
		if err != nil {
			w.t.Fatal(err)
		}
		held[name] = string(whole)
	}
	return held
}

// sameFiles sees that neither the school file nor log nor crash file has changed.
func (w *visionOnWall) sameFiles(before map[string]string) {
	w.t.Helper()
	for name, now := range w.snapshot() {
		if now != before[name] {
			w.t.Errorf("%s has changed", name)
		}
	}
}

// sameRecords tells whether two lists hold the same records in any order.
func sameRecords(a, b []app.Record) bool {
	return len(a) == len(b) && !slices.ContainsFunc(a, func(r app.Record) bool { return !slices.Contains(b, r) })
}

func (w *visionOnWall) words() *translations.Printer {
	w.t.Helper()
	words, err := translations.New(w.language)
	if err != nil {
		w.t.Fatal(err)
	}
	return words
}
