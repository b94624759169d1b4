package schoolfile

import (
	"database/sql/driver"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
	"strings"

	"waymark/app"
)

// The numbers that a school file can hold: every one of them is read back exactly as it was written.
const (
	maxInt      = math.MaxInt32
	maxMoney    = 1_000_000_000_000_000
	maxQuantity = 1_000_000_000_000
)

// What a school file may hold, so that one made to hurt cannot take all memory. Waymark itself writes no text longer than
// app.MaxText letters, which are at most four bytes each.
const (
	maxRecords = 300_000
	maxLength  = 4 * app.MaxText
	maxBytes   = 4 << 20
	maxTotal   = 400 << 20
)

// column maps one field to one column, by way of a field of the table's scratch record.
type column struct {
	name  string
	form  form
	read  func(driver.Value) error
	write func() (any, error)
	held  func() any // the field itself
}

// form is how SQLite stores a column.
type form int

const (
	textForm form = iota // also dates, IDs and choices
	wholeForm
	realForm
	bytesForm
)

// newColumn maps the field, which must be addressable, to the column name. A field type that no column can hold is a
// mistake in package app and panics.
func newColumn(name string, field reflect.Value) column {
	c := column{name: name, held: field.Interface}
	switch p := field.Addr().Interface().(type) {
	case *app.Date:
		c.read, c.write = dateColumn(p)
	case *app.Quantity:
		c.form = realForm
		c.read, c.write = quantityColumn(p)
	case *app.Bytes:
		c.form = bytesForm
		c.read, c.write = bytesColumn(p)
	case *app.Money:
		c.form = wholeForm
		c.read, c.write = moneyColumn(p)
	case *bool:
		c.form = wholeForm
		c.read, c.write = boolColumn(p)
	case *int:
		c.form = wholeForm
		c.read, c.write = intColumn(p)
	case *string:
		c.read, c.write = textColumn(p)
	case *app.Status:
		c.read, c.write = choiceColumn(p, app.Statuses())
	case *app.Strength:
		c.read, c.write = choiceColumn(p, app.Strengths())
	case *app.Group:
		c.read, c.write = choiceColumn(p, app.Groups())
	case *app.Way:
		c.read, c.write = choiceColumn(p, app.Ways())
	case *app.Direction:
		c.read, c.write = choiceColumn(p, []app.Direction{app.Up, app.Down})
	default:
		t := field.Type()
		if t.PkgPath() != reflect.TypeFor[app.Date]().PkgPath() || !strings.HasPrefix(t.Name(), "ID[") {
			panic(fmt.Sprintf("schoolfile: no column for field %s of type %s", name, t))
		}
		id := field.Addr().Convert(reflect.TypeFor[*string]()).Interface().(*string)
		c.read, c.write = idColumn(id, name == "id")
	}
	return c
}

func idColumn(p *string, own bool) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		if value == nil && !own {
			*p = ""
			return nil
		}
		s, ok := value.(string)
		if !ok || !app.ValidID(s) {
			return fmt.Errorf("%v is not an ID", value)
		}
		*p = s
		return nil
	}
	write := func() (any, error) {
		if *p == "" && !own {
			return nil, nil
		}
		if !app.ValidID(*p) {
			return nil, &app.Error{Op: "write", Kind: app.KindConflict, Text: app.Say("error.conflict"),
				Err: fmt.Errorf("%q is not an ID", *p)}
		}
		return *p, nil
	}
	return read, write
}

func textColumn(p *string) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		s, ok := value.(string)
		if !ok {
			return wrongType(value, "text")
		}
		if len(s) > maxLength {
			return fmt.Errorf("%d bytes are too many", len(s))
		}
		*p = s
		return nil
	}
	write := func() (any, error) {
		if len(*p) > maxLength {
			return nil, app.Invalid("write", app.Say("error.long_text", "letters", len([]rune(*p)), "limit", app.MaxText))
		}
		return *p, nil
	}
	return read, write
}

