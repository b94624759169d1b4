// Package preparescreen is stage 0: the school, its cycle and its team. It imports app, app/picture, app/prepare, ui/kit
// and ui/screen.
package preparescreen

import (
	"image"
	"os"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	fynetheme "fyne.io/fyne/v2/theme"

	"waymark/app"
	"waymark/app/picture"
	"waymark/app/prepare"
	"waymark/app/progress"
	"waymark/ui/kit"
	"waymark/ui/room"
	"waymark/ui/screen"
)

// Actions is what the screen asks of the shell beyond its host.
type Actions interface {
	// ChoosePicture asks for a picture file and hands its path to use.
	ChoosePicture(use func(path string))
}

// New returns the prepare screen.
func New(model screen.Model, host screen.Host, actions Actions, _ screen.Route) screen.Screen {
	emblem := &emblem{}
	return kit.NewPage(host, func(w *kit.Widgets) kit.View { return draw(w, model, host, actions, emblem) })
}

func draw(w *kit.Widgets, model screen.Model, host screen.Host, actions Actions, emblem *emblem) kit.View {
	say := host.Words().Say
	where := map[string]func(){"name": w.To("prepare.name"), "period": w.To("prepare.start"), "team": w.To("prepare.add")}
	var parts []kit.Part
	for _, p := range progress.PrepareParts(model.Book(), model.Book().Current()) {
		parts = append(parts, kit.Part{Text: say("prepare.part." + p.Key), Done: p.Done, Open: where[p.Key]})
	}
	return kit.View{
		Trail: []kit.Crumb{kit.Stage(host, screen.Prepare)},
		Parts: parts,
		Help:  room.Help(func() []room.Step { return Steps(model, host) }, screen.Route{Area: screen.Prepare}),
		Title: say("prepare.title"),
		Lead:  say("prepare.lead"),
		Body: []fyne.CanvasObject{
			school(w, model, host, actions, emblem), kit.Gap(4),
			cycle(w, model, host), kit.Gap(4),
			team(w, model, host),
		},
		Actions: []fyne.CanvasObject{w.Primary("prepare.next", say("prepare.next"), func() { host.Go(screen.Route{Area: screen.Vision}) })},
	}
}

func school(w *kit.Widgets, model screen.Model, host screen.Host, actions Actions, emblem *emblem) fyne.CanvasObject {
	say := host.Words().Say
	s := model.Book().School()
	field := func(key, value string, set func(*app.School, string)) *kit.Field {
		return w.Line("prepare."+key, say("prepare."+key), value, func(text string) (app.Edit, error) {
			after := model.Book().School()
			set(&after, text)
			return app.Save(model.Book(), after)
		})
	}
	name := field("name", s.Name, func(s *app.School, text string) { s.Name = text })
	kind := field("type", s.Type, func(s *app.School, text string) { s.Type = text })
	address := field("address", s.Address, func(s *app.School, text string) { s.Address = text })
	head := field("head", s.Head, func(s *app.School, text string) { s.Head = text })
	owner := field("owner", s.Owner, func(s *app.School, text string) { s.Owner = text })
	currency := field("currency", s.Currency, func(s *app.School, text string) { s.Currency = text })
	return kit.Panel(
		kit.Heading(say("prepare.school")),
		kit.Halves(name, kind),
		kit.Halves(address, owner),
		kit.Halves(head, currency),
		logo(w, model, host, actions, emblem),
	)
}

func logo(w *kit.Widgets, model screen.Model, host screen.Host, actions Actions, emblem *emblem) fyne.CanvasObject {
	say := host.Words().Say
	s := model.Book().School()
	set := func(picture app.Bytes) error {
		after := model.Book().School()
		after.Logo = picture
		return host.Do(app.Save(model.Book(), after))
	}
	choose := w.Button("prepare.logo", say("prepare.logo.choose"), func() {
		actions.ChoosePicture(func(path string) {
			fitted, err := logoFrom(path)
			if err == nil {
				err = set(fitted)
			}
			host.Show(err)
		})
	})
	if s.Logo == "" {
		return kit.Column(kit.Caption(say("prepare.logo")), kit.Line(choose))
	}
	remove := w.Small("prepare.logo.remove", say("prepare.logo.remove"), func() { host.Show(set("")) })
	small := emblem.of(s.Logo)
	if small == nil {
		return kit.Column(kit.Caption(say("prepare.logo")), kit.Quiet(say("prepare.logo.unreadable")), kit.Line(choose, remove))
	}
	shown := canvas.NewImageFromImage(small)
	shown.FillMode = canvas.ImageFillContain
	shown.SetMinSize(fyne.NewSize(logoSide, logoSide))
	return kit.Column(kit.Caption(say("prepare.logo")), kit.Line(shown, kit.Gap(1), choose, remove))
}

