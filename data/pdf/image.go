package pdf

import (
	"bytes"
	"image"
	"image/draw"
	_ "image/jpeg" // to read pictures
	"image/png"
	"strconv"

	"github.com/jung-kurt/gofpdf"
	scaling "golang.org/x/image/draw"

	"waymark/app/page"
)

// dotsPerMillimetre is what a printer shows: 300 to the inch.
const dotsPerMillimetre = 300 / 25.4

// mostDots is the largest picture that is read, so that a few bytes cannot ask for all memory.
const mostDots = 40_000_000

// image paints a picture; one that cannot be read is left out.
func (p *painter) image(img page.Image) {
	name, known := p.images[string(img.Data)]
	if !known {
		name = p.register(img)
		p.images[string(img.Data)] = name
	}
	if name != "" {
		p.doc.ImageOptions(name, img.X, img.Y, img.Width, img.Height, false, gofpdf.ImageOptions{ImageType: "png"}, 0, "")
	}
}

// register gives the picture to the document as an 8-bit PNG of at most 300 dots to the inch, and returns its name, empty
// when it cannot be read.
func (p *painter) register(img page.Image) string {
	dots := int(img.Width*dotsPerMillimetre + 0.5)
	picture := readable([]byte(img.Data), dots, p.widths)
	if picture == nil {
		return ""
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if encoder.Encode(&out, picture) != nil {
		return ""
	}
	name := "picture" + strconv.Itoa(len(p.images))
	p.doc.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: "png"}, &out)
	if p.doc.Err() {
		p.doc.ClearError()
		return ""
	}
	return name
}

// readable returns the picture on white paper, no wider than dots and as wide as none of taken, which it joins: the
// writer sorts pictures by their width alone. It returns nil for what is no picture.
func readable(data []byte, dots int, taken map[int]bool) (picture image.Image) {
	defer func() {
		if recover() != nil {
			picture = nil
		}
	}()
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil || config.Width < 1 || config.Height < 1 || config.Width > mostDots/config.Height {
		return nil
	}
	from, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil
	}
	width := max(1, min(config.Width, dots))
	for taken[width] && width > 1 {
		width--
	}
	taken[width] = true
	paper := image.NewRGBA(image.Rect(0, 0, config.Width, config.Height))
	draw.Draw(paper, paper.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(paper, paper.Bounds(), from, from.Bounds().Min, draw.Over)
	if width == config.Width {
		return paper // opaque, so it is written with 8 bits and without a mask
	}
	small := image.NewRGBA(image.Rect(0, 0, width, max(1, config.Height*width/config.Width)))
	scaling.BiLinear.Scale(small, small.Bounds(), paper, paper.Bounds(), scaling.Src, nil)
	return small
}