func choiceColumn[T ~string](p *T, choices []T) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		s, ok := value.(string)
		if !ok || !slices.Contains(choices, T(s)) {
			return fmt.Errorf("%v is none of %v", value, choices)
		}
		*p = T(s)
		return nil
	}
	write := func() (any, error) {
		if !slices.Contains(choices, *p) {
			return nil, app.Invalid("write", app.Say("error.choice"))
		}
		return string(*p), nil
	}
	return read, write
}

func dateColumn(p *app.Date) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		if value == nil {
			*p = app.Date{}
			return nil
		}
		s, ok := value.(string)
		if !ok || s == "" {
			return wrongType(value, "a date")
		}
		date, err := app.ISODate(s)
		*p = date
		return err
	}
	write := func() (any, error) {
		if p.IsZero() {
			return nil, nil
		}
		s := p.String()
		if back, err := app.ISODate(s); err != nil || back != *p {
			return nil, app.Invalid("write", app.Say("error.date", "typed", s))
		}
		return s, nil
	}
	return read, write
}

func quantityColumn(p *app.Quantity) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		switch v := value.(type) {
		case nil:
			*p = app.Quantity{}
		case float64:
			if math.IsNaN(v) || math.Abs(v) > maxQuantity {
				return fmt.Errorf("%v is too large", v)
			}
			*p = app.QuantityOf(v)
		default:
			return wrongType(value, "a number")
		}
		return nil
	}
	write := func() (any, error) {
		if !p.Known() {
			return nil, nil
		}
		if v := p.Value(); math.Abs(v) <= maxQuantity {
			return v, nil
		}
		return nil, app.Invalid("write", app.Say("error.number", "typed", fmt.Sprintf("%.0f", p.Value())))
	}
	return read, write
}

func bytesColumn(p *app.Bytes) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		b, ok := value.([]byte)
		if !ok {
			return wrongType(value, "bytes")
		}
		if len(b) > maxBytes {
			return fmt.Errorf("%d bytes are too many", len(b))
		}
		*p = app.Bytes(b)
		return nil
	}
	write := func() (any, error) {
		if len(*p) > maxBytes {
			return nil, app.Invalid("write", app.Say("error.logo"))
		}
		return []byte(*p), nil
	}
	return read, write
}

func moneyColumn(p *app.Money) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		n, err := wholeNumber(value, maxMoney)
		*p = app.Money(n)
		return err
	}
	write := func() (any, error) {
		if *p > maxMoney || *p < -maxMoney {
			return nil, app.Invalid("write", app.Say("error.money", "typed", fmt.Sprint(int64(*p)/100)))
		}
		return int64(*p), nil
	}
	return read, write
}

func intColumn(p *int) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		n, err := wholeNumber(value, maxInt)
		*p = int(n)
		return err
	}
	write := func() (any, error) {
		if *p > maxInt || *p < -maxInt {
			return nil, app.Invalid("write", app.Say("error.number", "typed", fmt.Sprint(*p)))
		}
		return int64(*p), nil
	}
	return read, write
}

func boolColumn(p *bool) (func(driver.Value) error, func() (any, error)) {
	read := func(value driver.Value) error {
		n, ok := value.(int64)
		if !ok || n < 0 || n > 1 {
			return wrongType(value, "0 or 1")
		}
		*p = n == 1
		return nil
	}
	write := func() (any, error) {
		if *p {
			return int64(1), nil
		}
		return int64(0), nil
	}
	return read, write
}

func wholeNumber(value driver.Value, limit int64) (int64, error) {
	n, ok := value.(int64)
	if !ok {
		return 0, wrongType(value, "a whole number")
	}
	if n > limit || n < -limit {
		return 0, fmt.Errorf("%d is too large", n)
	}
	return n, nil
}

func wrongType(value driver.Value, want string) error {
	if value == nil {
		return errors.New("nothing where there should be " + want)
	}
	return fmt.Errorf("a %T where there should be %s", value, want)
}
