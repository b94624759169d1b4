// Command waymark opens the window, or does one of its jobs without a display. It is the only place that knows the
// screens, the journey and the files; it imports everything.
package main

import (
	"fmt"
	"io"
	"os"

	"waymark/app"
	"waymark/translations"
)

// version is set when Waymark is built.
var version = "development"

// The exit codes.
const (
	exitDone   = 0
	exitFailed = 1
	exitUsage  = 2
)

func main() { os.Exit(run(os.Args[1:], os.Stdout, os.Stderr)) }

// run does what the arguments say and returns the exit code; a failure is one plain line on errors.
func run(args []string, out, errors io.Writer) int {
	given, err := parse(args)
	if err != nil {
		fmt.Fprintln(errors, wordsFor(given.language).Text(app.Sentence(err)))
		return exitUsage
	}
	do, _ := commandOf(given.command)
	var words *translations.Printer
	if given.command != "" { // the window reads its words while the faces are being read
		words = wordsFor(given.language)
	}
	switch err := do(given, words, out); {
	case err == nil:
		return exitDone
	case err == errUsage:
		fmt.Fprintln(errors, wordsFor(given.language).Say("command.usage"))
		return exitUsage
	default:
		fmt.Fprintln(errors, wordsFor(given.language).Text(app.Sentence(err)))
		return exitFailed
	}
}

// wordsFor returns the printer of a language, or of the computer's when it is empty or not shipped.
func wordsFor(language string) *translations.Printer {
	if language == "" {
		language = translations.Best(systemLanguage())
	}
	words, err := translations.New(language)
	if err != nil {
		if words, err = translations.New("en"); err != nil {
			panic(err) // the catalogue is part of the program, and its tests read it
		}
	}
	return words
}

func systemLanguage() string {
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := os.Getenv(name); value != "" {
			return value
		}
	}
	return ""
}
