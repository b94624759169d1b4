package picture_test

import (
	"bytes"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/gif"
	"image/jpeg"
	"image/png"
	"runtime"
	"strings"
	"testing"

	"waymark/app"
	"waymark/app/picture"
)

func blank(width, height int) *image.NRGBA { return image.NewNRGBA(image.Rect(0, 0, width, height)) }

func asPNG(t testing.TB, p image.Image) app.Bytes {
	t.Helper()
	var b bytes.Buffer
	if err := png.Encode(&b, p); err != nil {
		t.Fatal(err)
	}
	return app.Bytes(b.String())
}

func asJPEG(t testing.TB, p image.Image) app.Bytes {
	t.Helper()
	var b bytes.Buffer
	if err := jpeg.Encode(&b, p, nil); err != nil {
		t.Fatal(err)
	}
	return app.Bytes(b.String())
}

// claimingPNG is a PNG of a few bytes that says it has so many dots, and begins to give them.
func claimingPNG(width, height uint32) app.Bytes {
	var b bytes.Buffer
	b.WriteString("\x89PNG\r\n\x1a\n")
	chunk := func(name string, data []byte) {
		_ = binary.Write(&b, binary.BigEndian, uint32(len(data)))
		b.WriteString(name)
		b.Write(data)
		_ = binary.Write(&b, binary.BigEndian, crc32.ChecksumIEEE(append([]byte(name), data...)))
	}
	header := binary.BigEndian.AppendUint32(binary.BigEndian.AppendUint32(nil, width), height)
	chunk("IHDR", append(header, 8, 0, 0, 0, 0)) // 8 bits, grey
	chunk("IDAT", []byte{0x78, 0x9c, 0x63, 0x60})
	return app.Bytes(b.String())
}

// claimingJPEG is a JPEG whose head says it has so many dots.
func claimingJPEG(t testing.TB, width, height uint16) app.Bytes {
	t.Helper()
	data := []byte(asJPEG(t, blank(16, 16)))
	frame := bytes.Index(data, []byte{0xff, 0xc0})
	if frame < 0 {
		t.Fatal("no frame in the JPEG")
	}
	binary.BigEndian.PutUint16(data[frame+5:], height)
	binary.BigEndian.PutUint16(data[frame+7:], width)
	return app.Bytes(data)
}

func asGIF(t testing.TB) app.Bytes {
	t.Helper()
	var b bytes.Buffer
	if err := gif.Encode(&b, blank(16, 16), nil); err != nil {
		t.Fatal(err)
	}
	return app.Bytes(b.String())
}

// hostile are pictures that are none, by what is wrong with them.
func hostile(t testing.TB) map[string]app.Bytes {
	t.Helper()
	whole, photo := asPNG(t, blank(40, 40)), asJPEG(t, blank(400, 400))
	return map[string]app.Bytes{
		"zero bytes":               "",
		"zeros":                    app.Bytes(make([]byte, 4096)),
		"words":                    "Dear parents",
		"a GIF called PNG":         asGIF(t),
		"PNG of 60000×60000":       claimingPNG(60000, 60000),
		"PNG of 1×4000000000":      claimingPNG(1, 4_000_000_000),
		"PNG of the most there is": claimingPNG(0x7fffffff, 0x7fffffff),
		"PNG of nothing":           claimingPNG(0, 10),
		"PNG of 1000×1000, empty":  claimingPNG(1000, 1000),
		"JPEG of 65535×65535":      claimingJPEG(t, 65535, 65535),
		"half a PNG":               whole[:len(whole)/2],
		"head of a PNG":            whole[:20],
		"half a JPEG":              photo[:len(photo)/2],
		"head of a JPEG":           photo[:2],
		"longer than any":          whole + app.Bytes(make([]byte, picture.MostBytes)),
	}
}

func TestHostilePicturesAreRefusedWithoutMuchMemory(t *testing.T) {
	for name, data := range hostile(t) {
		for _, most := range []int{picture.MostDotsChosen, picture.MostDotsKept} {
			var before, after runtime.MemStats
			runtime.ReadMemStats(&before)
			// when it is read
			got, err := picture.Read(data, most)
			// then it is told to be none, and cost little
			runtime.ReadMemStats(&after)
			if got != nil || app.KindOf(err) != app.KindInvalid || app.Sentence(err).Key != "error.logo" {
				t.Errorf("%s: picture %v, error %v", name, got != nil, err)
			}
			if taken := after.TotalAlloc - before.TotalAlloc; taken > 4<<20 {
				t.Errorf("%s: took %d MB", name, taken>>20)
			}
		}
	}
}

