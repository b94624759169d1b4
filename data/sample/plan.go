package sample

import (
	"strings"

	"waymark/app"
)

// priorities adds the priorities with their needs and returns the priorities by the name that their keys have.
func (b *builder) priorities(cycle app.ID[app.Cycle], judged map[string]app.ID[app.Judgement]) map[string]app.ID[app.Priority] {
	priorities := map[string]app.ID[app.Priority]{}
	for i, p := range []struct {
		key            string
		impact, effort int
	}{{"feedback", 3, 2}, {"teachers", 3, 2}, {"devices", 2, 3}, {"voice", 2, 1}} {
		priorities[p.key] = draw[app.Priority](b)
		b.add(app.Priority{ID: priorities[p.key], Cycle: cycle, Title: b.say("priority." + p.key + ".title"),
			Reason: b.say("priority." + p.key + ".reason"), Impact: p.impact, Effort: p.effort, Position: i + 1})
	}
	for i, n := range []struct{ key, judgement, priority string }{
		{"feedback", "2025 pedagogy.feedback", "feedback"},
		{"activity", "2025 pedagogy.activity", "feedback"},
		{"collaboration", "2025 community.collaboration", "teachers"},
		{"vision", "2025 vision.shared", "teachers"},
		{"equipment", "2025 resources.equipment", "devices"},
		{"competence", "2025 resources.competence", "devices"},
		{"voice", "2025 knowledge.participation", "voice"},
		{"networks", "2026 leadership.networks", ""}, // nothing takes it up yet
	} {
		b.add(app.Need{ID: draw[app.Need](b), Cycle: cycle, Text: b.say("need." + n.key), Judgement: judged[n.judgement],
			Priority: priorities[n.priority], Position: i + 1})
	}
	return priorities
}

// goals adds the goals and returns them by the name that their keys have. The goal "skills" serves no vision line.
func (b *builder) goals(priorities map[string]app.ID[app.Priority], lines map[string]app.ID[app.VisionLine]) map[string]app.ID[app.Goal] {
	goals := map[string]app.ID[app.Goal]{}
	position := map[string]int{}
	for _, g := range []struct{ key, priority, line string }{
		{"feedback", "feedback", "feedback"},
		{"investigate", "feedback", "together"},
		{"planning", "teachers", "teachers"},
		{"network", "devices", "devices"},
		{"skills", "devices", ""},
		{"voice", "voice", "voice"},
	} {
		position[g.priority]++
		goals[g.key] = draw[app.Goal](b)
		b.add(app.Goal{ID: goals[g.key], Priority: priorities[g.priority], VisionLine: lines[g.line],
			Text: b.say("goal." + g.key), Position: position[g.priority]})
	}
	return goals
}

// value is a measured value; note, where there is one, is part of its key.
type value struct {
	date  app.Date
	value float64
	note  string
}

// indicator is a row of the table below; key and unit are parts of the keys of its texts.
type indicator struct {
	goal, key, unit  string
	baseline, target float64
	direction        app.Direction
	due              app.Date
	values           []value
}

func allIndicators() []indicator {
	return []indicator{
		{"feedback", "helped", "percent", 38, 75, app.Up, day(2028, 5, 31), []value{
			{day(2025, 11, 7), 38, ""}, {day(2026, 5, 15), 47, ""}, {day(2026, 11, 6), 52, "helped"}}},
		{"feedback", "during", "teachers", 6, 30, app.Up, day(2028, 5, 31), []value{
			{day(2026, 1, 16), 6, ""}, {day(2026, 5, 29), 11, ""}, {day(2026, 10, 16), 13, ""}}},
		{"investigate", "grades", "grades", 2, 9, app.Up, day(2027, 5, 31), []value{
			{day(2025, 10, 24), 2, ""}, {day(2026, 5, 21), 5, "grades"}}},
		{"planning", "teams", "teams", 1, 6, app.Up, day(2026, 9, 30), []value{
			{day(2025, 10, 31), 1, ""}, {day(2026, 6, 5), 4, ""}, {day(2026, 9, 4), 6, "teams"}}},
		{"planning", "topics", "topics", 14, 120, app.Up, day(2028, 5, 31), []value{
			{day(2025, 10, 31), 14, ""}, {day(2026, 2, 27), 33, ""}, {day(2026, 6, 5), 52, ""}, {day(2026, 10, 30), 71, ""}}},
		{"network", "faults", "lessons", 31, 5, app.Down, day(2026, 12, 31), []value{
			{day(2025, 11, 3), 31, ""}, {day(2026, 3, 2), 27, ""}, {day(2026, 6, 1), 24, ""}, {day(2026, 11, 2), 26, "faults"}}},
		{"skills", "sure", "percent", 45.5, 90, app.Up, day(2028, 5, 31), []value{
			{day(2025, 10, 10), 45.5, ""}, {day(2026, 9, 18), 57.6, ""}}},
		{"voice", "heard", "percent", 22, 70, app.Up, day(2027, 5, 31), []value{
			{day(2025, 11, 7), 22, ""}, {day(2026, 5, 15), 41, ""}, {day(2026, 11, 6), 49, ""}}},
		{"voice", "answered", "percent", 30, 90, app.Up, day(2027, 5, 31), []value{
			{day(2026, 1, 23), 30, ""}, {day(2026, 5, 29), 55, ""}, {day(2026, 11, 13), 80, ""}}},
	}
}

