package schoolfile

import (
	"context"
	"database/sql"
	"fmt"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"waymark/app"
)

// manyRecords returns a school with some n records: goals with actions, indicators, measurements and check-ins.
func manyRecords(n int) []app.Record {
	source := &counting{}
	day := app.NewDate(2026, time.September, 1)
	cycle := app.Cycle{ID: app.IDFrom[app.Cycle](source), Start: day, End: day.AddYears(3)}
	school := app.School{ID: app.IDFrom[app.School](source), Name: "Männi Kool", Currency: "EUR", Current: cycle.ID}
	member := app.Member{ID: app.IDFrom[app.Member](source), Role: "Õppealajuhataja", Position: 1}
	priority := app.Priority{ID: app.IDFrom[app.Priority](source), Cycle: cycle.ID, Title: "Lugemine", Position: 1}
	review := app.Review{ID: app.IDFrom[app.Review](source), Cycle: cycle.ID, Date: day}
	records := []app.Record{school, cycle, member, priority, review}
	sentence := "Iga õpilane loeb iga päev vähemalt kakskümmend minutit ja räägib loetust oma klassis. "
	for i := 0; len(records) < n; i++ {
		goal := app.Goal{ID: app.IDFrom[app.Goal](source), Priority: priority.ID, Text: sentence, Position: i}
		action := app.Action{ID: app.IDFrom[app.Action](source), Goal: goal.ID, Text: sentence, Responsible: member.ID,
			Supporters: "kõik õpetajad", Start: day, End: day.AddDays(90), Cost: 125_00, Funding: "kool", Hours: app.QuantityOf(12.5),
			Status: app.Planned, Evidence: sentence, Position: i}
		indicator := app.Indicator{ID: app.IDFrom[app.Indicator](source), Goal: goal.ID, Name: "lugejaid", Baseline: app.QuantityOf(41),
			Target: app.QuantityOf(75), Unit: "%", Direction: app.Up, Method: "küsitlus", Due: day.AddYears(2), Position: i}
		measurement := app.Measurement{ID: app.IDFrom[app.Measurement](source), Indicator: indicator.ID, Date: day, Value: app.QuantityOf(44)}
		checkIn := app.CheckIn{ID: app.IDFrom[app.CheckIn](source), Review: review.ID, Action: action.ID, Status: app.InProgress,
			Confidence: 4, Note: sentence}
		records = append(records, goal, action, indicator, measurement, checkIn)
	}
	return records[:n]
}

// counting yields bytes that spread as random ones do and are always the same.
type counting struct{ state uint64 }

func (c *counting) Read(p []byte) (int, error) {
	for i := range p {
		c.state = c.state*6364136223846793005 + 1442695040888963407
		p[i] = byte(c.state >> 56)
	}
	return len(p), nil
}

func benchmarkFile(b *testing.B, n int) (string, []app.Record) {
	records := manyRecords(n)
	path := filepath.Join(b.TempDir(), "school.waymark")
	f, err := Create(path, SystemEnv(), records...)
	if err != nil {
		b.Fatal(err)
	}
	if err := f.Close(); err != nil {
		b.Fatal(err)
	}
	return path, records
}

func BenchmarkOpenSmall(b *testing.B)     { benchmarkOpen(b, 60) }
func BenchmarkOpen10000(b *testing.B)     { benchmarkOpen(b, 10_000) }
func BenchmarkOpenSmallBare(b *testing.B) { benchmarkOpenBare(b, 60) }
func BenchmarkOpen10000Bare(b *testing.B) { benchmarkOpenBare(b, 10_000) }
func BenchmarkCreate10000(b *testing.B) {
	records := manyRecords(10_000)
	for i := range b.N {
		f, err := Create(filepath.Join(b.TempDir(), fmt.Sprint(i)), SystemEnv(), records...)
		if err != nil {
			b.Fatal(err)
		}
		_ = f.Close()
	}
}

