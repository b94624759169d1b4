package vision

import "waymark/app"

// Step is a part of the workshop.
type Step struct {
	Key     string
	Minutes int // as proposed
}

// Steps lists the steps of the workshop in order; they take 90 minutes.
func Steps() []Step {
	return []Step{{"questions", 5}, {"ideas", 15}, {"board", 15}, {"vote", 10}, {"perspectives", 10}, {"draft", 20}, {"lines", 10}, {"adoption", 5}}
}

// MinutesOf returns how long a step may take: as the team wants it, else as proposed; 0 for a step that does not exist.
func MinutesOf(b *app.Book, cycle app.ID[app.Cycle], step string) int {
	if box, ok := boxOf(b, cycle, step); ok {
		return box.Minutes
	}
	for _, s := range Steps() {
		if s.Key == step {
			return s.Minutes
		}
	}
	return 0
}

// SetMinutes returns the edit that gives a step its minutes. Fewer than 1, more than app.MostMinutes and a step that does
// not exist are Errors of KindInvalid.
func SetMinutes(b *app.Book, cycle app.ID[app.Cycle], step string, minutes int) (app.Edit, error) {
	proposed := MinutesOf(&app.Book{}, cycle, step)
	if proposed == 0 {
		return app.Edit{}, app.Invalid("set minutes", app.Say("error.choice"))
	}
	box, ok := boxOf(b, cycle, step)
	if !ok {
		if minutes == proposed {
			return app.Edit{}, nil
		}
		box = app.TimeBox{ID: app.NewID[app.TimeBox](), Cycle: cycle, Step: boxName(step)}
	}
	box.Minutes = minutes
	return app.Save(b, box)
}

// boxName is what time boxes call a step, so that other workshops may have one of the same name.
func boxName(step string) string { return "vision." + step }

func boxOf(b *app.Book, cycle app.ID[app.Cycle], step string) (app.TimeBox, bool) {
	for box := range b.TimeBoxes.All() {
		if box.Cycle == cycle && box.Step == boxName(step) {
			return box, true
		}
	}
	return app.TimeBox{}, false
}
