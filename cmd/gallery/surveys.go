package main

import (
	"fmt"
	"slices"
	"strings"

	"waymark/app"
	"waymark/app/survey"
	"waymark/ui/uitest"
)

// surveys are what others answered: kept, typed in, and taken over from a file step by step.
func surveys(records, full, begun []app.Record) []state {
	unasked := slices.DeleteFunc(slices.Clone(records), func(r app.Record) bool {
		switch r.(type) {
		case app.Survey, app.SurveyMean, app.Remark:
			return true
		}
		return false
	})
	list := []state{
		{name: "surveys", at: "assessment/surveys", records: records},
		{name: "surveys-full", at: "assessment/surveys", records: crowdedSurveys(full)},
		{name: "surveys-empty", at: "assessment/surveys", records: unasked},
		{name: "surveys-no-round", at: "assessment/surveys", records: begun},
		{name: "surveys-typing", at: "assessment/surveys/new", records: records, act: typedSurvey(false)},
		{name: "surveys-typed", at: "assessment/surveys/new", records: records, act: typedSurvey(true)},
		{name: "import", at: "assessment/import", records: records},
		{name: "import-broken", at: "assessment/import", records: records, act: func(w *uitest.Window) error {
			w.Files.Tables = map[string]func(survey.Options) (survey.File, error){"/school/answers.xls": func(survey.Options) (survey.File, error) {
				return survey.File{}, app.Invalid("read table", app.Say("survey.file.xls", "name", "answers.xls"))
			}}
			w.Answer = "/school/answers.xls"
			return pressing("surveys.import.choose")(w)
		}},
	}
	for _, of := range []struct {
		name string
		file survey.File
	}{{"", answers()}, {"-means", meansFile()}} {
		for n, step := range []string{"file", "columns", "words", "outcome"} {
			list = append(list, state{name: "import" + of.name + "-" + step, at: "assessment/import", records: records, act: imported(of.file, n)})
		}
	}
	return list
}

// imported chooses a file and goes on by some steps.
func imported(file survey.File, steps int) func(*uitest.Window) error {
	return func(w *uitest.Window) error {
		w.Files.Tables = map[string]func(survey.Options) (survey.File, error){"/school/" + file.Name: func(survey.Options) (survey.File, error) { return file, nil }}
		w.Answer = "/school/" + file.Name
		if err := pressing("surveys.import.choose")(w); err != nil {
			return err
		}
		for _, step := range []string{"columns", "words", "outcome"}[:steps] {
			if err := w.Press(w.Shell.Words().Say("surveys.import.next", "step", w.Shell.Words().Say("surveys.step."+step))); err != nil {
				return err
			}
		}
		w.Runner.Advance(1)
		return nil
	}
}

// typedSurvey types in what a group answered, and keeps it.
func typedSurvey(keep bool) func(*uitest.Window) error {
	return func(w *uitest.Window) error {
		write := func(field, text string) error { return w.Type("surveys."+field, text) }
		for _, f := range [][2]string{{"answered", "24"}, {"part", "1–3"}, {"mean.vision.purpose", "3,2"}, {"mean.vision.shared", "2,4"},
			{"people.vision.shared", "4"}, {"mean.vision.direction", "9"}} {
			if err := write(f[0], f[1]); err != nil {
				return err
			}
		}
		if !keep {
			return nil
		}
		if err := write("mean.vision.direction", ""); err != nil {
			return err
		}
		return pressing("surveys.typing.keep")(w)
	}
}

// answers is a CSV as a survey program gives it: words for levels, parts of groups, slips.
func answers() survey.File {
	rows := [][]string{{"Timestamp", "Who are you?", "Class", "1. How clearly can we say what digital technology is for in our school?",
		"2. How far do we all share the same picture of our school’s digital future?", "Vision and digital direction [3]", "Anything else?"}}
	words := []string{"strongly disagree", "disagree", "agree", "strongly agree", "don't know", "blue"}
	groups := []string{"Teacher", "Pupil", "Pupil", "Parent", "Cook"}
	for i := range 143 {
		rows = append(rows, []string{fmt.Sprintf("2026-11-0%d 10:%02d", 1+i%9, i%60), groups[i*7%5], []string{"1–3", "4–6", "7–9"}[i%3],
			words[i*5%6%(4+i%17/8+i%29/28)], words[i*3%4], words[(i*i)%4], strings.Repeat("More time, please! ", i%3)})
	}
	rows = append(rows, []string{"", "", "", "agree"}, []string{"", "Teacher", "1–3", "agree", "agree", "agree", "", "one too many"})
	return survey.File{Name: "answers.csv", About: app.Say("survey.file.read.csv", "name", "answers.csv", "encoding", "Windows-1257", "separator", app.Say("survey.file.separator.semicolon")),
		Encoding: "Windows-1257", Separator: ";", Encodings: []string{"UTF-8", "Windows-1257"},
		Separators: []survey.Separator{{Sign: ";", Name: app.Say("survey.file.separator.semicolon")}, {Sign: ",", Name: app.Say("survey.file.separator.comma")}},
		Sheets:     []survey.Sheet{{Name: "answers", Rows: rows}}}
}

// meansFile is a workbook of means on a scale to ten, with a formula whose result is missing.
func meansFile() survey.File {
	rows := [][]string{{"Survey of spring"}, {"Group", "Question", "Mean", "N"}, {"Teachers", "Q1", "7,25", "24"}, {"Teachers", "Q2", "5", "4"},
		{"Parents", "Q1", "9.5", "12"}, {"Parents", "Lunch", "3", "12"}, {"Parents", "Q2", "11", "12"}, {"Pupils", "Q3", "", ""}}
	return survey.File{Name: "means.xlsx", About: app.Say("survey.file.read.xlsx", "name", "means.xlsx"), Sheets: []survey.Sheet{
		{Name: "Means", Rows: rows, Unread: []app.Text{app.Say("survey.file.formula", "row", 8, "column", "C"), app.Say("survey.file.formula", "row", 8, "column", "D")}},
		{Name: "2025", Rows: rows}}}
}

// crowdedSurveys are records with surveys of more groups than any school asks, with long names and many remarks.
func crowdedSurveys(records []app.Record) []app.Record {
	all := slices.Clone(records)
	newest := newestRound(records)
	var means []app.SurveyMean
	first := app.ID[app.Survey]("")
	for _, r := range records {
		if s, ok := r.(app.Survey); ok && s.Assessment == newest && first == "" {
			first = s.ID
		}
	}
	for _, r := range records {
		if m, ok := r.(app.SurveyMean); ok && m.Survey == first {
			means = append(means, m)
		}
	}
	for i := range 12 {
		s := app.Survey{ID: app.ID[app.Survey](fmt.Sprint("crowd", i)), Assessment: newest, Group: "Tugispetsialistid ja abiõpetajad " + fmt.Sprint(i), Part: []string{"", "1–3", "põhikooli vanem aste ja gümnaasium"}[i%3],
			People: 20 + i, Position: 100 + i, Source: strings.Repeat("vastused-2026-", 6) + ".xlsx"}
		all = append(all, s)
		for j, m := range means {
			m.ID, m.Survey = app.ID[app.SurveyMean](fmt.Sprint("crowd", i, "-", j)), s.ID
			all = append(all, m)
		}
		for j := range 30 {
			all = append(all, app.Remark{ID: app.ID[app.Remark](fmt.Sprint("crowd", i, "-", j)), Survey: s.ID, Text: strings.Repeat("Rohkem aega ja vaikust, palun. ", 1+j%5), Position: j})
		}
	}
	return all
}
