// Package frameworks holds the structure of the self-assessment instruments that Waymark ships; their texts are in
// translations. It imports app only.
package frameworks

import "waymark/app"

// Digital is "Digitally innovative school": six elements, 18 items, four levels each. The elements follow L. Ilomäki
// and M. Lakkala (2018), "Digital technology and practices for school improvement: innovative digital school model",
// RPTEL 13:25; the items and all wording are Waymark's own.
func Digital() app.Framework {
	element := func(key string, items ...string) app.Element {
		e := app.Element{Key: key}
		for _, item := range items {
			e.Items = append(e.Items, app.Item{Key: key + "." + item, Levels: 4})
		}
		return e
	}
	return app.Framework{Key: "digital", Elements: []app.Element{
		element("vision", "purpose", "shared", "direction"),
		element("leadership", "shared", "networks", "role"),
		element("community", "collaboration", "development", "outside"),
		element("pedagogy", "use", "activity", "feedback"),
		element("knowledge", "information", "participation", "tools"),
		element("resources", "equipment", "support", "competence"),
	}}
}

// All lists the shipped frameworks, the one to propose first.
func All() []app.Framework { return []app.Framework{Digital()} }
