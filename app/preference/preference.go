// Package preference holds what Waymark remembers on a computer, apart from any school file: language, look, window,
// recent files and where the team was last. It imports the standard library only.
package preference

import "slices"

// Preferences is what is remembered. The zero value is a first start.
type Preferences struct {
	Language string            `json:"language"` // empty: that of the computer
	Mode     string            `json:"mode"`     // light, dark or contrast
	Width    float32           `json:"width"`    // of the window, in Fyne's units
	Height   float32           `json:"height"`
	Recent   []string          `json:"recent"`          // paths of school files, newest first
	Places   map[string]string `json:"places"`          // route last shown, by path of school file
	Aside    string            `json:"aside,omitempty"` // open or folded: help and thread beside a page; empty: as there is room
	// Zooms is how large everything is, by the displays attached; 1, the usual size, is left out.
	Zooms map[string]float32 `json:"zooms,omitempty"`
}

// MaxRecent is how many files are offered on the welcome screen.
const MaxRecent = 8

// Opened puts path first among the recent files.
func (p *Preferences) Opened(path string) {
	p.Forget(path)
	p.Recent = slices.Insert(p.Recent, 0, path)
	for _, old := range p.Recent[min(len(p.Recent), MaxRecent):] {
		delete(p.Places, old)
	}
	p.Recent = p.Recent[:min(len(p.Recent), MaxRecent)]
}

// Forget takes path off the recent files.
func (p *Preferences) Forget(path string) {
	p.Recent = slices.DeleteFunc(p.Recent, func(r string) bool { return r == path })
}

// Stay remembers the route last shown of a file.
func (p *Preferences) Stay(path, route string) {
	if p.Places == nil {
		p.Places = map[string]string{}
	}
	p.Places[path] = route
}

// SetZoom remembers how large everything is while these displays are attached.
func (p *Preferences) SetZoom(screens string, zoom float32) {
	if zoom == 1 {
		delete(p.Zooms, screens)
		return
	}
	if p.Zooms == nil {
		p.Zooms = map[string]float32{}
	}
	p.Zooms[screens] = zoom
}
