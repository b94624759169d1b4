package prepare_test

import (
	"bytes"
	"errors"
	"image"
	"image/color"
	"image/png"
	"io"
	"testing"
	"testing/iotest"

	"waymark/app"
	"waymark/app/picture"
	"waymark/app/prepare"
)

// photo is a picture file of one colour.
func photo(t testing.TB, width, height int) []byte {
	t.Helper()
	p := image.NewNRGBA64(image.Rect(0, 0, width, height))
	for y := range height {
		for x := range width {
			p.Set(x, y, color.NRGBA{11, 110, 110, 255})
		}
	}
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestLogoIsKeptSmallAsAnOrdinaryPNG(t *testing.T) {
	// given a picture of 1500×900 dots with 16 bits to the colour
	logo, err := prepare.Logo(bytes.NewReader(photo(t, 1500, 900)))
	if err != nil {
		t.Fatal(err)
	}
	// then it is kept as 500×300 dots of 8 bits
	kept, err := png.Decode(bytes.NewReader([]byte(logo)))
	if err != nil {
		t.Fatal(err)
	}
	if kept.Bounds().Size() != image.Pt(500, 300) {
		t.Errorf("it is kept as %v", kept.Bounds())
	}
	if got := color.NRGBAModel.Convert(kept.At(499, 299)); got != (color.NRGBA{11, 110, 110, 255}) || kept.ColorModel() == color.NRGBA64Model {
		t.Errorf("its last dot is %v, model %v", got, kept.ColorModel())
	}
	// and whoever reads what is kept can
	if _, err := picture.Read(logo, picture.MostDotsKept); err != nil {
		t.Error(err)
	}
}

// endless counts what is read of a file without end.
type endless struct{ read int }

func (e *endless) Read(p []byte) (int, error) {
	e.read += len(p)
	return len(p), nil
}

func TestWhatIsNoPictureIsNoLogo(t *testing.T) {
	whole := photo(t, 90, 60)
	without := &endless{}
	for name, file := range map[string]io.Reader{
		"nothing":       bytes.NewReader(nil),
		"words":         bytes.NewReader([]byte("Dear parents")),
		"half":          bytes.NewReader(whole[:len(whole)/2]),
		"a broken disk": iotest.ErrReader(errors.New("input/output error")),
		"without end":   without,
	} {
		if logo, err := prepare.Logo(file); logo != "" || app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != "error.logo" {
			t.Errorf("%s: %d bytes, %v", name, len(logo), err)
		}
	}
	if without.read > 2*picture.MostBytes {
		t.Errorf("of a file without end %d bytes are read", without.read)
	}
}

// Given any file, when taken as a logo, then it is a small PNG, or an Error of KindInvalid.
func FuzzLogo(f *testing.F) {
	f.Add(photo(f, 90, 60))
	f.Add(photo(f, 700, 3))
	f.Add([]byte("Dear parents"))
	f.Add([]byte("\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff"))
	f.Fuzz(func(t *testing.T, file []byte) {
		if wide, tall, err := picture.Size(app.Bytes(file), picture.MostDotsChosen); err == nil && wide*tall > 1_000_000 {
			t.Skip("large pictures take too long here")
		}
		logo, err := prepare.Logo(bytes.NewReader(file))
		if err != nil {
			if logo != "" || app.KindOf(err) != app.KindInvalid {
				t.Fatalf("%d bytes with error %v", len(logo), err)
			}
			return
		}
		kept, err := png.Decode(bytes.NewReader([]byte(logo)))
		if err != nil || kept.Bounds().Dx() > 600 || kept.Bounds().Dy() > 600 {
			t.Fatalf("kept as %v, %v", kept, err)
		}
	})
}
