// Package picture paints a drawing as a PNG, with the faces and the colours of the printed documents. It imports app,
// app/chart, app/page, data/fonts, and x/image for outlines of letters and for filling them: a PNG needs no screen.
package picture

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"image/png"
	"io"
	"math"

	"waymark/app"
	"waymark/app/chart"
)

// mostDots is how many dots a picture may have: about an A1 poster at 200 dots an inch.
const mostDots = 32_000_000

// inch in millimetres.
const inch = 25.4

// PNG writes d on white with dpi dots an inch, and notes that number in the file, so that other programs show it as large
// as it is. Equal drawings give equal bytes. A drawing without a size, or with too many dots, is an app.Error of
// KindInternal; an error of w is returned as it is.
func PNG(w io.Writer, d chart.Drawing, dpi float64) error {
	wide, tall := math.Ceil(d.Width/inch*dpi-1e-9), math.Ceil(d.Height/inch*dpi-1e-9)
	if !(wide >= 1 && tall >= 1 && wide*tall <= mostDots) {
		return &app.Error{Op: "write PNG", Kind: app.KindInternal, Text: app.Say("error.internal"),
			Err: fmt.Errorf("%v × %v dots", wide, tall)}
	}
	c := newCanvas(int(wide), int(tall), dpi/inch)
	for i := range d.Shapes {
		c.shape(&d.Shapes[i])
	}
	var out bytes.Buffer
	if err := png.Encode(&out, c.picture); err != nil {
		return &app.Error{Op: "write PNG", Kind: app.KindInternal, Text: app.Say("error.internal"), Err: err}
	}
	_, err := w.Write(withDensity(out.Bytes(), dpi))
	return err
}

// withDensity puts the chunk pHYs, dots a metre, behind the first chunk of a PNG, whose length never differs.
func withDensity(file []byte, dpi float64) []byte {
	const first = 8 + 12 + 13
	chunk := binary.BigEndian.AppendUint32(nil, 9)
	chunk = append(chunk, "pHYs"...)
	dots := uint32(math.Round(dpi / inch * 1000))
	chunk = binary.BigEndian.AppendUint32(chunk, dots)
	chunk = binary.BigEndian.AppendUint32(chunk, dots)
	chunk = append(chunk, 1)
	chunk = binary.BigEndian.AppendUint32(chunk, crc32.ChecksumIEEE(chunk[4:]))
	return append(append(append([]byte{}, file[:first]...), chunk...), file[first:]...)
}
