package visionscreen

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/progress"
	"waymark/app/vision"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// overview is the workshop as a whole, and the short way: ideas, statement and lines on one page.
func (p *place) overview(w *kit.Widgets) kit.View {
	where := map[string]func(){"ideas": w.To("vision.idea"), "statement": w.To("vision.statement"), "lines": w.To("vision.line")}
	return kit.View{
		Trail: []kit.Crumb{kit.Stage(p.host, screen.Vision)},
		Parts: p.parts(where),
		Help:  room.Help(func() []room.Step { return Steps(p.model, p.host) }, screen.Route{Area: screen.Vision}),
		Title: p.say("vision.title"),
		Lead:  p.say("vision.lead"),
		Body: []fyne.CanvasObject{
			p.agenda(w), kit.Gap(4), p.quickIdeas(w), kit.Gap(4),
			kit.Panel(p.statement(w)...), kit.Gap(4),
			kit.Panel(p.visionLines(w)...),
		},
		Actions: p.onward(w),
	}
}

// onward leads to the next stage or, while nothing has come of any step, to the first of the workshop.
func (p *place) onward(w *kit.Widgets) []fyne.CanvasObject {
	key, label, next := "vision.next", p.say("vision.next"), func() { p.host.Go(screen.Route{Area: screen.Assessment}) }
	steps := vision.Steps()
	if slices.ContainsFunc(steps, func(s vision.Step) bool { return p.done(s.Key) }) {
		return []fyne.CanvasObject{w.Primary(key, label, next)}
	}
	return []fyne.CanvasObject{w.Button(key, label, next),
		w.Primary("vision.after", p.say("vision.after", "step", p.say("vision.step."+steps[0].Key)), p.to(steps[0].Key))}
}

// agenda lists the steps of the workshop with the time that each may take, and what came of it so far.
func (p *place) agenda(w *kit.Widgets) fyne.CanvasObject {
	all := 0
	var rows []fyne.CanvasObject
	for i, s := range vision.Steps() {
		minutes := vision.MinutesOf(p.book(), p.cycle(), s.Key)
		all += minutes
		row := w.Row("vision.step."+s.Key, p.to(s.Key), kit.Spread(kit.CodeColumn(mark(p.done(s.Key), i), fynetheme.SizeNameText),
			kit.Text(p.say("vision.step."+s.Key)), kit.Middle(kit.Note(p.so(s.Key), 0))))
		time := w.Whole("vision.minutes."+s.Key, "", "", strconv.Itoa(minutes), func(text string) (app.Edit, error) {
			n, err := strconv.Atoi(text)
			if err != nil {
				n = 0 // told as any other number of minutes that is none
			}
			return vision.SetMinutes(p.book(), p.cycle(), s.Key, n)
		}).Named(p.say("vision.minutes.of", "step", p.say("vision.step."+s.Key)))
		rows = append(rows, kit.Columns(90, []float32{8, 1}, kit.Middle(row), time))
	}
	head := kit.Spread(nil, kit.Heading(p.say("vision.workshop")), kit.Middle(kit.Note(p.say("vision.minutes", "count", all), 0)))
	return kit.Panel(append([]fyne.CanvasObject{head, kit.Quiet(p.say("vision.workshop.about"))}, rows...)...)
}

// mark is the sign of a step: a tick when something came of it, otherwise its number.
func mark(done bool, i int) string {
	if done {
		return "✓"
	}
	return strconv.Itoa(i + 1)
}

// done tells whether something came of a step.
func (p *place) done(step string) bool { return p.so(step) != "" }

// so says what came of a step so far, empty for nothing.
func (p *place) so(step string) string {
	b, cycle := p.book(), p.cycle()
	count := func(key string, n int) string {
		if n == 0 {
			return ""
		}
		return p.say(key, "count", n)
	}
	v := vision.Of(b, cycle)
	switch step {
	case viewQuestions:
		return count("vision.so.questions", len(vision.Questions(b, cycle)))
	case viewIdeas:
		return count("vision.so.ideas", len(vision.Ideas(b, cycle)))
	case viewBoard:
		return count("vision.so.themes", len(vision.BoardOf(b, cycle).Columns))
	case viewVote:
		if vote, ok := vision.LatestVote(b, cycle); ok {
			return p.say("vision.so.vote", "count", vote.Voters)
		}
	case viewPerspectives:
		n := 0
		for _, g := range app.Groups() {
			if s := vision.PerspectiveOf(b, cycle, g); s.Seen+s.Like+s.Unlike != "" {
				n++
			}
		}
		return count("vision.so.perspectives", n)
	case viewDraft:
		if v.Statement != "" {
			return p.say("vision.so.statement")
		}
		return count("vision.so.drafts", len(vision.Drafts(b, cycle)))
	case viewLines:
		return count("vision.so.lines", len(vision.Lines(b, cycle)))
	case viewAdoption:
		if !v.Adopted.IsZero() {
			return p.say("room.adopted", "day", v.Adopted)
		}
	}
	return ""
}

// parts are the things without which there is no vision.
func (p *place) parts(where map[string]func()) []kit.Part {
	var parts []kit.Part
	for _, part := range progress.VisionParts(p.book(), p.book().Current()) {
		parts = append(parts, kit.Part{Text: p.say("vision.part." + part.Key), Done: part.Done, Open: where[part.Key]})
	}
	return parts
}
