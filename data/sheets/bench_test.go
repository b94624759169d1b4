package sheets_test

import (
	"archive/zip"
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"waymark/app/survey"
	"waymark/data/sheets"
)

// answersVariable names the file that TestImportInAProcessOfItsOwn imports.
const answersVariable = "WAYMARK_TEST_ANSWERS"

var benched = []struct {
	name string
	rows func() [][]string
}{
	{"wide", wideRows}, // 5,556 people, 18 items
	{"long", longRows}, // 100,000 answers
}

func groupOf(i int) string { return []string{"Õpetajad", "Õpilased", "Lapsevanemad"}[i%3] }

func wideRows() [][]string {
	header := []string{"Ajatempel", "Rühm"}
	for q := range 18 {
		header = append(header, "Q"+strconv.Itoa(q+1))
	}
	rows := [][]string{header}
	for i := range 5556 {
		row := []string{fmt.Sprintf("2026-11-%02d %02d:00:00", i%28+1, i%24), groupOf(i)}
		for q := range 18 {
			row = append(row, strconv.Itoa((i*7+q*3+i/11)%4+1))
		}
		rows = append(rows, row)
	}
	return rows
}

func longRows() [][]string {
	rows := [][]string{{"Vastaja", "Rühm", "Küsimus", "Vastus"}}
	for i := range 100_000 {
		person := i / 18
		rows = append(rows, []string{"v" + strconv.Itoa(person), groupOf(person), "Q" + strconv.Itoa(i%18+1), strconv.Itoa((i*7+i/11)%4 + 1)})
	}
	return rows
}

func writeCSV(path string, rows [][]string) error {
	var out strings.Builder
	for _, row := range rows {
		out.WriteString(strings.Join(row, ";") + "\n")
	}
	return os.WriteFile(path, []byte(out.String()), 0o600)
}

// writeXLSX writes rows as LibreOffice does: texts shared, digits as numbers, every attribute of a row spelled out.
func writeXLSX(path string, rows [][]string) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	w := zip.NewWriter(f)
	add := func(name string, write func(io.Writer)) {
		p, fail := w.Create(name)
		if fail != nil {
			err = fail
			return
		}
		buffer := bufio.NewWriter(p)
		write(buffer)
		_ = buffer.Flush()
	}
	text := func(s string) func(io.Writer) { return func(w io.Writer) { _, _ = io.WriteString(w, s) } }
	add("[Content_Types].xml", text(`<Types/>`))
	add("_rels/.rels", text(`<Relationships><Relationship Id="r1" Type="http://x/officeDocument" Target="xl/workbook.xml"/></Relationships>`))
	add("xl/workbook.xml", text(`<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`))
	add("xl/_rels/workbook.xml.rels", text(`<Relationships><Relationship Id="r1" Type="http://x/worksheet" Target="s.xml"/><Relationship Id="r2" Type="http://x/sharedStrings" Target="t.xml"/></Relationships>`))
	var shared []string
	numbers := map[string]int{}
	add("xl/s.xml", func(w io.Writer) {
		_, _ = io.WriteString(w, "<worksheet><sheetData>")
		for i, row := range rows {
			_, _ = fmt.Fprintf(w, `<row r="%d" customFormat="false" ht="12.8" hidden="false" customHeight="false" outlineLevel="0" collapsed="false">`, i+1)
			for j, cell := range row {
				kind, value := "n", cell
				if _, err := strconv.Atoi(cell); err != nil {
					n, known := numbers[cell]
					if !known {
						n = len(shared)
						numbers[cell], shared = n, append(shared, cell)
					}
					kind, value = "s", strconv.Itoa(n)
				}
				_, _ = fmt.Fprintf(w, `<c r="%s%d" s="0" t="%s"><v>%s</v></c>`, sheets.Letter(j+1), i+1, kind, value)
			}
			_, _ = io.WriteString(w, "</row>")
		}
		_, _ = io.WriteString(w, "</sheetData></worksheet>")
	})
	add("xl/t.xml", text("<sst><si><t>"+strings.Join(shared, "</t></si><si><t>")+"</t></si></sst>"))
	if fail := w.Close(); err == nil {
		err = fail
	}
	if fail := f.Close(); err == nil {
		err = fail
	}
	return err
}

// imported reads, guesses and counts a file, and returns how many answers there were.
func imported(t testing.TB, path string, all []survey.Item) int {
	t.Helper()
	book, err := sheets.Read(t.Context(), path, sheets.Options{})
	if err != nil {
		t.Fatal(err)
	}
	rows := book.Sheets[0].Rows
	result, err := survey.Count(rows, all, survey.Guess(rows, all), survey.DefaultLimit)
	if err != nil {
		t.Fatal(err)
	}
	answers := 0
	for _, g := range result.Groups {
		for _, i := range g.Items {
			answers += i.People
		}
	}
	return answers
}

// TestImportInAProcessOfItsOwn is the part of the benchmark whose memory is looked at.
func TestImportInAProcessOfItsOwn(t *testing.T) {
	path := os.Getenv(answersVariable)
	if path == "" {
		t.Skip("is run by the benchmark")
	}
	all := items(t)
	start := time.Now()
	answers := imported(t, path, all)
	seconds := time.Since(start).Seconds()
	status, err := os.ReadFile("/proc/self/status")
	if err != nil {
		t.Skip("no /proc here")
	}
	_, peak, _ := strings.Cut(string(status), "VmHWM:")
	fmt.Println("answers", answers, "seconds", seconds, "peakKB", strings.Fields(peak)[0])
}

// BenchmarkHundredThousandAnswers reads, guesses and counts them. peak-MB is what a process that does only that has
// resident at most, that of the test's own code and texts included.
func BenchmarkHundredThousandAnswers(b *testing.B) {
	all := items(b)
	folder := b.TempDir()
	files := map[string]string{}
	for _, layout := range benched {
		rows := layout.rows()
		for ending, write := range map[string]func(string, [][]string) error{"csv": writeCSV, "xlsx": writeXLSX} {
			path := filepath.Join(folder, layout.name+"."+ending)
			if err := write(path, rows); err != nil {
				b.Fatal(err)
			}
			files[layout.name+"."+ending] = path
		}
	}
	for _, name := range []string{"wide.csv", "long.csv", "wide.xlsx", "long.xlsx"} {
		b.Run(name, func(b *testing.B) {
			for b.Loop() {
				if n := imported(b, files[name], all); n < 100_000 {
					b.Fatalf("%d answers", n)
				}
			}
			cmd := exec.Command(os.Args[0], "-test.run=^TestImportInAProcessOfItsOwn$")
			cmd.Env = append(os.Environ(), answersVariable+"="+files[name])
			out, err := cmd.Output()
			if err != nil {
				b.Fatalf("%v: %s", err, out)
			}
			var answers int
			var seconds, peak float64
			if _, err := fmt.Sscanf(string(out), "answers %d seconds %f peakKB %f", &answers, &seconds, &peak); err == nil {
				b.ReportMetric(peak/1024, "peak-MB")
				b.ReportMetric(seconds, "first-s")
			}
		})
	}
}
