package sheets

import (
	"archive/zip"
	"context"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"waymark/app"
	"waymark/app/task"
)

// workbook is an XLSX that is being read: a zip archive of XML parts (ECMA-376). Only the parts with cells, shared texts
// and number formats are looked at.
type workbook struct {
	ctx      context.Context
	name     string
	parts    map[string]*zip.File
	unpacked int64 // bytes that may still be unpacked
	all      int   // bytes that all parts unpack to, as the archive says

	shared   []string
	formats  []format // by the style of a cell
	date1904 bool
	cells    int // so far, of all sheets, a row counting as one
}

var (
	errMissing  = errors.New("sheets: a part is missing")
	errUnclosed = errors.New("sheets: the XML ends in the middle")
)

func readXLSX(ctx context.Context, data, name string) (Book, error) {
	archive, err := zip.NewReader(strings.NewReader(data), int64(len(data)))
	if err != nil {
		return Book{}, damaged(name, err)
	}
	w := workbook{ctx: ctx, name: name, parts: map[string]*zip.File{}, unpacked: MostUnpacked}
	if err := w.list(archive); err != nil {
		return Book{}, err
	}
	book := Book{Name: name, Form: XLSX}
	if book.Sheets, err = w.sheets(); err == nil {
		return book, nil
	}
	return Book{}, w.told(err)
}

// told makes an error of reading into one with a sentence.
func (w *workbook) told(err error) error {
	var known *app.Error
	switch {
	case w.ctx.Err() != nil:
		return w.ctx.Err()
	case w.unpacked < 0:
		return refuse("survey.file.bomb", "name", w.name)
	case errors.As(err, &known):
		return err
	}
	return damaged(w.name, err)
}

