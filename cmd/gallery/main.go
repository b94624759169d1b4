// Command gallery draws every screen in every language, size and state to PNG files, for review, the README and
// translators. It may import ui/uitest and data/sample.
//
//	gallery [-out FOLDER] [-only TEXT] [-tall]
package main

import (
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"waymark/translations"
	"waymark/ui/uitest"
)

func main() {
	out := flag.String("out", "build/gallery", "folder for the pictures")
	only := flag.String("only", "", "draw only pictures whose name holds this text")
	tall := flag.Bool("tall", false, "draw in a window so high that nothing has to be scrolled to, instead of the usual sizes")
	flag.Parse()
	if err := draw(*out, *only, *tall); err != nil {
		fmt.Fprintln(os.Stderr, "gallery:", err)
		os.Exit(1)
	}
}

// look is a mode and a window size to draw a state in.
type look struct {
	mode          string
	width, height float32
}

func looks(tall bool) []look {
	if tall {
		return []look{{"light", 1366, 2600}}
	}
	return []look{{"light", 1024, 768}, {"light", 1366, 768}, {"light", 1920, 1080}, {"dark", 1366, 768}}
}

// draw writes a picture per state, language and look.
func draw(out, only string, tall bool) error {
	for _, language := range translations.Languages() {
		words, err := translations.New(language)
		if err != nil {
			return err
		}
		list, err := states(words)
		if err != nil {
			return err
		}
		for _, s := range list {
			for _, l := range looks(tall) {
				name := fmt.Sprintf("%s-%s-%s-%.0fx%.0f.png", s.name, language, l.mode, l.width, l.height)
				if !strings.Contains(name, only) {
					continue
				}
				if err := picture(s, language, l, filepath.Join(out, name)); err != nil {
					return fmt.Errorf("%s: %w", name, err)
				}
			}
		}
	}
	return nil
}

// picture draws one state to a file.
func picture(s state, language string, l look, path string) error {
	window, err := uitest.Open(uitest.Options{Language: language, Mode: l.mode, Width: l.width, Height: l.height, At: s.at, Records: s.records,
		Past: s.past})
	if err != nil {
		return err
	}
	if s.act != nil {
		if err := s.act(window); err != nil {
			return err
		}
		window.Resize(l.width-1, l.height) // what has grown makes room, as it does in a real window by itself
		window.Resize(l.width, l.height)
	}
	return window.Shot(path)
}
