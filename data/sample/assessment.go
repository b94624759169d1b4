package sample

import (
	"strings"

	"waymark/app"
)

// judgement is a row of the tables below. Texts has a letter for each text that there is: p practice, n needs, i ideas,
// d dissent.
type judgement struct {
	item            string
	agreed, target  int
	median          float64
	lowest, highest int
	texts           string
}

// round2022 was held without a vote.
func round2022() []judgement {
	return []judgement{
		{"vision.purpose", 2, 3, 0, 0, 0, ""},
		{"vision.shared", 1, 2, 0, 0, 0, "p"},
		{"vision.direction", 1, 2, 0, 0, 0, ""},
		{"leadership.shared", 1, 2, 0, 0, 0, ""},
		{"leadership.networks", 2, 2, 0, 0, 0, ""},
		{"leadership.role", 2, 3, 0, 0, 0, ""},
		{"community.collaboration", 1, 2, 0, 0, 0, ""},
		{"community.development", 2, 3, 0, 0, 0, ""},
		{"community.outside", 2, 2, 0, 0, 0, ""},
		{"pedagogy.use", 1, 2, 0, 0, 0, ""},
		{"pedagogy.activity", 1, 2, 0, 0, 0, ""},
		{"pedagogy.feedback", 1, 2, 0, 0, 0, ""},
		{"knowledge.information", 2, 3, 0, 0, 0, ""},
		{"knowledge.participation", 0, 0, 0, 0, 0, "p"}, // not applicable
		{"knowledge.tools", 1, 2, 0, 0, 0, ""},
		{"resources.equipment", 1, 3, 0, 0, 0, "p"},
		{"resources.support", 1, 2, 0, 0, 0, ""},
		{"resources.competence", 1, 2, 0, 0, 0, ""},
	}
}

func round2025() []judgement {
	return []judgement{
		{"vision.purpose", 2, 3, 2, 2, 3, ""},
		{"vision.shared", 1, 3, 1.5, 1, 2, "pni"},
		{"vision.direction", 2, 3, 2, 1, 2, ""},
		{"leadership.shared", 2, 3, 2, 1, 3, ""},
		{"leadership.networks", 2, 3, 2, 1, 2, ""},
		{"leadership.role", 3, 3, 3, 2, 3, ""},
		{"community.collaboration", 1, 3, 1, 1, 2, "pni"},
		{"community.development", 2, 3, 2, 2, 3, ""},
		{"community.outside", 2, 3, 2, 1, 3, ""},
		{"pedagogy.use", 2, 3, 2, 1, 3, "p"},
		{"pedagogy.activity", 1, 3, 1.5, 1, 2, "pn"},
		{"pedagogy.feedback", 1, 3, 1, 1, 2, "pni"},
		{"knowledge.information", 3, 4, 3, 2, 3, ""},
		{"knowledge.participation", 1, 3, 1, 1, 2, "pn"},
		{"knowledge.tools", 2, 3, 2, 2, 3, ""},
		{"resources.equipment", 2, 4, 2, 1, 3, "pn"},
		{"resources.support", 2, 3, 2, 2, 2, ""},
		{"resources.competence", 2, 3, 2, 1, 3, "pn"},
	}
}

func round2026() []judgement {
	return []judgement{
		{"vision.purpose", 3, 4, 3, 2, 3, "pni"},
		{"vision.shared", 2, 3, 2, 1, 3, "pni"},
		{"vision.direction", 3, 4, 3, 3, 4, "pni"},
		{"leadership.shared", 3, 3, 3, 2, 3, "pni"},
		{"leadership.networks", 2, 3, 2, 2, 2, "pni"},
		{"leadership.role", 3, 4, 3, 3, 4, "pni"},
		{"community.collaboration", 2, 3, 2.5, 2, 3, "pni"},
		{"community.development", 3, 4, 3, 2, 3, "pni"},
		{"community.outside", 1, 3, 1, 1, 2, "pni"},
		{"pedagogy.use", 2, 3, 2, 1, 4, "pnid"},
		{"pedagogy.activity", 2, 3, 2, 2, 3, "pni"},
		{"pedagogy.feedback", 2, 4, 2, 1, 2, "pni"},
		{"knowledge.information", 4, 4, 4, 3, 4, "pni"},
		{"knowledge.participation", 2, 3, 2.5, 2, 3, "pni"},
		{"knowledge.tools", 3, 3, 3, 3, 3, "pni"},
		{"resources.equipment", 2, 4, 2, 1, 3, "pnid"},
		{"resources.support", 3, 4, 3, 2, 4, "pni"},
		{"resources.competence", 2, 3, 2, 2, 3, "pni"},
	}
}