func TestPicturesAreReadUpToTheirLimit(t *testing.T) {
	for name, data := range map[string]app.Bytes{"PNG": asPNG(t, blank(50, 40)), "JPEG": asJPEG(t, blank(50, 40))} {
		// given a picture of exactly so many dots as are allowed
		got, err := picture.Read(data, 50*40)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		width, height, err := picture.Size(data, 50*40)
		// then it is read
		if err != nil || width != 50 || height != 40 || got.Bounds().Size() != image.Pt(50, 40) {
			t.Errorf("%s: %d×%d, %v, %v", name, width, height, got.Bounds(), err)
		}
		// and with one dot less allowed it is not
		if _, err := picture.Read(data, 50*40-1); app.KindOf(err) != app.KindInvalid || err == nil {
			t.Errorf("%s: one dot too many gives %v", name, err)
		}
	}
}

func TestShrinkKeepsShapeAndColour(t *testing.T) {
	grown := image.NewNRGBA(image.Rect(-3, 7, 897, 307)) // 900×300, and not from 0,0
	for i := range grown.Pix {
		grown.Pix[i] = []uint8{200, 100, 50, 255}[i%4]
	}
	for side, want := range map[int]image.Point{1000: {900, 300}, 900: {900, 300}, 450: {450, 150}, 400: {300, 100}, 1: {1, 1}} {
		small := picture.Shrink(grown, side)
		if small.Rect.Size() != want {
			t.Errorf("at most %d a side it is %v, want %v", side, small.Rect.Size(), want)
		}
		if got := small.NRGBAAt(want.X-1, want.Y-1); got != (color.NRGBA{200, 100, 50, 255}) {
			t.Errorf("at most %d a side its last dot is %v", side, got)
		}
	}
	// half clear, half black gives black that is half clear
	grown = blank(2, 1)
	grown.Set(0, 0, color.Black)
	if got := picture.Shrink(grown, 1).NRGBAAt(0, 0); got != (color.NRGBA{A: 127}) {
		t.Errorf("black and nothing mix to %v", got)
	}
}

// bare has no way to tell its dots but At.
type bare struct{ image.Image }

func TestShrinkReadsAnyImage(t *testing.T) {
	p := blank(4, 4)
	p.Set(3, 3, color.White)
	p.Set(2, 3, color.NRGBA{201, 77, 3, 99}) // half clear
	if got, want := picture.Shrink(bare{p}, 2), picture.Shrink(p, 2); !bytes.Equal(got.Pix, want.Pix) || strings.Trim(string(got.Pix), "\x00") == "" {
		t.Errorf("dots %v, want %v", got.Pix, want.Pix)
	}
}

func FuzzRead(f *testing.F) {
	for name, data := range hostile(f) {
		if name != "longer than any" {
			f.Add([]byte(data))
		}
	}
	f.Add([]byte(asPNG(f, blank(3, 2))))
	f.Add([]byte(asJPEG(f, blank(9, 3))))
	f.Fuzz(func(t *testing.T, data []byte) {
		const most = 10_000
		width, height, sizeErr := picture.Size(app.Bytes(data), most)
		got, err := picture.Read(app.Bytes(data), most)
		if err != nil {
			if got != nil || app.KindOf(err) != app.KindInvalid {
				t.Fatalf("picture %v with error %v", got, err)
			}
			return
		}
		if sizeErr != nil || got.Bounds().Size() != image.Pt(width, height) || width*height > most {
			t.Fatalf("read %v, told %d×%d, %v", got.Bounds(), width, height, sizeErr)
		}
		if small := picture.Shrink(got, 20); small.Rect.Dx() > 20 || small.Rect.Dy() > 20 || small.Rect.Empty() {
			t.Fatalf("shrunk %v to %v", got.Bounds(), small.Rect)
		}
	})
}
