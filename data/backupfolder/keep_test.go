package backupfolder

import (
	"context"
	"os"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"pgregory.net/rapid"

	"waymark/app"
	"waymark/app/backup"
)

func TestTheNewestTenAreKept(t *testing.T) {
	w := aStore(t)
	var made []backup.Backup
	for range keptBackups + 5 {
		made = append(made, w.backUp(t, backup.Daily, 24*time.Hour))
	}
	want := slices.Clone(made[5:])
	slices.Reverse(want)
	if got := w.list(t); !slices.Equal(got, want) {
		t.Errorf("%+v\nwant\n%+v", got, want)
	}
}

func TestManyInAnHourLeaveYesterdays(t *testing.T) {
	// Given dailies of four days, and two of the day before today
	w := aStore(t)
	var days []backup.Backup
	for range 4 {
		days = append(days, w.backUp(t, backup.Daily, 24*time.Hour))
	}
	// When twelve are made in an hour
	var today []backup.Backup
	for range keptBackups + 2 {
		today = append(today, w.backUp(t, backup.BeforeRestore, 5*time.Minute))
	}
	// Then the newest ten of them are there, and those of the two days before
	slices.Reverse(today)
	want := append(today[:keptBackups:keptBackups], days[3], days[2])
	if got := w.list(t); !slices.Equal(got, want) {
		t.Errorf("%+v\nwant\n%+v", got, want)
	}
}

func TestSurplus(t *testing.T) {
	rapid.Check(t, func(t *rapid.T) {
		// Given backups, newest first, none or some of them from a time to come
		now := afternoon
		hours := rapid.SliceOfN(rapid.IntRange(-30, 300), 0, 40).Draw(t, "hours ago")
		slices.Sort(hours)
		var backups []backup.Backup
		for i, h := range hours {
			backups = append(backups, backup.Backup{Path: string(rune('a' + i)), Made: now.Add(-time.Duration(h) * time.Hour)})
		}
		gone := surplus(backups, now)
		isGone := func(b backup.Backup) bool { return slices.Contains(gone, b) }
		// Then as many as should be are left, and no more than one for each day besides
		left := len(backups) - len(gone)
		if left < min(len(backups), keptBackups) || left > keptBackups+keptDays-1 {
			t.Fatalf("%d of %d are left", left, len(backups))
		}
		var past []backup.Backup
		for _, b := range backups {
			if !b.Made.After(now) {
				past = append(past, b)
			}
		}
		// And the newest ten are, and the newest of each of three days
		days := map[string]bool{}
		for i, b := range past {
			day := b.Made.Format(time.DateOnly)
			if isGone(b) && (i < keptBackups || !days[day] && len(days) < keptDays) {
				t.Fatalf("the %d. of %v is gone", i+1, past)
			}
			days[day] = true
		}
		// And none goes before one of a time to come
		if len(past) > 0 && slices.ContainsFunc(past, isGone) {
			for _, b := range backups {
				if b.Made.After(now) && !isGone(b) && len(days) >= keptDays {
					t.Fatalf("%v is kept", b)
				}
			}
		}
	})
}

func TestAWrongClockDoesNotPushOutGoodBackups(t *testing.T) {
	// Given backups made while the clock was four years ahead
	w := aStore(t)
	right := w.now
	w.now = w.now.AddDate(4, 0, 0)
	for range keptBackups {
		w.backUp(t, backup.Daily, 24*time.Hour)
	}
	// When the clock is right again and others are made
	w.now = right
	var made []backup.Backup
	for range keptBackups {
		made = append(made, w.backUp(t, backup.Daily, 24*time.Hour))
	}
	// Then those are kept
	slices.Reverse(made)
	if got := w.list(t); !slices.Equal(got, made) {
		t.Errorf("%+v\nwant\n%+v", got, made)
	}
}

func TestWhatACrashLeftIsSweptLater(t *testing.T) {
	// Given what a killed Waymark left while it wrote, and the same while another writes
	w := aStore(t)
	made := w.backUp(t, backup.Daily, time.Hour)
	folder := filepath.Dir(made.Path)
	stem := "Männi Kool 2026-11-25 140233 daily.waymark"
	left := []string{stem + ".ABCDEFG2.tmp", stem + ".ABCDEFG2.tmp-journal", "." + stem + "-123.tmp", "." + stem + "-journal-123.tmp",
		".school.json-99.tmp"}
	put := func(modified time.Time) {
		for _, name := range left {
			write(t, filepath.Join(folder, name), []byte("x"))
		}
		if err := os.MkdirAll(filepath.Join(folder, "opened-5.tmp", "x"), 0o700); err != nil {
			t.Fatal(err)
		}
		for _, name := range append([]string{"opened-5.tmp"}, left...) {
			if err := os.Chtimes(filepath.Join(folder, name), modified, modified); err != nil {
				t.Fatal(err)
			}
		}
	}
	all := func(more ...string) []string {
		for _, b := range w.list(t) {
			more = append(more, filepath.Base(b.Path))
		}
		return append(more, memoName)
	}
	put(w.now.Add(-time.Hour))
	w.backUp(t, backup.Daily, time.Hour)
	mustHaveNames(t, folder, all(append(left, "opened-5.tmp")...)...)
	put(w.now.Add(-25 * time.Hour))
	w.backUp(t, backup.Daily, time.Hour)
	mustHaveNames(t, folder, all()...)
	// And deleting a school deletes it at once
	put(w.now)
	if _, err := w.Remove(w.school.ID); err != nil {
		t.Fatal(err)
	}
	mustHaveNames(t, w.folder)
}

func TestASchoolsBackupsAreRemoved(t *testing.T) {
	// Given backups of two schools
	w := aStore(t)
	first, second := w.backUp(t, backup.Daily, time.Hour), w.backUp(t, backup.Daily, time.Hour)
	other := app.School{ID: app.NewID[app.School](), Name: "Kuuse Kool"}
	path := filepath.Join(filepath.Dir(w.file), "kuuse.waymark")
	create(t, path, other, line("x"))
	if _, err := w.Make(context.Background(), path, backup.Daily); err != nil {
		t.Fatal(err)
	}
	// When those of one are removed, the other's stay
	gone, err := w.Remove(w.school.ID)
	if err != nil || !slices.Equal(gone, []string{second.Path, first.Path}) {
		t.Errorf("%v, %v", gone, err)
	}
	mustHaveNames(t, w.folder, string(other.ID))
	// And removing what is not there is no error
	for _, id := range []app.ID[app.School]{w.school.ID, "", ".."} {
		if gone, err := w.Remove(id); err != nil || len(gone) != 0 {
			t.Errorf("%q: %v, %v", id, gone, err)
		}
	}
	if _, err := os.Stat(w.file); err != nil {
		t.Error(err)
	}
}
