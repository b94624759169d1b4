// Command gallery draws every screen in every language, size and state to PNG files, for review, the README and
// translators. It may import ui/uitest and data/sample.
//
//	gallery [-out FOLDER] [-only TEXT]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/planning"
	"waymark/app/prepare"
	"waymark/data/sample"
	"waymark/translations"
	"waymark/ui/uitest"
)

func main() {
	out := flag.String("out", "build/gallery", "folder for the pictures")
	only := flag.String("only", "", "draw only pictures whose name holds this text")
	flag.Parse()
	if err := draw(*out, *only); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// draw writes a picture per state, language, mode and size.
func draw(out, only string) error {
	sizes := [][2]float32{{1024, 768}, {1366, 768}, {1920, 1080}}
	for _, language := range translations.Languages() {
		words, err := translations.New(language)
		if err != nil {
			return err
		}
		for _, state := range states(words) {
			for _, mode := range []string{"light", "dark"} {
				for _, size := range sizes {
					name := fmt.Sprintf("%s-%s-%s-%.0fx%.0f.png", state.name, language, mode, size[0], size[1])
					if !strings.Contains(name, only) || (mode == "dark" && size[0] != 1366) {
						continue
					}
					window, err := uitest.Open(uitest.Options{Language: language, Mode: mode, Width: size[0], Height: size[1], At: state.at, Records: state.records})
					if err != nil {
						return fmt.Errorf("%s: %w", name, err)
					}
					if err := window.Shot(filepath.Join(out, name)); err != nil {
						return fmt.Errorf("%s: %w", name, err)
					}
				}
			}
		}
	}
	return nil
}

type state struct {
	name, at string
	records  []app.Record
}

// states lists what is drawn: every screen and view with the sample, every screen with a school just begun.
func states(words *translations.Printer) []state {
	records := sample.Build(words)
	book, err := app.NewBook(records...)
	if err != nil {
		panic(err) // the sample's own test keeps this from happening
	}
	begun, err := prepare.School(words.Say("sample.school.name"), sample.Today())
	if err != nil {
		panic(err)
	}
	cycle := book.Current().ID
	goal := planning.PlanOf(book, cycle).Goals()[0]
	list := []state{{"welcome", "welcome", records}}
	for _, area := range []string{"prepare", "vision", "assessment", "planning", "progress", "documents", "settings"} {
		list = append(list, state{area, area, records}, state{area + "-empty", area, begun})
	}
	list = append(list,
		state{"planning-goal", "planning/goal/" + goal.RecordID(), records},
		state{"planning-action", "planning/action/" + goal.Actions[0].RecordID(), records},
		state{"progress-checkin", "progress/checkin/" + goal.Actions[0].RecordID(), records},
		state{"progress-indicator", "progress/indicator/" + goal.Indicators[0].RecordID(), records})
	if round, ok := assessment.Latest(book, cycle); ok {
		for item := range assessment.Judgements(book, round.ID) {
			if item == "leadership.shared" {
				list = append(list, state{"assessment-item", "assessment/item/" + item, records})
			}
		}
	}
	return list
}
