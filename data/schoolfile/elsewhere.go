package schoolfile

import (
	"context"
	"errors"
	"slices"

	"waymark/app"
)

// Elsewhere makes a school file at path that holds what the book of f does, whether or not the file of f can still be
// written or even read, and opens it on the same book, so that an app.History goes on in it. The log goes along when f
// can be read. f stays as it is; the caller closes it. The errors are those of Create.
func (f *File) Elsewhere(ctx context.Context, path string, env Env) (*File, error) {
	book := slices.Collect(f.book.Records())
	if err := f.copyWhole(ctx, path, book); err != nil {
		if kind := app.KindOf(err); kind == app.KindInvalid || errors.Is(err, context.Canceled) {
			return nil, err // there is something at path
		}
		made, err := Create(path, env, book...)
		if err != nil {
			return nil, err
		}
		made.book = f.book
		return made, nil
	}
	made, err := Open(ctx, path, env)
	if err != nil {
		return nil, err
	}
	made.book = f.book
	return made, nil
}

// copyWhole copies the file to path. It is an error when the file does not hold the records of the book.
func (f *File) copyWhole(ctx context.Context, path string, records []app.Record) error {
	now, err := OpenReadOnly(ctx, f.path)
	if err != nil {
		return err
	}
	same := slices.Equal(slices.Collect(now.Book().Records()), records)
	if err := now.Close(); err != nil {
		return err
	}
	if !same {
		return &app.Error{Op: "copy", Kind: app.KindConflict, Text: app.Say("error.conflict")}
	}
	return f.Backup(ctx, path)
}
