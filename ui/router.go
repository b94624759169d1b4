package ui

import (
	"encoding/json"
	"log/slog"

	"fyne.io/fyne/v2/lang"

	"waymark/translations"
	"waymark/ui/assessmentscreen"
	"waymark/ui/backupscreen"
	"waymark/ui/documentsscreen"
	"waymark/ui/frameworkscreen"
	"waymark/ui/historyscreen"
	"waymark/ui/keysscreen"
	"waymark/ui/planningscreen"
	"waymark/ui/preparescreen"
	"waymark/ui/progressscreen"
	"waymark/ui/resultscreen"
	"waymark/ui/screen"
	"waymark/ui/settingsscreen"
	"waymark/ui/surveyscreen"
	"waymark/ui/visionscreen"
	"waymark/ui/welcomescreen"
)

// screenAt makes the screen of a route.
func (s *Shell) screenAt(r screen.Route) screen.Screen {
	switch r.Area {
	case screen.Prepare:
		return preparescreen.New(s, s, s, r)
	case screen.Vision:
		return visionscreen.New(s, s, r)
	case screen.Assessment:
		return s.assessmentAt(r)
	case screen.Planning:
		return planningscreen.New(s, s, r)
	case screen.Progress:
		return progressscreen.New(s, s, r)
	case screen.Documents:
		return documentsscreen.New(s, s, s)
	case screen.Settings:
		return settingsscreen.New(s, s)
	case screen.Backups:
		return backupscreen.New(s, s)
	case screen.Keys:
		return keysscreen.New(s, s)
	case screen.History:
		return historyscreen.New(s, s, s, r)
	}
	return welcomescreen.New(s, s)
}

// assessmentAt makes the screen of a route within the self-assessment.
func (s *Shell) assessmentAt(r screen.Route) screen.Screen {
	switch r.View {
	case frameworkscreen.Frameworks, frameworkscreen.Framework, frameworkscreen.Question:
		return frameworkscreen.New(s, s, s, r)
	case resultscreen.Results, resultscreen.Compare, resultscreen.Needs:
		return resultscreen.New(s, s, s, r)
	case surveyscreen.Surveys, surveyscreen.Import:
		return surveyscreen.New(s, s, s, r)
	}
	return assessmentscreen.New(s, s, r)
}

// fyneTexts are the texts of Fyne's own widgets that Waymark's windows show; each is a key below fyne.
var fyneTexts = map[string]string{
	"Cancel": "cancel", "Open": "open", "Save": "save", "OK": "ok", "Yes": "yes", "No": "no", "Undo": "undo", "Redo": "redo",
	"Cut": "cut", "Copy": "copy", "Paste": "paste", "Select all": "select_all", "File": "file", "Folder": "folder",
	"Enter filename": "enter_filename",
	"New Folder":     "new_folder", "Create Folder": "create_folder", "Show Hidden Files": "show_hidden", "file.name": "name",
	"file.parent": "parent", "(Parent)": "parent_folder", "Favourites": "favourites", "Advanced": "advanced", "Confirm": "confirm",
	"Quit": "quit", "Error": "error",
}

// speakFyne gives Fyne's own widgets the language of words. Fyne follows the computer's locale alone, so the words are
// handed to it as those of that locale.
func speakFyne(words *translations.Printer) {
	texts := make(map[string]string, len(fyneTexts))
	for english, key := range fyneTexts {
		texts[english] = words.Say("fyne." + key)
	}
	data, err := json.Marshal(texts)
	if err == nil {
		err = lang.AddTranslationsForLocale(data, lang.SystemLocale())
	}
	if err != nil {
		slog.Error("texts for Fyne", "error", err)
	}
}
