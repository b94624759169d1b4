package main

import (
	"time"

	"fyne.io/fyne/v2"

	"waymark/app/chart"
	"waymark/ui/kit"
	"waymark/ui/theme"
)

// charts are one chart of each kind, with everything that it can show.
func (b board) charts() []fyne.CanvasObject {
	day := func(month, day int) time.Time { return time.Date(2026, time.Month(month), day, 0, 0, 0, 0, time.UTC) }
	radar := chart.RadarConfig{Width: 116, Height: 92, Size: 10, Measure: theme.Measure, Title: b.word(), Levels: 4,
		Now: b.say("figure.now"), Target: b.say("figure.target"), Last: b.say("figure.last"), Weak: b.say("figure.weak")}
	for i, key := range []string{"prepare", "vision", "assessment", "planning", "progress", "documents"} {
		level := 1 + float64(i%3)
		radar.Axes = append(radar.Axes, chart.RadarAxis{Name: b.say("route." + key), Now: level, Target: min(4, level+1.5), Last: level * 0.8, Weak: i == 2})
	}
	trend := chart.TrendConfig{Width: 116, Height: 60, Size: 10, Measure: theme.Measure, Title: b.word(), Target: 75, HasTarget: true,
		TargetWord: b.say("sample.priority.voice.title"), Due: day(12, 31), Day: func(at time.Time) string { return at.Format("2006-01-02") }}
	for i, value := range []float64{42, 48, 47, 61, 66} {
		trend.Points = append(trend.Points, chart.TrendPoint{Day: day(1+2*i, 10), Value: value})
	}
	gantt := chart.GanttConfig{Width: 180, Size: 10, Measure: theme.Measure, Title: b.word(), Start: day(1, 1), End: day(12, 31), Today: day(6, 10),
		TodayWord: b.word(), Month: b.host.Words().MonthName, Breaks: []chart.GanttBreak{{Start: day(7, 1), End: day(8, 31)}}, Words: map[chart.Bar]string{}}
	gantt.Rows = append(gantt.Rows, chart.GanttRow{Code: "G1", Label: b.sentence(), Group: true})
	for bar := chart.BarPlanned; bar <= chart.BarOverdue; bar++ {
		gantt.Rows = append(gantt.Rows, chart.GanttRow{Code: "A", Label: b.sentence(), Start: day(1+int(bar), 5), End: day(5+int(bar), 20), Bar: bar})
		gantt.Words[bar] = b.word()
	}
	return []fyne.CanvasObject{kit.Halves(kit.Chart(chart.Radar(radar), 320), kit.Chart(chart.Trend(trend), 320)), kit.Chart(chart.Gantt(gantt), 320)}
}
