//go:build unix && !linux

package schoolfile

// processOf tells whether a process with the number runs; there is no mark that parts it from a later one.
func processOf(pid int) (mark string, running bool) { return "", alive(pid) }
