package assessmentscreen

import (
	"cmp"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/ballot"
	"waymark/ui/ballotbox"
)

// This file is the blind vote on the page of an item; on the wall it is part of rating.

// voteButton begins a vote, or ends the one on show.
func (p page) voteButton(r assessment.Row) fyne.CanvasObject {
	if p.voting == nil {
		return p.Button("assessment.vote", p.say("assessment.item.vote"), func() { p.begins(r) })
	}
	return p.Button("assessment.vote.close", p.say("assessment.item.vote_close"), p.ends)
}

// begins shows a box, with the keyboard in it.
func (p page) begins(r assessment.Row) {
	v := p.visit
	box := newBox(p.model, p.host, p.results.Framework, r.Item, p.results.Present(), func(vote ballot.Result) error {
		level := cmp.Or(v.level, assessment.Of(p.model.Book(), p.round.ID, r.Item.Key).Agreed)
		return p.host.Do(assessment.Agree(p.model.Book(), p.round.ID, r.Item.Key, &vote, level))
	})
	v.voting, v.level = ballotbox.NewWidget(box), 0
	v.voting.Leave = p.ends
	p.page.Refresh()
	p.host.Focus(v.voting)
	p.host.After(0, func() { // it has its place then
		if v.voting != nil {
			v.page.Reveal(v.voting)
		}
	})
}

// ends closes the vote; whoever would lose votes by that is told first.
func (p page) ends() {
	if v := p.visit; v.voting != nil && v.voting.Box().MayLeave() {
		lastWay, v.voting = v.voting.Box().Way(), nil
	}
	p.page.Refresh()
}

// choose sets the level, or takes it back when it is chosen already; after a vote that is on show the vote is kept with it.
func (p page) choose(r assessment.Row, level int) {
	v := p.visit
	if v.voting != nil {
		if view := v.voting.Box().View(); view.Revealed && !view.Kept && level > 0 {
			v.level = level
			v.voting.Box().Keep()
			p.ends()
			return
		}
	}
	p.host.Show(p.host.Do(p.change(r.Item.Key, func(j *app.Judgement) { j.Agreed = level })))
}
