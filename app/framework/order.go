package framework

import (
	"slices"

	"waymark/app"
)

// Move returns the edit that moves a framework among those of the school by some steps.
func Move(b *app.Book, id app.ID[app.OwnFramework], steps int) app.Edit {
	all := slices.Collect(b.OwnFrameworks.All())
	return moved(b, all, slices.IndexFunc(all, func(o app.OwnFramework) bool { return o.ID == id }), steps,
		func(o app.OwnFramework, position int) app.OwnFramework { o.Position = position; return o })
}

// MoveElement returns the edit that moves an element within its framework by some steps.
func MoveElement(b *app.Book, id app.ID[app.OwnElement], steps int) app.Edit {
	element, _ := b.OwnElements.Get(id)
	all := Elements(b, element.Framework)
	return moved(b, all, slices.Index(all, element), steps,
		func(e app.OwnElement, position int) app.OwnElement { e.Position = position; return e })
}

// MoveItem returns the edit that moves an item within its element by some steps.
func MoveItem(b *app.Book, id app.ID[app.OwnItem], steps int) app.Edit {
	item, _ := b.OwnItems.Get(id)
	all := Items(b, item.Element)
	return moved(b, all, slices.Index(all, item), steps,
		func(i app.OwnItem, position int) app.OwnItem { i.Position = position; return i })
}

// MoveTo returns the edit that puts an item at the end of another element.
func MoveTo(b *app.Book, id app.ID[app.OwnItem], element app.ID[app.OwnElement]) (app.Edit, error) {
	item, ok := b.OwnItems.Get(id)
	if !ok {
		return app.Edit{}, gone()
	}
	if item.Element == element {
		return app.Edit{}, nil
	}
	item.Position = app.NextPosition(Items(b, element), func(i app.OwnItem) int { return i.Position })
	item.Element = element
	return app.Save(b, item)
}

func moved[R app.Record](b *app.Book, all []R, at, steps int, placed func(R, int) R) app.Edit {
	if at < 0 {
		return app.Edit{}
	}
	return app.Edit{Label: app.Label(b, "edit.move", all[at]), Changes: app.Move(all, at, at+steps, placed)}
}
