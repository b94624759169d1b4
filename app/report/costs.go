package report

import (
	"slices"
	"strconv"
	"strings"

	"waymark/app"
)

// budget is the cost of the plan by funding source and calendar year. An action's whole cost falls into the year in
// which it begins; dropped actions cost nothing.
type budget struct {
	years   []int // in order; 0, for actions without a date, comes last
	sources []fund
}

// fund is one source; the one without a name comes last.
type fund struct {
	name   string
	byYear map[int]app.Money
}

func (f fund) total() app.Money {
	var sum app.Money
	for _, amount := range f.byYear {
		sum += amount
	}
	return sum
}

func budgetOf(actions []app.Action) budget {
	var b budget
	for _, a := range actions {
		if a.Cost == 0 || a.Status == app.Dropped {
			continue
		}
		year := a.Start.Year()
		if year == 0 {
			year = a.End.Year()
		}
		if !slices.Contains(b.years, year) {
			b.years = append(b.years, year)
		}
		name := app.CleanLine(a.Funding)
		at := slices.IndexFunc(b.sources, func(f fund) bool { return strings.EqualFold(f.name, name) })
		if at < 0 {
			at = len(b.sources)
			b.sources = append(b.sources, fund{name, map[int]app.Money{}})
		}
		b.sources[at].byYear[year] += a.Cost
	}
	slices.SortFunc(b.years, func(x, y int) int { return unknownLast(x) - unknownLast(y) })
	slices.SortStableFunc(b.sources, func(x, y fund) int {
		if (x.name == "") == (y.name == "") {
			return 0
		} else if x.name == "" {
			return 1
		}
		return -1
	})
	return b
}

func unknownLast(year int) int {
	if year == 0 {
		return 9999
	}
	return year
}

// mostYears is how many years fit on an upright page.
const mostYears = 5

// costs shows the budget as a table with totals.
func (p *plan) costs() Section {
	b := budgetOf(p.tree.Actions())
	if len(b.sources) == 0 {
		return p.nothing("report.costs.title", "report.costs.none")
	}
	t := Table{Columns: []Column{{Title: p.say("report.column.funding"), Weight: 2.4}}}
	for _, year := range b.years {
		title := strconv.Itoa(year)
		if year == 0 {
			title = p.say("report.costs.undated")
		}
		t.Columns = append(t.Columns, Column{Title: title, Weight: 1.2, Align: Right})
	}
	t.Columns = append(t.Columns, Column{Title: p.say("report.costs.total"), Weight: 1.3, Align: Right})
	all := fund{p.say("report.costs.total"), map[int]app.Money{}}
	for _, f := range b.sources {
		for year, amount := range f.byYear {
			all.byYear[year] += amount
		}
		if f.name == "" {
			f.name = p.say("report.costs.unnamed")
		}
		t.Rows = append(t.Rows, p.fundRow(f, b.years, false))
	}
	t.Rows = append(t.Rows, p.fundRow(all, b.years, true))
	return Section{Title: p.say("report.costs.title"), Landscape: len(b.years) > mostYears, Blocks: []Block{
		p.sentence("report.costs.intro", "total", p.money(all.total())), t, p.note("report.costs.note")}}
}

func (p *plan) fundRow(f fund, years []int, bold bool) Row {
	row := Row{Cells: []Cell{{Text: f.name, Bold: bold}}}
	for _, year := range years {
		row.Cells = append(row.Cells, Cell{Text: p.money(f.byYear[year]), Bold: bold})
	}
	row.Cells = append(row.Cells, Cell{Text: p.money(f.total()), Bold: true})
	return row
}
