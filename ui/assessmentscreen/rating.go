package assessmentscreen

import (
	"cmp"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"

	"waymark/app"
	"waymark/app/assessment"
	"waymark/app/ballot"
	"waymark/ui/ballotbox"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// rating is one item on the wall, from the blind vote to the target: eight people press eight digits, Space shows the votes,
// a digit is the level that they agree on, another the target, and the arrow leads on. It lives as long as the item is on
// show and asks the book for everything that is kept.
type rating struct {
	model   screen.Model
	host    screen.Host
	round   app.ID[app.Assessment]
	f       app.Framework
	item    app.Item
	box     *ballotbox.Box
	changed func()

	voting  bool           // another vote has begun although the last one is settled
	last    *ballot.Result // that was kept, nil for none
	pen     *kit.Pen       // somebody's other view is being written, nil for none
	level   int            // that is being kept with the vote
	reason  string         // why the team differs, that is being kept with the vote
	problem string
	onward  bool
}

var _ room.Told = (*rating)(nil)

// lastWay is the way in which the team voted last. It is the same people at the next item, so that item begins with it.
var lastWay ballotbox.Way

func newRating(w wall, item app.Item, changed func()) *rating {
	r := &rating{model: w.model, host: w.host, round: w.round.ID, f: w.results.Framework, item: item, changed: changed}
	r.vote(w.results.Present())
	return r
}

func (r *rating) judgement() app.Judgement { return assessment.Of(r.model.Book(), r.round, r.item.Key) }

func (r *rating) say(key string, pairs ...any) string { return r.host.Words().Say(key, pairs...) }

// settled tells whether the level is agreed, or that it is not: as the book says it, so that an undo leads back to the vote.
func (r *rating) settled() bool {
	j := r.judgement()
	return !r.voting && (j.Agreed > 0 || j.NotApplicable || assessment.Differed(j))
}

// vote opens a new box, before anybody has voted.
func (r *rating) vote(present int) {
	r.box = newBox(r.model, r.host, r.f, r.item, present, r.keep)
	r.box.OnChange = r.changed
}

// newBox is the blind vote on the level of an item.
func newBox(model screen.Model, host screen.Host, f app.Framework, item app.Item, present int, keep func(ballot.Result) error) *ballotbox.Box {
	q := ballotbox.Question{Present: max(present, 0), Options: descriptors(host, f, item), Keep: keep}
	if present == 0 {
		q.Present = model.Book().Members.Len()
	}
	box := ballotbox.New(host, q)
	box.Choose(lastWay)
	return box
}

// descriptors are what can be observed on each level, with its name where it has one.
func descriptors(host screen.Host, f app.Framework, item app.Item) []string {
	texts := make([]string, item.Levels)
	for i := range texts {
		texts[i] = host.Words().Text(f.Descriptor(item, i+1))
		if name := host.Words().Text(f.LevelName(i + 1)); name != strconv.Itoa(i+1) {
			texts[i] = name + ": " + texts[i]
		}
	}
	return texts
}

// keep is how the box keeps its result: with the level, or with the reason to differ.
func (r *rating) keep(vote ballot.Result) error {
	b := r.model.Book()
	r.last = &vote
	if r.reason != "" {
		return r.host.Do(assessment.Differ(b, r.round, r.item.Key, vote, r.reason))
	}
	return r.host.Do(assessment.Agree(b, r.round, r.item.Key, &vote, r.level))
}

// settle keeps the vote with the level or the reason.
func (r *rating) settle(level int, reason string) {
	r.level, r.reason = level, reason
	if r.box.View().Kept && r.last != nil { // it was undone
		if err := r.keep(*r.last); err != nil {
			r.problem = r.host.Words().Text(app.Sentence(err))
			return
		}
	}
	if r.box.Keep(); r.box.View().Kept {
		r.voting, lastWay = false, r.box.Way()
	}
}

// change keeps what is said beside the vote.
func (r *rating) change(set func(*app.Judgement)) bool {
	j := r.judgement()
	set(&j)
	if err := r.host.Do(app.Save(r.model.Book(), j)); err != nil {
		r.problem = r.host.Words().Text(app.Sentence(err))
		return false
	}
	return true
}

// Onward tells once that the item is done with for now, so that the wall goes on.
func (r *rating) Onward() bool {
	onward := r.onward
	r.onward = false
	return onward
}

// Loses says what would be lost by leaving now.
func (r *rating) Loses() string {
	lost := r.box.Loses()
	if lost != "" && r.box.View().Revealed {
		return r.say("room.rate.lost")
	}
	return lost
}

// TypedKey is called by package room.
func (r *rating) TypedKey(e *fyne.KeyEvent) bool {
	r.problem = ""
	switch {
	case r.pen != nil:
		r.penKey(e.Name)
		return true
	case r.settled():
		return false
	case !r.box.View().Revealed:
		return r.box.TypedKey(e)
	case e.Name == fyne.KeyReturn || e.Name == fyne.KeyEnter:
		if level := r.middle(); level > 0 {
			r.settle(level, "")
		}
		return true
	}
	return false
}

func (r *rating) penKey(name fyne.KeyName) {
	switch name {
	case fyne.KeyEscape:
		r.pen = nil
	case fyne.KeyReturn, fyne.KeyEnter:
		r.written(app.CleanLine(r.pen.Text()))
	default:
		r.pen.Key(name)
	}
}

// Paste is called by package room.
func (r *rating) Paste(text string) bool {
	if r.pen == nil {
		return false
	}
	r.pen.Insert(text)
	return true
}

// written takes what somebody sees otherwise; nothing written ends the writing.
func (r *rating) written(text string) {
	switch {
	case r.settled():
		if r.change(func(j *app.Judgement) { j.Dissent = text }) {
			r.pen = nil
		}
	case text == "":
		r.pen = nil
	default:
		if r.settle(0, text); r.settled() {
			r.pen = nil
		}
	}
}

// middle is the level that Enter agrees on: the middle of the vote, 0 where it lies between two.
func (r *rating) middle() int {
	counts := make([]int, r.item.Levels)
	for i, o := range r.box.View().Options {
		counts[i] = o.Count
	}
	if vote := ballot.OnScale(counts); vote.Middle == vote.Upper {
		return vote.Middle
	}
	return 0
}

// TypedRune is called by package room.
func (r *rating) TypedRune(c rune) bool {
	r.problem = ""
	if r.pen != nil {
		r.pen.Insert(string(c))
		return true
	}
	level := int(c - '0')
	switch {
	case c == 'n' || c == 'N':
		r.notApplicable()
	case c == 'l' || c == 'L':
		r.later()
	case r.settled() && (c == 'v' || c == 'V'):
		r.voting = true
		r.vote(r.judgement().Votes)
	case !r.settled() && !r.box.View().Revealed:
		return r.box.TypedRune(c)
	case c == 'd' || c == 'D':
		pen := kit.NewPen(r.judgement().Dissent)
		r.pen = &pen
	case level > r.item.Levels && level <= 9:
		r.problem = r.say("room.rate", "highest", r.item.Levels)
	case r.settled() && level >= 0 && level <= 9:
		r.aim(level)
	case r.settled():
		return false
	case level >= 1 && level <= 9:
		r.settle(level, "")
	default:
		return r.box.TypedRune(c)
	}
	return true
}

// aim sets the target; 0 takes it back.
func (r *rating) aim(level int) {
	if r.judgement().NotApplicable {
		return
	}
	r.change(func(j *app.Judgement) { j.Target = level })
}

// notApplicable says that the item does not fit this school, or takes that back.
func (r *rating) notApplicable() {
	if r.problem = r.unlost(); r.problem != "" {
		return
	}
	if r.change(func(j *app.Judgement) { j.NotApplicable, j.Later = !j.NotApplicable, false }) {
		r.voting = false
	}
}

// later skips the item; the team comes back to it.
func (r *rating) later() {
	if r.problem = r.unlost(); r.problem != "" {
		return
	}
	r.onward = r.change(func(j *app.Judgement) { j.Later = !assessment.Answered(*j) })
}

// unlost says what a key would lose that is not meant to lose anything.
func (r *rating) unlost() string {
	if r.box.Loses() == "" {
		return ""
	}
	return r.say("room.rate.first")
}

// Title is called by package room.
func (r *rating) Title() string {
	if r.pen != nil {
		return r.say("room.rate.dissent")
	}
	return ""
}

// Points is called by package room; everything is drawn.
func (r *rating) Points() []room.Point { return nil }

// seen is what the round shows of the item now, and of the whole.
func (r *rating) seen() (assessment.Results, assessment.Row) {
	a, _ := r.model.Book().Assessments.Get(r.round)
	results, _ := assessment.ResultsOf(r.model.Book(), r.host.Frameworks(), a)
	for _, row := range results.Rows {
		if row.Item.Key == r.item.Key {
			return results, row
		}
	}
	return results, assessment.Row{Item: r.item}
}

// groupsSaid is what each group answered, in one line; empty for nothing.
func groupsSaid(host screen.Host, results assessment.Results, row assessment.Row) string {
	var said []string
	for _, g := range row.Groups {
		said = append(said, host.Words().Say("assessment.item.group", "group", results.Groups[g.Group].Name, "mean", app.TenthOf(g.Mean)))
	}
	return strings.Join(said, " · ")
}

// Wrong is called by package room.
func (r *rating) Wrong() string {
	if r.problem == "" && r.pen == nil && !r.settled() && !r.box.View().Revealed {
		return r.box.Wrong()
	}
	return r.problem
}

// Foot is called by package room: where the vote is, then what to do, then what the keys do. It has three lines whatever is
// going on, so that what stands above it stays in its place: what is wrong takes the line of what to do.
func (r *rating) Foot() string {
	var now, what, keys string
	switch view := r.box.View(); {
	case r.pen != nil:
		keys = r.say("room.write.keys")
	case r.settled() && r.judgement().NotApplicable:
		keys = r.say("room.rate.keys.left_out")
	case r.settled():
		now, what, keys = r.remains(), r.say("room.rate.target"), r.say("room.rate.keys.target")
	case view.Revealed && r.middle() > 0:
		now, what, keys = view.Sentence, r.say("room.rate.agree_middle", "level", r.middle()), r.say("room.rate.keys.agree")
	case view.Revealed:
		now, what, keys = view.Sentence, r.say("room.rate.agree"), r.say("room.rate.keys.agree")
	default:
		now, what, keys = view.Entry+" · "+view.Progress, view.Sentence, r.say("room.rate.keys.vote")
		now = strings.TrimPrefix(now, " · ")
	}
	const empty = "\u00a0" // a line all the same
	if r.Wrong() != "" {
		return cmp.Or(now, empty) + "\n" + keys
	}
	return cmp.Or(now, empty) + "\n" + cmp.Or(what, empty) + "\n" + keys
}

// remains is what is left of the vote, in a sentence.
func (r *rating) remains() string {
	j := r.judgement()
	switch {
	case j.Votes == 0:
		return ""
	case assessment.Spread(j) == 0:
		return r.say("assessment.item.votes_alike", "count", j.Votes, "middle", j.Median)
	}
	return r.say("assessment.item.votes", "count", j.Votes, "middle", j.Median, "lowest", j.Lowest, "highest", j.Highest)
}
