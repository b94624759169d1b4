package task_test

import (
	"context"
	"errors"
	"testing"

	"waymark/app/task"
)

func TestAMeterTellsHowFarWorkIs(t *testing.T) {
	var m task.Meter
	if _, known := m.Share(); known {
		t.Error("nothing was reported and the share is known")
	}
	ctx := task.With(t.Context(), &m)
	for _, c := range []struct {
		done, all int
		want      float64
	}{{0, 4, 0}, {1, 4, 0.25}, {4, 4, 1}, {5, 4, 1}, {-1, 4, 0}} {
		if err := task.Step(ctx, c.done, c.all); err != nil {
			t.Fatal(err)
		}
		if got, known := m.Share(); got != c.want || !known {
			t.Errorf("%d of %d is %v", c.done, c.all, got)
		}
	}
}

func TestWorkThatReportsEndsWhenItIsCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	if err := task.Step(ctx, 1, 2); err != nil {
		t.Fatal(err)
	}
	cancel()
	if err := task.Step(ctx, 2, 2); !errors.Is(err, context.Canceled) {
		t.Errorf("it goes on: %v", err)
	}
}
