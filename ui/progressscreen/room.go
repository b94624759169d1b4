package progressscreen

import (
	"slices"
	"strconv"

	"waymark/app"
	"waymark/app/progress"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// Steps is what the room sees of the progress: how much is done, and each open action, most pressing first. A digit says
// how sure we are that it will be done in time.
func Steps(model screen.Model, host screen.Host) []room.Step {
	words := host.Words()
	say := words.Say
	r := newReader(model.Book(), model.Today())
	b := r.board()
	at := screen.Route{Area: screen.Progress}
	sum := room.Step{Key: "progress", At: at, Open: at, Where: say("route.progress"),
		Title: say("room.progress", "done", b.Summary.Done, "all", b.Summary.All), Script: []string{say("room.progress.script")}}
	sum.Points = []room.Point{
		{Mark: strconv.Itoa(b.Summary.Overdue), Text: say("room.progress.overdue"), Strong: b.Summary.Overdue > 0},
		{Mark: strconv.Itoa(b.Summary.DueSoon), Text: say("room.progress.soon")},
		{Mark: strconv.Itoa(len(b.ToDecide)), Text: say("room.progress.decide")},
	}
	steps := []room.Step{sum}
	for _, i := range slices.Concat(b.Overdue, b.DueSoon, b.Later) {
		steps = append(steps, checkInStep(model, host, r, i))
	}
	return steps
}

func checkInStep(model screen.Model, host screen.Host, r reader, i item) room.Step {
	words := host.Words()
	say := words.Say
	at := screen.Route{Area: screen.Progress, View: viewCheckIn, ID: i.RecordID()}
	who := say("progress.nobody")
	if i.Who != "" {
		who = say("progress.carried_by", "who", i.Who)
	}
	when := say("progress.no_end")
	switch {
	case i.Urgency == progress.Overdue:
		when = say("progress.late", "count", -i.Days)
	case i.Urgency == progress.DueSoon && i.Days == 0:
		when = say("progress.today")
	case i.Urgency == progress.DueSoon:
		when = say("progress.left", "count", i.Days)
	case !i.End.IsZero():
		when = say("progress.until", "date", words.ShortDate(i.End))
	}
	s := room.Step{Key: "progress.action." + i.RecordID(), At: at, Open: at,
		Where: say("room.action.where", "code", i.Code, "who", who, "when", when),
		Title: i.Text, Foot: say("progress.checkin.confidence"),
		Script: []string{say("room.checkin.script"), say("room.checkin.script.doubt")}}
	now := r.now(i.Action)
	for n := 1; n <= mostConfidence; n++ {
		s.Points = append(s.Points, room.Point{Mark: strconv.Itoa(n), Text: say(confidenceKey(n)), Here: n == now.Confidence})
	}
	s.Rate = &room.Rate{Highest: mostConfidence, Take: func(n int) (app.Edit, error) {
		return checkInEdit(model.Book(), model.Today(), i.ID, func(in *app.CheckIn) { in.Confidence = n })
	}}
	return s
}
