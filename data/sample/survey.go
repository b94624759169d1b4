package sample

import "waymark/app"

// asked is a row of the tables below: what each group answered to an item, as finely as that is kept; 0 where it was not asked.
type asked struct {
	item                      string
	teachers, pupils, parents float64
}

func surveys2025() []asked {
	return []asked{
		{"vision.shared", 1.8, 0, 1.4},
		{"community.collaboration", 1.6, 0, 0},
		{"pedagogy.use", 2.2, 1.7, 0},
		{"pedagogy.activity", 2.1, 1.5, 0},
		{"pedagogy.feedback", 2.2, 1.4, 1.6},
		{"knowledge.information", 2.8, 2.5, 0},
		{"knowledge.participation", 0, 1.3, 1.3},
		{"resources.equipment", 1.5, 1.8, 0},
		{"resources.competence", 1.9, 0, 0},
	}
}

func surveys2026() []asked {
	return []asked{
		{"vision.purpose", 2.8, 0, 2.3},
		{"vision.shared", 2.4, 0, 1.8},
		{"leadership.shared", 2.5, 0, 0},
		{"community.collaboration", 2.1, 0, 0},
		{"community.development", 2.8, 0, 0},
		{"pedagogy.use", 2.6, 2, 0},
		{"pedagogy.activity", 2.5, 1.9, 0},
		{"pedagogy.feedback", 2.7, 1.6, 1.9},
		{"knowledge.information", 3.4, 2.9, 0},
		{"knowledge.participation", 0, 2.1, 2},
		{"knowledge.tools", 2.9, 2.7, 0},
		{"resources.equipment", 1.7, 2, 0},
		{"resources.support", 2.8, 0, 0},
		{"resources.competence", 2.2, 0, 0},
	}
}

// surveys adds what teachers, pupils and parents answered in two rounds, and some of what pupils wrote.
func (b *builder) surveys(rounds map[string]app.ID[app.Assessment]) {
	b.survey(rounds["2025"], app.Teachers, day(2025, 10, 28), 24, surveys2025(), func(a asked) float64 { return a.teachers })
	b.survey(rounds["2025"], app.Pupils, day(2025, 10, 29), 61, surveys2025(), func(a asked) float64 { return a.pupils })
	b.survey(rounds["2025"], app.Parents, day(2025, 10, 31), 40, surveys2025(), func(a asked) float64 { return a.parents })
	b.survey(rounds["2026"], app.Teachers, day(2026, 10, 27), 25, surveys2026(), func(a asked) float64 { return a.teachers })
	pupils := b.survey(rounds["2026"], app.Pupils, day(2026, 10, 28), 69, surveys2026(), func(a asked) float64 { return a.pupils })
	b.survey(rounds["2026"], app.Parents, day(2026, 10, 30), 38, surveys2026(), func(a asked) float64 { return a.parents })
	for i, key := range []string{"breaks", "feedback", "laptops", "choose", "films", "help"} {
		b.add(app.Remark{ID: draw[app.Remark](b), Survey: pupils, Text: b.say("remark." + key), Position: i + 1})
	}
}

func (b *builder) survey(round app.ID[app.Assessment], group app.Group, held app.Date, people int, rows []asked, mean func(asked) float64) app.ID[app.Survey] {
	b.asked[round]++
	s := app.Survey{ID: draw[app.Survey](b), Assessment: round, Group: string(group), Held: held, People: people, Position: b.asked[round]}
	b.add(s)
	for _, row := range rows {
		if m := mean(row); m > 0 {
			b.add(app.SurveyMean{ID: draw[app.SurveyMean](b), Survey: s.ID, Item: row.item, People: people, Mean: app.QuantityOf(m)})
		}
	}
	return s.ID
}
