package assessmentscreen

import (
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// start is what there is to see while the cycle has no round, or one with a framework that this Waymark does not know.
func (p page) start() kit.View {
	f, words := p.offered, p.host.Words()
	var body []fyne.CanvasObject
	if p.begun {
		body = append(body, kit.Problem(p.say("assessment.unknown", "name", p.round.Framework)))
	}
	var elements []string
	for _, e := range f.Elements {
		elements = append(elements, "–  "+words.Text(f.ElementName(e)))
	}
	about := []fyne.CanvasObject{
		kit.Heading(words.Text(f.Name())), kit.Text(words.Text(f.About())),
		kit.Text(p.say("assessment.elements") + "\n" + strings.Join(elements, "\n")),
		kit.Quiet(p.say("assessment.source", "source", f.Source())),
	}
	if !p.last.Held.IsZero() {
		about = append(about, kit.Quiet(p.say("assessment.last_kept", "date", p.last.Held)))
	}
	return kit.View{
		Trail:   []kit.Crumb{kit.Stage(p.host, screen.Assessment)},
		Title:   p.say("assessment.title"),
		Lead:    p.say("assessment.lead", "all", len(f.Items())),
		Body:    append(body, kit.Panel(about...)),
		Actions: []fyne.CanvasObject{p.Primary("assessment.start", p.say("assessment.start"), p.begin)},
	}
}

// begin adds a round held today, and leaves the keyboard on what leads to its first question.
func (p page) begin() {
	edit, _, err := assessment.Start(p.model.Book(), p.model.Book().Current().ID, p.offered, p.model.Today(), app.Both)
	if err := p.host.Do(edit, err); err != nil {
		p.host.Show(err)
		return
	}
	p.host.After(0, func() { // once it is drawn
		if first, ok := p.Lookup("assessment.go").(fyne.Focusable); ok {
			p.host.Focus(first)
		}
	})
}
