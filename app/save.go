package app

import (
	"cmp"
	"reflect"
	"strings"
	"unicode/utf8"
)

// Save returns the edit that makes record part of the book: an insert when its ID is new, an update otherwise. Its texts
// are cleaned first. The errors are those of Validate.
func Save(b *Book, record Record) (Edit, error) {
	record = cleaned(record)
	if err := Validate(record); err != nil {
		return Edit{}, err
	}
	before := b.Find(record.RecordKind(), record.RecordID())
	verb := "edit.change"
	if before == nil {
		verb = "edit.add"
	}
	return Edit{Label: Label(b, verb, record), Changes: []Change{{before, record}}}, nil
}

// RemoveEdit returns the edit that removes record with all that belongs to it, see Remove.
func RemoveEdit(b *Book, record Record) Edit {
	return Edit{Label: Label(b, "edit.remove", record), Changes: Remove(b, record)}
}

// Label names an edit: verb is edit.add, edit.change, edit.remove or edit.move.
func Label(b *Book, verb string, record Record) Text {
	what := Say("kind." + string(record.RecordKind()))
	if j, ok := record.(Judgement); ok {
		if a, ok := b.Assessments.Get(j.Assessment); ok {
			f := Named(a)
			item, _ := f.Item(j.Item)
			what = Say("kind.named", "kind", what, "name", f.ItemName(item))
		}
	} else if name := Name(record); name != "" {
		what = Say("kind.named", "kind", what, "name", Shorten(name, 40))
	}
	return Say(verb, "what", what)
}

// Name returns the words by which people know a record; empty when it has none of its own.
func Name(record Record) string {
	switch r := record.(type) {
	case School:
		return r.Name
	case Cycle:
		return r.Name
	case Member:
		if r.Name == "" {
			return r.Role
		}
		return r.Name
	case Question:
		return r.Text
	case Theme:
		return r.Name
	case Idea:
		return r.Text
	case Draft:
		return r.Text
	case VisionLine:
		return r.Text
	case OwnFramework:
		return r.Name
	case OwnElement:
		return r.Name
	case OwnItem:
		return cmp.Or(r.Name, r.Question)
	case Evidence:
		return r.What
	case Survey:
		return r.Part
	case Remark:
		return r.Text
	case Need:
		return r.Text
	case Priority:
		return r.Title
	case Goal:
		return r.Text
	case Indicator:
		return r.Name
	case Action:
		return r.Text
	}
	return ""
}

// Shorten cuts text to at most n letters on one line, at a space where there is one, and marks the cut.
func Shorten(text string, n int) string {
	text = strings.Join(strings.Fields(text), " ")
	if utf8.RuneCountInString(text) <= n {
		return text
	}
	cut := string([]rune(text)[:n-1])
	if space := strings.LastIndexByte(cut, ' '); space > len(cut)*2/3 {
		cut = cut[:space]
	}
	return cut + "…"
}

// The fewest and most levels that an item may have.
const (
	LeastLevels = 2
	MostLevels  = 6
)

// The limits between which a school sets how few answers of a group may be shown, and the usual one.
const (
	LeastGroup = 3
	UsualGroup = 5
	MostGroup  = 10
)

// SmallestGroup is how many people of a group must have answered before anything of the group is kept and shown.
func (s School) SmallestGroup() int { return cmp.Or(s.Smallest, UsualGroup) }

// MostMinutes is the longest time box.
const MostMinutes = 600

// MaxText is the most letters a text may have; a statement of two thousand words has a third of them.
const MaxText = 50_000

