package schoolfile

import (
	"cmp"
	"strings"

	"waymark/app"
)

// shippedFramework is the key of the framework that comes with Waymark.
const shippedFramework = "digital"

// validity makes records that were lost in part obey the rules of app.Validate.
type validity struct {
	lost        string // a few words for what must not be empty
	today       app.Date
	first, last app.Date // within which the actions lie
	framework   string
}

func newValidity(finds []*find, lost string, today app.Date) validity {
	v := validity{lost: lost, today: today, framework: shippedFramework}
	for _, f := range finds {
		record, _ := f.table.record(f.values) // nil for one that still cannot be read
		switch r := record.(type) {
		case app.Action:
			for _, d := range []app.Date{r.Start, r.End} {
				if !d.IsZero() && (v.first.IsZero() || d.Before(v.first)) {
					v.first = d
				}
				if d.After(v.last) {
					v.last = d
				}
			}
		case app.Assessment:
			if f.state == asItWas {
				v.framework = cmp.Or(r.Framework, v.framework)
			}
		}
	}
	v.first = cmp.Or(v.first, today)
	v.last = cmp.Or(v.last, v.first)
	return v
}

// record returns the record with what it must have, nil for a record that says nothing without what it lost.
func (v validity) record(record app.Record) app.Record {
	switch r := record.(type) {
	case app.School:
		r.Name, r.Currency = v.words(r.Name), cmp.Or(r.Currency, "EUR")
		if r.Smallest < app.LeastGroup || r.Smallest > app.MostGroup {
			r.Smallest = 0
		}
		return r
	case app.Cycle:
		r.Start = cmp.Or(r.Start, earlier(v.first, r.End))
		if r.End.Before(r.Start) {
			r.End = later(v.last, r.Start)
		}
		return r
	case app.Member:
		if r.Name == "" {
			r.Role = v.words(r.Role)
		}
		return r
	case app.Question:
		r.Text = v.words(r.Text)
		return r
	case app.Theme:
		r.Name = v.words(r.Name)
		return r
	case app.Idea:
		r.Text = v.words(r.Text)
		return r
	case app.Draft:
		r.Text = v.words(r.Text)
		return r
	case app.VisionVersion:
		r.Statement, r.Adopted = v.words(r.Statement), cmp.Or(r.Adopted, v.today)
		return r
	case app.TimeBox:
		if r.Minutes < 1 || r.Minutes > app.MostMinutes {
			return nil
		}
		return r
	case app.VisionLine:
		r.Text = v.words(r.Text)
		return r
	case app.OwnFramework:
		r.Name = v.words(r.Name)
		if r.Levels < app.LeastLevels || r.Levels > app.MostLevels {
			r.Levels = app.MostLevels
		}
		return r
	case app.OwnElement:
		r.Name = v.words(r.Name)
		return r
	case app.OwnItem:
		r.Name = v.words(r.Name)
		return r
	case app.Survey:
		r.Group, r.People = v.words(r.Group), max(r.People, 0)
		return r
	case app.SurveyMean:
		if !r.Mean.Known() {
			return nil
		}
		r.People = max(r.People, 0)
		return r
	case app.Remark:
		r.Text = v.words(r.Text)
		return r
	case app.Assessment:
		r.Framework = cmp.Or(r.Framework, v.framework)
		return r
	case app.Evidence:
		r.What = v.words(r.What)
		return r
	case app.Need:
		r.Text = v.words(r.Text)
		return r
	case app.Priority:
		r.Title = v.words(r.Title)
		return r
	case app.Goal:
		r.Text = v.words(r.Text)
		return r
	case app.Indicator:
		r.Name = v.words(r.Name)
		return r
	case app.Measurement:
		if !r.Value.Known() {
			return nil
		}
		r.Date = cmp.Or(r.Date, v.today)
		return r
	case app.Action:
		r.Text, r.Cost = v.words(r.Text), max(r.Cost, 0)
		if r.End.Before(r.Start) {
			r.End = app.Date{}
		}
		return r
	case app.Review:
		r.Date = cmp.Or(r.Date, v.today)
		if r.Next.Before(r.Date) {
			r.Next = app.Date{}
		}
		return r
	}
	return record
}

// words is text, or what stands for it when there is none.
func (v validity) words(text string) string {
	if strings.TrimSpace(text) == "" {
		return v.lost
	}
	return text
}

func earlier(d, limit app.Date) app.Date {
	if !limit.IsZero() && limit.Before(d) {
		return limit
	}
	return d
}

func later(d, limit app.Date) app.Date {
	if d.Before(limit) {
		return limit
	}
	return d
}
