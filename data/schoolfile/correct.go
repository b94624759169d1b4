package schoolfile

import (
	"bytes"
	"database/sql/driver"
	"math"
	"slices"
)

// corrected returns the row as it was sealed, when that can be told: when all of one column was different, or a single byte.
func corrected(t *table, row []driver.Value, sealed int64) ([]driver.Value, bool) {
	for i, c := range t.columns {
		other := slices.Clone(row)
		if other[i] = c.blank(); i > 0 && seal(t, other) == sealed {
			return other, true
		}
	}
	// The checksum of what differs is the same wherever the rest is: it is followed back, byte by byte, to where it is a byte.
	differs := uint32(seal(t, row)) ^ uint32(sealed)
	var ends [256]byte
	for i, sum := range castagnoli {
		ends[sum>>24] = byte(i)
	}
	for at := len(t.scratch) - 1; at >= 0; at-- {
		low := ends[differs>>24]
		differs = (differs^castagnoli[low])<<8 | uint32(low)
		if differs < 256 {
			other, ok := withByte(t, row, at, byte(differs))
			return other, ok && seal(t, other) == sealed
		}
	}
	return nil, false
}

// withByte returns the row with bits of one byte of its sealed form turned over; ok is false when the byte is of no value.
func withByte(t *table, row []driver.Value, at int, bits byte) (other []driver.Value, ok bool) {
	other = make([]driver.Value, len(row))
	for n, i := range t.byName {
		other[i] = row[i]
		seal(t, other)
		back := len(t.scratch) - at // where the byte is, counted from the end of the value
		if back <= 0 {
			continue
		}
		for _, j := range t.byName[n+1:] {
			other[j] = row[j]
		}
		switch v := row[i].(type) {
		case string:
			if ok = back <= len(v); ok {
				other[i] = v[:len(v)-back] + string([]byte{v[len(v)-back] ^ bits}) + v[len(v)-back+1:]
			}
		case []byte:
			if ok = back <= len(v); ok {
				b := bytes.Clone(v)
				b[len(b)-back] ^= bits
				other[i] = b
			}
		case int64:
			if ok = back <= 8; ok {
				other[i] = v ^ int64(bits)<<(8*(8-back))
			}
		case float64:
			if ok = back <= 8; ok {
				other[i] = math.Float64frombits(math.Float64bits(v) ^ uint64(bits)<<(8*(8-back)))
			}
		}
		return other, ok
	}
	return nil, false
}
