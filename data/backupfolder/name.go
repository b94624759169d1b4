package backupfolder

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"waymark/app"
	"waymark/app/backup"
	"waymark/data/schoolfile"
)

// The name of a backup is "SCHOOL 2026-11-25 140233 daily.waymark", or "… 140233-2 daily.waymark" for the second one in the
// same second. Only what follows the school is read.
const (
	dayLayout   = "2006-01-02"
	clockLayout = "150405"
)

// name is the name of a backup.
type name struct {
	school string
	made   time.Time // to the second
	number int       // from 1, in the order of making within a second
	reason backup.Reason
}

func nameOf(school string, made time.Time, reason backup.Reason) name {
	text := made.Format(dayLayout + " " + clockLayout)
	if read, err := time.ParseInLocation(dayLayout+" "+clockLayout, text, made.Location()); err == nil {
		made = read // an hour off while clocks are put back, but the same as when the name is read
	}
	return name{safe(school), made, 1, reason}
}

func (n name) String() string {
	clock := n.made.Format(clockLayout)
	if n.number > 1 {
		clock += "-" + strconv.Itoa(n.number)
	}
	return n.school + " " + n.made.Format(dayLayout) + " " + clock + " " + string(n.reason) + schoolfile.Extension
}

// parse reads the name of a backup; ok is false for every other name.
func parse(text string, in *time.Location) (n name, ok bool) {
	rest, ok := strings.CutSuffix(text, schoolfile.Extension)
	if !ok {
		return name{}, false
	}
	rest, reason, ok := cutLast(rest)
	if !ok || !isReason(backup.Reason(reason)) {
		return name{}, false
	}
	rest, clock, ok := cutLast(rest)
	if !ok {
		return name{}, false
	}
	school, day, ok := cutLast(rest)
	if !ok || school == "" {
		return name{}, false
	}
	number := 1
	clock, digits, numbered := strings.Cut(clock, "-")
	if numbered {
		number, ok = ordinal(digits)
	}
	if !ok || len(day) != len(dayLayout) || len(clock) != len(clockLayout) {
		return name{}, false
	}
	made, err := time.ParseInLocation(dayLayout+" "+clockLayout, day+" "+clock, in)
	return name{school, made, number, backup.Reason(reason)}, err == nil
}

func cutLast(text string) (before, last string, ok bool) {
	at := strings.LastIndexByte(text, ' ')
	if at < 0 {
		return "", "", false
	}
	return text[:at], text[at+1:], true
}

func isReason(reason backup.Reason) bool {
	for _, known := range backup.Reasons() {
		if reason == known {
			return true
		}
	}
	return false
}

// ordinal reads a number from 2, as String writes it.
func ordinal(digits string) (int, bool) {
	n, err := strconv.Atoi(digits)
	return n, err == nil && n > 1 && n < 100_000 && strconv.Itoa(n) == digits
}

// The most of a school's name that is part of the name of a backup, which with all that is added while it is written must
// stay below the 143 bytes that an encrypted home folder has for a name.
const (
	maxLetters = 40
	maxBytes   = 80
)

// safe makes a school's name fit for every file system. Without a dot it can neither lead elsewhere nor be one of the
// names that Windows keeps for devices, since what follows is never empty.
func safe(school string) string {
	school = strings.Map(func(r rune) rune {
		switch {
		case r == '.' || r == utf8.RuneError || unicode.IsControl(r) || unicode.Is(unicode.Cf, r):
			return -1
		case unicode.IsSpace(r):
			return ' '
		case strings.ContainsRune(`<>:"/\|?*`, r) || !unicode.IsPrint(r):
			return '-'
		}
		return r
	}, school)
	school = app.Shorten(school, maxLetters)
	for len(school) > maxBytes {
		_, last := utf8.DecodeLastRuneInString(school)
		school = school[:len(school)-last]
	}
	if school = strings.Trim(school, " -…"); school == "" {
		return "school"
	}
	return school
}
