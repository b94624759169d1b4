package chart

import (
	"math"
	"testing"
)

func TestHatchStaysInsideAndDashesKeepTheirLength(t *testing.T) {
	// Given an arrow-like polygon and a line across both its wings,
	polygon := []Point{{0, 0}, {5, 6}, {10, 0}, {10, 10}, {0, 10}}
	// when the line is clipped,
	got := clipped(polygon, Segment{Point{-5, 3}, Point{15, 3}})
	// then a piece in each wing remains.
	if len(got) != 2 || got[0].From.X != 0 || got[0].To.X != 2.5 || got[1].From.X != 7.5 || got[1].To.X != 10 {
		t.Errorf("clipped to %v", got)
	}
	// Given a line around a corner, when it is dashed,
	cut := dashes([]Point{{0, 0}, {5, 0}, {5, 5}}, 1, 1)
	// then half of it is painted.
	sum := 0.0
	for _, s := range cut {
		sum += math.Hypot(s.To.X-s.From.X, s.To.Y-s.From.Y)
	}
	if math.Abs(sum-5) > 1e-9 {
		t.Errorf("the dashes are %v long, want 5: %v", sum, cut)
	}
}

func TestOnlyWholeStrokesHaveJoins(t *testing.T) {
	// Given a closed shape and an open line of three corners, when their strokes are cut into pieces,
	corners := []Point{{0, 0}, {10, 0}, {10, 10}}
	closed, open := Shape{Form: Polygon, Points: corners, Width: 1}, Shape{Form: Polyline, Points: corners, Width: 1}
	// then the closed one has a side more, and corners meet where sides do,
	if len(closed.Strokes()) != 3 || len(closed.Joins()) != 3 || len(open.Strokes()) != 2 || len(open.Joins()) != 1 {
		t.Errorf("closed %v %v, open %v %v", closed.Strokes(), closed.Joins(), open.Strokes(), open.Joins())
	}
	// and nowhere once it is dotted; dots are shorter than dashes.
	dotted, dashed := closed, closed
	dotted.Dotted, dashed.Dashed = true, true
	if dotted.Joins() != nil || dashed.Joins() != nil || len(dotted.Strokes()) <= len(dashed.Strokes()) {
		t.Errorf("%d dots, %d dashes, joins %v %v", len(dotted.Strokes()), len(dashed.Strokes()), dotted.Joins(), dashed.Joins())
	}
}

func TestADashedRingIsAsManyEqualDashesAsFit(t *testing.T) {
	// Given rings of any size, when dashed, then the dashes are on the ring, three at least, and as long as one another.
	for _, radius := range []float64{0.2, 1.5, 2.4, 40} {
		s := Shape{Form: Circle, Points: []Point{{5, 5}}, Radius: radius, Stroke: Ink, Width: 0.5, Dashed: true}
		pieces := s.Strokes()
		if len(pieces) < 6 {
			t.Errorf("radius %v has %d pieces", radius, len(pieces))
		}
		for _, p := range pieces {
			if off := math.Hypot(p.From.X-5, p.From.Y-5) - radius; math.Abs(off) > 1e-9 {
				t.Errorf("radius %v: a dash begins %v off the ring", radius, off)
			}
			long := func(s Segment) float64 { return math.Hypot(s.To.X-s.From.X, s.To.Y-s.From.Y) }
			if math.Abs(long(p)-long(pieces[0])) > 1e-9 {
				t.Errorf("radius %v: dashes of %v and %v", radius, long(p), long(pieces[0]))
			}
		}
	}
}
