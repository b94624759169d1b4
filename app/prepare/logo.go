package prepare

import (
	"bytes"
	"image/png"
	"io"

	"waymark/app"
	"waymark/app/picture"
)

// maxLogoSide is the longest side a logo is kept with, in dots. At 40 mm on paper 600 dots are more than 300 to the inch.
const maxLogoSide = 600

// Logo makes a picture file (PNG or JPEG) fit to be kept as a logo: decoded, scaled down to at most 600 dots a side and
// written as an 8-bit PNG. No more of the file is read than a picture may be long. What cannot be read, is no such
// picture or is too large is an Error of KindInvalid.
func Logo(file io.Reader) (app.Bytes, error) {
	data, err := io.ReadAll(io.LimitReader(file, picture.MostBytes+1))
	if err != nil {
		return "", unusable(err)
	}
	from, err := picture.Read(app.Bytes(data), picture.MostDotsChosen)
	if err != nil {
		return "", err
	}
	var out bytes.Buffer
	if err := png.Encode(&out, picture.Shrink(from, maxLogoSide)); err != nil {
		return "", unusable(err)
	}
	return app.Bytes(out.String()), nil
}

func unusable(err error) error {
	return &app.Error{Op: "read logo", Kind: app.KindInvalid, Text: app.Say("error.logo"), Err: err}
}
