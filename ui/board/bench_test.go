package board

import (
	"testing"

	"fyne.io/fyne/v2"
)

// With 300 ideas in 20 themes each of these stays below 50 ms, so that nothing lags behind the hand.
func BenchmarkBoard(b *testing.B) {
	board, school := shown(b, crowd(20, 300), 1920, 1000)
	press := func(name fyne.KeyName) { board.TypedKey(&fyne.KeyEvent{Name: name}) }
	b.Run("drag step", func(b *testing.B) {
		from := fyne.NewPos(100, 200)
		board.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from}})
		for n := 0; b.Loop(); n++ { // over one column after another
			at := fyne.NewPos(100+float32(n%7)*250, 200+float32(n%11)*60)
			board.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: at}, Dragged: fyne.NewDelta(1, 1)})
		}
		press(fyne.KeyEscape)
		board.DragEnd()
	})
	b.Run("drop", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			from, to := fyne.NewPos(100, 200), fyne.NewPos(400+float32(n%5)*250, 400)
			if n%2 == 1 {
				from, to = fyne.NewPos(400+float32((n-1)%5)*250, 400), fyne.NewPos(100, 200)
			}
			board.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: from}})
			board.Dragged(&fyne.DragEvent{PointEvent: fyne.PointEvent{Position: to}, Dragged: fyne.NewDelta(to.X-from.X, to.Y-from.Y)})
			board.DragEnd()
		}
	})
	b.Run("arrow", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			press([]fyne.KeyName{fyne.KeyRight, fyne.KeyDown, fyne.KeyRight, fyne.KeyUp, fyne.KeyLeft, fyne.KeyLeft}[n%6])
		}
	})
	b.Run("layout of a new size", func(b *testing.B) {
		for n := 0; b.Loop(); n++ {
			clear(board.wrapped)
			board.Resize(fyne.NewSize(1900+float32(n%2)*20, 1000))
		}
	})
	b.Run("reload", func(b *testing.B) {
		for b.Loop() {
			board.Reload()
		}
	})
	b.Run("question about duplicates", func(b *testing.B) {
		for b.Loop() {
			board.AskDuplicates()
			press(fyne.KeyEscape)
		}
	})
	if school.lying() == "" {
		b.Fatal("the board is empty")
	}
}
