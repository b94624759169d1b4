package frameworks

import "strings"

// Areas lists the keys of the thematic elements of DigCompOrg. Source: P. Kampylis, Y. Punie and J. Devine (2015), "Promoting
// Effective Digital-Age Learning: A European Framework for Digitally-Competent Educational Organisations", JRC98209.
func Areas() []string {
	return []string{"leadership", "teaching", "development", "assessment", "content", "collaboration", "infrastructure"}
}

// areasOf returns the thematic elements of DigCompOrg to which a shipped item belongs, the nearest first, by the item's identity,
// such as digital/vision.purpose.
func areasOf(identity string) []string {
	return strings.Fields(map[string]string{
		"digital/vision.purpose":          "leadership",
		"digital/vision.shared":           "leadership collaboration",
		"digital/vision.direction":        "leadership",
		"digital/leadership.shared":       "leadership",
		"digital/leadership.networks":     "collaboration leadership",
		"digital/leadership.role":         "leadership development",
		"digital/community.collaboration": "collaboration content",
		"digital/community.development":   "development",
		"digital/community.outside":       "collaboration development",
		"digital/pedagogy.use":            "teaching content",
		"digital/pedagogy.activity":       "teaching",
		"digital/pedagogy.feedback":       "assessment teaching",
		"digital/knowledge.information":   "collaboration leadership",
		"digital/knowledge.participation": "leadership collaboration",
		"digital/knowledge.tools":         "collaboration infrastructure",
		"digital/resources.equipment":     "infrastructure",
		"digital/resources.support":       "infrastructure development",
		"digital/resources.competence":    "teaching content",
		"quick/vision.look":               "leadership",
		"quick/leadership.look":           "leadership",
		"quick/community.look":            "collaboration development",
		"quick/pedagogy.look":             "teaching content",
		"quick/knowledge.look":            "collaboration leadership",
		"quick/resources.look":            "infrastructure development",
	}[identity])
}
