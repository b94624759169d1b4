package main

import (
	"fmt"
	"math"
	"strconv"
	"strings"

	"waymark/translations"
	"waymark/ui/theme"
)

// look is how a state is drawn: in a language, a mode, a size of the window and a zoom.
type look struct {
	language, mode string
	width, height  float32
	zoom           float32
}

// String names the look, as a part of the names of pictures.
func (l look) String() string {
	name := fmt.Sprintf("%s-%s-%.0fx%.0f", l.language, l.mode, l.width, l.height)
	if l.zoom != 1 {
		name += fmt.Sprintf("-%.0f", math.Round(float64(l.zoom)*100))
	}
	return name
}

// languages are those that are shipped and the one that only makes texts longer.
func languages() []string { return append(translations.Languages(), translations.Pseudo) }

func modes() []string {
	var names []string
	for _, m := range theme.Modes() {
		names = append(names, string(m))
	}
	return names
}

// size is a size of the window, in Fyne's units.
type size struct{ width, height float32 }

// The sizes: that of an old projector, of most laptops, of a large display. Usual is the one for comparing the rest.
func sizes() []size { return []size{{1024, 768}, usualSize(), {1920, 1080}} }

func usualSize() size { return size{1366, 768} }

// tallSize is so high that nothing has to be scrolled to.
func tallSize() size { return size{1366, 2600} }

// zooms are the zooms at which layouts differ.
func zooms() []float32 { return []float32{theme.LeastZoom, 1, 1.5, 2, theme.MostZoom} }

// usual are the looks that are drawn unless others are chosen.
func usual() []look {
	var looks []look
	for _, language := range translations.Languages() {
		for _, s := range sizes() {
			looks = append(looks, look{language, string(theme.Light), s.width, s.height, 1})
		}
		for _, mode := range modes()[1:] {
			looks = append(looks, look{language, mode, usualSize().width, usualSize().height, 1})
		}
	}
	return append(looks, look{translations.Pseudo, string(theme.Light), sizes()[0].width, sizes()[0].height, 1})
}

// all are all languages, modes and sizes with each other, and every zoom of the usual size.
func all() []look {
	looks := cross(languages(), modes(), sizes(), []float32{1})
	for _, zoom := range zooms() {
		if zoom != 1 {
			looks = append(looks, cross(languages(), modes()[:1], []size{usualSize()}, []float32{zoom})...)
		}
	}
	return looks
}

func cross(languages, modes []string, sizes []size, zooms []float32) []look {
	var looks []look
	for _, language := range languages {
		for _, mode := range modes {
			for _, s := range sizes {
				for _, zoom := range zooms {
					looks = append(looks, look{language, mode, s.width, s.height, zoom})
				}
			}
		}
	}
	return looks
}

// choice is what the user asks to see: lists parted by commas, empty for English, light, the usual size and zoom 1.
type choice struct {
	languages, modes, sizes, zooms string
	tall                           bool
}

// looks are all that is chosen with each other.
func (c choice) looks() ([]look, error) {
	languages, modes := listed(c.languages, "en"), listed(c.modes, string(theme.Light))
	if c.tall && c.languages == "" {
		languages = translations.Languages()
	}
	chosen := []size{usualSize()}
	if c.tall {
		chosen = []size{tallSize()}
	}
	if c.sizes != "" {
		chosen = nil
		for _, text := range listed(c.sizes, "") {
			var s size
			if _, err := fmt.Sscanf(text, "%gx%g", &s.width, &s.height); err != nil {
				return nil, fmt.Errorf("size %q: write it like 1366x768", text)
			}
			chosen = append(chosen, s)
		}
	}
	var zooms []float32
	for _, text := range listed(c.zooms, "1") {
		zoom, err := strconv.ParseFloat(text, 32)
		if err != nil {
			return nil, fmt.Errorf("zoom %q: write it like 1.5", text)
		}
		zooms = append(zooms, float32(zoom))
	}
	return cross(languages, modes, chosen, zooms), nil
}

func listed(list, otherwise string) []string {
	if list == "" {
		list = otherwise
	}
	return strings.Split(list, ",")
}
