package backupfolder

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"waymark/app/backup"
	"waymark/data/sample"
	"waymark/data/schoolfile"
	"waymark/translations"
)

// theSample is a store and the practice school.
func theSample(b *testing.B) *bench {
	words, err := translations.New("et")
	if err != nil {
		b.Fatal(err)
	}
	w := &bench{now: afternoon, file: filepath.Join(b.TempDir(), "kool.waymark"), folder: filepath.Join(b.TempDir(), "backups")}
	w.Store = New(w.folder, w.env())
	file, err := schoolfile.Create(w.file, w.env(), sample.Build(words)...)
	if err != nil {
		b.Fatal(err)
	}
	w.school = file.Book().School()
	if err := file.Close(); err != nil {
		b.Fatal(err)
	}
	return w
}

func BenchmarkMake(b *testing.B) {
	w := theSample(b)
	for b.Loop() {
		if _, err := w.Make(context.Background(), w.file, backup.Daily); err != nil {
			b.Fatal(err)
		}
		w.now = w.now.Add(time.Second)
	}
}

func BenchmarkRestore(b *testing.B) {
	w := theSample(b)
	made, err := w.Make(context.Background(), w.file, backup.Daily)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		w.now = w.now.Add(time.Second)
		if err := w.Restore(context.Background(), made, w.file); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkListOfTen(b *testing.B) {
	w := theSample(b)
	for range keptBackups {
		if _, err := w.Make(context.Background(), w.file, backup.Daily); err != nil {
			b.Fatal(err)
		}
		w.now = w.now.Add(24 * time.Hour)
	}
	for b.Loop() {
		backups, err := w.List(w.school.ID)
		if err != nil || len(backups) != keptBackups {
			b.Fatal(backups, err)
		}
		for _, made := range backups {
			if h := w.Holds(context.Background(), made); h.Damage != nil {
				b.Fatal(h.Damage)
			}
		}
	}
}

func BenchmarkDailyThatIsNotDue(b *testing.B) {
	w := theSample(b)
	for b.Loop() {
		if err := w.Daily(context.Background(), w.file); err != nil {
			b.Fatal(err)
		}
		w.now = w.now.Add(24 * time.Hour)
	}
}
