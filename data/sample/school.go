package sample

import (
	_ "embed"
	"fmt"

	"waymark/app"
)

// logo is an acorn on an oak leaf; the test beside it draws it.
//
//go:embed logo.png
var logo string

// cycles are the two development periods.
type cycles struct{ last, now app.ID[app.Cycle] }

func (b *builder) school() cycles {
	c := cycles{draw[app.Cycle](b), draw[app.Cycle](b)}
	b.add(app.School{
		ID:       draw[app.School](b),
		Name:     b.say("school.name"),
		Address:  b.say("school.address"),
		Type:     b.say("school.type"),
		Head:     b.say("school.head"),
		Owner:    b.say("school.owner"),
		Logo:     app.Bytes(logo),
		Currency: "EUR",
		Current:  c.now,
	})
	b.add(app.Cycle{ID: c.last, Start: day(2022, 9, 1), End: day(2025, 8, 31)})
	b.add(app.Cycle{ID: c.now, Start: day(2025, 9, 1), End: day(2028, 8, 31)})
	return c
}

// team adds the members and returns them by the name that their keys have.
func (b *builder) team() map[string]app.ID[app.Member] {
	team := map[string]app.ID[app.Member]{}
	for i, who := range []string{"head", "deputy", "technologist", "primary", "science", "language", "support", "activities"} {
		team[who] = draw[app.Member](b)
		b.add(app.Member{ID: team[who], Role: b.say("member." + who + ".role"), Name: b.say("member." + who + ".name"), Position: i + 1})
	}
	return team
}

// vision adds statements and vision lines, and returns with them the ideas for the workshop to add.
func (b *builder) vision(c cycles) envisioned {
	e := envisioned{lines: map[string]app.ID[app.VisionLine]{}}
	for i := range 24 {
		e.ideas = append(e.ideas, app.Idea{ID: draw[app.Idea](b), Cycle: c.now, Text: b.say(fmt.Sprintf("idea.%02d", i+1)), Position: i + 1})
	}
	statement := func(cycle app.ID[app.Cycle], year string, adopted app.Date) app.Vision {
		key := "vision." + year
		v := app.Vision{ID: draw[app.Vision](b), Cycle: cycle, Statement: b.say(key + ".statement"), Values: b.say(key + ".values"),
			Adopted: adopted, AdoptedBy: b.say("vision.board"), Minutes: b.say(key + ".minutes"), Heard: b.say(key + ".heard")}
		b.add(v)
		return v
	}
	statement(c.last, "2022", day(2022, 12, 8))
	e.vision = statement(c.now, "2025", day(2025, 12, 11))
	for i, text := range b.lineTexts() {
		key := lineKeys()[i]
		e.lines[key] = draw[app.VisionLine](b)
		b.add(app.VisionLine{ID: e.lines[key], Cycle: c.now, Text: text, Position: i + 1})
	}
	return e
}

func lineKeys() []string { return []string{"feedback", "together", "teachers", "devices", "voice"} }

func (b *builder) lineTexts() []string {
	var texts []string
	for _, key := range lineKeys() {
		texts = append(texts, b.say("line."+key))
	}
	return texts
}
