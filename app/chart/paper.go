package chart

import "image/color"

// Paper is how a role looks in print and in saved pictures: the light palette, on white. None looks like Ink.
func Paper(role Role) color.NRGBA {
	if strength := role.Strength(); strength > 0 {
		from, to := Paper(Surface), Paper(Attention)
		part := func(a, b uint8) uint8 { return uint8(float64(a)*(1-strength) + float64(b)*strength + 0.5) }
		return color.NRGBA{part(from.R, to.R), part(from.G, to.G), part(from.B, to.B), 0xFF}
	}
	switch role {
	case Quiet:
		return color.NRGBA{0x55, 0x60, 0x6A, 0xFF}
	case Hairline:
		return color.NRGBA{0xD6, 0xD0, 0xC4, 0xFF}
	case Edge:
		return color.NRGBA{0x8A, 0x85, 0x7A, 0xFF}
	case Surface:
		return color.NRGBA{0xFF, 0xFF, 0xFF, 0xFF}
	case Next:
		return color.NRGBA{0x0B, 0x6E, 0x6E, 0xFF}
	case Attention:
		return color.NRGBA{0xA8, 0x4B, 0x06, 0xFF}
	case Finished:
		return color.NRGBA{0x2E, 0x6B, 0x34, 0xFF}
	case Level1:
		return color.NRGBA{0xE6, 0xD9, 0xB8, 0xFF}
	case Level2:
		return color.NRGBA{0xB5, 0xCB, 0xA8, 0xFF}
	case Level3:
		return color.NRGBA{0x6F, 0xAF, 0xA3, 0xFF}
	case Level4:
		return color.NRGBA{0x0B, 0x6E, 0x6E, 0xFF}
	case Tint:
		return color.NRGBA{0xF3, 0xEF, 0xE6, 0xFF}
	}
	return color.NRGBA{0x1E, 0x25, 0x29, 0xFF}
}
