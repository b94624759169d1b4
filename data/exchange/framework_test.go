package exchange

import (
	"os"
	"strings"
	"testing"

	"waymark/app"
)

// Given the example of the description, when it is read and written, then it is the same letter by letter but for white space.
func TestTheExampleOfAFrameworkFileReadsBack(t *testing.T) {
	text, err := os.ReadFile("FRAMEWORK.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(text), "```\n")
	example, _, ok := strings.Cut(rest, "```")
	if !ok {
		t.Fatal("FRAMEWORK.md has no example")
	}
	f, err := app.ReadFramework([]byte(example))
	if err != nil {
		t.Fatal(err)
	}
	bare := func(s string) string { return strings.Join(strings.Fields(s), "") }
	if got := string(app.WriteFramework(f)); bare(got) != bare(example) {
		t.Errorf("the example is written as\n%s", got)
	}
	for _, field := range []string{"format", "version", "key", "level_names", "glossary", "elements", "items.same", "items.visitor", "items.evidence", "items.steps"} {
		if !strings.Contains(string(text), "`"+field+"`") {
			t.Errorf("FRAMEWORK.md does not explain %s", field)
		}
	}
}
