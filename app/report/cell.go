package report

// cells returns a row of plain cells.
func cells(texts ...string) Row {
	row := Row{Cells: make([]Cell, len(texts))}
	for i, text := range texts {
		row.Cells[i] = Cell{Text: text}
	}
	return row
}

// spanning returns a row that heads the rows below it.
func spanning(code, text string) Row {
	return Row{Spanning: true, Cells: []Cell{{Code: code, Text: text, Bold: true}}}
}

// levelCell shows a level as a chip, an en dash when there is none.
func levelCell(level int) Cell {
	if level < 1 {
		return Cell{Text: "–"}
	}
	return Cell{Level: level}
}
