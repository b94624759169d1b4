package app

import "slices"

// Framework is a self-assessment instrument. The texts of a shipped one are translations, found by its key; one of a
// school's own carries its words.
type Framework struct {
	Key      string
	Pace     int  // minutes that an item usually takes; 0 for the usual
	Own      bool // its words are in the fields called Words, in the language in which they were written
	Words    FrameworkWords
	Elements []Element
}

// Element is one area of a framework, an axis of the radar.
type Element struct {
	Key   string
	Name  string // of a framework of the school's own
	Items []Item
}

// Item is one question with a descriptor for each of its levels, counted from 1.
type Item struct {
	Key    string // within the framework, such as vision.purpose
	Levels int
	// Same is the identity of the item elsewhere whose question and descriptors it still has; empty when it is only itself.
	// Two rounds compare items of one identity, whatever frameworks they are in.
	Same  string
	Words ItemWords // of a framework of the school's own
	Areas []string  // keys of the thematic elements of DigCompOrg to which a shipped item belongs, the nearest first
}

// AreaName is the name of a thematic element of DigCompOrg.
func AreaName(area string) Text { return Say("digcomporg." + area) }

// FrameworkWords are the words of a framework of the school's own.
type FrameworkWords struct {
	Name, About, Source string
	Levels              []string // names of the levels, lowest first; none where levels are numbers
	Glossary            []Term
}

// Term is a word and what it means in a framework.
type Term struct{ Word, Meaning string }

// ItemWords are the words of an item of a framework of the school's own. Levels and Steps have one text for each level.
type ItemWords struct {
	Name, Question, Why, Visitor, Typical string
	Levels, Steps                         []string
}

// say is the text of a framework of the school's own, or the translation of a shipped one's.
func (f Framework) say(words, key string) Text {
	if f.Own {
		return Literal(words)
	}
	return Say("framework." + f.Key + "." + key)
}

// Name, About and Source are the texts of the framework.
func (f Framework) Name() Text   { return f.say(f.Words.Name, "name") }
func (f Framework) About() Text  { return f.say(f.Words.About, "about") }
func (f Framework) Source() Text { return f.say(f.Words.Source, "source") }

// ElementName is the short name of an element.
func (f Framework) ElementName(e Element) Text { return f.say(e.Name, e.Key+".name") }

// ItemName, Question, Why (it matters), Visitor (what a visitor would need to see) and Typical (evidence) are the texts of
// an item.
func (f Framework) ItemName(i Item) Text { return f.say(i.Words.Name, i.Key+".name") }
func (f Framework) Question(i Item) Text { return f.say(i.Words.Question, i.Key+".question") }
func (f Framework) Why(i Item) Text      { return f.say(i.Words.Why, i.Key+".why") }
func (f Framework) Visitor(i Item) Text  { return f.say(i.Words.Visitor, i.Key+".visitor") }
func (f Framework) Typical(i Item) Text  { return f.say(i.Words.Typical, i.Key+".evidence") }

// Descriptor says what can be observed on a level, Step what one could do next; level counts from 1.
func (f Framework) Descriptor(i Item, level int) Text {
	return f.say(nth(i.Words.Levels, level), i.Key+".level"+digit(level))
}
func (f Framework) Step(i Item, level int) Text {
	return f.say(nth(i.Words.Steps, level), i.Key+".step"+digit(level))
}

// LevelName is what a level is called; its number where it has no name.
func (f Framework) LevelName(level int) Text {
	if name := nth(f.Words.Levels, level); f.Own && name != "" {
		return Literal(name)
	}
	return Literal(digit(level))
}

func nth(texts []string, n int) string {
	if n < 1 || n > len(texts) {
		return ""
	}
	return texts[n-1]
}

func digit(level int) string { return string(rune('0' + level)) }

// Items lists the items of all elements in order.
func (f Framework) Items() []Item {
	var items []Item
	for _, e := range f.Elements {
		items = append(items, e.Items...)
	}
	return items
}

// Item returns the item with a key and whether there is one.
func (f Framework) Item(key string) (Item, bool) {
	for _, e := range f.Elements {
		if i := slices.IndexFunc(e.Items, func(i Item) bool { return i.Key == key }); i >= 0 {
			return e.Items[i], true
		}
	}
	return Item{Key: key}, false
}

// Levels is the highest level of any item.
func (f Framework) Levels() int {
	most := 0
	for _, i := range f.Items() {
		most = max(most, i.Levels)
	}
	return most
}

// Identity is what an item is known by beyond its framework.
func (f Framework) Identity(i Item) string {
	if i.Same != "" {
		return i.Same
	}
	return f.Key + "/" + i.Key
}

// FrameworkOf returns the framework of an assessment: the one that was frozen into it, else the shipped one with its key;
// false when it is neither.
func FrameworkOf(a Assessment, shipped []Framework) (Framework, bool) {
	if a.Frozen != "" {
		f, err := ReadFramework([]byte(a.Frozen))
		return f, err == nil
	}
	for _, f := range shipped {
		if f.Key == a.Framework {
			return f, true
		}
	}
	return Framework{Key: a.Framework}, false
}

// Named returns the framework of an assessment as far as its names need it, whether or not the shipped ones are at hand.
func Named(a Assessment) Framework {
	f, _ := FrameworkOf(a, nil)
	return f
}
