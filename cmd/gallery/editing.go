package main

import (
	"fmt"
	"slices"
	"strings"

	"waymark/app"
	"waymark/app/framework"
	"waymark/data/frameworks"
	"waymark/translations"
	"waymark/ui/uitest"
)

// editings are the school's own sets of questions: none, one just begun, a copy of a shipped one, one that a round has used,
// and one with more and longer words than anybody writes.
func editings(words *translations.Printer, book *app.Book, begun []app.Record) ([]state, error) {
	shipped := frameworks.All()[0]
	edit, own, err := framework.Copy(book, shipped, words.Text(shipped.Name())+" – "+book.School().Name, words.Text)
	if err != nil {
		return nil, err
	}
	framework.SetLevelName(&own, 1, words.Say("route.prepare"))
	own.Glossary = words.Text(shipped.Name()) + ": " + words.Text(shipped.About())
	var copied, full []app.Record
	var items []app.OwnItem
	for _, c := range edit.Changes {
		r := c.After
		switch kept := r.(type) {
		case app.OwnFramework:
			r = own
		case app.OwnItem:
			switch len(items) {
			case 1:
				kept.Off = true
			case 2:
				kept.Question, kept.Same = "", ""
			case 3:
				kept.Level2, kept.Level3, kept.Same = "", "", ""
			}
			items, r = append(items, kept), kept
		}
		copied, full = append(copied, r), append(full, long(r))
	}
	new := app.OwnFramework{ID: "new", Name: words.Say("editor.new"), Levels: framework.UsualLevels, Position: 2}
	records := slices.Concat(slices.Collect(book.Records()), copied, []app.Record{new})
	used := slices.Clone(records)
	for i, r := range used {
		if a, ok := r.(app.Assessment); ok {
			a.Framework, a.Frozen = own.RecordID(), app.Bytes(app.WriteFramework(framework.Of(book, own)))
			used[i] = a
		}
	}
	crowded := slices.Concat(slices.Collect(book.Records()), full)
	for n := range 20 {
		crowded = append(crowded, app.OwnFramework{ID: app.ID[app.OwnFramework](fmt.Sprint("own", n)), Name: strings.Repeat(own.Name+" ", 3), Levels: 4, Position: 10 + n})
	}
	one, question := "assessment/framework/"+own.RecordID(), func(n int) string { return "assessment/question/" + items[n].RecordID() }
	list := []state{
		{name: "editor", at: "assessment/frameworks", records: records},
		{name: "editor-empty", at: "assessment/frameworks", records: begun},
		{name: "editor-full", at: "assessment/frameworks", records: crowded},
		{name: "editor-wrong", at: "assessment/frameworks", records: begun, act: func(w *uitest.Window) error {
			w.Answer = "/school/questions.json"
			w.Files.Contents = map[string][]byte{w.Answer: []byte("{\n  \"format\": \"waymark framework\",\n  \"name\": \"Lessons\",,\n}")}
			return pressing("editor.import")(w)
		}},
		{name: "editor-one", at: one, records: records},
		{name: "editor-one-new", at: "assessment/framework/new", records: records},
		{name: "editor-one-used", at: one, records: used},
		{name: "editor-one-full", at: one, records: crowded},
		{name: "editor-one-gone", at: "assessment/framework/gone", records: records},
		{name: "editor-question", at: question(0), records: records},
		{name: "editor-question-off", at: question(1), records: records},
		{name: "editor-question-changed", at: question(4), records: records, act: func(w *uitest.Window) error {
			return w.Type("editor.question.question", words.Say("editor.question.title"))
		}},
		{name: "editor-question-full", at: question(4), records: crowded},
	}
	return list, nil
}

// long is a record of a set of questions with texts as long as nobody writes them.
func long(r app.Record) app.Record {
	times := func(text string, n int) string { return strings.TrimSpace(strings.Repeat(text+" ", n)) }
	switch r := r.(type) {
	case app.OwnFramework:
		r.Name, r.About, r.Source, r.Levels = times(r.Name, 4), times(r.About, 3), times(r.Source, 3), app.MostLevels
		for level := 1; level <= r.Levels; level++ {
			framework.SetLevelName(&r, level, times("Õppekavaarendus 1234567890", level))
		}
		r.Glossary = strings.TrimSpace(strings.Repeat(r.Glossary+"\n", 30))
		return r
	case app.OwnElement:
		r.Name = times(r.Name, 8)
		return r
	case app.OwnItem:
		r.Name, r.Question, r.Why, r.Visitor, r.Typical = times(r.Name, 6), times(r.Question, 6), times(r.Why, 4), times(r.Visitor, 4), times(r.Typical, 4)
		for level, text := range framework.Levels(r) {
			framework.SetLevel(&r, level+1, times(text, 4))
		}
		return r
	}
	return r
}
