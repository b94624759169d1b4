package assessmentscreen

import (
	"image/color"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// shares are the columns of the list of items: name, levels, how it stands, evidence.
func shares(name, levels, stands, evidence fyne.CanvasObject) fyne.CanvasObject {
	return kit.Columns(80, []float32{4.2, 1.4, 3.4, 2.2}, middle(name), middle(levels), middle(stands), middle(evidence))
}

// middle keeps o half way up its room.
func middle(o fyne.CanvasObject) fyne.CanvasObject {
	return kit.Middle(o)
}

// onward is the content of a row that leads somewhere, with a sign that it does.
func onward(content fyne.CanvasObject) fyne.CanvasObject { return ending(content, "›") }

// ending is content with a sign at its right end; all signs are equally wide, so that columns stand below each other.
func ending(content fyne.CanvasObject, sign string) fyne.CanvasObject {
	room := canvas.NewRectangle(color.Transparent)
	room.SetMinSize(fyne.NewSize(theme.Units(24), 1))
	return kit.Spread(nil, content, container.NewStack(room, container.NewCenter(kit.Note(sign, widget.LowImportance))))
}

// items lists every item under its element; each row opens its item.
func (p page) items() fyne.CanvasObject {
	words, f := p.host.Words(), p.results.Framework
	objects := []fyne.CanvasObject{
		kit.Heading(p.say("assessment.items")),
		ending(shares(kit.Gap(1), kit.Quiet(p.say("assessment.items.levels")), kit.Gap(1), kit.Quiet(p.say("assessment.items.evidence"))), ""),
	}
	element := ""
	for i, r := range p.results.Rows {
		if r.Element.Key != element {
			element = r.Element.Key
			if i > 0 {
				objects = append(objects, kit.Gap(8))
			}
			objects = append(objects, kit.Spread(nil, kit.Strong(words.Text(f.ElementName(r.Element))), p.through(r.Element)))
		}
		objects = append(objects, kit.Rule(), p.Row("assessment.item."+r.Item.Key, p.open(r.Item.Key),
			onward(shares(kit.Text(words.Text(f.ItemName(r.Item))), levels(r), p.standing(r), p.backing(r)))))
	}
	return kit.Panel(objects...)
}

// through leads a small group through one element: to its first item without an answer; nil when all have one.
func (p page) through(e app.Element) fyne.CanvasObject {
	for _, at := range p.results.Open() {
		if r := p.results.Rows[at]; r.Element.Key == e.Key {
			return p.QuietLink("assessment.through."+e.Key, p.say("assessment.through"), p.open(r.Item.Key))
		}
	}
	return nil
}

// levels shows now and target as chips.
func levels(r assessment.Row) fyne.CanvasObject {
	now, target := r.Judgement.Agreed, r.Judgement.Target
	if r.Judgement.NotApplicable {
		now, target = 0, 0
	}
	return kit.Line(kit.Chip(now, true), kit.Note("→", widget.LowImportance), kit.Chip(target, false))
}

func (p page) standing(r assessment.Row) fyne.CanvasObject {
	var sentences []string
	for _, text := range standing(r, p.round.Way) {
		sentences = append(sentences, p.host.Words().Text(text))
	}
	return kit.Quiet(strings.Join(sentences, "\n"))
}

func (p page) backing(r assessment.Row) fyne.CanvasObject {
	switch backing(r) {
	case missing:
		return kit.Problem(p.say("assessment.row.no_evidence"))
	case claimed:
		return kit.Problem(p.say("assessment.row.only_claims"))
	case proved:
		return kit.Quiet(p.say("assessment.row.evidence", "count", len(r.Evidence)))
	}
	return kit.Gap(1)
}
