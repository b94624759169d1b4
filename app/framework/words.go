package framework

import (
	"slices"
	"strconv"
	"strings"

	"waymark/app"
)

// LevelNames returns what the levels of a framework are called, one for each; nil where all are numbers. A level without a
// name is called by its number.
func LevelNames(own app.OwnFramework) []string {
	names, named := make([]string, own.Levels), false
	written := strings.Split(own.LevelNames, "\n")
	for n := range names {
		names[n] = strconv.Itoa(n + 1)
		if n < len(written) {
			if name := app.CleanLine(written[n]); name != "" && name != names[n] {
				names[n], named = name, true
			}
		}
	}
	if !named {
		return nil
	}
	return names
}

// SetLevelName changes what a level is called, counted from 1; the empty name is its number. Names of levels beyond those
// that the framework has stay.
func SetLevelName(own *app.OwnFramework, level int, name string) {
	names := strings.Split(own.LevelNames, "\n")
	for len(names) < level {
		names = append(names, "")
	}
	names[level-1] = name
	own.LevelNames = namesText(names)
}

// namesText is how names of levels are kept: one a line, numbers for those without, since a file keeps no empty first line.
func namesText(names []string) string {
	kept, named := make([]string, len(names)), false
	for n, name := range names {
		number := strconv.Itoa(n + 1)
		if kept[n] = app.CleanLine(name); kept[n] == "" {
			kept[n] = number
		}
		named = named || kept[n] != number
	}
	if !named {
		return ""
	}
	return strings.Join(kept, "\n")
}

// Terms returns the glossary of a framework.
func Terms(own app.OwnFramework) []app.Term {
	var terms []app.Term
	for line := range strings.Lines(own.Glossary) {
		word, meaning, _ := strings.Cut(line, ":")
		if word = strings.TrimSpace(word); word != "" {
			terms = append(terms, app.Term{Word: word, Meaning: strings.TrimSpace(meaning)})
		}
	}
	return terms
}

// termsText is how a glossary is kept: a word, a colon and what it means, one a line. A colon in a word becomes a dash.
func termsText(terms []app.Term) string {
	var lines []string
	for _, t := range terms {
		if word := app.CleanLine(strings.ReplaceAll(t.Word, ":", " – ")); word != "" {
			lines = append(lines, word+": "+app.CleanLine(t.Meaning))
		}
	}
	return strings.Join(lines, "\n")
}

// SaveTerm returns the edit that puts a term at a place of the glossary, counted from 0; a place beyond its end adds it. A
// word without letters or with a colon in it is Invalid, as the colon parts words from meanings in the file.
func SaveTerm(b *app.Book, id app.ID[app.OwnFramework], at int, term app.Term) (app.Edit, error) {
	own, ok := b.OwnFrameworks.Get(id)
	if !ok {
		return app.Edit{}, gone()
	}
	term = app.Term{Word: app.CleanLine(term.Word), Meaning: app.CleanLine(term.Meaning)}
	switch {
	case term.Word == "":
		return app.Edit{}, app.Invalid("save term", app.Say("error.empty_text"))
	case strings.Contains(term.Word, ":"):
		return app.Edit{}, app.Invalid("save term", app.Say("error.framework.colon"))
	}
	terms := Terms(own)
	if at >= len(terms) {
		terms = append(terms, term)
	} else {
		terms[at] = term
	}
	own.Glossary = termsText(terms)
	return app.Save(b, own)
}

// RemoveTerm returns the edit that takes a term out of the glossary.
func RemoveTerm(b *app.Book, id app.ID[app.OwnFramework], at int) (app.Edit, error) {
	own, ok := b.OwnFrameworks.Get(id)
	terms := Terms(own)
	if !ok || at >= len(terms) {
		return app.Edit{}, gone()
	}
	own.Glossary = termsText(slices.Delete(terms, at, at+1))
	return app.Save(b, own)
}

func gone() error {
	return &app.Error{Op: "framework", Kind: app.KindConflict, Text: app.Say("error.conflict")}
}