// evidence is a row of the table below; key is part of the keys of its texts.
type evidence struct {
	year, item, key string
	date            app.Date
	strength        app.Strength
	confidential    bool
}

func allEvidence() []evidence {
	return []evidence{
		{"2025", "vision.shared", "answers", day(2025, 9, 24), app.Claim, false},
		{"2025", "community.collaboration", "folder2025", day(2025, 10, 31), app.Measured, false},
		{"2025", "pedagogy.activity", "visits2025", day(2025, 10, 24), app.Observed, false},
		{"2025", "pedagogy.feedback", "survey2025", day(2025, 11, 7), app.Measured, false},
		{"2025", "knowledge.participation", "council", day(2025, 6, 10), app.Document, false},
		{"2025", "resources.equipment", "faults2025", day(2025, 11, 3), app.Measured, false},
		{"2025", "resources.competence", "rating2025", day(2025, 10, 10), app.Claim, false},

		{"2026", "vision.purpose", "plan", day(2026, 1, 15), app.Document, false},
		{"2026", "vision.shared", "hands", day(2026, 8, 26), app.Measured, false},
		{"2026", "vision.direction", "minutes", day(2026, 10, 22), app.Document, false},
		{"2026", "leadership.shared", "teams", day(2026, 9, 4), app.Document, false},
		{"2026", "leadership.role", "openlesson", day(2026, 10, 14), app.Observed, false},
		{"2026", "community.collaboration", "timetable", day(2026, 9, 1), app.Document, false},
		{"2026", "community.collaboration", "topics", day(2026, 10, 30), app.Measured, false},
		{"2026", "community.development", "sheets", day(2026, 3, 13), app.Document, false},
		{"2026", "pedagogy.use", "visits", day(2026, 10, 23), app.Observed, true},
		{"2026", "pedagogy.activity", "evening", day(2026, 5, 21), app.Document, false},
		{"2026", "pedagogy.feedback", "survey", day(2026, 11, 6), app.Measured, false},
		{"2026", "pedagogy.feedback", "late", day(2026, 11, 3), app.Claim, false},
		{"2026", "knowledge.information", "search", day(2026, 9, 30), app.Observed, false},
		{"2026", "knowledge.participation", "board", day(2026, 10, 19), app.Observed, false},
		{"2026", "resources.equipment", "faults", day(2026, 11, 2), app.Measured, false},
		{"2026", "resources.support", "answered", day(2026, 11, 2), app.Measured, false},
		{"2026", "resources.competence", "rating", day(2026, 9, 18), app.Claim, false},
	}
}

// assessments adds the three rounds and returns their judgements by year and item, such as "2025 vision.purpose".
func (b *builder) assessments(c cycles) map[string]app.ID[app.Judgement] {
	judged := map[string]app.ID[app.Judgement]{}
	b.round(c.last, "2022", day(2022, 11, 9), 0, round2022(), judged)
	b.round(c.now, "2025", day(2025, 11, 12), 8, round2025(), judged)
	b.round(c.now, "2026", day(2026, 11, 11), 8, round2026(), judged)
	position := map[app.ID[app.Judgement]]int{}
	for _, e := range allEvidence() {
		j := judged[e.year+" "+e.item]
		position[j]++
		b.add(app.Evidence{ID: draw[app.Evidence](b), Judgement: j, What: b.say("evidence." + e.key + ".what"),
			Where: b.say("evidence." + e.key + ".kept"), Date: e.date, Strength: e.strength, Confidential: e.confidential,
			Position: position[j]})
	}
	return judged
}

func (b *builder) round(cycle app.ID[app.Cycle], year string, held app.Date, votes int, rows []judgement, judged map[string]app.ID[app.Judgement]) {
	a := app.Assessment{ID: draw[app.Assessment](b), Cycle: cycle, Framework: "digital", Held: held, Note: b.say(year + ".note")}
	b.add(a)
	b.rounds[year] = a.ID
	for _, row := range rows {
		text := func(letter, name string) string {
			return b.sayIf(strings.Contains(row.texts, letter), year+"."+row.item+"."+name)
		}
		j := app.Judgement{
			ID: draw[app.Judgement](b), Assessment: a.ID, Item: row.item,
			Practice: text("p", "practice"), Needs: text("n", "needs"), Ideas: text("i", "ideas"), Dissent: text("d", "dissent"),
			Agreed: row.agreed, Target: row.target, NotApplicable: row.agreed == 0,
		}
		if votes > 0 {
			j.Votes, j.Median, j.Lowest, j.Highest = votes, app.QuantityOf(row.median), row.lowest, row.highest
		}
		judged[year+" "+row.item] = j.ID
		b.add(j)
	}
}
