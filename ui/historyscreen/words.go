package historyscreen

import (
	"reflect"
	"strconv"
	"strings"

	"waymark/app"
	"waymark/app/activity"
	"waymark/app/prepare"
	"waymark/translations"
)

// teller puts the log into words.
type teller struct {
	words  *translations.Printer
	book   *app.Book
	memory activity.Memory
}

// nameLetters is how many letters of a name a line shows.
const nameLetters = 80

func (t teller) say(key string, pairs ...any) string { return t.words.Say(key, pairs...) }

// record returns the record that an entry is about; nil when nobody knows it.
func (t teller) record(e activity.Entry) app.Record {
	if e.Record != nil {
		return e.Record
	}
	return t.memory.Record(e.Kind, e.ID)
}

// subject says what an entry is about.
func (t teller) subject(e activity.Entry) string {
	if r := t.record(e); r != nil {
		return t.what(r)
	}
	return t.say("history.what.forgotten", "kind", t.say("kind."+string(e.Kind)))
}

// what names a record with its kind, such as: goal “Every pupil reads”.
func (t teller) what(r app.Record) string {
	kind := t.say("kind." + string(r.RecordKind()))
	switch r := r.(type) {
	case app.Assessment:
		if !r.Held.IsZero() {
			return t.say("history.what.assessment", "date", r.Held)
		}
		return kind
	case app.Review:
		return t.say("history.what.review", "date", r.Date)
	case app.Measurement:
		if i := t.memory.Record(app.KindIndicator, string(r.Indicator)); i != nil {
			return t.say("history.what.measurement", "name", app.Shorten(app.Name(i), nameLetters), "date", t.words.ShortDate(r.Date))
		}
		return kind
	case app.CheckIn:
		a, review := t.memory.Record(app.KindAction, string(r.Action)), t.memory.Record(app.KindReview, string(r.Review))
		if a != nil && review != nil {
			return t.say("history.what.check_in", "name", app.Shorten(app.Name(a), nameLetters),
				"date", t.words.ShortDate(review.(app.Review).Date))
		}
		return kind
	}
	if what, ok := t.ofWorkshop(r); ok {
		return what
	}
	if what, ok := t.ofSurvey(r); ok {
		return what
	}
	if name := t.name(r); name != "" {
		return t.say("kind.named", "kind", kind, "name", app.Shorten(name, nameLetters))
	}
	return kind
}

// name is what a record is known by; empty when it has no name.
func (t teller) name(r app.Record) string {
	switch r := r.(type) {
	case app.Cycle:
		return prepare.Period(r)
	case app.Member:
		return prepare.MemberLabel(r)
	case app.Judgement:
		return t.item(r)
	}
	return app.Name(r)
}

// item is the name of the question that a judgement answers.
func (t teller) item(j app.Judgement) string {
	if a, ok := t.memory.Record(app.KindAssessment, string(j.Assessment)).(app.Assessment); ok {
		return t.itemOf(a, j.Item)
	}
	return j.Item
}

// itemOf is the name of an item of an assessment; its key when nobody knows it any more.
func (t teller) itemOf(a app.Assessment, key string) string {
	f := app.Named(a)
	item, _ := f.Item(key)
	if name := f.ItemName(item); name.Words != "" || t.words.Has(name.Key) {
		return t.words.Text(name)
	}
	return key
}

// sentence tells a line.
func (t teller) sentence(l activity.Line) string {
	what := t.subject(l.Entry)
	switch {
	case l.Moved:
		return t.say("history.order."+string(l.Kind)) + t.among(l.Entry)
	case l.List():
		return t.say("history.added_list", "list", t.count(l.Kind, len(l.With)+1))
	case l.Change == activity.Added && len(l.With) > 0:
		return t.say("history.added_with", "what", what, "list", t.counts(l.With))
	case l.Change == activity.Added:
		return t.say("history.added", "what", what)
	case l.Change == activity.Removed && len(l.With) > 0:
		return t.say("history.removed_with", "what", what, "list", t.counts(l.With)) + t.again(l.Entry)
	case l.Change == activity.Removed:
		return t.say("history.removed", "what", what) + t.again(l.Entry)
	}
	fields := make([]string, len(l.Fields))
	for i, f := range l.Fields {
		fields[i] = t.label(l.Kind, f.Name)
	}
	return t.say("history.changed", "what", what, "fields", strings.Join(fields, ", "))
}

// again adds that what was removed is there.
func (t teller) again(e activity.Entry) string {
	if !t.memory.There(e.Kind, e.ID) {
		return ""
	}
	return " · " + t.say("history.back_again")
}

// among names what a list belongs to, when that is less than the whole cycle.
func (t teller) among(e activity.Entry) string {
	r := t.record(e)
	for _, ref := range activity.References(e.Kind) {
		if ref.Needed && ref.To != app.KindCycle && r != nil {
			if above := t.memory.Record(ref.To, column(r, ref.Column)); above != nil {
				return " · " + t.what(above)
			}
		}
	}
	return ""
}

// column returns the text of a field of a record.
func column(r app.Record, name string) string {
	v := reflect.ValueOf(r)
	for i := range v.NumField() {
		if v.Type().Field(i).Tag.Get("json") == name {
			return v.Field(i).String()
		}
	}
	return ""
}

