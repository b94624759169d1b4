// Package backupscreen lists the backups of the school, or of every school while no file is open, to look at and to
// restore. It imports app, app/backup, ui/kit and ui/screen.
package backupscreen

import (
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/backup"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	// Schools lists the schools of which there are backups: the one whose file is open, or all.
	Schools() ([]backup.School, error)
	// BackupFolder is where they are kept.
	BackupFolder() string
	// Look tells in the background what backups hold; each is called for one at a time.
	Look(backups []backup.Backup, each func(backup.Backup, backup.Holding))
	// Preview opens a backup to be looked at, AskRestore puts it in the place of the school file when the user agrees.
	Preview(b backup.Backup)
	AskRestore(b backup.Backup)
	// Back goes to where the user came from.
	Back()
}

type backups struct {
	host    screen.Host
	actions Actions
	schools []backup.School
	err     error
	holds   map[string]backup.Holding // by path
	page    *kit.Page
}

// New returns the screen.
func New(host screen.Host, actions Actions) screen.Screen {
	b := &backups{host: host, actions: actions, holds: map[string]backup.Holding{}}
	b.schools, b.err = actions.Schools()
	b.page = kit.NewPage(host, b.draw)
	var all []backup.Backup
	for _, s := range b.schools {
		all = append(all, s.Backups...)
	}
	actions.Look(all, func(of backup.Backup, h backup.Holding) {
		b.holds[of.Path] = h
		b.page.Refresh()
	})
	return b.page
}

func (b *backups) draw(w *kit.Widgets) kit.View {
	words := b.host.Words()
	say := words.Say
	v := kit.View{Actions: []fyne.CanvasObject{w.Button("backups.leave", say("menu.back"), b.actions.Back)}, Title: say("backups.title"), Lead: say("backups.lead", "folder", b.actions.BackupFolder())}
	switch {
	case b.err != nil:
		v.Body = append(v.Body, kit.Problem(words.Text(app.Sentence(b.err))))
	case len(b.schools) == 0:
		v.Body = append(v.Body, kit.Panel(kit.Text(say("backups.none"))))
	}
	for _, school := range b.schools {
		objects := []fyne.CanvasObject{kit.Heading(school.Name), kit.Quiet(school.Path)}
		for _, of := range school.Backups {
			objects = append(objects, kit.Rule(), b.row(w, of))
		}
		v.Body = append(v.Body, kit.Panel(objects...))
	}
	return v
}

// row shows one backup: when and why it was made, what it holds, and what can be done with it.
func (b *backups) row(w *kit.Widgets, of backup.Backup) fyne.CanvasObject {
	words := b.host.Words()
	what := words.Say("backups.looking")
	h, known := b.holds[of.Path]
	if known {
		what = b.holding(h)
	}
	text := kit.Column(
		kit.Strong(words.Say("backups.made", "day", app.DateOf(of.Made), "time", words.Clock(of.Made))),
		kit.Quiet(words.Say("backups.size", "reason", words.Say("backups.reason."+strings.ReplaceAll(string(of.Reason), "-", "_")), "size", (of.Size+1023)/1024)),
		kit.Quiet(what))
	look := w.Button("backups.look"+of.Path, words.Say("backups.look"), func() { b.actions.Preview(of) })
	restore := w.Button("backups.restore"+of.Path, words.Say("backups.restore"), func() { b.actions.AskRestore(of) })
	if known && h.Damage != nil {
		look.Disable()
	} else {
		look.Enable()
	}
	return kit.Spread(nil, text, kit.Middle(kit.Line(look, restore)))
}

// holding says what a backup holds.
func (b *backups) holding(h backup.Holding) string {
	words := b.host.Words()
	if h.Damage != nil {
		return words.Text(app.Sentence(h.Damage))
	}
	var parts []string
	for _, kind := range []app.Kind{app.KindVisionLine, app.KindJudgement, app.KindGoal, app.KindAction, app.KindReview} {
		parts = append(parts, words.Say("backups.count."+string(kind), "count", h.Counts[kind]))
	}
	return strings.Join(parts, " · ")
}
