// Package framework keeps the self-assessment instruments of a school's own: written anew, copied from one that Waymark
// ships, or taken over from a file. It imports app only.
package framework

import (
	"cmp"
	"strconv"
	"strings"

	"waymark/app"
)

// UsualLevels is how many levels a new framework has.
const UsualLevels = 4

// Elements returns the elements of a framework in order.
func Elements(b *app.Book, id app.ID[app.OwnFramework]) []app.OwnElement {
	return b.OwnElements.Where(func(e app.OwnElement) bool { return e.Framework == id })
}

// Items returns the items of an element in order, also those that are switched off.
func Items(b *app.Book, id app.ID[app.OwnElement]) []app.OwnItem {
	return b.OwnItems.Where(func(i app.OwnItem) bool { return i.Element == id })
}

// ByItem returns the framework to which an item belongs.
func ByItem(b *app.Book, i app.OwnItem) app.OwnFramework {
	e, _ := b.OwnElements.Get(i.Element)
	own, _ := b.OwnFrameworks.Get(e.Framework)
	return own
}

// Of returns a framework as it is asked today: without the items that are switched off and the elements that have none.
func Of(b *app.Book, own app.OwnFramework) app.Framework {
	f := app.Framework{Key: own.RecordID(), Own: true, Words: app.FrameworkWords{Name: own.Name, About: own.About, Source: own.Source,
		Levels: LevelNames(own), Glossary: Terms(own)}}
	for _, e := range Elements(b, own.ID) {
		element := app.Element{Key: e.RecordID(), Name: e.Name}
		for _, i := range Items(b, e.ID) {
			if i.Off {
				continue
			}
			steps := Steps(i)[:own.Levels]
			if strings.Join(steps, "") == "" {
				steps = nil
			}
			element.Items = append(element.Items, app.Item{Key: i.RecordID(), Levels: own.Levels, Same: i.Same, Words: app.ItemWords{
				Name: i.Name, Question: i.Question, Why: i.Why, Visitor: i.Visitor, Typical: i.Typical,
				Levels: Levels(i)[:own.Levels], Steps: steps}})
		}
		if len(element.Items) > 0 {
			f.Elements = append(f.Elements, element)
		}
	}
	return f
}

// Levels returns the descriptors of all six levels of an item, Steps the next steps.
func Levels(i app.OwnItem) []string {
	return []string{i.Level1, i.Level2, i.Level3, i.Level4, i.Level5, i.Level6}
}
func Steps(i app.OwnItem) []string {
	return []string{i.Step1, i.Step2, i.Step3, i.Step4, i.Step5, i.Step6}
}

// SetLevel and SetStep change the text of a level, counted from 1.
func SetLevel(i *app.OwnItem, level int, text string) {
	*[]*string{&i.Level1, &i.Level2, &i.Level3, &i.Level4, &i.Level5, &i.Level6}[level-1] = text
}
func SetStep(i *app.OwnItem, level int, text string) {
	*[]*string{&i.Step1, &i.Step2, &i.Step3, &i.Step4, &i.Step5, &i.Step6}[level-1] = text
}

// New returns the edit that begins an empty framework, and the framework.
func New(b *app.Book, name string) (app.Edit, app.OwnFramework, error) {
	own := app.OwnFramework{ID: app.NewID[app.OwnFramework](), Name: name, Levels: UsualLevels, Position: next(b)}
	edit, err := app.Save(b, own)
	return edit, own, err
}

func next(b *app.Book) int {
	return app.NextPosition(b.OwnFrameworks.Where(func(app.OwnFramework) bool { return true }),
		func(o app.OwnFramework) int { return o.Position })
}

// AddElement returns the edit that adds an element.
func AddElement(b *app.Book, id app.ID[app.OwnFramework], name string) (app.Edit, error) {
	position := app.NextPosition(Elements(b, id), func(e app.OwnElement) int { return e.Position })
	return app.Save(b, app.OwnElement{ID: app.NewID[app.OwnElement](), Framework: id, Name: name, Position: position})
}

// AddItem returns the edit that adds an item, and the item.
func AddItem(b *app.Book, id app.ID[app.OwnElement], name string) (app.Edit, app.OwnItem, error) {
	position := app.NextPosition(Items(b, id), func(i app.OwnItem) int { return i.Position })
	item := app.OwnItem{ID: app.NewID[app.OwnItem](), Element: id, Name: name, Position: position}
	edit, err := app.Save(b, item)
	return edit, item, err
}

// SaveItem returns the edit that changes an item. One whose question or levels are no longer those of the item it was
// copied from is from then on only itself.
func SaveItem(b *app.Book, after app.OwnItem) (app.Edit, error) {
	if before, ok := b.OwnItems.Get(after.ID); ok {
		same := app.Clean(before.Question) == app.Clean(after.Question)
		for n, level := range Levels(before) {
			same = same && app.Clean(level) == app.Clean(Levels(after)[n])
		}
		if !same {
			after.Same = ""
		}
	}
	return app.Save(b, after)
}

