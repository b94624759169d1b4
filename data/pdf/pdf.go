// Package pdf paints pages as a PDF. It decides nothing about where things stand: that is package page's business. It is
// the only package that knows gofpdf. It imports app, app/chart, app/page,
// app/picture, data/fonts, gofpdf and x/image/draw.
package pdf

import (
	"bytes"
	"context"
	"fmt"
	"io"
	"time"

	"github.com/jung-kurt/gofpdf"

	"waymark/app"
	"waymark/app/page"
	"waymark/app/task"
	"waymark/data/fonts"
)

// Write writes set as a PDF with bookmarks and links. Equal sets give equal bytes. A picture that cannot be read is left
// out. What fails within the PDF writer is an app.Error of KindInternal; an error of w
// or the context is returned as it is.
func Write(ctx context.Context, w io.Writer, set page.Set) (err error) {
	defer func() {
		if trouble := recover(); trouble != nil {
			err = broken(fmt.Errorf("%v", trouble))
		}
	}()
	doc := newDocument(set)
	p := newPainter(doc)
	for i, pg := range set.Pages {
		if err := task.Step(ctx, i, len(set.Pages)); err != nil {
			return err
		}
		p.begin(pg)
		outline(doc, set, i)
		for _, img := range pg.Images {
			p.image(img)
		}
		for j := range pg.Shapes {
			p.shape(&pg.Shapes[j])
		}
		links(doc, pg, len(set.Pages))
	}
	if doc.Err() {
		return broken(doc.Error())
	}
	var out bytes.Buffer
	if err := doc.Output(&out); err != nil {
		return broken(err)
	}
	_, err = out.WriteTo(w)
	return err
}

func broken(err error) error {
	return &app.Error{Op: "write PDF", Kind: app.KindInternal, Text: app.Say("error.internal"), Err: err}
}

const family = "waymark"

func newDocument(set page.Set) *gofpdf.Fpdf {
	doc := gofpdf.New("P", "mm", "A4", "")
	doc.SetCatalogSort(true)
	created := set.Created.Time()
	if set.Created.IsZero() {
		created = time.Unix(0, 0).UTC() // the writer would take the time of day otherwise
	}
	doc.SetCreationDate(created)
	doc.SetModificationDate(created)
	doc.SetAutoPageBreak(false, 0)
	doc.SetMargins(0, 0, 0)
	doc.SetTitle(page.Clean(set.Title), true) // the writer breaks down at what is no clean text
	doc.SetAuthor(page.Clean(set.Author), true)
	doc.SetCreator("Waymark", true)
	doc.SetProducer("Waymark", true)
	doc.AddUTF8FontFromBytes(family, "", bytes.Clone(fonts.Regular())) // the writer changes the bytes
	for _, pg := range set.Pages {
		if usesBold(pg) {
			doc.AddUTF8FontFromBytes(family, "B", bytes.Clone(fonts.Bold()))
			break
		}
	}
	return doc
}

func usesBold(pg page.Page) bool {
	for i := range pg.Shapes {
		if pg.Shapes[i].Bold {
			return true
		}
	}
	return false
}

// outline adds the bookmarks of page i.
func outline(doc *gofpdf.Fpdf, set page.Set, i int) {
	last := set.Pages[len(set.Pages)-1].Height // by which the writer turns every bookmark's height round
	level := -1
	for _, b := range set.Bookmarks {
		level = max(0, min(b.Level, level+1))
		if b.Page == i {
			doc.Bookmark(page.Clean(b.Text), level, last-set.Pages[i].Height+b.Y)
		}
	}
}

// links makes the clickable areas of the page that was begun last.
func links(doc *gofpdf.Fpdf, pg page.Page, pages int) {
	for _, area := range pg.Links {
		if area.Page < 0 || area.Page >= pages {
			continue
		}
		to := doc.AddLink()
		doc.SetLink(to, max(0, area.To-4), area.Page+1)
		doc.Link(area.X, area.Y, area.Width, area.Height, to)
	}
}
