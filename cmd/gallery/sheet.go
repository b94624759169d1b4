package main

import (
	"fmt"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"
	"strings"

	"golang.org/x/image/draw"

	"waymark/translations"
	"waymark/ui/theme"
)

// The measures of a sheet in pixels: so wide, about so high, and so far between its pictures.
const (
	sheetWidth  = 2400
	sheetHeight = 2400
	sheetGap    = 8
)

// axis is what differs from picture to picture on a row of a sheet.
type axis struct {
	name  string
	looks []look
}

func axes() []axis {
	usual, light, english := usualSize(), modes()[:1], languages()[:1]
	one := []size{usual}
	return []axis{
		{"sizes", cross(english, light, sizes(), []float32{1})},
		{"modes", cross(english, modes(), one, []float32{1})},
		{"zooms", cross(english, light, one, zooms())},
		{"languages", append(cross(translations.Languages(), light, one, []float32{1}),
			look{translations.Pseudo, string(theme.Light), sizes()[0].width, sizes()[0].height, 1})},
	}
}

// sheets draws what is asked for side by side, a row per state, and writes to index.txt what is on each sheet. The axes are
// drawn in turns, so that a folder can be looked through while it grows.
func (g *gallery) sheets(out string) error {
	if err := os.MkdirAll(out, 0o755); err != nil {
		return err
	}
	var index strings.Builder
	for _, a := range axes() {
		s := &sheet{out: out, axis: a, index: &index}
		for i, first := range g.states[a.looks[0].language] {
			if !strings.Contains(first.name, g.only) {
				continue
			}
			var row []image.Image
			for _, l := range a.looks {
				w, err := g.states[l.language][i].open(l)
				if err != nil {
					return fmt.Errorf("%s-%s: %w", first.name, l, err)
				}
				row = append(row, small(w.Image(), s.cell()))
			}
			if err := s.add(first.name, row); err != nil {
				return err
			}
		}
		if err := s.end(); err != nil {
			return err
		}
	}
	return os.WriteFile(filepath.Join(out, "index.txt"), []byte(index.String()), 0o644)
}

// small is a picture at a width, its shape kept.
func small(picture image.Image, width int) image.Image {
	b := picture.Bounds()
	to := image.NewRGBA(image.Rect(0, 0, width, b.Dy()*width/b.Dx()))
	draw.CatmullRom.Scale(to, to.Bounds(), picture, b, draw.Src, nil)
	return to
}

// sheet gathers rows until they fill a sheet.
type sheet struct {
	out    string
	axis   axis
	index  *strings.Builder
	number int
	names  []string
	rows   [][]image.Image
	height int
}

// cell is how wide a picture is.
func (s *sheet) cell() int { return (sheetWidth-sheetGap)/len(s.axis.looks) - sheetGap }

func (s *sheet) add(name string, row []image.Image) error {
	high := 0
	for _, picture := range row {
		high = max(high, picture.Bounds().Dy())
	}
	if s.height > 0 && s.height+high > sheetHeight {
		if err := s.end(); err != nil {
			return err
		}
	}
	s.names, s.rows, s.height = append(s.names, name), append(s.rows, row), s.height+high+sheetGap
	return nil
}

// end writes the rows gathered so far.
func (s *sheet) end() error {
	if len(s.rows) == 0 {
		return nil
	}
	s.number++
	sheet := image.NewRGBA(image.Rect(0, 0, sheetWidth, s.height+sheetGap))
	draw.Draw(sheet, sheet.Bounds(), image.NewUniform(color.NRGBA{R: 0x70, G: 0x70, B: 0x70, A: 0xff}), image.Point{}, draw.Src)
	y := sheetGap
	for _, row := range s.rows {
		x, high := sheetGap, 0
		for _, picture := range row {
			b := picture.Bounds()
			draw.Draw(sheet, b.Add(image.Pt(x, y)), picture, b.Min, draw.Src)
			x += s.cell() + sheetGap
			high = max(high, b.Dy())
		}
		y += high + sheetGap
	}
	name := fmt.Sprintf("%s-%02d.png", s.axis.name, s.number)
	fmt.Fprintf(s.index, "%s\n  from left to right: %s\n  from top to bottom: %s\n", name, s.columns(), strings.Join(s.names, ", "))
	s.names, s.rows, s.height = nil, nil, 0
	f, err := os.Create(filepath.Join(s.out, name))
	if err != nil {
		return err
	}
	if err := png.Encode(f, sheet); err != nil {
		_ = f.Close() // that it cannot be written is told
		return err
	}
	return f.Close()
}

func (s *sheet) columns() string {
	var names []string
	for _, l := range s.axis.looks {
		names = append(names, l.String())
	}
	return strings.Join(names, ", ")
}
