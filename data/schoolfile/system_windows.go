package schoolfile

import (
	"errors"
	"io/fs"
	"strconv"
	"syscall"
)

// Error numbers and rights of Windows that package syscall does not name.
const (
	errorWriteProtect     = syscall.Errno(19)
	errorHandleDiskFull   = syscall.Errno(39)
	errorDiskFull         = syscall.Errno(112)
	errorInvalidParameter = syscall.Errno(87)
	queryLimited          = 0x1000
	stillActive           = 259
)

func isFull(err error) bool {
	return errors.Is(err, errorDiskFull) || errors.Is(err, errorHandleDiskFull)
}

func isReadOnly(err error) bool {
	return errors.Is(err, fs.ErrPermission) || errors.Is(err, errorWriteProtect)
}

// processOf tells whether a process with the number runs, and a mark that no later process with the same number has.
func processOf(pid int) (mark string, running bool) {
	h, err := syscall.OpenProcess(queryLimited, false, uint32(pid))
	if err != nil {
		return "", !errors.Is(err, errorInvalidParameter)
	}
	defer func() { _ = syscall.CloseHandle(h) }()
	var code uint32
	if err := syscall.GetExitCodeProcess(h, &code); err == nil && code != stillActive {
		return "", false
	}
	var created, exited, kernel, user syscall.Filetime
	if err := syscall.GetProcessTimes(h, &created, &exited, &kernel, &user); err != nil {
		return "", true
	}
	return strconv.FormatInt(created.Nanoseconds(), 10), true
}
