package main

import (
	"context"
	"fmt"
	"io"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"waymark/app"
	"waymark/app/page"
	"waymark/app/report"
	"waymark/data/atomicfile"
	"waymark/data/exchange"
	"waymark/data/fonts"
	"waymark/data/pdf"
	"waymark/data/sample"
	"waymark/data/schoolfile"
	"waymark/translations"
)

type command func(arguments, *translations.Printer, io.Writer) error

// commandOf returns the command of a name; the empty name is the window.
func commandOf(name string) (command, bool) {
	switch name {
	case "":
		return openWindow, true
	case "sample":
		return writeSample, true
	case "export":
		return export, true
	case "check":
		return check, true
	case "repair":
		return repair, true
	case "backup":
		return writeBackup, true
	case "version":
		return func(_ arguments, _ *translations.Printer, out io.Writer) error { return line(out, "Waymark "+version) }, true
	}
	return nil, false
}

func line(out io.Writer, text string) error {
	_, err := fmt.Fprintln(out, text)
	return err
}

// oneFile returns the one file that a command is given.
func (a arguments) oneFile() (string, error) {
	if len(a.files) != 1 {
		return "", errUsage
	}
	return a.files[0], nil
}

func writeSample(a arguments, words *translations.Printer, _ io.Writer) error {
	path, err := a.oneFile()
	if err != nil {
		return err
	}
	file, err := schoolfile.Create(path, schoolfile.SystemEnv(), sample.Build(words)...)
	if err != nil {
		return err
	}
	return file.Close()
}

// bookDocument is the whole book as data; all other documents are printed ones.
const bookDocument = "json"

// exported tells whether there is a document of that name.
func exported(document string) bool {
	return document == bookDocument || slices.Contains(report.Names(), document)
}

// exportEnd is how the name of an exported file ends when none is given: every document has one of its own.
func exportEnd(document string) string {
	switch document {
	case bookDocument:
		return ".json"
	case report.PlanDocument:
		return ".pdf"
	}
	return " " + document + ".pdf"
}

func export(a arguments, words *translations.Printer, out io.Writer) error {
	path, err := a.oneFile()
	if err != nil {
		return err
	}
	if a.document == "" {
		return errUsage
	}
	if !exported(a.document) {
		return app.Invalid("export", app.Say("command.document", "document", a.document))
	}
	file, err := schoolfile.OpenReadOnly(context.Background(), path)
	if err != nil {
		return err
	}
	write := func(w io.Writer) error {
		if a.document == bookDocument {
			return exchange.WriteJSON(w, file.Book())
		}
		made, err := documentOf(a.document, file.Book(), words, app.DateOf(time.Now()))
		if err != nil {
			return err
		}
		return pdf.Write(context.Background(), w, page.Layout(made, fonts.Measure))
	}
	target := a.output
	if target == "" {
		target = strings.TrimSuffix(path, filepath.Ext(path)) + exportEnd(a.document)
	}
	if target == "-" {
		err = write(out)
	} else {
		err = atomicfile.Write(target, write)
	}
	if closing := file.Close(); err == nil {
		err = closing
	}
	return err
}

func repair(a arguments, words *translations.Printer, out io.Writer) error {
	path, err := a.oneFile()
	if err != nil {
		return err
	}
	target := a.output
	if target == "" {
		target = strings.TrimSuffix(path, filepath.Ext(path)) + " repaired" + schoolfile.Extension
	}
	repaired, err := schoolfile.Repair(context.Background(), path, target, schoolfile.SystemEnv(), words.Say("repair.name"))
	if err != nil {
		return err
	}
	told := append([]app.Text{app.Say("repair.saved", "count", repaired.Count(), "path", target)}, repaired.Told()...)
	for _, text := range told {
		if err := line(out, words.Text(text)); err != nil {
			return err
		}
	}
	return nil
}

func check(a arguments, words *translations.Printer, out io.Writer) error {
	path, err := a.oneFile()
	if err != nil {
		return err
	}
	findings, err := schoolfile.Check(context.Background(), path)
	if err != nil {
		return err
	}
	for _, f := range findings {
		if err := line(out, strings.TrimSpace(fmt.Sprintf("%s [%s %s %s]", words.Text(f.Text), f.Kind, f.ID, f.Detail))); err != nil {
			return err
		}
	}
	if len(findings) > 0 {
		return &app.Error{Op: "check", Kind: app.KindDamaged, Text: app.Say("command.check.bad", "path", path)}
	}
	return line(out, words.Say("command.check.good", "path", path))
}

func writeBackup(a arguments, _ *translations.Printer, out io.Writer) error {
	path, err := a.oneFile()
	if err != nil {
		return err
	}
	target := a.output
	if target == "" {
		target = strings.TrimSuffix(path, filepath.Ext(path)) + time.Now().Format(" 2006-01-02 150405") + schoolfile.Extension
	}
	file, err := schoolfile.OpenReadOnly(context.Background(), path)
	if err != nil {
		return err
	}
	err = file.Backup(context.Background(), target)
	if closing := file.Close(); err == nil {
		err = closing
	}
	if err != nil {
		return err
	}
	return line(out, target)
}