// logoFrom reads a picture file.
func logoFrom(path string) (app.Bytes, error) {
	file, err := os.Open(path)
	if err != nil {
		return "", &app.Error{Op: "open picture", Kind: app.KindUnavailable, Text: app.Say("error.unavailable", "path", path), Err: err}
	}
	defer file.Close()
	return prepare.Logo(file)
}

// logoSide is the side of the square that the logo is drawn in, in units.
const logoSide = 72

// emblem is the logo as it is drawn, read anew only when the school has another.
type emblem struct {
	logo  app.Bytes
	small image.Image
}

// of returns the logo with as many dots as a sharp screen shows of it; nil when it cannot be read.
func (e *emblem) of(logo app.Bytes) image.Image {
	if e.logo == logo {
		return e.small
	}
	e.logo, e.small = logo, nil
	if whole, err := picture.Read(logo, picture.MostDotsKept); err == nil {
		e.small = picture.Shrink(whole, 3*logoSide)
	}
	return e.small
}

func cycle(w *kit.Widgets, model screen.Model, host screen.Host) fyne.CanvasObject {
	say := host.Words().Say
	c := model.Book().Current()
	date := func(key string, value app.Date, set func(*app.Cycle, app.Date)) *kit.Field {
		return w.Date("prepare."+key, say("prepare."+key), value, func(d app.Date) (app.Edit, error) {
			after := model.Book().Current()
			set(&after, d)
			return app.Save(model.Book(), after)
		})
	}
	return kit.Panel(
		kit.Heading(say("prepare.cycle")),
		kit.Halves(
			kit.Columns(120, []float32{1, 1},
				date("start", c.Start, func(c *app.Cycle, d app.Date) { c.Start = d }),
				date("end", c.End, func(c *app.Cycle, d app.Date) { c.End = d })),
			w.Line("prepare.cycle_name", say("prepare.cycle_name"), c.Name, func(text string) (app.Edit, error) {
				after := model.Book().Current()
				after.Name = text
				return app.Save(model.Book(), after)
			})),
	)
}

func team(w *kit.Widgets, model screen.Model, host screen.Host) fyne.CanvasObject {
	say := host.Words().Say
	objects := []fyne.CanvasObject{kit.Heading(say("prepare.team")), kit.Quiet(say("prepare.team.about"))}
	for m := range model.Book().Members.All() {
		first := len(objects) == 2
		objects = append(objects, w.Lazy("prepare.member."+m.RecordID(), 48, func() fyne.CanvasObject {
			return member(w, model, host, m, first)
		}))
	}
	objects = append(objects, w.Quick("prepare.add", say("prepare.add"), say("prepare.add.hint"), func(text string) (app.Edit, error) {
		return prepare.AddMember(model.Book(), text, "")
	}, nil))
	return kit.Panel(objects...)
}

// member is a row of the team; the captions stand above the first.
func member(w *kit.Widgets, model screen.Model, host screen.Host, m app.Member, first bool) fyne.CanvasObject {
	say := host.Words().Say
	key := "prepare.member." + m.RecordID()
	field := func(part, value string, set func(*app.Member, string)) *kit.Field {
		words := say("prepare.member." + part)
		caption := words
		if !first {
			caption = ""
		}
		f := w.Line(key+part, caption, value, func(text string) (app.Edit, error) {
			after, _ := model.Book().Members.Get(m.ID)
			set(&after, text)
			return app.Save(model.Book(), after)
		})
		f.Entry.SetPlaceHolder(words)
		return f
	}
	move := func(steps int) func() {
		return func() { host.Show(host.Do(prepare.MoveMember(model.Book(), m.ID, steps), nil)) }
	}
	buttons := kit.Line(
		w.Icon(key+"up", fynetheme.MoveUpIcon(), say("kit.up"), move(-1)),
		w.Icon(key+"down", fynetheme.MoveDownIcon(), say("kit.down"), move(1)),
		w.Icon(key+"remove", fynetheme.DeleteIcon(), say("kit.remove"), func() { host.Remove(app.RemoveEdit(model.Book(), m)) }),
	)
	level := kit.AtField(buttons)
	if first {
		level = kit.AtCaptioned(buttons)
	}
	return kit.Spread(nil, kit.Halves(
		field("role", m.Role, func(m *app.Member, text string) { m.Role = text }),
		field("name", m.Name, func(m *app.Member, text string) { m.Name = text })), level)
}