func benchmarkOpen(b *testing.B, n int) {
	path, records := benchmarkFile(b, n)
	for b.Loop() {
		f, err := Open(context.Background(), path, SystemEnv())
		if err != nil {
			b.Fatal(err)
		}
		if f.Book().Goals.Len() == 0 || len(records) != n {
			b.Fatal("nothing was read")
		}
		if err := f.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

// benchmarkOpenBare reads the same columns of the same tables by database/sql into variables of their own type.
func benchmarkOpenBare(b *testing.B, n int) {
	path, _ := benchmarkFile(b, n)
	tables := newTables()
	for b.Loop() {
		db, err := sql.Open("sqlite", "file://"+path+"?mode=rw")
		if err != nil {
			b.Fatal(err)
		}
		read := 0
		for _, t := range tables {
			read += bareRows(b, db, t)
		}
		if read != n {
			b.Fatalf("read %d rows", read)
		}
		if err := db.Close(); err != nil {
			b.Fatal(err)
		}
	}
}

func bareRows(b *testing.B, db *sql.DB, t *table) int {
	rows, err := db.Query(t.query)
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = rows.Close() }()
	types, err := rows.ColumnTypes()
	if err != nil {
		b.Fatal(err)
	}
	into := make([]any, len(types))
	for i, c := range types {
		switch c.DatabaseTypeName() {
		case "INTEGER":
			into[i] = new(int64)
		case "REAL":
			into[i] = new(sql.NullFloat64)
		case "BLOB":
			into[i] = new([]byte)
		default:
			into[i] = new(sql.NullString)
		}
	}
	n := 0
	for ; rows.Next(); n++ {
		if err := rows.Scan(into...); err != nil {
			b.Fatal(err)
		}
	}
	if err := rows.Err(); err != nil {
		b.Fatal(err)
	}
	return n
}

func BenchmarkEdit(b *testing.B) {
	path, records := benchmarkFile(b, 10_000)
	f, err := Open(context.Background(), path, SystemEnv())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	h := app.NewHistory(f.Book(), f, time.Now)
	action := records[6].(app.Action)
	for i := 0; b.Loop(); i++ {
		after := action
		after.Text = fmt.Sprintf("Lugemistund %d %s", i, strings.Repeat("iga päev ", 10))
		if err := h.Do(context.Background(), app.Edit{Label: app.Say("edit.change"), Changes: []app.Change{app.Update(action, after)}}); err != nil {
			b.Fatal(err)
		}
		action = after
	}
}

// BenchmarkEditBare writes the same rows, the one of the log too, in a transaction of database/sql.
func BenchmarkEditBare(b *testing.B) {
	path, records := benchmarkFile(b, 10_000)
	db, err := sql.Open("sqlite", "file://"+path+"?mode=rw&_txlock=immediate&_synchronous=EXTRA&_foreign_keys=1")
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = db.Close() }()
	db.SetMaxOpenConns(1)
	action := records[6].(app.Action)
	update, err := db.Prepare("UPDATE action SET text = ? WHERE id = ?")
	if err != nil {
		b.Fatal(err)
	}
	insert, err := db.Prepare("INSERT INTO activity (at, cause, changes) VALUES (?, ?, ?)")
	if err != nil {
		b.Fatal(err)
	}
	for i := 0; b.Loop(); i++ {
		text := fmt.Sprintf("Lugemistund %d %s", i, strings.Repeat("iga päev ", 10))
		tx, err := db.Begin()
		if err != nil {
			b.Fatal(err)
		}
		if _, err := tx.Stmt(update).Exec(text, string(action.ID)); err != nil {
			b.Fatal(err)
		}
		if _, err := tx.Stmt(insert).Exec("2026-11-24T14:02:00Z", "do", `["`+text+text+`"]`); err != nil {
			b.Fatal(err)
		}
		if err := tx.Commit(); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkRemoveAndUndoAll(b *testing.B) {
	path, records := benchmarkFile(b, 10_000)
	f, err := Open(context.Background(), path, SystemEnv())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	h := app.NewHistory(f.Book(), f, time.Now)
	priority := records[3]
	edit := app.RemoveEdit(f.Book(), priority)
	b.ReportMetric(float64(len(edit.Changes)), "records")
	for b.Loop() {
		if err := h.Do(context.Background(), edit); err != nil {
			b.Fatal(err)
		}
		if err := h.Undo(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkUndo(b *testing.B) {
	path, records := benchmarkFile(b, 10_000)
	f, err := Open(context.Background(), path, SystemEnv())
	if err != nil {
		b.Fatal(err)
	}
	defer func() { _ = f.Close() }()
	h := app.NewHistory(f.Book(), f, time.Now)
	action := records[6].(app.Action)
	after := action
	after.Text = "Lugemistund"
	if err := h.Do(context.Background(), app.Edit{Label: app.Say("edit.change"), Changes: []app.Change{app.Update(action, after)}}); err != nil {
		b.Fatal(err)
	}
	for undo := true; b.Loop(); undo = !undo {
		step := h.Redo
		if undo {
			step = h.Undo
		}
		if err := step(context.Background()); err != nil {
			b.Fatal(err)
		}
	}
}
