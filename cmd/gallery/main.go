// Command gallery draws every screen in every language, look, size, zoom and state to PNG files, for review, the README
// and translators, and checks that nothing in them is cut off or in the way. It may import ui/uitest and data/sample.
//
//	gallery [-out FOLDER] [-only TEXT] [-lang LIST] [-mode LIST] [-size LIST] [-zoom LIST] [-tall | -sheet | -check]
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"waymark/translations"
	"waymark/ui/uitest"
)

func main() {
	var c choice
	out := flag.String("out", "build/gallery", "folder for the pictures")
	only := flag.String("only", "", "only pictures whose name holds this text")
	flag.StringVar(&c.languages, "lang", "", "languages, such as en,et,en-XA; the last is no language but makes every text longer")
	flag.StringVar(&c.modes, "mode", "", "modes, such as light,dark,contrast")
	flag.StringVar(&c.sizes, "size", "", "sizes of the window, such as 1024x768,1920x1080")
	flag.StringVar(&c.zooms, "zoom", "", "zooms, such as 1,2.5")
	flag.BoolVar(&c.tall, "tall", false, "draw in a window so high that nothing has to be scrolled to")
	sheet := flag.Bool("sheet", false, "draw sheets on which the sizes, modes, zooms and languages of each state are side by side")
	check := flag.Bool("check", false, "draw nothing but print what is cut off, broken or in the way, in every look if none is chosen")
	flag.Parse()
	if err := run(c, *out, *only, *sheet, *check); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

func run(c choice, out, only string, sheet, check bool) error {
	g, err := newGallery(only)
	if err != nil {
		return err
	}
	if sheet {
		return g.sheets(out)
	}
	looks := usual()
	if check {
		looks = all()
	}
	if c != (choice{}) {
		if looks, err = c.looks(); err != nil {
			return err
		}
	}
	if check {
		return g.check(looks)
	}
	return g.draw(looks, out)
}

// gallery is the states of every language, by name: the same in each.
type gallery struct {
	states map[string][]state
	only   string
}

func newGallery(only string) (*gallery, error) {
	g := &gallery{states: map[string][]state{}, only: only}
	for _, language := range languages() {
		words, err := translations.New(language)
		if err != nil {
			return nil, err
		}
		list, err := states(words)
		if err != nil {
			return nil, err
		}
		slices.SortFunc(list, func(a, b state) int { return strings.Compare(a.name, b.name) })
		g.states[language] = list
	}
	return g, nil
}

// each calls do with every state in every look whose name is asked for; what it returns comes with the name.
func (g *gallery) each(looks []look, do func(name string, s state, l look) error) error {
	for _, l := range looks {
		for _, s := range g.states[l.language] {
			name := s.name + "-" + l.String()
			if !strings.Contains(name, g.only) {
				continue
			}
			if err := do(name, s, l); err != nil {
				return fmt.Errorf("%s: %w", name, err)
			}
		}
	}
	return nil
}

// draw writes a picture per state and look.
func (g *gallery) draw(looks []look, out string) error {
	return g.each(looks, func(name string, s state, l look) error {
		w, err := s.open(l)
		if err != nil {
			return err
		}
		return w.Shot(filepath.Join(out, name+".png"))
	})
}

// check prints the faults of every state and look.
func (g *gallery) check(looks []look) error {
	windows, wrong := 0, 0
	err := g.each(looks, func(name string, s state, l look) error {
		w, err := s.open(l)
		if err != nil {
			return err
		}
		windows++
		for _, fault := range w.Faults() {
			wrong++
			fmt.Printf("%s: %s\n", name, fault)
		}
		return nil
	})
	fmt.Printf("%d windows, %d faults\n", windows, wrong)
	if err == nil && wrong > 0 {
		err = errors.New("there are faults")
	}
	return err
}

// open opens the window of a state.
func (s state) open(l look) (*uitest.Window, error) {
	w, err := uitest.Open(uitest.Options{Language: l.language, Mode: l.mode, Width: l.width, Height: l.height, Zoom: l.zoom, At: s.at,
		Records: s.records, Past: s.past, Recent: s.recent})
	if err != nil || s.act == nil {
		return w, err
	}
	if err := s.act(w); err != nil {
		return nil, err
	}
	w.Resize(l.width-1, l.height) // what has grown makes room, as it does in a real window by itself
	w.Resize(l.width, l.height)
	return w, nil
}
