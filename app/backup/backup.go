// Package backup says what a backup of a school file is and what it holds. They are kept by data/backupfolder. It imports
// app.
package backup

import (
	"time"

	"waymark/app"
)

// Reason says why a backup was made; its value is part of the backup's file name.
type Reason string

// The reasons.
const (
	Daily           Reason = "daily"
	BeforeMigration Reason = "before-migration"
	BeforeImport    Reason = "before-import"
	BeforeRestore   Reason = "before-restore"
)

// Reasons lists every Reason.
func Reasons() []Reason { return []Reason{Daily, BeforeMigration, BeforeImport, BeforeRestore} }

// Backup is one backup of a school's file.
type Backup struct {
	Path   string
	School app.ID[app.School]
	Name   string // of the school, as it was then
	Made   time.Time
	Reason Reason
	Size   int64 // in bytes
}

// School is a school of which there are backups.
type School struct {
	ID      app.ID[app.School]
	Name    string
	Path    string // where its file was last
	Backups []Backup
}

// Holding is what a backup holds. Damage is nil for one that is sound; what is counted is then what can be read.
type Holding struct {
	School  string
	Counts  map[app.Kind]int
	Changed time.Time // the last edit in it; the zero time when there was none
	Damage  error     // an *app.Error
}

// Holds counts what a book holds.
func Holds(b *app.Book) Holding {
	h := Holding{School: b.School().Name, Counts: map[app.Kind]int{}}
	for r := range b.Records() {
		h.Counts[r.RecordKind()]++
	}
	return h
}
