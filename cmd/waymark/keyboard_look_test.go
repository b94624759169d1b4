//go:build linux

package main

import (
	"errors"
	"image"
	"image/color"
	"image/png"
	"os"
	"path/filepath"

	"fyne.io/fyne/v2"

	"waymark/ui/theme"
	"waymark/ui/uitest"
	"waymark/ui/uitest/display"
)

// ringed waits for one ring in the window, as large and as far to the right as the target is in the twin, which may be
// scrolled otherwise. Edges are drawn softly, and the shadow of the foot darkens what is close to it.
func (h *hands) ringed(w *uitest.Window, target fyne.Focusable) {
	h.t.Helper()
	object := target.(fyne.CanvasObject)
	at, size := uitest.Place(object), object.Size()
	near := func(got int, want float32) bool { return float32(got) > want-7 && float32(got) < want+3 }
	paint := theme.Of(theme.ColorFocusRing).(color.NRGBA)
	var seen image.Rectangle
	defer func() {
		if h.t.Failed() {
			h.t.Logf("seen at %v, wanted in the middle %v of size %v", seen, at, size)
		}
	}()
	display.Until(h.t, "the ring around "+h.has, func() bool {
		seen = boundsOf(h.keys.Picture(), paint)
		return near(seen.Dx(), size.Width) && seen.Dy() > int(size.Height)-15 && seen.Dy() < int(size.Height)+3 && near((seen.Min.X+seen.Max.X)/2+2, at.X)
	})
}

// boundsOf returns the smallest rectangle around all that has a colour in a picture.
func boundsOf(picture image.Image, paint color.NRGBA) image.Rectangle {
	var bounds image.Rectangle
	for y := range picture.Bounds().Dy() {
		for x := range picture.Bounds().Dx() {
			if r, g, b, _ := picture.At(x, y).RGBA(); uint8(r>>8) == paint.R && uint8(g>>8) == paint.G && uint8(b>>8) == paint.B {
				bounds = bounds.Union(image.Rect(x, y, x+1, y+1))
			}
		}
	}
	return bounds
}

// block is the side of the squares by which pictures are compared, in pixels.
const block = 8

// sees waits for the window to look like a picture of the twin, but for the foot, where undo and the time of day stand,
// and the little by which the two drivers draw differently.
func (h *hands) sees(want image.Image) {
	h.t.Helper()
	share := 0.0
	defer func() {
		if h.t.Failed() {
			twin := filepath.Join(os.TempDir(), "waymark-keyboard-twin.png")
			if err := saved(twin, want); err != nil {
				h.t.Error(err)
			}
			h.t.Logf("%.1f %% of the window is otherwise than in the twin at %s, which is in %s", 100*share, h.at, twin)
		}
	}()
	display.Until(h.t, "the window to show "+h.at, func() bool {
		share = differing(h.keys.Picture(), want)
		return share < 0.02
	})
}

func saved(name string, picture image.Image) error {
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	return errors.Join(png.Encode(file, picture), file.Close())
}

// differing returns the share of blocks that differ between the pictures got, which begins with the menu, and want.
func differing(got, want image.Image) float64 {
	down := got.Bounds().Dy() - want.Bounds().Dy()
	all, other := 0, 0
	for y := 0; y+block <= want.Bounds().Dy()-6*block; y += block {
		for x := 0; x+block <= min(want.Bounds().Dx(), got.Bounds().Dx()); x += block {
			all++
			a, b := mean(got, x, y+down), mean(want, x, y)
			for i := range a {
				if a[i]-b[i] > 30 || b[i]-a[i] > 30 {
					other++
					break
				}
			}
		}
	}
	return float64(other) / float64(all)
}

// mean is the mean colour of a block.
func mean(picture image.Image, x, y int) (sum [3]int) {
	for dy := range block {
		for dx := range block {
			r, g, b, _ := picture.At(x+dx, y+dy).RGBA()
			sum[0], sum[1], sum[2] = sum[0]+int(r>>8), sum[1]+int(g>>8), sum[2]+int(b>>8)
		}
	}
	for i := range sum {
		sum[i] /= block * block
	}
	return sum
}
