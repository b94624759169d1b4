package main

import (
	"fmt"
	"time"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/sample"
	"waymark/ui/screen"
	"waymark/ui/uitest"
)

// keptPath is a path as long as they are.
const keptPath = "/home/kasutaja/Documents/Waymark/Oakenhill School.waymark"

// kept are what tells of the school file itself: why it cannot be opened or saved, its backups, its end.
func kept(records []app.Record) []state {
	fault := func(kind app.ErrorKind, key string) error {
		return &app.Error{Op: "gallery", Kind: kind, Text: app.Say(key, "path", keptPath, "host", "saal-3", "user", "Kask", "day", app.DateOf(uitest.Now()), "time", "09:00")}
	}
	var list []state
	for name, err := range map[string]error{
		"damaged": fault(app.KindDamaged, "error.damaged"), "foreign": fault(app.KindForeign, "error.foreign"),
		"newer": fault(app.KindNewer, "error.newer"), "gone": fault(app.KindNotFound, "error.not_found"),
		"unreachable": fault(app.KindUnavailable, "error.unavailable"), "too-much": fault(app.KindForeign, "error.too_much"),
	} {
		list = append(list, state{name: "file-" + name, at: "welcome", records: records, act: func(w *uitest.Window) error {
			w.Files.OpenFail = err
			w.Shell.Open(keptPath, screen.Route{})
			return nil
		}})
	}
	opened := func(name string, prepare func(w *uitest.Window)) {
		list = append(list, state{name: "file-" + name, at: "welcome", records: records, act: func(w *uitest.Window) error {
			prepare(w)
			w.Shell.Open(keptPath, screen.Route{})
			return nil
		}})
	}
	opened("held", func(w *uitest.Window) { w.Files.Held = fault(app.KindLocked, "error.locked") })
	opened("foreign-things", func(w *uitest.Window) { w.Files.Outside = app.Outside{Objects: []string{"audit_trigger", "my_view"}} })
	opened("outside", func(w *uitest.Window) {
		w.Files.Outside = app.Outside{Records: records[:30], Missing: []app.Missing{{Kind: app.KindAction, Count: 2}, {Kind: app.KindIdea}}}
	})
	opened("no-backup", func(w *uitest.Window) { w.Files.FailBackup = fault(app.KindFull, "error.full") })
	list = append(list, state{name: "file-stick", at: "prepare", records: records, act: func(w *uitest.Window) error {
		w.Files.Fail = fault(app.KindUnavailable, "error.unavailable")
		return w.Type("prepare.head", "Mari Maasikas")
	}})
	ofBackups := func(name string, act func(w *uitest.Window)) {
		list = append(list, state{name: "backups" + name, at: "settings", records: records, act: func(w *uitest.Window) error {
			for i := range 10 {
				w.Files.Backups = append(w.Files.Backups, backup.Backup{Path: fmt.Sprint("/backups/", i), School: w.Book().School().ID,
					Name: w.Book().School().Name, Made: sample.Today().Time().Add(time.Duration(9-24*i) * time.Hour),
					Reason: backup.Reasons()[i*3%len(backup.Reasons())], Size: 307_200})
			}
			act(w)
			return nil
		}})
	}
	ofBackups("", func(w *uitest.Window) { w.Shell.Go(screen.Route{Area: screen.Backups}) })
	ofBackups("-none", func(w *uitest.Window) {
		w.Files.Backups = nil
		w.Shell.Go(screen.Route{Area: screen.Backups})
	})
	ofBackups("-welcome", func(w *uitest.Window) {
		w.Shell.CloseFile()
		w.Shell.Go(screen.Route{Area: screen.Backups})
	})
	ofBackups("-look", func(w *uitest.Window) { w.Shell.Preview(w.Files.Backups[0]) })
	ofBackups("-restore", func(w *uitest.Window) { w.Shell.AskRestore(w.Files.Backups[0]) })
	ofBackups("-delete", func(w *uitest.Window) { w.Shell.AskDelete() })
	ofBackups("-password", func(w *uitest.Window) { w.Shell.SaveProtected() })
	ofBackups("-open-protected", func(w *uitest.Window) { w.Shell.Open(keptPath+".age", screen.Route{}) })
	return list
}

// walls are the steps that the room sees, with the sample and overfull, and what keys show on them.
func walls(records, full []app.Record) []state {
	var list []state
	add := func(name string, area screen.Area, records []app.Record, keys string) {
		list = append(list, state{name: "room-" + name, at: string(area), records: records, act: func(w *uitest.Window) error {
			w.Shell.ShowToRoom()
			for _, r := range keys {
				if r == '>' {
					w.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyRight})
				} else {
					w.Canvas().Focused().TypedRune(r)
				}
			}
			return nil
		}})
	}
	for name, of := range map[string][]app.Record{"": records, "-full": full} {
		add("prepare"+name, screen.Prepare, of, "")
		add("team"+name, screen.Prepare, of, ">")
		add("question"+name, screen.Vision, of, "t")
		add("ideas-veiled"+name, screen.Vision, of, ">")
		add("ideas"+name, screen.Vision, of, "> ")
		add("statement"+name, screen.Vision, of, "> >>>")
		add("item"+name, screen.Assessment, of, "3t")
		add("target"+name, screen.Assessment, of, ">")
		add("script"+name, screen.Assessment, of, "h")
		add("keys"+name, screen.Assessment, of, "?")
		add("needs"+name, screen.Planning, of, "")
		add("priority"+name, screen.Planning, of, ">")
		add("goal"+name, screen.Planning, of, ">>")
		add("progress"+name, screen.Progress, of, "")
		add("checkin"+name, screen.Progress, of, ">2")
	}
	return list
}
