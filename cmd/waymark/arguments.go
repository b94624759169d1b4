package main

import (
	"errors"
	"flag"
	"io"
	"slices"

	"waymark/app"
	"waymark/translations"
)

// arguments is what was typed after the program's name.
type arguments struct {
	command  string // empty for the window
	files    []string
	at       string
	language string
	document string
	output   string
}

var errUsage = errors.New("wrong usage")

// parse reads the arguments; options may stand before, between and after files.
func parse(args []string) (arguments, error) {
	var a arguments
	if len(args) > 0 {
		if _, ok := commandOf(args[0]); ok {
			a.command, args = args[0], args[1:]
		}
	}
	flags := flag.NewFlagSet("waymark", flag.ContinueOnError)
	flags.SetOutput(io.Discard)
	flags.StringVar(&a.at, "at", "", "")
	flags.StringVar(&a.language, "lang", "", "")
	flags.StringVar(&a.document, "document", "", "")
	flags.StringVar(&a.output, "o", "", "")
	for len(args) > 0 {
		if err := flags.Parse(args); err != nil {
			return a, app.Invalid("arguments", app.Say("command.usage"))
		}
		if args = flags.Args(); len(args) > 0 {
			a.files, args = append(a.files, args[0]), args[1:]
		}
	}
	if a.language != "" && !slices.Contains(translations.Languages(), a.language) {
		return a, app.Invalid("arguments", app.Say("error.language", "code", a.language))
	}
	return a, nil
}
