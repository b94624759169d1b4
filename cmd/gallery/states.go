package main

import (
	"context"
	"errors"
	"strings"
	"time"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/app/task"
	"waymark/app/vision"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// state is something to draw: a place in a school file, and what was done there.
type state struct {
	name, at string
	records  []app.Record
	past     []uitest.Done
	recent   []string // school files opened before
	act      func(*uitest.Window) error
}

// states lists what is drawn: every screen and view with the sample, every screen with a school just begun, what tells
// of trouble, and a file fuller than any school's.
func states(words *translations.Printer) ([]state, error) {
	records := sample.Build(words)
	book, err := app.NewBook(records...)
	if err != nil {
		return nil, err
	}
	begun, err := prepare.School(words.Say("sample.school.name"), sample.Today())
	if err != nil {
		return nil, err
	}
	list := []state{{name: "welcome", at: "welcome", records: records},
		{name: "welcome-recent", at: "welcome", records: records, recent: []string{
			"/home/kasutaja/Documents/Waymark/Tammemäe Kool.waymark", "/media/kasutaja/KINGSTON/Oakenhill School 2025–2028, copy for the board.waymark",
			"/home/kasutaja/.config/waymark/practice-en.waymark"}}}
	for _, area := range areas() {
		list = append(list, state{name: area, at: area, records: records}, state{name: area + "-empty", at: area, records: begun})
	}
	list = append(list, views(book, records, "")...)
	full, err := overfull(words, records)
	if err != nil {
		return nil, err
	}
	crowded, err := app.NewBook(full...)
	if err != nil {
		return nil, err
	}
	for _, area := range areas() {
		list = append(list, state{name: area + "-full", at: area, records: full})
	}
	list = append(list, views(crowded, full, "-full")...)
	list = append(list, histories(words, book, crowded, begun)...)
	list = append(list, boards(records)...)
	list = append(list, workshops(records, begun)...)
	list = append(append(list, ratings(records, begun)...), results(records, begun, full)...)
	list = append(list, surveys(records, full, begun)...)
	edited, err := editings(words, book, begun)
	if err != nil {
		return nil, err
	}
	list = append(list, edited...)
	list = append(list, kept(records)...)
	list = append(list, walls(records, full)...)
	list = append(list, founds(records, full)...)
	list = append(list, widgets(words)...)
	return append(list, troubles(book, records)...), nil
}

func areas() []string {
	var names []string
	for _, a := range []screen.Area{screen.Prepare, screen.Vision, screen.Assessment, screen.Planning, screen.Progress, screen.Documents, screen.Settings} {
		names = append(names, string(a))
	}
	return names
}

// views are the places below the overviews.
func views(book *app.Book, records []app.Record, suffix string) []state {
	cycle := book.Current().ID
	goal := planning.PlanOf(book, cycle).Goals()[0]
	list := []state{
		{name: "planning-goal" + suffix, at: "planning/goal/" + goal.RecordID(), records: records},
		{name: "planning-action" + suffix, at: "planning/action/" + goal.Actions[0].RecordID(), records: records},
		{name: "progress-checkin" + suffix, at: "progress/checkin/" + goal.Actions[len(goal.Actions)-1].RecordID(), records: records},
		{name: "progress-indicator" + suffix, at: "progress/indicator/" + goal.Indicators[0].RecordID(), records: records},
	}
	if round, ok := assessment.Latest(book, cycle); ok {
		for item := range assessment.Judgements(book, round.ID) {
			if item == "leadership.shared" {
				list = append(list, state{name: "assessment-item" + suffix, at: "assessment/item/" + item, records: records})
			}
		}
	}
	return list
}

// troubles are what tells that something went wrong, was removed or hangs loose.
func troubles(book *app.Book, records []app.Record) []state {
	goal := planning.PlanOf(book, book.Current().ID).Goals()[0]
	alone := []app.Record{}
	for _, r := range records {
		switch r := r.(type) {
		case app.Goal:
			r.VisionLine = ""
			alone = append(alone, r)
		case app.Need:
			r.Priority = ""
			alone = append(alone, r)
		default:
			alone = append(alone, r)
		}
	}
	return []state{
		{name: "planning-goal-loose", at: "planning/goal/" + goal.RecordID(), records: alone},
		{name: "planning-loose", at: "planning", records: alone},
		{name: "trouble-dialog", at: "vision", records: records, act: func(w *uitest.Window) error {
			w.Shell.Show(&app.Error{Op: "show", Kind: app.KindConflict, Text: app.Say("error.conflict")})
			return nil
		}},
		{name: "trouble-field", at: "prepare", records: records, act: func(w *uitest.Window) error {
			err := errors.Join(w.Type("prepare.start", "31.13.2025"), w.Type("prepare.end", "1.9.2020"))
			w.Runner.Advance(time.Second) // what is wrong comes into view
			return err
		}},
		{name: "trouble-disk", at: "vision", records: records, act: func(w *uitest.Window) error {
			w.Files.Fail = &app.Error{Op: "save", Kind: app.KindFull, Text: app.Say("error.full")}
			return w.Type(string(screen.Vision)+".idea", "!")
		}},
		{name: "task", at: "documents", records: records, act: func(w *uitest.Window) error {
			w.Runner.Slow = true
			w.Shell.Background(app.Say("task.print"), func(ctx context.Context) error { return task.Step(ctx, 7, 20) }, func(error) {})
			w.Runner.Advance(time.Second)
			return nil
		}},
		{name: "toast", at: "vision", records: records, act: func(w *uitest.Window) error {
			for _, idea := range vision.Ideas(w.Book(), w.Book().Current().ID) {
				w.Shell.Remove(app.RemoveEdit(w.Book(), idea))
				break
			}
			return nil
		}},
		{name: "planning-goal-gone", at: "planning/goal/gone", records: records},
	}
}

// longText is how many letters a text of an overfull file has.
const longText = 300

// overfull is the sample with long texts everywhere and sixty ideas.
func overfull(words *translations.Printer, records []app.Record) ([]app.Record, error) {
	long := func(text string) string { return strings.TrimSpace(strings.Repeat(text+" ", longText/(len(text)+1)+1)) }
	var all []app.Record
	var cycle app.ID[app.Cycle]
	for _, r := range records {
		switch r := r.(type) {
		case app.School:
			r.Name = words.Say("sample.school.name") + " " + strings.Repeat("Õppekavaarendus", 3) + " 1234567890"
			all = append(all, r)
		case app.Member:
			r.Name, r.Role = r.Name+" "+r.Name+" "+r.Name, r.Role+" "+r.Role+" "+r.Role
			all = append(all, r)
		case app.VisionLine:
			r.Text = long(r.Text)
			all = append(all, r)
		case app.Need:
			r.Text = long(r.Text)
			all = append(all, r)
		case app.Priority:
			r.Title = long(r.Title)
			all = append(all, r)
		case app.Goal:
			r.Text = long(r.Text)
			all = append(all, r)
		case app.Action:
			r.Text = long(r.Text)
			all = append(all, r)
		case app.Indicator:
			r.Name = long(r.Name)
			all = append(all, r)
		case app.Idea:
			cycle = r.Cycle
			all = append(all, r)
		default:
			all = append(all, r)
		}
	}
	book, err := app.NewBook(all...)
	if err != nil {
		return nil, err
	}
	edit, err := vision.AddIdeas(book, cycle, strings.Repeat(words.Say("vision.lines.about")+"\n", 60))
	if err != nil {
		return nil, err
	}
	for _, change := range edit.Changes {
		all = append(all, change.Record())
	}
	return all, nil
}
