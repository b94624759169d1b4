package uitest

// T is the part of *testing.T that this package uses; the gallery opens windows without one.
type T interface {
	Helper()
	Fatal(args ...any)
}

// For opens a window for a test, which fails when it cannot.
func For(t T, o Options) *Window {
	t.Helper()
	w, err := Open(o)
	Must(t, err)
	return w
}

// Must ends the test at an error.
func Must(t T, err error) {
	t.Helper()
	if err != nil {
		t.Fatal(err)
	}
}
