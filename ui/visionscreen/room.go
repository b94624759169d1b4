package visionscreen

import (
	"strconv"
	"strings"
	"time"

	"waymark/app"
	"waymark/app/planning"
	"waymark/app/vision"
	"waymark/ui/ballotbox"
	"waymark/ui/board"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// Steps is what the room sees of the vision: the whole workshop, from the questions to the adoption.
func Steps(model screen.Model, host screen.Host) []room.Step {
	w := wall{model: model, host: host}
	steps := []room.Step{w.opening()}
	steps = append(steps, w.ideas()...)
	steps = append(steps, w.board(), w.vote())
	for _, g := range app.Groups() {
		steps = append(steps, w.perspective(g))
	}
	steps = append(steps, w.drafts())
	for _, d := range vision.Drafts(w.book(), w.cycle()) {
		steps = append(steps, w.draft(d), w.support(d))
	}
	steps = append(steps, w.choice()...)
	steps = append(steps, w.statement(), w.values(), w.lines())
	for _, line := range vision.Lines(w.book(), w.cycle()) {
		steps = append(steps, w.line(line))
	}
	return append(steps, w.adoption())
}

// wall is what the steps are made from.
type wall struct {
	model screen.Model
	host  screen.Host
}

func (w wall) say(key string, pairs ...any) string { return w.host.Words().Say(key, pairs...) }

func (w wall) book() *app.Book { return w.model.Book() }

func (w wall) cycle() app.ID[app.Cycle] { return w.book().Current().ID }

// step is a step of the workshop; view is the step of the window that it belongs to, and key tells it from others there.
func (w wall) step(view, key, title string, script ...string) room.Step {
	at := screen.Route{Area: screen.Vision, View: view}
	where := w.say("route.vision")
	if view != "" {
		where = w.say("room.at", "stage", where, "step", w.say("vision.step."+view))
	}
	s := room.Step{Key: key, At: at, Open: at, Where: where, Title: title, Script: script}
	if view != "" {
		s.Time = time.Duration(vision.MinutesOf(w.book(), w.cycle(), view)) * time.Minute
	}
	return s
}

func (w wall) opening() room.Step {
	s := w.step("", "vision", w.say("vision.title"), w.say("room.vision.script"), w.say("room.vision.script.silent"))
	for i, q := range vision.Questions(w.book(), w.cycle()) {
		s.Points = append(s.Points, room.Point{Mark: strconv.Itoa(i + 1), Text: q.Text})
	}
	if len(s.Points) == 0 {
		s.Foot, s.Open = w.say("room.questions.none"), screen.Route{Area: screen.Vision, View: viewQuestions}
	}
	s.Time = time.Duration(vision.MinutesOf(w.book(), w.cycle(), viewQuestions)) * time.Minute
	return s
}

// ideas are one step for each question, or one for all where there is none.
func (w wall) ideas() []room.Step {
	questions := vision.Questions(w.book(), w.cycle())
	loose := w.ideasTo("vision.ideas", w.say("room.vision.ideas"), "")
	if len(questions) == 0 {
		return []room.Step{loose}
	}
	var steps []room.Step
	for _, q := range questions {
		s := w.ideasTo("vision.ideas."+q.RecordID(), q.Text, q.ID)
		s.Time /= time.Duration(len(questions))
		steps = append(steps, s)
	}
	if len(loose.Points) > 0 {
		steps = append(steps, loose)
	}
	return steps
}

func (w wall) ideasTo(key, title string, question app.ID[app.Question]) room.Step {
	s := w.step(viewIdeas, key, title, w.say("room.ideas.write"), w.say("room.ideas.script"))
	s.Veiled = true
	for _, idea := range vision.Ideas(w.book(), w.cycle()) {
		if idea.Question == question {
			s.Points = append(s.Points, room.Point{Mark: "•", Text: idea.Text})
		}
	}
	s.Foot = w.say("room.ideas.count", "count", len(s.Points))
	s.Write = &room.Write{Hint: w.say("room.ideas.hint"), Secret: true, Take: func(text string) (app.Edit, error) {
		return vision.AddIdeasTo(w.book(), w.cycle(), vision.From{Question: question}, text)
	}}
	return s
}

// board is the affinity board on the wall.
func (w wall) board() room.Step {
	s := w.step(viewBoard, "vision.board", w.say("vision.board.title"), w.say("room.board.script"))
	s.Live = func(func()) room.Live { return board.New(onWall{w.host}, w.model).OnWall() }
	return s
}

// vote is the blind vote on themes, kept out of sight until it is revealed.
func (w wall) vote() room.Step {
	s := w.step(viewVote, "vision.vote", w.say("vision.vote.title"), w.say("room.vote.script"))
	var themes []app.Theme
	for _, c := range vision.BoardOf(w.book(), w.cycle()).Columns {
		themes = append(themes, c.Theme)
	}
	if len(themes) == 0 {
		s.Foot = w.say("room.vote.none")
		return s
	}
	s.Live = func(changed func()) room.Live {
		box := ballotbox.New(w.host, dotsOn(w.model, w.host, themes, usualDots))
		box.OnChange = changed
		return box.Live()
	}
	return s
}

// support is how far a draft is supported.
func (w wall) support(d app.Draft) room.Step {
	s := w.step(viewDraft, "vision.support."+d.RecordID(), d.Text, w.say("room.support"), w.say("room.support.script"))
	s.Live = func(changed func()) room.Live {
		box := ballotbox.New(w.host, support(w.model, w.host, d.ID))
		box.OnChange = changed
		return box.Live()
	}
	return s
}

func (w wall) perspective(g app.Group) room.Step {
	now := vision.PerspectiveOf(w.book(), w.cycle(), g)
	s := w.step(viewPerspectives, "vision.sees."+string(g), w.say("vision.sees."+string(g)), w.say("room.perspective.script"))
	s.Time /= time.Duration(len(app.Groups()))
	for line := range strings.Lines(now.Seen) {
		s.Points = append(s.Points, room.Point{Mark: "•", Text: strings.TrimSpace(line)})
	}
	mark := func(key, text string) {
		if text != "" {
			s.Points = append(s.Points, room.Point{Text: w.say(key, "text", strings.Join(strings.Fields(text), " "))})
		}
	}
	mark("room.looks", now.Like)
	mark("room.looks.not", now.Unlike)
	s.Write = &room.Write{Hint: w.say("room.perspective.hint"), Take: func(text string) (app.Edit, error) {
		after := vision.PerspectiveOf(w.book(), w.cycle(), g)
		after.Seen = strings.TrimSpace(after.Seen + "\n" + app.CleanLine(text))
		return app.Save(w.book(), after)
	}}
	return s
}

// topThemes is how many themes stand beside the drafts.
const topThemes = 5

func (w wall) drafts() room.Step {
	s := w.step(viewDraft, "vision.drafts", w.say("room.statement.none"), w.say("room.drafts.script"), w.say("room.drafts.script.pairs"))
	for _, c := range vision.Top(w.book(), w.cycle(), topThemes) {
		s.Points = append(s.Points, room.Point{Mark: "▪", Text: c.Theme.Name})
	}
	s.Foot = w.say("room.drafts.count", "count", len(vision.Drafts(w.book(), w.cycle())))
	s.Write = &room.Write{Hint: w.say("room.drafts.hint"), Take: func(text string) (app.Edit, error) {
		return vision.AddDraft(w.book(), w.cycle(), text)
	}}
	return s
}

func (w wall) draft(d app.Draft) room.Step {
	s := w.step(viewDraft, "vision.draft."+d.RecordID(), d.Text, w.say("room.statement.script"), w.say("room.statement.script.check"))
	for _, f := range vision.Check(d.Text, w.host.Words().Language()) {
		s.Points = append(s.Points, room.Point{Mark: "▲", Text: w.host.Words().Text(f.Text)})
	}
	s.Write = &room.Write{Hint: w.say("room.draft.hint"), Start: d.Text, Once: true, Take: func(text string) (app.Edit, error) {
		after, _ := w.book().Drafts.Get(d.ID)
		after.Text = app.CleanLine(text)
		return app.Save(w.book(), after)
	}}
	return s
}

// choice is which of several drafts becomes the statement: a digit chooses.
func (w wall) choice() []room.Step {
	drafts := vision.Drafts(w.book(), w.cycle())
	if len(drafts) == 0 {
		return nil
	}
	drafts = drafts[:min(len(drafts), 9)]
	s := w.step(viewDraft, "vision.choice", w.say("room.choice"), w.say("room.choice.script"))
	statement := vision.Of(w.book(), w.cycle()).Statement
	for i, d := range drafts {
		s.Points = append(s.Points, room.Point{Mark: strconv.Itoa(i + 1), Text: d.Text, Here: d.Text == statement})
	}
	s.Foot = w.say("room.choice.hint", "highest", len(drafts))
	s.Rate = &room.Rate{Highest: len(drafts), Take: func(n int) (app.Edit, error) {
		if n == 0 {
			after := vision.Of(w.book(), w.cycle())
			after.Statement = ""
			return app.Save(w.book(), after)
		}
		return vision.Choose(w.book(), drafts[n-1].ID)
	}}
	return []room.Step{s}
}

func (w wall) save(set func(*app.Vision)) (app.Edit, error) {
	after := vision.Of(w.book(), w.cycle())
	set(&after)
	return app.Save(w.book(), after)
}

func (w wall) statement() room.Step {
	v := vision.Of(w.book(), w.cycle())
	s := w.step(viewDraft, "vision.statement", v.Statement, w.say("room.statement.script"), w.say("room.statement.script.check"))
	if v.Statement == "" {
		s.Title = w.say("room.statement.none")
	}
	if !v.Adopted.IsZero() {
		s.Foot = w.say("room.adopted", "day", v.Adopted)
	}
	s.Write = &room.Write{Hint: w.say("room.draft.hint"), Start: v.Statement, Once: true, Take: func(text string) (app.Edit, error) {
		return w.save(func(v *app.Vision) { v.Statement = app.CleanLine(text) })
	}}
	return s
}

func (w wall) values() room.Step {
	v := vision.Of(w.book(), w.cycle())
	s := w.step(viewLines, "vision.values", v.Values, w.say("room.values.script"))
	if v.Values == "" {
		s.Title = w.say("room.values")
	}
	s.Write = &room.Write{Hint: w.say("room.values.hint"), Start: v.Values, Once: true, Take: func(text string) (app.Edit, error) {
		return w.save(func(v *app.Vision) { v.Values = app.CleanLine(text) })
	}}
	return s
}

func (w wall) lines() room.Step {
	codes := planning.CodesOf(w.book(), w.cycle())
	s := w.step(viewLines, "vision.lines", w.say("room.lines"), w.say("room.lines.script"))
	for _, line := range vision.Lines(w.book(), w.cycle()) {
		s.Points = append(s.Points, room.Point{Mark: codes.Of(line), Text: line.Text})
	}
	s.Write = &room.Write{Hint: w.say("room.lines.hint"), Take: func(text string) (app.Edit, error) {
		return vision.AddLine(w.book(), w.cycle(), text)
	}}
	return s
}

func (w wall) line(line app.VisionLine) room.Step {
	s := w.step(viewLines, "vision.line."+line.RecordID(), line.Text, w.say("room.line.script"))
	s.Points = []room.Point{{Mark: planning.CodesOf(w.book(), w.cycle()).Of(line),
		Text: w.say("room.line.serves", "count", len(vision.Serving(w.book(), line.ID)))}}
	return s
}

// adoption is the end of the workshop: whoever adopts the vision is written, and it is adopted today.
func (w wall) adoption() room.Step {
	v := vision.Of(w.book(), w.cycle())
	s := w.step(viewAdoption, "vision.adoption", w.say("room.adoption"), w.say("room.adoption.script"))
	if v.Statement == "" && v.Adopted.IsZero() {
		s.Title, s.Foot = w.say("vision.adoption.none"), w.say("room.adoption.none")
		s.Open = screen.Route{Area: screen.Vision, View: viewDraft}
		return s
	}
	s.Points = []room.Point{{Text: v.Statement, Strong: true}}
	if !v.Adopted.IsZero() {
		s.Title = w.say("room.adopted", "day", v.Adopted)
		s.Foot = v.AdoptedBy
		return s
	}
	s.Write = &room.Write{Hint: w.say("room.adoption.hint"), Start: v.AdoptedBy, Once: true, Take: func(body string) (app.Edit, error) {
		return vision.Adopt(w.book(), w.cycle(), vision.Adoption{Day: w.model.Today(), Body: app.CleanLine(body), Minutes: v.Minutes, Heard: v.Heard})
	}}
	return s
}
