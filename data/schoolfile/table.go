package schoolfile

import (
	"database/sql/driver"
	"fmt"
	"reflect"
	"slices"
	"strings"

	"waymark/app"
)

// table maps one kind of record to its table. Its functions share one scratch record, so a table serves one goroutine.
type table struct {
	kind    app.Kind
	columns []column // the first is the id
	byName  []int    // the columns in the order of their names
	scratch []byte   // for the seal
	hold    func(app.Record) bool
	held    func() app.Record
	insert  string
	remove  string
	query   string // all columns, then the seal
}

// newTables maps every kind of record, in the order of app.Kinds.
func newTables() []*table {
	return []*table{
		newTable[app.School](), newTable[app.Cycle](), newTable[app.Member](), newTable[app.Question](), newTable[app.Theme](),
		newTable[app.Idea](), newTable[app.DotVote](), newTable[app.DotCount](), newTable[app.Perspective](), newTable[app.Draft](),
		newTable[app.Support](), newTable[app.Vision](), newTable[app.VisionLine](), newTable[app.VisionVersion](),
		newTable[app.TimeBox](), newTable[app.OwnFramework](), newTable[app.OwnElement](), newTable[app.OwnItem](),
		newTable[app.Assessment](), newTable[app.Judgement](), newTable[app.Evidence](), newTable[app.Survey](),
		newTable[app.SurveyMean](), newTable[app.Remark](),
		newTable[app.Priority](), newTable[app.Need](), newTable[app.Goal](), newTable[app.Indicator](),
		newTable[app.Measurement](), newTable[app.Action](), newTable[app.Review](), newTable[app.CheckIn](),
	}
}

// newTable derives the mapping from the fields of R and their json tags. Reflection ends here: reading and writing rows
// goes through typed pointers into the scratch record.
func newTable[R app.Record]() *table {
	scratch := new(R)
	t := &table{
		kind: (*scratch).RecordKind(),
		hold: func(record app.Record) bool {
			r, ok := record.(R)
			if ok {
				*scratch = r
			}
			return ok
		},
		held: func() app.Record { return *scratch },
	}
	v := reflect.ValueOf(scratch).Elem()
	for i := range v.NumField() {
		t.columns = append(t.columns, newColumn(v.Type().Field(i).Tag.Get("json"), v.Field(i)))
	}
	t.byName = make([]int, len(t.columns))
	for i := range t.byName {
		t.byName[i] = i
	}
	slices.SortFunc(t.byName, func(a, b int) int { return strings.Compare(t.columns[a].name, t.columns[b].name) })
	names, marks := make([]string, len(t.columns)), make([]string, len(t.columns))
	for i, c := range t.columns {
		names[i], marks[i] = `"`+c.name+`"`, "?"
	}
	all := strings.Join(names, ", ")
	t.query = fmt.Sprintf("SELECT %s, seal FROM %s", all, t.kind)
	t.insert = fmt.Sprintf("INSERT INTO %s (%s, seal) VALUES (%s, ?)", t.kind, all, strings.Join(marks, ", "))
	t.remove = fmt.Sprintf("DELETE FROM %s WHERE id = ?", t.kind)
	return t
}

// record returns the record that a row stands for. The error says which column does not hold what it should.
func (t *table) record(row []driver.Value) (app.Record, error) {
	for i := range t.columns {
		if err := t.columns[i].read(row[i]); err != nil {
			return nil, fmt.Errorf("%s %v, %s: %w", t.kind, row[0], t.columns[i].name, err)
		}
	}
	return t.held(), nil
}

// row returns the values of a record's columns, in order. A value that could not be read back is an app.Error of
// KindInvalid.
func (t *table) row(record app.Record) ([]any, error) {
	if !t.hold(record) {
		return nil, fmt.Errorf("schoolfile: %T is not a %s", record, t.kind)
	}
	row := make([]any, len(t.columns))
	for i := range t.columns {
		value, err := t.columns[i].write()
		if err != nil {
			return nil, fmt.Errorf("schoolfile: %s %s, %s: %w", t.kind, record.RecordID(), t.columns[i].name, err)
		}
		row[i] = value
	}
	return row, nil
}

// rows returns the values of a change before and after; nil for a side that is not there.
func (t *table) rows(c app.Change) (before, after []any, err error) {
	if c.Before != nil {
		if before, err = t.row(c.Before); err != nil {
			return nil, nil, err
		}
	}
	if c.After != nil {
		after, err = t.row(c.After)
	}
	return before, after, err
}

// command returns the statement that brings a row from before to after, one of which may be nil, and its arguments. An
// update names only the columns that differ, so that the indexes of the others need not be written.
func (t *table) command(before, after []any) (query string, args []any) {
	switch {
	case after == nil:
		return t.remove, []any{before[0]}
	case before == nil:
		return t.insert, append(slices.Clone(after), seal(t, after))
	}
	var sets strings.Builder
	for i, column := range t.columns {
		if sameValue(before[i], after[i]) {
			continue
		}
		sets.WriteString(`"` + column.name + `" = ?, `)
		args = append(args, after[i])
	}
	return fmt.Sprintf("UPDATE %s SET %sseal = ? WHERE id = ?", t.kind, sets.String()), append(args, seal(t, after), after[0])
}

// fill makes a record from named values in the form of writeValue; columns that are not named, such as those that a later
// version added, hold nothing.
func (t *table) fill(id string, values map[string]any) (app.Record, error) {
	row := make([]driver.Value, len(t.columns))
	row[0] = id
	for i, c := range t.columns[1:] {
		value, named := values[c.name]
		if !named {
			row[i+1] = c.blank()
			continue
		}
		parsed, err := c.form.parse(value)
		if err != nil {
			return nil, fmt.Errorf("%s %s, %s: %w", t.kind, id, c.name, err)
		}
		row[i+1] = parsed
	}
	return t.record(row)
}
