package main

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"waymark/app"
	"waymark/translations"
)

// Given anything typed after the program's name, when read, then it is wrong usage, or every word of it has its place.
func FuzzArguments(f *testing.F) {
	for _, line := range []string{"", "version", "sample\ns.waymark", "s.waymark\n--at\nplanning/goal/1\n--lang\net", "export\n--document\nplan\ns.waymark\n-o\n-",
		"check\n--\n--lang", "--lang=xx", "--at", "-", "---", "-o=\n-o", "--document=\n\n", "--help", "-h", "\x00\n\xff", "backup\nbackup"} {
		f.Add(line)
	}
	f.Fuzz(func(t *testing.T, line string) {
		args := strings.Split(line, "\n")
		a, err := parse(slices.Clone(args))
		if err != nil {
			if app.KindOf(err) != app.KindInvalid {
				t.Fatalf("%q: %v", args, err)
			}
			return
		}
		if _, known := commandOf(a.command); !known || a.language != "" && !slices.Contains(translations.Languages(), a.language) {
			t.Fatalf("%q is %+v", args, a)
		}
		for _, file := range a.files {
			if !slices.Contains(args, file) {
				t.Fatalf("%q is %+v: nobody typed the file %q", args, a, file)
			}
		}
		for _, value := range []string{a.at, a.document, a.output, a.language} {
			if !strings.Contains(line, value) {
				t.Fatalf("%q is %+v: nobody typed %q", args, a, value)
			}
		}
	})
}

// Given any name of a school, when a file is named after it, then every system can keep a file of that name in its folder.
func FuzzFileName(f *testing.F) {
	for _, name := range []string{"", "Tõrva Kool", "..", ".", "/etc/passwd", `a\b:c*d?`, "a\x00b\n", "🎉", strings.Repeat("კ", 300), "\xff\xfe", "aux", "con.txt", "a .", "\u202e"} {
		f.Add(name)
	}
	f.Fuzz(func(t *testing.T, name string) {
		got := fileName(name)
		if got == "" || !utf8.ValidString(got) || strings.ContainsAny(got, `<>:"/\|?*`) || filepath.Base(got) != got || strings.Trim(got, " .") != got ||
			len(got) > 255-len(" 999.waymark") || strings.ContainsFunc(got, func(r rune) bool { return !unicode.IsPrint(r) }) {
			t.Fatalf("%q gives the name %q", name, got)
		}
	})
}
