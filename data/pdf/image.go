package pdf

import (
	"bytes"
	"image"
	"image/draw"
	"image/png"
	"strconv"

	"github.com/jung-kurt/gofpdf"
	scaling "golang.org/x/image/draw"

	"waymark/app"
	"waymark/app/page"
	"waymark/app/picture"
)

// dotsPerMillimetre is what a printer shows: 300 to the inch.
const dotsPerMillimetre = 300 / 25.4

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
	fitted := p.fitted(img.Data, dots)
	if fitted == nil {
		return ""
	}
	var out bytes.Buffer
	encoder := png.Encoder{CompressionLevel: png.BestSpeed}
	if encoder.Encode(&out, fitted) != nil {
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

// fitted returns the picture on white paper, no wider than dots and as wide as no picture before it: the writer sorts
// pictures by their width alone. It returns nil for what is no picture or too large a one.
func (p *painter) fitted(data app.Bytes, dots int) image.Image {
	from, err := picture.Read(data, picture.MostDotsKept)
	if err != nil {
		return nil
	}
	size := from.Bounds().Size()
	width := max(1, min(size.X, dots))
	for p.widths[width] && width > 1 {
		width--
	}
	p.widths[width] = true
	paper := image.NewRGBA(image.Rectangle{Max: size})
	draw.Draw(paper, paper.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(paper, paper.Bounds(), from, from.Bounds().Min, draw.Over)
	if width == size.X {
		return paper // opaque, so it is written with 8 bits and without a mask
	}
	small := image.NewRGBA(image.Rect(0, 0, width, max(1, size.Y*width/size.X)))
	scaling.BiLinear.Scale(small, small.Bounds(), paper, paper.Bounds(), scaling.Src, nil)
	return small
}
