// Package picture reads pictures that may come from anywhere, such as the logo in a school file, within limits, so that
// a few bytes cannot ask for all memory. It is the only place that decodes pictures. It imports app.
package picture

import (
	"errors"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"io"
	"strings"

	"waymark/app"
)

// Limits of what is read: the bytes of any picture, and the dots, width times height, of one that a person chooses and
// of one that is kept in a school file. A dot takes up to 25 bytes of memory while it is read.
const (
	MostBytes      = 20 << 20
	MostDotsChosen = 50_000_000
	MostDotsKept   = 4_000_000
)

// format is a kind of picture, known by its first bytes. Which formats image.Decode reads depends on what else the
// program imports, so it is never asked.
type format struct {
	begins string
	config func(io.Reader) (image.Config, error)
	decode func(io.Reader) (image.Image, error)
}

var (
	errFormat = errors.New("picture: neither PNG nor JPEG")
	errLarge  = errors.New("picture: too large")
	errEmpty  = errors.New("picture: no dots")
)

func formatOf(data app.Bytes) (format, error) {
	for _, f := range []format{{"\x89PNG\r\n\x1a\n", png.DecodeConfig, png.Decode}, {"\xff\xd8", jpeg.DecodeConfig, jpeg.Decode}} {
		if strings.HasPrefix(string(data), f.begins) {
			return f, nil
		}
	}
	return format{}, errFormat
}

// Size returns the width and height in dots of a PNG or JPEG with at most that many dots, without reading the dots
// themselves. Anything else is an Error of KindInvalid.
func Size(data app.Bytes, most int) (width, height int, err error) {
	defer func() { err = unusable(err, recover()) }()
	f, err := formatOf(data)
	if err != nil {
		return 0, 0, err
	}
	if len(data) > MostBytes {
		return 0, 0, errLarge
	}
	config, err := f.config(strings.NewReader(string(data)))
	switch {
	case err != nil:
		return 0, 0, err
	case config.Width < 1 || config.Height < 1:
		return 0, 0, errEmpty
	case config.Width > most/config.Height:
		return 0, 0, errLarge
	}
	return config.Width, config.Height, nil
}

// Read decodes a PNG or JPEG with at most that many dots. Anything else, and one that is damaged, is an Error of
// KindInvalid.
func Read(data app.Bytes, most int) (picture image.Image, err error) {
	if _, _, err := Size(data, most); err != nil {
		return nil, err
	}
	defer func() { err = unusable(err, recover()) }()
	f, err := formatOf(data)
	if err != nil {
		return nil, err
	}
	return f.decode(strings.NewReader(string(data)))
}

// unusable makes the one Error of what went wrong; fault is what a decoder panicked with, which the bytes of a stranger
// must not turn into the end of the program.
func unusable(err error, fault any) error {
	if fault != nil {
		err = fmt.Errorf("picture: %v", fault)
	}
	if err == nil {
		return nil
	}
	return &app.Error{Op: "read picture", Kind: app.KindInvalid, Text: app.Say("error.logo"), Err: err}
}

// Shrink averages whole blocks of dots until the longest side is at most side.
func Shrink(picture image.Image, side int) *image.NRGBA {
	b := picture.Bounds()
	block := max(1, (max(b.Dx(), b.Dy())+side-1)/side)
	small := image.NewNRGBA(image.Rect(0, 0, (b.Dx()+block-1)/block, (b.Dy()+block-1)/block))
	average := averages(picture)
	for y := range small.Rect.Dy() {
		for x := range small.Rect.Dx() {
			from := image.Pt(b.Min.X+x*block, b.Min.Y+y*block)
			small.SetRGBA64(x, y, average(image.Rectangle{Min: from, Max: from.Add(image.Pt(block, block))}.Intersect(b)))
		}
	}
	return small
}

// averages returns what averages an area of a picture, without an allocation for each dot where that can be had.
func averages(picture image.Image) func(area image.Rectangle) color.RGBA64 {
	switch p := picture.(type) {
	case *image.NRGBA: // what logos are kept as
		return func(area image.Rectangle) color.RGBA64 { return averageNRGBA(p, area) }
	case image.RGBA64Image:
		return func(area image.Rectangle) color.RGBA64 { return average(p.RGBA64At, area) }
	}
	dot := func(x, y int) color.RGBA64 { return color.RGBA64Model.Convert(picture.At(x, y)).(color.RGBA64) }
	return func(area image.Rectangle) color.RGBA64 { return average(dot, area) }
}

// averageNRGBA is average, several times as fast.
func averageNRGBA(p *image.NRGBA, area image.Rectangle) color.RGBA64 {
	var r, g, b, a uint64
	for y := area.Min.Y; y < area.Max.Y; y++ {
		row := p.Pix[p.PixOffset(area.Min.X, y):]
		for x := range area.Dx() {
			d := row[4*x : 4*x+4 : 4*x+4]
			if d[3] == 0xff {
				r, g, b, a = r+uint64(d[0])*0x101, g+uint64(d[1])*0x101, b+uint64(d[2])*0x101, a+0xffff
			} else if alpha := uint64(d[3]); alpha > 0 {
				r, g, b, a = r+uint64(d[0])*0x101*alpha/0xff, g+uint64(d[1])*0x101*alpha/0xff, b+uint64(d[2])*0x101*alpha/0xff, a+alpha*0x101
			}
		}
	}
	n := uint64(max(1, area.Dx()*area.Dy()))
	return color.RGBA64{R: uint16(r / n), G: uint16(g / n), B: uint16(b / n), A: uint16(a / n)}
}

func average(dot func(x, y int) color.RGBA64, area image.Rectangle) color.RGBA64 {
	var r, g, b, a uint64
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			d := dot(x, y)
			r, g, b, a = r+uint64(d.R), g+uint64(d.G), b+uint64(d.B), a+uint64(d.A)
		}
	}
	n := uint64(max(1, area.Dx()*area.Dy()))
	return color.RGBA64{R: uint16(r / n), G: uint16(g / n), B: uint16(b / n), A: uint16(a / n)}
}
