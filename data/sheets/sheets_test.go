package sheets_test

import (
	"archive/zip"
	"bytes"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/encoding"
	"golang.org/x/text/encoding/charmap"
	"golang.org/x/text/encoding/unicode"

	"waymark/app"
	"waymark/app/task"
	"waymark/data/sheets"
)

// from reads bytes under a name.
func from(t testing.TB, name, data string) (sheets.Book, error) {
	t.Helper()
	return sheets.ReadFrom(t.Context(), strings.NewReader(data), name, sheets.Options{})
}

// rows reads a table that must be readable.
func rows(t testing.TB, name, data string) [][]string {
	t.Helper()
	book, err := from(t, name, data)
	if err != nil {
		t.Fatalf("%.40q: %v", data, err)
	}
	return book.Sheets[0].Rows
}

func TestCSVOfAnyForm(t *testing.T) {
	want := [][]string{{"Rühm", "Väide", "Vastus"}, {"Õpetajad", "A, B; C\nD", `"3,5"`}, nil, {"", "=1+1", "4"}}
	for name, data := range map[string]string{
		"semicolons":         "Rühm;Väide;Vastus\nÕpetajad;\"A, B; C\nD\";\"\"\"3,5\"\"\"\n\n;=1+1;4\n",
		"commas, CR LF, BOM": "\ufeffRühm,Väide,Vastus\r\nÕpetajad,\"A, B; C\nD\",\"\"\"3,5\"\"\"\r\n\r\n,=1+1,4",
		"tabs, CR":           "Rühm\tVäide\tVastus\rÕpetajad\t\"A, B; C\nD\"\t\"\"\"3,5\"\"\"\r\r\t=1+1\t4\r",
		"bars":               "Rühm|Väide|Vastus\nÕpetajad|\"A, B; C\nD\"|\"\"\"3,5\"\"\"\n\n|=1+1|4||\n",
	} {
		if diff := cmp.Diff(want, rows(t, "a.csv", data)); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestTheSeparatorThatExcelNamesKeepsRowNumbers(t *testing.T) {
	got := rows(t, "a.csv", "sep=|\r\na|b,c\r\n1|2,5\r\n")
	if diff := cmp.Diff([][]string{nil, {"a", "b,c"}, {"1", "2,5"}}, got); diff != "" {
		t.Error(diff)
	}
}

// Given decimal commas between semicolons, when the separator is found out, then it is the semicolon.
func TestDecimalCommasAreNoSeparators(t *testing.T) {
	if diff := cmp.Diff([][]string{{"item", "mean", "n"}, {"A", "3,5", "10"}, {"B", "2,25", "9"}}, rows(t, "a.csv", "item;mean;n\nA;3,5;10\nB;2,25;9\n")); diff != "" {
		t.Error(diff)
	}
}

func TestAMarkWithinTextIsAMark(t *testing.T) {
	got := rows(t, "a.csv", "a;5\" screen;\"he said \"yes\" twice\"\nb;c;d\n")
	if diff := cmp.Diff([][]string{{"a", `5" screen`, `he said "yes" twice`}, {"b", "c", "d"}}, got); diff != "" {
		t.Error(diff)
	}
}

func TestEncodingsAreFoundOut(t *testing.T) {
	estonian := "Rühm;Väide;Žürii\nÕpetaja;šokolaad ja töö;3\n"
	for _, c := range []struct {
		text  string
		codec encoding.Encoding
		want  sheets.Encoding
	}{
		{estonian, encoding.Nop, sheets.UTF8},
		{"\ufeff" + estonian, encoding.Nop, sheets.UTF8},
		{estonian, unicode.UTF16(unicode.LittleEndian, unicode.UseBOM), sheets.UTF16LE},
		{estonian, unicode.UTF16(unicode.BigEndian, unicode.UseBOM), sheets.UTF16BE},
		{estonian, unicode.UTF16(unicode.LittleEndian, unicode.IgnoreBOM), sheets.UTF16LE},
		{estonian, unicode.UTF16(unicode.BigEndian, unicode.IgnoreBOM), sheets.UTF16BE},
		{estonian, charmap.Windows1257, sheets.Windows1257},
		{"Grupė;Ą;Š\nMokytojai;ėjo į mokyklą;3\n", charmap.Windows1257, sheets.Windows1257},
		{estonian, charmap.Windows1252, sheets.Windows1252},
		{"Grupo;Año;Opinión\nAlumnos;mañana;3\n", charmap.Windows1252, sheets.Windows1252},
		{"Группа;Вопрос;Ответ\nУчителя;школа;3\n", charmap.Windows1251, sheets.Windows1251},
		{"Töö;öö\nõõ;üü\n", charmap.Windows1257, sheets.Windows1257},
	} {
		data, err := c.codec.NewEncoder().String(c.text)
		if err != nil {
			t.Fatal(err)
		}
		book, err := from(t, "a.csv", data)
		if err != nil {
			t.Errorf("%s: %v", c.want, err)
			continue
		}
		if book.Encoding != c.want {
			t.Errorf("%.20q: read as %s, want %s", c.text, book.Encoding, c.want)
		}
		if first, _, _ := strings.Cut(strings.TrimPrefix(c.text, "\ufeff"), ";"); book.Sheets[0].Rows[0][0] != first {
			t.Errorf("%s: the first cell is %q, want %q", c.want, book.Sheets[0].Rows[0][0], first)
		}
	}
}

func TestAWishIsTaken(t *testing.T) {
	data, _ := charmap.Windows1251.NewEncoder().String("ж,а;1\n")
	book, err := sheets.ReadFrom(t.Context(), strings.NewReader(data), "a.csv", sheets.Options{Encoding: sheets.Windows1251, Separator: sheets.Comma})
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([][]string{{"ж", "а;1"}}, book.Sheets[0].Rows); diff != "" {
		t.Error(diff)
	}
}

// part is a file within an XLSX.
type part struct{ name, text string }

// anXLSX packs sheet data, and further parts, into a workbook with one sheet.
func anXLSX(t testing.TB, data string, more ...part) string {
	t.Helper()
	const head = `<?xml version="1.0" encoding="UTF-8"?>`
	parts := append([]part{
		{"[Content_Types].xml", head + `<Types/>`},
		{"_rels/.rels", head + `<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`},
		{"xl/workbook.xml", head + `<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="Leht" sheetId="1" r:id="rId1"/></sheets></workbook>`},
		{"xl/_rels/workbook.xml.rels", head + `<Relationships><Relationship Id="rId1" Type="http://x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="http://x/styles" Target="/xl/styles.xml"/><Relationship Id="rId3" Type="http://x/sharedStrings" Target="sharedStrings.xml"/></Relationships>`},
		{"xl/worksheets/sheet1.xml", head + `<worksheet><sheetData>` + data + `</sheetData></worksheet>`},
		{"xl/styles.xml", head + `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="0.0&quot; p&quot;"/><numFmt numFmtId="171" formatCode="dd\.mm\.yyyy hh:mm"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="9"/><xf numFmtId="2"/><xf numFmtId="14"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="3"/></cellXfs></styleSheet>`},
		{"xl/sharedStrings.xml", head + `<sst><si><t>Õpetaja</t></si><si><r><t>väga </t></r><r><t>hea</t></r><rPh><t>ei</t></rPh></si><si><t>a_x000A_b</t></si></sst>`},
	}, more...)
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	last := map[string]int{}
	for i, p := range parts {
		last[p.name] = i
	}
	for i, p := range parts {
		if last[p.name] != i {
			continue
		}
		f, err := w.Create(p.name)
		if err == nil {
			_, err = io.WriteString(f, p.text)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestCellsOfAnXLSXAreAsPeopleSeeThem(t *testing.T) {
	for cell, want := range map[string]string{
		`<c r="A1" t="s"><v>0</v></c>`:                                     "Õpetaja",
		`<c r="A1" t="s"><v>1</v></c>`:                                     "väga hea",
		`<c r="A1" t="s"><v>2</v></c>`:                                     "a\nb",
		`<c r="A1" t="inlineStr"><is><t>3,5</t></is></c>`:                  "3,5",
		`<c r="A1"><v>0.30000000000000004</v></c>`:                         "0.3",
		`<c r="A1"><v>4</v></c>`:                                           "4",
		`<c r="A1"><v>3.4500000000000002E0</v></c>`:                        "3.45",
		`<c r="A1" s="1"><v>0.45</v></c>`:                                  "45%",
		`<c r="A1" s="1"><v>0.285</v></c>`:                                 "29%",
		`<c r="A1" s="2"><v>3.0769230769230771</v></c>`:                    "3.08",
		`<c r="A1" s="3"><v>46331</v></c>`:                                 "2026-11-05",
		`<c r="A1" s="5"><v>46331.5</v></c>`:                               "2026-11-05 12:00:00",
		`<c r="A1" s="4"><v>2.25</v></c>`:                                  "2.3",
		`<c r="A1" s="6"><v>1234</v></c>`:                                  "1234",
		`<c r="A1" t="b"><v>1</v></c>`:                                     "TRUE",
		`<c r="A1" t="e"><f>1/0</f><v>#DIV/0!</v></c>`:                     "#DIV/0!",
		`<c r="A1"><f>SUM(B1:B3)</f><v>7</v></c>`:                          "7",
		`<c r="A1" t="str"><f>"=HYPERLINK(x)"</f><v>=HYPERLINK(x)</v></c>`: "=HYPERLINK(x)",
	} {
		if got := rows(t, "a.xlsx", anXLSX(t, `<row r="1">`+cell+`</row>`)); got[0][0] != want {
			t.Errorf("%s is %q, want %q", cell, got[0][0], want)
		}
	}
}

func TestGapsInAnXLSXKeepTheirPlaces(t *testing.T) {
	got := rows(t, "a.xlsx", anXLSX(t, `<row r="2"><c r="B2"><v>1</v></c><c><v>2</v></c></row><row><c r="A3"><v>3</v></c></row><row r="9"><c r="A9" s="1"/></row>`))
	if diff := cmp.Diff([][]string{nil, {"", "1", "2"}, {"3"}}, got); diff != "" {
		t.Error(diff)
	}
}

// Given the name of a group merged over the rows of its questions, when the sheet is read, then each of them has it.
func TestACellMergedDownwardsIsInAllItsRows(t *testing.T) {
	sheet := part{"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row><row r="2"><c r="A2"/><c r="B2"><v>2</v></c></row>` +
		`<row r="4"><c r="B4"><v>4</v></c></row></sheetData><mergeCells count="2"><mergeCell ref="A1:A900000"/><mergeCell ref="B1:C2"/></mergeCells></worksheet>`}
	want := [][]string{{"Õpetaja", "1"}, {"Õpetaja", "2"}, nil, {"Õpetaja", "4"}}
	if diff := cmp.Diff(want, rows(t, "a.xlsx", anXLSX(t, "", sheet))); diff != "" {
		t.Error(diff)
	}
}

// Given a formula whose result was not saved, when the file is read, then its row and column are told and the rest is read.
func TestAFormulaWithoutAResultIsTold(t *testing.T) {
	book, err := from(t, "a.xlsx", anXLSX(t, `<row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="AB2"><f>A1+1</f></c></row>`))
	if err != nil {
		t.Fatal(err)
	}
	sheet := book.Sheets[0]
	if len(sheet.Unread) != 1 || len(sheet.Rows) != 2 {
		t.Fatalf("%+v", sheet)
	}
	if args := sheet.Unread[0].Unread().Args; args["row"] != 2 || args["column"] != "AB" {
		t.Errorf("told as %v, want row 2, column AB", args)
	}
}

func TestWhatIsNoTableIsRefusedWithItsOwnSentence(t *testing.T) {
	named := func(name string) string {
		data, err := os.ReadFile(filepath.Join("testdata", name))
		if err != nil {
			t.Fatal(err)
		}
		return string(data)
	}
	whole := anXLSX(t, `<row r="1"><c r="A1"><v>1</v></c></row>`)
	cutSheet := part{"xl/worksheets/sheet1.xml", `<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2">`}
	for _, c := range []struct{ name, data, want string }{
		{"an XLS under another name", named("really-xls.xlsx"), "xls"},
		{"an ODS under another name", named("really-ods.xlsx"), "ods"},
		{"a binary workbook", anXLSX(t, "", part{"xl/workbook.bin", "x"}), "xls"},
		{"a password", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + strings.Repeat("\x00", 1000) + "E\x00n\x00c\x00r\x00y\x00p\x00t\x00e\x00d\x00P\x00a\x00c\x00k\x00a\x00g\x00e\x00", "password"},
		{"nothing", "", "empty"},
		{"spaces", " \r\n\t\n", "empty"},
		{"separators", ";;;\n;;;\n", "empty"},
		{"an empty sheet", anXLSX(t, ""), "empty"},
		{"a picture", "\x89PNG\r\n\x1a\n....", "picture"},
		{"a photo", "\xff\xd8\xff\xe0....", "picture"},
		{"a PDF", "%PDF-1.7 ...", "other"},
		{"a program", "MZ\x90\x00\x03\x00\x00\x00", "other"},
		{"a zip of something else", "PK\x05\x06" + strings.Repeat("\x00", 18), "other"},
		{"a web page", "\ufeff <!DOCTYPE html><table>", "web"},
		{"half of a file", whole[:len(whole)/2], "damaged"},
		{"half of a sheet", anXLSX(t, "", cutSheet), "damaged"},
		{"a text that is not there", anXLSX(t, `<row r="1"><c r="A1" t="s"><v>9</v></c></row>`), "damaged"},
		{"a changed byte", strings.Replace(whole, "Leht", "Lebt", 1), ""},
		{"a cell far out", anXLSX(t, `<row r="1"><c r="ALM1"><v>1</v></c></row>`), "columns"},
		{"a row far down", anXLSX(t, `<row r="1000001"><c r="A1000001"><v>1</v></c></row>`), "rows"},
		{"many far rows", anXLSX(t, `<row r="1"><c r="A1"><v>1</v></c></row>`+strings.Repeat(`<row r="999999"><c r="ALL999999"><v>1</v></c></row>`, 2)), ""},
		{"many columns", strings.Repeat(";", 1000) + "x\n", "columns"},
		{"many rows", strings.Repeat("\n", 1_000_000) + "x\n", "rows"},
		{"an open quotation mark", "a;b\n1;2\n3;\"4\n5;6\n", "quote"},
	} {
		_, err := from(t, "a.xlsx", c.data)
		var known *app.Error
		switch {
		case c.want == "":
			if err != nil && !errors.As(err, &known) {
				t.Errorf("%s: %v", c.name, err)
			}
		case !errors.As(err, &known) || known.Kind != app.KindInvalid || known.Text.Key != "survey.file."+c.want:
			t.Errorf("%s: %v, want survey.file.%s", c.name, err, c.want)
		}
	}
}

func TestAnOpenQuotationMarkIsToldByRowAndColumn(t *testing.T) {
	_, err := from(t, "a.csv", "a;b\n1;2\n3;\"4\n5;6\n")
	if text := app.Sentence(err); text.Args["row"] != 3 || text.Args["column"] != "B" {
		t.Errorf("%v, want row 3, column B", text)
	}
}

// Given archives that unpack to far more than they are, when they are read, then they are refused before that.
func TestZipBombsAreRefused(t *testing.T) {
	zeros := strings.Repeat("0", 64<<20)
	for name, parts := range map[string][]part{
		"one sheet":           {{"xl/worksheets/sheet1.xml", "<worksheet>" + zeros + "</worksheet>"}},
		"something unrelated": {{"xl/media/image1.png", zeros}},
	} {
		data := anXLSX(t, "", parts...)
		_, err := from(t, "a.xlsx", data)
		if app.Sentence(err).Key != "survey.file.bomb" {
			t.Errorf("%s of %d KB: %v", name, len(data)>>10, err)
		}
		lies := lying(t, data, uint64(len(zeros)))
		if _, err := from(t, "a.xlsx", lies); name == "one sheet" && app.KindOf(err) != app.KindInvalid {
			t.Errorf("%s with a false directory: %v", name, err)
		}
	}
}

// lying returns the archive with sizes of at least that many bytes said to be 1000 in its directory.
func lying(t *testing.T, data string, from uint64) string {
	t.Helper()
	out := []byte(data)
	for i := 0; ; {
		at := bytes.Index(out[i:], []byte("PK\x01\x02"))
		if at < 0 {
			return string(out)
		}
		i += at
		size := out[i+24 : i+28]
		if n := uint64(size[0]) | uint64(size[1])<<8 | uint64(size[2])<<16 | uint64(size[3])<<24; n >= from {
			copy(size, []byte{0xe8, 3, 0, 0})
		}
		i += 4
	}
}

func TestFilesThatCannotBeReadAreToldApart(t *testing.T) {
	folder := t.TempDir()
	large := filepath.Join(folder, "large.csv")
	f, err := os.Create(large)
	if err == nil {
		err = errors.Join(f.Truncate(sheets.MostBytes+1), f.Close())
	}
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{
		filepath.Join(folder, "none.csv"): "error.not_found",
		folder:                            "survey.file.other",
		large:                             "survey.file.large",
	} {
		if _, err := sheets.Read(t.Context(), path, sheets.Options{}); app.Sentence(err).Key != want {
			t.Errorf("%s: %v, want %s", path, err, want)
		}
	}
	if _, err := sheets.ReadFrom(t.Context(), io.LimitReader(zero{}, sheets.MostBytes+1), "a.csv", sheets.Options{}); app.Sentence(err).Key != "survey.file.large" {
		t.Errorf("too many bytes from a reader: %v", err)
	}
}

type zero struct{}

func (zero) Read(p []byte) (int, error) { return len(p), nil }

func TestCancellingEndsReading(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	for name, data := range map[string]string{"a.csv": strings.Repeat("a;b\n", 5000), "a.xlsx": anXLSX(t, `<row r="1"><c r="A1"><v>1</v></c></row>`)} {
		if _, err := sheets.ReadFrom(ctx, strings.NewReader(data), name, sheets.Options{}); !errors.Is(err, context.Canceled) {
			t.Errorf("%s: %v", name, err)
		}
	}
}

func TestLetters(t *testing.T) {
	for column, want := range map[int]string{1: "A", 26: "Z", 27: "AA", 702: "ZZ", 703: "AAA", 1000: "ALL"} {
		if got := sheets.Letter(column); got != want {
			t.Errorf("%d is %s, want %s", column, got, want)
		}
	}
}

// checked fails unless a book keeps within the limits and its rows end with a cell that is not empty.
func checked(t *testing.T, book sheets.Book) {
	cells := 0
	for _, s := range book.Sheets {
		if len(s.Rows) > sheets.MostRows {
			t.Fatalf("%d rows", len(s.Rows))
		}
		for _, row := range s.Rows {
			if cells += len(row); len(row) > sheets.MostColumns || len(row) > 0 && row[len(row)-1] == "" {
				t.Fatalf("a row of %d cells: %.100q", len(row), fmt.Sprint(row))
			}
		}
	}
	if cells > sheets.MostCells {
		t.Fatalf("%d cells", cells)
	}
}

// Given any bytes, when they are read, then they are a table within the limits, or an Error of KindInvalid.
func FuzzRead(f *testing.F) {
	for _, data := range []string{"a;b\n1;2\n", "a,\"b\n", "\xff\xfea\x00;\x00", "sep=,\na,b", "\xfe\xff\x00a", "R\xfchm;\x9a\n", anXLSX(f, `<row r="1"><c r="A1" t="s"><v>0</v></c><c s="3"><v>46331</v></c></row>`)} {
		f.Add([]byte(data))
	}
	names, _ := filepath.Glob("testdata/*.[cx]*")
	for _, name := range names {
		if data, err := os.ReadFile(name); err == nil {
			f.Add(data)
		}
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		book, err := sheets.ReadFrom(t.Context(), bytes.NewReader(data), "a.csv", sheets.Options{})
		if err != nil {
			if app.KindOf(err) != app.KindInvalid {
				t.Fatal(err)
			}
			return
		}
		checked(t, book)
	})
}

// Given any text in place of the cells, texts and formats of an XLSX, when it is read, then likewise.
func FuzzReadXLSX(f *testing.F) {
	f.Add(`<row r="1"><c r="A1" t="s"><v>0</v></c><c r="ZZ1"><v>1e300</v></c></row>`, `<si><t>a</t></si>`, "0.00%")
	f.Add(`<row><c t="inlineStr"><is><t>a</t></is></c><c><f>A1</f></c></row>`, `<si><rPh><t>a</t></rPh></si>`, `[h]:mm;"x\`)
	f.Add(`<row r="1"><c r="A1"><v>1</v></c></row><row><c r="B2"><v>1</v></c></row></sheetData><mergeCell ref="A1:A9"/><sheetData>`, "", "@")
	f.Add(`<row r="-1"><c r="1" s="-4"><v>-0</v></c></row>`, `</sst>`, "#,##0.0#,")
	f.Fuzz(func(t *testing.T, cells, texts, code string) {
		code = strings.Map(func(r rune) rune {
			if strings.ContainsRune(`<>&"`, r) || r < ' ' || r == 0xfffd {
				return '#'
			}
			return r
		}, code)
		book, err := from(t, "a.xlsx", anXLSX(t, cells, part{"xl/sharedStrings.xml", "<sst>" + texts + "</sst>"},
			part{"xl/styles.xml", `<styleSheet><numFmts><numFmt numFmtId="170" formatCode="` + code + `"/></numFmts><cellXfs><xf numFmtId="170"/></cellXfs></styleSheet>`}))
		if err != nil {
			if app.KindOf(err) != app.KindInvalid {
				t.Fatal(err)
			}
			return
		}
		checked(t, book)
	})
}

// Given a table of many rows, when it is read, then whoever waits can see how far it is.
func TestReadingTellsHowFarItIs(t *testing.T) {
	var m task.Meter
	csv := strings.Repeat("a;b\n", 3000)
	if _, err := sheets.ReadFrom(task.With(t.Context(), &m), strings.NewReader(csv), "a.csv", sheets.Options{}); err != nil {
		t.Fatal(err)
	}
	if share, known := m.Share(); !known || share < 0.5 {
		t.Errorf("known %v, %v done", known, share)
	}
	m = task.Meter{}
	if _, err := sheets.Read(task.With(t.Context(), &m), filepath.Join("testdata", "means-en.xlsx"), sheets.Options{}); err != nil {
		t.Fatal(err)
	}
	if share, known := m.Share(); !known || share < 0.3 {
		t.Errorf("of a workbook: known %v, %v done", known, share)
	}
}
