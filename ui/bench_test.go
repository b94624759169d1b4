package ui_test

import (
	"slices"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"waymark/app"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// benchPlace is a page to measure, and the keys of fields of which the first on the page is typed into.
type benchPlace struct {
	name   string
	at     screen.Route
	fields []string
}

// benchPlaces are all pages, those of single records with the first of each.
func benchPlaces(b *app.Book) []benchPlace {
	action, indicator := first(b.Actions), first(b.Indicators)
	return []benchPlace{
		{"prepare", screen.Route{Area: screen.Prepare}, []string{"prepare.cycle_name"}},
		{"vision", screen.Route{Area: screen.Vision}, keysOf("vision.line.", b.VisionLines, "")},
		{"vision questions", screen.Route{Area: screen.Vision, View: "questions"}, keysOf("vision.question.", b.Questions, "")},
		{"vision ideas", screen.Route{Area: screen.Vision, View: "ideas"}, nil},
		{"vision board", screen.Route{Area: screen.Vision, View: "board"}, nil},
		{"vision vote", screen.Route{Area: screen.Vision, View: "vote"}, nil},
		{"vision perspectives", screen.Route{Area: screen.Vision, View: "perspectives"}, nil},
		{"vision draft", screen.Route{Area: screen.Vision, View: "draft"}, keysOf("vision.draft.", b.Drafts, "")},
		{"vision lines", screen.Route{Area: screen.Vision, View: "lines"}, keysOf("vision.line.", b.VisionLines, "")},
		{"vision adoption", screen.Route{Area: screen.Vision, View: "adoption"}, []string{"vision.heard"}},
		{"assessment", screen.Route{Area: screen.Assessment}, []string{"assessment.note"}},
		{"assessment item", screen.Route{Area: screen.Assessment, View: "item", ID: "leadership.shared"}, []string{"assessment.practice.leadership.shared"}},
		{"assessment start", screen.Route{Area: screen.Assessment, View: "start"}, nil},
		{"assessment results", screen.Route{Area: screen.Assessment, View: "results"}, nil},
		{"assessment compare", screen.Route{Area: screen.Assessment, View: "compare"}, nil},
		{"assessment needs", screen.Route{Area: screen.Assessment, View: "needs"}, nil},
		{"assessment surveys", screen.Route{Area: screen.Assessment, View: "surveys"}, nil},
		{"assessment frameworks", screen.Route{Area: screen.Assessment, View: "frameworks"}, nil},
		{"planning", screen.Route{Area: screen.Planning}, []string{"planning.need." + first(b.Needs).RecordID()}},
		{"planning goal", screen.Route{Area: screen.Planning, View: "goal", ID: string(action.Goal)}, []string{"planning.goal." + string(action.Goal) + ".text"}},
		{"planning action", screen.Route{Area: screen.Planning, View: "action", ID: action.RecordID()}, []string{"planning.action." + action.RecordID() + ".text"}},
		{"progress", screen.Route{Area: screen.Progress}, keysOf("progress.review.", b.Reviews, "present")},
		{"progress check-in", screen.Route{Area: screen.Progress, View: "checkin", ID: action.RecordID()}, []string{"progress.checkin." + action.RecordID() + "note"}},
		{"progress indicator", screen.Route{Area: screen.Progress, View: "indicator", ID: indicator.RecordID()}, []string{"progress.measurement." + firstOf(b, indicator) + "note"}},
		{"documents", screen.Route{Area: screen.Documents}, nil},
		{"settings", screen.Route{Area: screen.Settings}, nil},
		{"backups", screen.Route{Area: screen.Backups}, nil},
		{"history", screen.Route{Area: screen.History}, nil},
		{"keys", screen.Route{Area: screen.Keys}, nil},
	}
}

func first[R app.Record](t app.Table[R]) R {
	for r := range t.All() {
		return r
	}
	panic("the sample has no such record")
}

// keysOf are the keys of the fields of a part of each record.
func keysOf[R app.Record](begin string, t app.Table[R], part string) []string {
	var keys []string
	for r := range t.All() {
		keys = append(keys, begin+r.RecordID()+part)
	}
	return keys
}

func firstOf(b *app.Book, i app.Indicator) string {
	return b.Measurements.Where(func(m app.Measurement) bool { return m.Indicator == i.ID })[0].RecordID()
}

// BenchmarkPages measures each page with the sample and with a school ten times its size, window 1366×768: opening it, the redraw
// after what was typed in a field is saved, and a letter typed into that field. Each includes the layout, the measuring of all
// texts and what the driver does before it paints a frame; the painting itself, which is the graphics card's, is left out.
// The mean that Go prints counts whatever else the computer did; least-ms and middle-ms do not.
func BenchmarkPages(b *testing.B) {
	words, err := translations.New("en")
	if err != nil {
		b.Fatal(err)
	}
	for _, school := range []struct {
		name    string
		records []app.Record
	}{{"sample", sample.Build(words)}, {"tenfold", sample.Large(words, 10)}} {
		w, err := uitest.Open(uitest.Options{At: "keys", Records: school.records})
		if err != nil {
			b.Fatal(err)
		}
		for _, p := range benchPlaces(w.Book()) {
			name := school.name + "/" + p.name
			b.Run(name+"/open", func(b *testing.B) { benchOpen(b, w, p.at) })
			if len(p.fields) == 0 {
				continue
			}
			w.Shell.Go(p.at)
			settle(w)
			there := slices.IndexFunc(p.fields, func(key string) bool { return w.Field(key) != nil })
			if there < 0 {
				b.Errorf("%s has none of its %d fields", p.name, len(p.fields))
				continue
			}
			field := w.Field(p.fields[there])
			w.Canvas().Focus(field.Entry)
			settle(w)
			was := field.Entry.Text
			b.Run(name+"/commit", func(b *testing.B) {
				more := false
				measure(b, func() {
					more = !more
					field.Entry.SetText(was + map[bool]string{true: " and more"}[more])
				}, func() {
					if err := field.Commit(); err != nil {
						b.Fatal(err)
					}
					settle(w)
				})
			})
			b.Run(name+"/letter", func(b *testing.B) {
				more := false
				measure(b, func() { more = !more }, func() {
					if more {
						field.Entry.TypedRune('x')
					} else {
						field.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyBackspace})
					}
					settle(w)
				})
			})
		}
	}
}

