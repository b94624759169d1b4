package backupfolder

import (
	"strings"
	"testing"
	"time"
	_ "time/tzdata"
	"unicode/utf8"

	"waymark/app/backup"
)

var afternoon = time.Date(2026, 11, 25, 14, 2, 33, 0, time.UTC)

func TestNamesAreReadAsTheyAreWritten(t *testing.T) {
	for school, want := range map[string]string{
		"Männi Kool":                   "Männi Kool",
		"St. Mary's":                   "St Mary's",
		"..":                           "school",
		"../../etc/passwd":             "etc-passwd",
		`C:\Temp\x`:                    "C--Temp-x",
		"CON":                          "CON",
		"NUL.txt":                      "NULtxt",
		"":                             "school",
		" \t\n":                        "school",
		"Kool 2026-01-01 000000 daily": "Kool 2026-01-01 000000 daily",
		"🏫 Kool 👩‍🏫":                   "🏫 Kool 👩🏫",
		"a\x00b\u202ec\xffd":           "abcd",
		strings.Repeat("Õ", 200):       strings.Repeat("Õ", 39),
		strings.Repeat("🏫", 200):       strings.Repeat("🏫", 20),
		"სკოლა":                        "სკოლა",
	} {
		for _, reason := range backup.Reasons() {
			n := nameOf(school, afternoon, reason)
			for _, n.number = range []int{1, 2, 10} {
				text := n.String()
				got, ok := parse(text, time.UTC)
				if !ok || got != n || n.school != want {
					t.Errorf("%q is named %q and read as %+v, %v", school, text, got, ok)
				}
				if len(text)+len(".ABCDEFGH.tmp") > 143 || strings.ContainsAny(text, `<>:"/\|?*`) || strings.HasPrefix(text, ".") {
					t.Errorf("%q is named %q, which not every file system takes", school, text)
				}
				if stem, _, _ := strings.Cut(text, "."); len(stem) < 18 {
					t.Errorf("%q is named %q, which Windows may take for a device", school, text)
				}
			}
		}
	}
}

func TestOtherNamesAreNoBackups(t *testing.T) {
	for _, text := range []string{
		"", ".waymark", "kool.waymark", "daily.waymark", " 2026-11-25 140233 daily.waymark", "2026-11-25 140233 daily.waymark",
		"Kool 2026-11-25 140233 weekly.waymark", "Kool 2026-11-25 140233 daily", "Kool 2026-11-25 140233 daily.waymark.tmp",
		"Kool 2026-13-25 140233 daily.waymark", "Kool 2026-11-25 140261 daily.waymark", "Kool 2026-11-25 14023 daily.waymark",
		"Kool 2026-11-25 140233-1 daily.waymark", "Kool 2026-11-25 140233-02 daily.waymark", "Kool 2026-11-25 140233- daily.waymark",
		"Kool 2026-11-25 140233-x daily.waymark", "Kool 2026-11-25 140233.5 daily.waymark", "Kool 26-11-25 140233 daily.waymark",
		"Kool 2026-11-25 140233 daily.WAYMARK", "Kool 2026-11-25  daily.waymark", "Kool 2026-11-25 140233 Daily.waymark",
	} {
		if n, ok := parse(text, time.UTC); ok {
			t.Errorf("%q is read as %+v", text, n)
		}
	}
}

func TestTheHourThatComesTwice(t *testing.T) {
	tallinn, err := time.LoadLocation("Europe/Tallinn")
	if err != nil {
		t.Fatal(err)
	}
	for _, utc := range []int{0, 1} { // 03:30 in summer time, and again
		n := nameOf("Kool", time.Date(2026, 10, 25, utc, 30, 0, 0, time.UTC).In(tallinn), backup.Daily)
		if got, ok := parse(n.String(), tallinn); !ok || !got.made.Equal(n.made) || !strings.Contains(n.String(), " 033000 ") {
			t.Errorf("%s is made at %v and read as made at %v", n, n.made, got.made)
		}
	}
}

func FuzzName(f *testing.F) {
	for _, text := range []string{
		"Männi Kool 2026-11-25 140233 daily.waymark", "Kool 2026-11-25 140233-2 before-restore.waymark",
		" 2026-11-25 140233 daily.waymark", "a  2026-11-25 140233 daily.waymark", "a 2026-02-30 240000 daily.waymark",
	} {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		// Whatever is read as a backup is written the same
		if n, ok := parse(text, time.UTC); ok && n.String() != text {
			t.Errorf("%q is read as %+v, which is written %q", text, n, n)
		}
		// And any name of a school makes a name that is read, is in the folder and is a name everywhere
		n := nameOf(text, afternoon, backup.BeforeMigration)
		if got, ok := parse(n.String(), time.UTC); !ok || got != n {
			t.Errorf("%q is named %q and read as %+v, %v", text, n, got, ok)
		}
		if s := n.String(); strings.ContainsAny(s, "/\\:\x00") || len(s) > maxBytes+45 || !utf8.ValidString(s) || s[0] == '.' {
			t.Errorf("%q is named %q", text, s)
		}
	})
}
