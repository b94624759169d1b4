package app

// Framework is a self-assessment instrument: its structure only. Its texts are translations, found by its key.
type Framework struct {
	Key      string
	Elements []Element
}

// Element is one area of a framework, an axis of the radar.
type Element struct {
	Key   string
	Items []Item
}

// Item is one question with a descriptor for each of its levels, counted from 1.
type Item struct {
	Key    string // element and item, such as vision.purpose
	Levels int
}

// Name, About and Source are the texts of the framework.
func (f Framework) Name() Text   { return Say("framework." + f.Key + ".name") }
func (f Framework) About() Text  { return Say("framework." + f.Key + ".about") }
func (f Framework) Source() Text { return Say("framework." + f.Key + ".source") }

// ElementName is the short name of an element.
func (f Framework) ElementName(e Element) Text {
	return Say("framework." + f.Key + "." + e.Key + ".name")
}

// ItemName, Question and Descriptor are the texts of an item; level counts from 1.
func (f Framework) ItemName(i Item) Text { return Say("framework." + f.Key + "." + i.Key + ".name") }
func (f Framework) Question(i Item) Text {
	return Say("framework." + f.Key + "." + i.Key + ".question")
}
func (f Framework) Descriptor(i Item, level int) Text {
	return Say("framework." + f.Key + "." + i.Key + ".level" + string(rune('0'+level)))
}

// Items lists the items of all elements in order.
func (f Framework) Items() []Item {
	var items []Item
	for _, e := range f.Elements {
		items = append(items, e.Items...)
	}
	return items
}