// Validate tells whether record can be kept: required words are there, no text is too long, numbers are within their
// range, an end is not before its start, choices are among those that exist. The Error is of KindInvalid and says what to
// do.
func Validate(record Record) error {
	if err := short(record); err != nil {
		return err
	}
	required := func(text, key string) error {
		if strings.TrimSpace(text) == "" {
			return Invalid("validate", Say(key))
		}
		return nil
	}
	switch r := record.(type) {
	case School:
		if r.Smallest != 0 && (r.Smallest < LeastGroup || r.Smallest > MostGroup) {
			return Invalid("validate", Say("error.smallest_group", "least", LeastGroup, "most", MostGroup))
		}
		return required(r.Name, "error.empty_school")
	case Cycle:
		if r.Start.IsZero() || r.End.IsZero() {
			return Invalid("validate", Say("error.cycle_dates"))
		}
		return inOrder(r.Start, r.End)
	case Member:
		return required(r.Role+r.Name, "error.empty_member")
	case Question:
		return required(r.Text, "error.empty_text")
	case Theme:
		return required(r.Name, "error.empty_text")
	case Idea:
		return required(r.Text, "error.empty_text")
	case Perspective:
		return oneOf(r.Group, Groups())
	case Draft:
		return required(r.Text, "error.empty_text")
	case VisionVersion:
		if r.Adopted.IsZero() {
			return Invalid("validate", Say("error.adoption"))
		}
		return required(r.Statement, "error.empty_statement")
	case TimeBox:
		if r.Minutes < 1 || r.Minutes > MostMinutes {
			return Invalid("validate", Say("error.minutes", "most", MostMinutes))
		}
	case VisionLine:
		return required(r.Text, "error.empty_text")
	case OwnFramework:
		if r.Levels < LeastLevels || r.Levels > MostLevels {
			return Invalid("validate", Say("error.levels", "least", LeastLevels, "most", MostLevels))
		}
		return required(r.Name, "error.empty_text")
	case OwnElement:
		return required(r.Name, "error.empty_text")
	case OwnItem:
		return required(r.Name, "error.empty_text")
	case Assessment:
		return firstError(required(r.Framework, "error.empty_text"), oneOf(r.Way, Ways()))
	case Judgement:
		for _, level := range []int{r.Agreed, r.Target, r.Lowest, r.Highest} {
			if level < 0 || level > 6 {
				return Invalid("validate", Say("error.level"))
			}
		}
	case Evidence:
		return firstError(required(r.What, "error.empty_text"), oneOf(r.Strength, Strengths()))
	case Survey:
		return firstError(required(r.Group, "error.empty_text"), counted(r.People))
	case SurveyMean:
		if !r.Mean.Known() {
			return Invalid("validate", Say("error.level"))
		}
		return counted(r.People)
	case Remark:
		return required(r.Text, "error.empty_text")
	case Need:
		return required(r.Text, "error.empty_text")
	case Priority:
		return required(r.Title, "error.empty_text")
	case Goal:
		return required(r.Text, "error.empty_text")
	case Indicator:
		return firstError(required(r.Name, "error.empty_text"), oneOf(r.Direction, []Direction{Up, Down}))
	case Measurement:
		if r.Date.IsZero() || !r.Value.Known() {
			return Invalid("validate", Say("error.measurement"))
		}
	case Action:
		if r.Cost < 0 {
			return Invalid("validate", Say("error.money", "typed", "−"))
		}
		return firstError(required(r.Text, "error.empty_text"), inOrder(r.Start, r.End), oneOf(r.Status, Statuses()))
	case Review:
		if r.Date.IsZero() {
			return Invalid("validate", Say("error.review_date"))
		}
		if !r.Next.IsZero() {
			return inOrder(r.Date, r.Next)
		}
	case CheckIn:
		if r.Confidence < 0 || r.Confidence > 5 {
			return Invalid("validate", Say("error.level"))
		}
		return oneOf(r.Status, Statuses())
	}
	return nil
}

// short refuses a record with a text of more than MaxText letters.
func short(record Record) error {
	v := reflect.ValueOf(record)
	for i := range v.NumField() {
		if v.Field(i).Kind() != reflect.String || v.Field(i).Type() == reflect.TypeFor[Bytes]() || v.Field(i).Len() <= MaxText {
			continue
		}
		if n := utf8.RuneCountInString(v.Field(i).String()); n > MaxText {
			return Invalid("validate", Say("error.long_text", "letters", n, "limit", MaxText))
		}
	}
	return nil
}

func counted(n int) error {
	if n < 0 {
		return Invalid("validate", Say("error.people"))
	}
	return nil
}

func inOrder(start, end Date) error {
	if !start.IsZero() && !end.IsZero() && end.Before(start) {
		return Invalid("validate", Say("error.end_before_start", "start", start, "end", end))
	}
	return nil
}

func oneOf[T comparable](value T, choices []T) error {
	for _, c := range choices {
		if value == c {
			return nil
		}
	}
	return Invalid("validate", Say("error.choice"))
}

func firstError(errs ...error) error {
	for _, err := range errs {
		if err != nil {
			return err
		}
	}
	return nil
}

// cleaned returns record with every text cleaned.
func cleaned(record Record) Record {
	v := reflect.New(reflect.TypeOf(record)).Elem()
	v.Set(reflect.ValueOf(record))
	for i := range v.NumField() {
		if f := v.Field(i); f.Type() == reflect.TypeFor[string]() {
			f.SetString(Clean(f.String()))
		}
	}
	return v.Interface().(Record)
}

// Move returns the changes that bring the record at index from to index to, giving all of records new positions by
// renumber; records are in order.
func Move[R Record](records []R, from, to int, renumber func(r R, position int) R) []Change {
	if from < 0 || from >= len(records) || to < 0 || to >= len(records) || from == to {
		return nil
	}
	moved := make([]R, 0, len(records))
	moved = append(moved, records[:from]...)
	moved = append(moved, records[from+1:]...)
	moved = append(moved[:to], append([]R{records[from]}, moved[to:]...)...)
	var changes []Change
	for i, r := range moved {
		if after := renumber(r, i+1); Record(after) != Record(r) {
			changes = append(changes, Update(r, after))
		}
	}
	return changes
}

// NextPosition returns the position that puts a record after its siblings.
func NextPosition[R Record](siblings []R, position func(R) int) int {
	next := 1
	for _, r := range siblings {
		next = max(next, position(r)+1)
	}
	return next
}