// counts tells how many of each kind there are, such as: 3 actions, 2 indicators.
func (t teller) counts(entries []activity.Entry) string {
	number := map[app.Kind]int{}
	for _, e := range entries {
		number[e.Kind]++
	}
	var list []string
	for _, kind := range app.Kinds() {
		if n := number[kind]; n > 0 {
			list = append(list, t.count(kind, n))
		}
	}
	return strings.Join(list, ", ")
}

func (t teller) count(kind app.Kind, n int) string {
	return t.say("history.count."+string(kind), "count", n)
}

// label names a field: as its kind calls it, or else as all do.
func (t teller) label(kind app.Kind, column string) string {
	if t.words.Has("history.field." + string(kind) + "." + column) {
		return t.say("history.field." + string(kind) + "." + column)
	}
	return t.say("history.field." + column)
}

// value puts a stored value into words; empty for one that holds nothing.
func (t teller) value(kind app.Kind, column string, stored any) string {
	switch v := stored.(type) {
	case string:
		if column == "step" {
			return t.step(v)
		}
		if column == "framework" {
			return t.framework(v)
		}
		if kind == app.KindSurvey && column == "group" {
			return t.words.Text(app.GroupName(v))
		}
		return v
	case app.Date:
		return t.words.Date(v)
	case app.Money:
		if v == 0 {
			return ""
		}
		return t.words.Money(v, t.book.School().Currency)
	case app.Quantity:
		if !v.Known() {
			return ""
		}
		return t.words.Quantity(v)
	case app.Bytes:
		if v == "" {
			return ""
		}
		if column == "frozen" {
			return t.say("history.frozen")
		}
		return t.say("history.picture")
	case app.Group:
		return t.say("group." + string(v))
	case app.Way:
		if v == app.Both {
			return t.say("assessment.way.both")
		}
		return t.say("assessment.way." + string(v))
	case bool:
		if v {
			return t.say("history.yes")
		}
		return t.say("history.no")
	case int:
		return t.number(kind, column, v)
	case app.Status:
		return t.say("status." + string(v))
	case app.Strength:
		return t.say("strength." + string(v))
	case app.Direction:
		return t.say("direction." + string(v))
	}
	return t.pointedTo(kind, column, stored)
}

// framework is the name of a framework by its key.
func (t teller) framework(key string) string {
	if own, ok := t.memory.Record(app.KindOwnFramework, key).(app.OwnFramework); ok {
		return own.Name
	}
	if name := (app.Framework{Key: key}).Name(); t.words.Has(name.Key) {
		return t.words.Text(name)
	}
	return key
}

// number puts a number into words; 0 holds nothing, but for what was counted.
func (t teller) number(kind app.Kind, column string, n int) string {
	switch {
	case column == "colour":
		return strconv.Itoa(n + 1)
	case n == 0 && kind != app.KindDotCount && kind != app.KindSupport:
		return ""
	case column == "confidence":
		return t.say("progress.confidence." + strconv.Itoa(n))
	case column == "impact" || column == "effort":
		return t.say("weight." + strconv.Itoa(n))
	}
	return strconv.Itoa(n)
}

// pointedTo names the record that a reference points to.
func (t teller) pointedTo(kind app.Kind, column string, id any) string {
	for _, ref := range activity.References(kind) {
		if v := reflect.ValueOf(id); ref.Column == column && v.Kind() == reflect.String && v.Len() > 0 {
			r := t.memory.Record(ref.To, v.String())
			if r == nil {
				return t.say("history.what.forgotten", "kind", t.say("kind."+string(ref.To)))
			}
			if name := t.name(r); name != "" {
				return name
			}
			return t.what(r)
		}
	}
	return ""
}

// fact is a field of a record in words.
type fact struct{ label, value string }

// contents lists what a record holds, without what holds nothing.
func (t teller) contents(r app.Record) []fact {
	var facts []fact
	v := reflect.ValueOf(r)
	for i := range v.NumField() {
		column := v.Type().Field(i).Tag.Get("json")
		value := t.value(r.RecordKind(), column, v.Field(i).Interface())
		if j, ok := r.(app.Judgement); ok && column == "item" {
			value = t.item(j)
		}
		off := v.Field(i).Kind() == reflect.Bool && v.Field(i).IsZero()
		if value != "" && column != "id" && column != "position" && column != "cycle" && !off {
			facts = append(facts, fact{t.label(r.RecordKind(), column), value})
		}
	}
	return facts
}

// everything is all the words of a line that can be searched for.
func (t teller) everything(l activity.Line) string {
	var b strings.Builder
	add := func(words string) {
		b.WriteString(words)
		b.WriteByte('\n')
	}
	for _, e := range l.Entries() {
		add(t.subject(e))
		if e.Record != nil {
			for _, f := range t.contents(e.Record) {
				add(f.value)
			}
		} else if r := t.record(e); r != nil {
			add(t.name(r))
		}
		for _, f := range e.Fields {
			add(t.label(e.Kind, f.Name))
			add(t.value(e.Kind, f.Name, f.Before))
			add(t.value(e.Kind, f.Name, f.After))
		}
	}
	return b.String()
}