// indicators adds the indicators of the goals and their measurements.
func (b *builder) indicators(goals map[string]app.ID[app.Goal]) {
	position := map[string]int{}
	for _, row := range allIndicators() {
		position[row.goal]++
		i := app.Indicator{ID: draw[app.Indicator](b), Goal: goals[row.goal], Name: b.say("indicator." + row.key + ".name"),
			Baseline: app.QuantityOf(row.baseline), Target: app.QuantityOf(row.target), Unit: b.say("unit." + row.unit),
			Direction: row.direction, Method: b.say("indicator." + row.key + ".method"), Due: row.due, Position: position[row.goal]}
		b.add(i)
		for _, v := range row.values {
			b.add(app.Measurement{ID: draw[app.Measurement](b), Indicator: i.ID, Date: v.date, Value: app.QuantityOf(v.value),
				Note: b.sayIf(v.note != "", "measurement."+v.note)})
		}
	}
}

// action is a row of the table below. Who is a member, funding part of a key; texts has a letter for each text that
// there is: s supporters, t training, e evidence, r risks. Cost is in euros.
type action struct {
	goal, key, who string
	start, end     app.Date
	cost           app.Money
	funding        string
	hours          float64
	texts          string
	status         app.Status
}

func allActions() []action {
	return []action{
		{"feedback", "workshop", "deputy", day(2026, 1, 19), day(2026, 3, 27), 900, "budget", 28, "ster", app.Done},
		{"feedback", "tryout", "science", day(2026, 2, 2), day(2026, 5, 29), 0, "", 40, "ser", app.Done},
		{"feedback", "words", "language", day(2026, 9, 7), day(2026, 12, 4), 0, "", 16, "se", app.InProgress},
		{"feedback", "collection", "primary", day(2026, 9, 1), day(2027, 5, 28), 350, "budget", 36, "ster", app.InProgress},
		{"feedback", "visits", "deputy", day(2027, 1, 11), day(2027, 4, 30), 0, "", 60, "se", app.Planned},
		{"investigate", "topics", "science", day(2026, 1, 12), day(2026, 2, 27), 0, "", 12, "se", app.Done},
		{"investigate", "evening1", "activities", day(2026, 3, 2), day(2026, 5, 21), 280, "parents", 30, "ser", app.Done},
		{"investigate", "kits", "science", day(2026, 8, 24), day(2026, 10, 30), 1450, "grant", 10, "ser", app.InProgress},
		{"investigate", "evening2", "activities", day(2027, 2, 1), day(2027, 5, 20), 300, "parents", 30, "se", app.Planned},
		{"planning", "hour", "deputy", day(2026, 5, 4), day(2026, 8, 31), 0, "", 20, "ser", app.Done},
		{"planning", "folder", "technologist", day(2026, 1, 26), day(2026, 4, 17), 0, "", 24, "ste", app.Done},
		{"planning", "days", "deputy", day(2026, 11, 2), day(2027, 1, 8), 640, "budget", 18, "ste", app.InProgress},
		{"planning", "pairs", "support", day(2026, 9, 14), day(2027, 6, 4), 0, "", 48, "ste", app.InProgress},
		{"planning", "exchange", "head", day(2026, 3, 2), day(2026, 10, 16), 400, "budget", 24, "se", app.Dropped},
		{"network", "coverage", "technologist", day(2026, 1, 12), day(2026, 2, 13), 0, "", 14, "se", app.Done},
		{"network", "access", "technologist", day(2026, 3, 2), day(2026, 8, 28), 6800, "owner", 40, "ser", app.InProgress},
		{"network", "laptops", "head", day(2026, 6, 1), day(2026, 12, 18), 11200, "owner", 12, "ser", app.Paused},
		{"network", "faults", "technologist", day(2026, 1, 26), day(2026, 3, 13), 0, "", 10, "se", app.Done},
		{"skills", "skills", "technologist", day(2026, 9, 14), day(2026, 12, 4), 0, "", 22, "ser", app.InProgress},
		{"skills", "afternoons", "technologist", day(2027, 1, 18), day(2027, 3, 19), 1200, "grant", 32, "ste", app.Planned},
		{"skills", "helpdesk", "", day(2027, 9, 6), day(2028, 5, 26), 0, "", 0, "t", app.Planned}, // nobody carries it yet
		{"voice", "rounds", "activities", day(2026, 1, 19), day(2027, 6, 4), 0, "", 26, "se", app.InProgress},
		{"voice", "parents", "head", day(2027, 2, 8), day(2027, 2, 26), 150, "budget", 12, "ser", app.Planned},
	}
}

// actions adds the actions of the goals and returns them by the name that their keys have.
func (b *builder) actions(goals map[string]app.ID[app.Goal], team map[string]app.ID[app.Member]) map[string]app.ID[app.Action] {
	actions := map[string]app.ID[app.Action]{}
	position := map[string]int{}
	for _, row := range allActions() {
		position[row.goal]++
		text := func(letter, name string) string {
			return b.sayIf(strings.Contains(row.texts, letter), "action."+row.key+"."+name)
		}
		a := app.Action{
			ID: draw[app.Action](b), Goal: goals[row.goal], Text: b.say("action." + row.key + ".text"), Responsible: team[row.who],
			Supporters: text("s", "supporters"), Start: row.start, End: row.end, Cost: row.cost * 100,
			Funding: b.sayIf(row.funding != "", "funding."+row.funding), Training: text("t", "training"),
			Evidence: text("e", "evidence"), Risks: text("r", "risks"), Status: row.status,
			DropReason: b.sayIf(row.status == app.Dropped, "action."+row.key+".drop"), Position: position[row.goal],
		}
		if row.hours > 0 {
			a.Hours = app.QuantityOf(row.hours)
		}
		actions[row.key] = a.ID
		b.add(a)
	}
	return actions
}
