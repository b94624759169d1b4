package survey

import "strings"

// This file counts tables with one answer a row.

// itemOf returns the item that the row is about, or freeText; false when it is not known, which is told.
func (c *counter) itemOf() (int, bool) {
	word := c.cell(c.item)
	item, met := c.itemsMet[word]
	if !met {
		key := c.m.Items[Fold(word)]
		index, known := c.byKey[key]
		switch {
		case key == FreeText:
			item = freeText
		case known:
			item = index
		default:
			item = unknown
		}
		if len(c.itemsMet) < mostMet {
			c.itemsMet[word] = item
		}
	}
	if item == unknown {
		c.refuse(c.item, "item")
	}
	return item, item != unknown
}

func (c *counter) long() bool {
	c.ragged()
	at, ok := c.places()
	if !ok {
		return false
	}
	item, ok := c.itemOf()
	if !ok {
		return false
	}
	name := strings.TrimSpace(c.cell(c.respondent))
	if item == freeText {
		text := strings.TrimSpace(c.cell(c.answer))
		if text == "" {
			return false
		}
		c.write(at[0], freeText, "", name, text)
		c.meet(at, name)
		return true
	}
	if strings.TrimSpace(c.cell(c.answer)) == "" {
		c.refuse(-1, "nothing")
		return false
	}
	step, ok := c.step(c.answer, item)
	if !ok {
		return false
	}
	if name != "" {
		answer := who{c.of(at[0]).number, c.respondentOf(name), item}
		if c.seen[answer] {
			c.refuse(c.answer, "twice")
			return false
		}
		c.seen[answer] = true
	}
	c.add(at, item, step)
	c.meet(at, name)
	return true
}

func (c *counter) respondentOf(name string) int {
	number, known := c.people[name]
	if !known {
		number = len(c.people)
		c.people[name] = number
	}
	return number
}

// meet counts a respondent once in each place.
func (c *counter) meet(at []place, name string) {
	if name == "" {
		return
	}
	for _, p := range at {
		t := c.of(p)
		if one := (who{t.number, c.respondentOf(name), anything}); !c.seen[one] {
			c.seen[one] = true
			t.people++
		}
	}
}
