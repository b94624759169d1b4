package chart

import "slices"

// paged divides rows so that each part is no taller than room where one row allows it, with the heading that a row is
// under above it on each part.
func paged[R any](rows []R, room float64, height func(R) float64, heads func(R) bool) [][]R {
	var parts [][]R
	var part, heading []R
	used := 0.0
	for i, row := range rows {
		tall, head := height(row), heads(row)
		need := tall
		if head && i+1 < len(rows) {
			need += height(rows[i+1])
		}
		if len(part) > 0 && used+need > room {
			parts = append(parts, part)
			part, used = nil, 0
			if len(heading) > 0 && !head {
				part, used = slices.Clone(heading), height(heading[0])
			}
		}
		if head {
			heading = []R{row}
		}
		part, used = append(part, row), used+tall
	}
	return append(parts, part)
}