// SetLevels returns the edit that gives all items of a framework another number of levels. What is written on a level that
// is no longer used stays in the file. The items become only themselves.
func SetLevels(b *app.Book, own app.OwnFramework, levels int) (app.Edit, error) {
	now, ok := b.OwnFrameworks.Get(own.ID)
	if !ok {
		now = own
	}
	after := now
	after.Levels = levels
	edit, err := app.Save(b, after)
	if err != nil || after == now {
		return edit, err
	}
	for _, e := range Elements(b, own.ID) {
		for _, i := range Items(b, e.ID) {
			if other := i; i.Same != "" {
				other.Same = ""
				edit.Changes = append(edit.Changes, app.Update(i, other))
			}
		}
	}
	return edit, nil
}

// Copy returns the edit that adds a framework of the school's own with the words of f, and the framework. Say puts the
// texts of a shipped one into words. Its items stay comparable with those of f until their question or levels are changed.
func Copy(b *app.Book, f app.Framework, name string, say func(app.Text) string) (app.Edit, app.OwnFramework, error) {
	if f.Levels() > app.MostLevels {
		return app.Edit{}, app.OwnFramework{}, app.Invalid("copy framework", app.Say("error.levels", "least", app.LeastLevels, "most", app.MostLevels))
	}
	own := app.OwnFramework{ID: app.NewID[app.OwnFramework](), Name: name, About: say(f.About()), Source: say(f.Source()), Levels: f.Levels(),
		LevelNames: namesText(f.Words.Levels), Glossary: termsText(f.Words.Glossary), Position: next(b)}
	edit, err := app.Save(b, own)
	if err != nil {
		return app.Edit{}, own, err
	}
	for at, e := range f.Elements {
		element := app.OwnElement{ID: app.NewID[app.OwnElement](), Framework: own.ID, Name: cmp.Or(say(f.ElementName(e)), "–"), Position: at + 1}
		if err := app.Validate(element); err != nil {
			return app.Edit{}, own, err
		}
		edit.Changes = append(edit.Changes, app.Insert(element))
		for at, i := range e.Items {
			item := app.OwnItem{ID: app.NewID[app.OwnItem](), Element: element.ID, Same: f.Identity(i), Name: say(f.ItemName(i)),
				Question: say(f.Question(i)), Why: say(f.Why(i)), Visitor: say(f.Visitor(i)), Typical: say(f.Typical(i)), Position: at + 1}
			for level := 1; level <= i.Levels; level++ {
				SetLevel(&item, level, say(f.Descriptor(i, level)))
				SetStep(&item, level, say(f.Step(i, level)))
			}
			if err := app.Validate(item); err != nil {
				return app.Edit{}, own, err
			}
			edit.Changes = append(edit.Changes, app.Insert(item))
		}
	}
	return edit, own, nil
}

// Import returns the one edit that takes over the framework of a framework file, and the framework. One whose name is
// there already gets a number. The errors are those of app.ReadFramework.
func Import(b *app.Book, data []byte) (app.Edit, app.OwnFramework, error) {
	f, err := app.ReadFramework(data)
	if err != nil {
		return app.Edit{}, app.OwnFramework{}, err
	}
	return Copy(b, f, Free(b, f.Words.Name), func(t app.Text) string { return t.Words })
}

// Free returns a name, with a number behind it when a framework has it already.
func Free(b *app.Book, name string) string {
	taken := map[string]bool{}
	for own := range b.OwnFrameworks.All() {
		taken[own.Name] = true
	}
	free := name
	for n := 2; taken[free]; n++ {
		free = name + " (" + strconv.Itoa(n) + ")"
	}
	return free
}

// Used tells whether a round of self-assessment was begun with a framework. Such rounds keep the words they began with.
func Used(b *app.Book, id app.ID[app.OwnFramework]) bool {
	for a := range b.Assessments.All() {
		if a.Framework == string(id) {
			return true
		}
	}
	return false
}

// Lack is something that a framework must have before it can be used.
type Lack struct {
	Item app.ID[app.OwnItem] // none for the framework as a whole
	Text app.Text
}

// Lacks lists what a framework must still have before an assessment can begin with it or it can be given away.
func Lacks(b *app.Book, own app.OwnFramework) []Lack {
	f := Of(b, own)
	items := f.Items()
	if len(items) == 0 {
		return []Lack{{Text: app.Say("framework.lacks.items")}}
	}
	var lacks []Lack
	for _, i := range items {
		id, name := app.ID[app.OwnItem](i.Key), app.Shorten(i.Words.Name, 60)
		if i.Words.Question == "" {
			lacks = append(lacks, Lack{id, app.Say("framework.lacks.question", "item", name)})
		}
		for n, level := range i.Words.Levels {
			if level == "" {
				lacks = append(lacks, Lack{id, app.Say("framework.lacks.level", "item", name, "level", n+1)})
				break
			}
		}
	}
	return lacks
}

// Write returns the framework file of a framework that lacks nothing.
func Write(b *app.Book, own app.OwnFramework) ([]byte, error) {
	if lacks := Lacks(b, own); len(lacks) > 0 {
		return nil, app.Invalid("write framework", lacks[0].Text)
	}
	return app.WriteFramework(Of(b, own)), nil
}
