package main

import (
	"context"

	"waymark/app/survey"
	"waymark/data/sheets"
)

// ReadTable reads a table that another program wrote. Sheets that are empty are left out, and hidden ones where there are
// others.
func (files) ReadTable(ctx context.Context, path string, o survey.Options) (survey.File, error) {
	options := sheets.Options{Encoding: sheets.Encoding(o.Encoding)}
	if o.Separator != "" {
		options.Separator = sheets.Separator(o.Separator[0])
	}
	book, err := sheets.Read(ctx, path, options)
	if err != nil {
		return survey.File{}, err
	}
	file := survey.File{Name: book.Name, About: book.About()}
	if book.Form == sheets.CSV {
		file.Encoding, file.Separator = string(book.Encoding), string(rune(book.Separator))
		for _, e := range sheets.Encodings() {
			file.Encodings = append(file.Encodings, string(e))
		}
		for _, s := range sheets.Separators() {
			file.Separators = append(file.Separators, survey.Separator{Sign: string(rune(s)), Name: s.Text()})
		}
	}
	var hidden []survey.Sheet
	for _, s := range book.Sheets {
		if len(s.Rows) == 0 {
			continue
		}
		sheet := survey.Sheet{Name: s.Name, Rows: s.Rows}
		for _, cell := range s.Unread {
			sheet.Unread = append(sheet.Unread, cell.Unread())
		}
		if s.Hidden {
			hidden = append(hidden, sheet)
		} else {
			file.Sheets = append(file.Sheets, sheet)
		}
	}
	if len(file.Sheets) == 0 {
		file.Sheets = hidden
	}
	return file, nil
}
