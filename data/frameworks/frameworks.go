// Package frameworks holds the structure of the self-assessment instruments that Waymark ships, and how their items stand to
// the European framework for digitally competent organisations; their texts are in translations. It imports app only.
//
// A round refers to a shipped framework by its key alone, so the questions and descriptors of its items never change: an item
// that shall ask something else gets another key.
package frameworks

import "waymark/app"

// levels is how many levels each item of a shipped framework has.
const levels = 4

// Digital is "Digitally innovative school": six elements, 18 items, four levels each. The elements follow L. Ilomäki
// and M. Lakkala (2018), "Digital technology and practices for school improvement: innovative digital school model",
// RPTEL 13:25; the items and all wording are Waymark's own.
func Digital() app.Framework {
	return placed(app.Framework{Key: "digital", Elements: []app.Element{
		element("vision", "purpose", "shared", "direction"),
		element("leadership", "shared", "networks", "role"),
		element("community", "collaboration", "development", "outside"),
		element("pedagogy", "use", "activity", "feedback"),
		element("knowledge", "information", "participation", "tools"),
		element("resources", "equipment", "support", "competence"),
	}})
}

// Quick is "Quick look": one item for each element of Digital, for a first conversation of about twenty minutes.
func Quick() app.Framework {
	f := app.Framework{Key: "quick", Pace: 3}
	for _, e := range Digital().Elements {
		f.Elements = append(f.Elements, element(e.Key, "look"))
	}
	return placed(f)
}

// placed returns the framework with the place of each item in DigCompOrg.
func placed(f app.Framework) app.Framework {
	for _, e := range f.Elements {
		for n := range e.Items {
			e.Items[n].Areas = areasOf(f.Identity(e.Items[n]))
		}
	}
	return f
}

func element(key string, items ...string) app.Element {
	e := app.Element{Key: key}
	for _, item := range items {
		e.Items = append(e.Items, app.Item{Key: key + "." + item, Levels: levels})
	}
	return e
}

// All lists the shipped frameworks, the one to propose first.
func All() []app.Framework { return []app.Framework{Digital(), Quick()} }