// benchOpen opens a page from another one, which is small.
func benchOpen(b *testing.B, w *uitest.Window, at screen.Route) {
	away := screen.Route{Area: screen.Keys}
	if at == away {
		away.Area = screen.Documents
	}
	measure(b, func() {
		w.Shell.Go(away)
		settle(w)
	}, func() {
		w.Shell.Go(at)
		settle(w)
	})
}

// measure times what happens after each preparation.
func measure(b *testing.B, prepare, happens func()) {
	var took []float64
	for b.Loop() {
		b.StopTimer()
		prepare()
		b.StartTimer()
		begun := time.Now()
		happens()
		took = append(took, float64(time.Since(begun))/float64(time.Millisecond))
	}
	slices.Sort(took)
	b.ReportMetric(took[0], "least-ms")
	b.ReportMetric(took[len(took)/2], "middle-ms")
}

// settle does what the driver of a real window does before it paints a frame: it asks everything in the window, seen or
// scrolled away, how large it must be.
func settle(w *uitest.Window) {
	var ask func(fyne.CanvasObject)
	ask = func(o fyne.CanvasObject) {
		if !o.Visible() {
			return
		}
		switch o := o.(type) {
		case *fyne.Container:
			for _, inside := range o.Objects {
				ask(inside)
			}
		case fyne.Widget:
			for _, inside := range test.WidgetRenderer(o).Objects() {
				ask(inside)
			}
		}
		o.MinSize()
	}
	ask(w.Canvas().Content())
}

func BenchmarkStart(b *testing.B) {
	for b.Loop() {
		if _, err := uitest.Open(uitest.Options{}); err != nil {
			b.Fatal(err)
		}
	}
}
