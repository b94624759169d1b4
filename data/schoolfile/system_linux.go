package schoolfile

import (
	"bytes"
	"fmt"
	"os"
	"strings"
)

// processOf tells whether a process with the number runs, and a mark that no later process with the same number has: the
// boot and the tick at which it started, see proc(5).
func processOf(pid int) (mark string, running bool) {
	if !alive(pid) {
		return "", false
	}
	boot, err := os.ReadFile("/proc/sys/kernel/random/boot_id")
	if err != nil {
		return "", true
	}
	stat, err := os.ReadFile(fmt.Sprintf("/proc/%d/stat", pid))
	if err != nil {
		return "", true
	}
	fields := strings.Fields(string(stat[bytes.LastIndexByte(stat, ')')+1:])) // from the third field on
	if len(fields) < 20 {
		return "", true
	}
	return strings.TrimSpace(string(boot)) + " " + fields[19], true
}