// list looks at the directory of the archive before anything is unpacked.
func (w *workbook) list(archive *zip.Reader) error {
	var total uint64
	for _, f := range archive.File {
		name := strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(f.Name, `\`, "/"), "/"))
		if _, twice := w.parts[name]; !twice {
			w.parts[name] = f
		}
		total += f.UncompressedSize64
		switch {
		case f.Flags&1 != 0:
			return refuse("survey.file.password", "name", w.name)
		case f.UncompressedSize64 > MostUnpacked, total > MostUnpacked,
			f.UncompressedSize64 > bombFrom && f.UncompressedSize64/MostRatio > f.CompressedSize64:
			return refuse("survey.file.bomb", "name", w.name)
		}
	}
	w.all = int(total)
	has := func(part string) bool { return w.parts[part] != nil }
	switch {
	case has("xl/workbook.bin"):
		return refuse("survey.file.xls", "name", w.name)
	case has("[content_types].xml") && !has("word/document.xml") && !has("ppt/presentation.xml"):
		return nil
	case has("content.xml") && has("mimetype"):
		return refuse("survey.file.ods", "name", w.name)
	}
	return refuse("survey.file.other", "name", w.name)
}

// limited stops reading a part when the archive has unpacked to more than it may, whatever its directory says, and when
// reading is cancelled.
type limited struct {
	ctx  context.Context
	part io.ReadCloser
	left *int64
	all  int // what the archive says that it unpacks to
}

func (l limited) Read(p []byte) (int, error) {
	if err := task.Step(l.ctx, int(MostUnpacked-*l.left), l.all); err != nil {
		return 0, err
	}
	n, err := l.part.Read(p)
	if *l.left -= int64(n); *l.left < 0 {
		return 0, io.ErrShortBuffer
	}
	return n, err
}

func (l limited) Close() error { return l.part.Close() }

func (w *workbook) open(part string) (io.ReadCloser, error) {
	f := w.parts[strings.ToLower(strings.TrimPrefix(part, "/"))]
	if f == nil {
		return nil, errMissing
	}
	r, err := f.Open()
	if err != nil {
		return nil, err
	}
	return limited{w.ctx, r, &w.unpacked, w.all}, nil
}

// decode reads a small part into v. It reads on to the end, since only there the checksum is compared.
func (w *workbook) decode(part string, v any) error {
	r, err := w.open(part)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // nothing was written
	if err := xml.NewDecoder(r).Decode(v); err != nil {
		return err
	}
	_, err = io.Copy(io.Discard, r)
	return err
}

// relations says which part stands for which name in another part.
type relations struct {
	List []struct {
		ID     string `xml:"Id,attr"`
		Type   string `xml:"Type,attr"`
		Target string `xml:"Target,attr"`
	} `xml:"Relationship"`
}

// relationsOf returns the relations of a part by the end of their type, and by name.
func (w *workbook) relationsOf(part string) (byType, byID map[string]string, err error) {
	var all relations
	folder, file := path.Split(part)
	if err := w.decode(path.Join(folder, "_rels", file+".rels"), &all); err != nil {
		return nil, nil, err
	}
	byType, byID = map[string]string{}, map[string]string{}
	for _, r := range all.List {
		target := strings.ReplaceAll(r.Target, `\`, "/")
		if !strings.HasPrefix(target, "/") {
			target = path.Join(folder, target)
		}
		kind := path.Base(r.Type)
		byType[kind] = target
		if kind == "worksheet" {
			byID[r.ID] = target
		}
	}
	return byType, byID, nil
}

func (w *workbook) sheets() ([]Sheet, error) {
	roots, _, err := w.relationsOf("")
	if err != nil {
		return nil, err
	}
	main := roots["officeDocument"]
	parts, byID, err := w.relationsOf(main)
	if err != nil {
		return nil, err
	}
	var index struct {
		Properties struct {
			Date1904 string `xml:"date1904,attr"`
		} `xml:"workbookPr"`
		Sheets []struct {
			Name  string `xml:"name,attr"`
			State string `xml:"state,attr"`
			ID    string `xml:"http://schemas.openxmlformats.org/officeDocument/2006/relationships id,attr"`
			ID2   string `xml:"http://purl.oclc.org/ooxml/officeDocument/relationships id,attr"` // of the strict variant
		} `xml:"sheets>sheet"`
	}
	if err := w.decode(main, &index); err != nil {
		return nil, err
	}
	w.date1904 = index.Properties.Date1904 == "1" || index.Properties.Date1904 == "true"
	if err := w.styles(parts["styles"]); err != nil {
		return nil, err
	}
	if err := w.sharedTexts(parts["sharedStrings"]); err != nil {
		return nil, err
	}
	var sheets []Sheet
	for _, s := range index.Sheets {
		part, ok := byID[s.ID+s.ID2]
		if !ok {
			continue // a chart, or a macro
		}
		sheet := Sheet{Name: s.Name, Hidden: s.State == "hidden" || s.State == "veryHidden"}
		if err := w.table(part, &sheet); err != nil {
			return nil, err
		}
		sheets = append(sheets, sheet)
	}
	return sheets, nil
}

func (w *workbook) styles(part string) error {
	var styles struct {
		Formats []struct {
			ID   int    `xml:"numFmtId,attr"`
			Code string `xml:"formatCode,attr"`
		} `xml:"numFmts>numFmt"`
		Cells []struct {
			ID int `xml:"numFmtId,attr"`
		} `xml:"cellXfs>xf"`
	}
	if part == "" {
		return nil
	}
	if err := w.decode(part, &styles); err != nil {
		return err
	}
	codes := map[int]string{}
	for _, f := range styles.Formats {
		codes[f.ID] = f.Code
	}
	for _, c := range styles.Cells {
		code, own := codes[c.ID]
		if !own {
			code = builtIn(c.ID)
		}
		w.formats = append(w.formats, formatOf(code))
	}
	return nil
}

// sharedTexts reads the texts that cells name by number. Hints for reading aloud (rPh) are no part of them.
func (w *workbook) sharedTexts(part string) error {
	if part == "" {
		return nil
	}
	var text []byte
	inText, aloud := false, false
	return w.walk(part, func(m *markup) error {
		name := string(m.name)
		switch {
		case m.kind == textToken:
			if inText {
				text = append(text, m.text...)
			}
		case name == "rPh":
			aloud = m.kind == startToken
		case name == "t":
			inText = m.kind == startToken && !aloud
		case name == "si" && m.kind == startToken:
			text = text[:0]
		case name == "si":
			if len(w.shared) >= MostCells {
				return refuse("survey.file.cells", "name", w.name, "most", app.QuantityOf(MostCells))
			}
			w.shared = append(w.shared, unescape(string(text)))
		}
		return nil
	})
}

// walk gives every token of a part to take. A part that ends in the middle is an error; libraries for XLSX do not see that.
func (w *workbook) walk(part string, take func(*markup) error) error {
	r, err := w.open(part)
	if err != nil {
		return err
	}
	defer r.Close() //nolint:errcheck // nothing was written
	m := newMarkup(r)
	for {
		if err := m.next(); err == io.EOF {
			return nil
		} else if err != nil {
			return err
		}
		if err := take(m); err != nil {
			return err
		}
	}
}
