package progressscreen

import (
	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/ui/kit"
	"waymark/ui/screen"
)

// recentReviews is how many reviews are shown before the others are folded.
const recentReviews = 2

// reviews lists the meetings at which the plan was looked at, newest first.
func (p *place) reviews(w *kit.Widgets, reviews []app.Review) []fyne.CanvasObject {
	heading := kit.Heading(p.say("progress.reviews"))
	note := func() { p.host.Show(p.host.Do(reviewEdit(p.model.Book(), p.model.Today()))) }
	button := w.Button("progress.review.add", p.say("progress.review.add"), note)
	if len(reviews) == 0 {
		return []fyne.CanvasObject{kit.Gap(4), heading, kit.Empty(p.say("progress.reviews.none"), button)}
	}
	var beside fyne.CanvasObject
	if reviews[0].Date != p.model.Today() {
		beside = button
	}
	objects := []fyne.CanvasObject{kit.Gap(4), kit.Spread(nil, heading, beside)}
	folded := len(reviews) - recentReviews
	if folded > 0 && !p.open["reviews"] {
		reviews = reviews[:recentReviews]
	}
	for n, r := range reviews {
		if n > 0 {
			objects = append(objects, kit.Gap(4))
		}
		objects = append(objects, w.Lazy("progress.review."+r.RecordID(), 250, func() fyne.CanvasObject { return p.review(w, r) }))
	}
	if folded > 0 {
		objects = append(objects, kit.Line(p.fold(w, "reviews", p.say("progress.review.earlier", "count", folded))))
	}
	return objects
}

func (p *place) review(w *kit.Widgets, r app.Review) fyne.CanvasObject {
	key := "progress.review." + r.RecordID()
	save := func(set func(*app.Review)) (app.Edit, error) {
		after, ok := p.model.Book().Reviews.Get(r.ID)
		if !ok {
			return app.Edit{}, nil // removed while it was being typed in
		}
		set(&after)
		return app.Save(p.model.Book(), after)
	}
	checked := 0
	for c := range p.model.Book().CheckIns.All() {
		if c.Review == r.ID {
			checked++
		}
	}
	looked := p.say("progress.review.unchecked")
	if checked > 0 {
		looked = p.say("progress.review.checked", "count", checked)
	}
	remove := w.Icon(key+"remove", fynetheme.DeleteIcon(), p.say("kit.remove"), func() {
		if now, ok := p.model.Book().Reviews.Get(r.ID); ok {
			p.host.Remove(app.RemoveEdit(p.model.Book(), now))
		}
	})
	history := w.Small(key+"history", p.say("history.of.review"), func() { p.host.Go(screen.HistoryOf(r)) })
	return kit.Panel(
		kit.Columns(150, []float32{1, 1, 2},
			w.Date(key+"date", p.say("progress.review.date"), r.Date, func(d app.Date) (app.Edit, error) {
				return save(func(r *app.Review) { r.Date = d })
			}),
			w.Date(key+"next", p.say("progress.review.next"), r.Next, func(d app.Date) (app.Edit, error) {
				return save(func(r *app.Review) { r.Next = d })
			}),
			w.Line(key+"present", p.say("progress.review.present"), r.Present, func(text string) (app.Edit, error) {
				return save(func(r *app.Review) { r.Present = text })
			})),
		w.Area(key+"decisions", p.say("progress.review.decisions"), r.Decisions, 2, func(text string) (app.Edit, error) {
			return save(func(r *app.Review) { r.Decisions = text })
		}),
		kit.Spread(nil, kit.Quiet(looked), kit.Line(history, remove)),
	)
}
