package prepare

import (
	"bytes"
	"image"
	"image/color"
	_ "image/jpeg" // decoders of the pictures that a logo may be
	"image/png"

	"waymark/app"
)

// Limits of a logo: what is read at most, and the longest side it is kept with, in pixels. At 40 mm on paper 600 pixels
// are more than 300 to the inch.
const (
	maxLogoBytes  = 20 << 20
	maxLogoPixels = 50_000_000
	maxLogoSide   = 600
)

// Logo makes a picture file (PNG or JPEG) fit to be kept as a logo: decoded, scaled down to at most 600 pixels a side
// and written as an 8-bit PNG. A file that is no such picture or is too large is an Error of KindInvalid.
func Logo(file []byte) (app.Bytes, error) {
	bad := app.Invalid("read logo", app.Say("error.logo"))
	if len(file) > maxLogoBytes {
		return "", bad
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(file))
	if err != nil || config.Width <= 0 || config.Height <= 0 || config.Width*config.Height > maxLogoPixels {
		return "", bad
	}
	picture, _, err := image.Decode(bytes.NewReader(file))
	if err != nil {
		return "", bad
	}
	var out bytes.Buffer
	if err := png.Encode(&out, shrink(picture, maxLogoSide)); err != nil {
		return "", bad
	}
	return app.Bytes(out.String()), nil
}

// shrink averages whole blocks of pixels until the longest side is at most side.
func shrink(picture image.Image, side int) *image.NRGBA {
	b := picture.Bounds()
	block := max(1, (max(b.Dx(), b.Dy())+side-1)/side)
	small := image.NewNRGBA(image.Rect(0, 0, (b.Dx()+block-1)/block, (b.Dy()+block-1)/block))
	for y := range small.Rect.Dy() {
		for x := range small.Rect.Dx() {
			small.Set(x, y, average(picture, image.Rect(b.Min.X+x*block, b.Min.Y+y*block, b.Min.X+(x+1)*block, b.Min.Y+(y+1)*block).Intersect(b)))
		}
	}
	return small
}

func average(picture image.Image, area image.Rectangle) color.Color {
	var r, g, b, a, n uint32
	for y := area.Min.Y; y < area.Max.Y; y++ {
		for x := area.Min.X; x < area.Max.X; x++ {
			pr, pg, pb, pa := picture.At(x, y).RGBA()
			r, g, b, a, n = r+pr>>8, g+pg>>8, b+pb>>8, a+pa>>8, n+1
		}
	}
	if n == 0 {
		return color.RGBA{}
	}
	return color.RGBA{uint8(r / n), uint8(g / n), uint8(b / n), uint8(a / n)}
}
