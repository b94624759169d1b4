#!/bin/sh
# Makes WaymarkSans-Regular.ttf and WaymarkSans-Bold.ttf: Noto Sans (Latin, Greek, Cyrillic), Noto Sans Georgian and the
# few symbols that a plan uses, merged into one face each, without hinting. Needs Debian's fonts-noto-core and fonttools.
# Equal input gives equal bytes. Run it in this folder; NOTO may name another folder with the Noto faces.
set -eu

NOTO=${NOTO:-/usr/share/fonts/truetype/noto}
PYTHON=${PYTHON:-/usr/bin/python3}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
export SOURCE_DATE_EPOCH=1609459200

LETTERS=U+0020-007E,U+00A0-024F,U+0259,U+0292,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1FFF,U+2000-206F,U+2070-209F,U+20A0-20BF,U+2100-2138,U+2150-215E,U+FB01-FB02,U+FFFD
GEORGIAN=U+0589,U+10A0-10FF,U+1C90-1CBF,U+2D00-2D2D
ARROWS=U+2190-2199,U+21D0-21D4,U+2315
SIGNS=U+23F8,U+25A0-25A3,U+25AA-25AB,U+25B2-25BF,U+25C0-25C7,U+25CA-25CC,U+25CF-25D3,U+2605-2606,U+2610-2612,U+2630,U+26A0,U+2713-2718
MATH=U+2202,U+2206,U+2211-2212,U+221A,U+221E,U+2248,U+2260-2261,U+2264-2265

# part FACE RUNES NAME keeps only RUNES of a face.
part() {
	pyftsubset "$NOTO/$1.ttf" --unicodes="$2" --output-file="$work/$3" --no-hinting --notdef-outline --glyph-names \
		--layout-features=kern,mark,mkmk,ccmp,locl --name-IDs=0,1,2,3,4,5,6,13,14 --drop-tables+=DSIG --no-recalc-timestamp
}

for weight in Regular Bold; do
	part "NotoSans-$weight" "$LETTERS" letters.ttf
	part "NotoSansGeorgian-$weight" "$GEORGIAN" georgian.ttf
	part "NotoSansSymbols-$weight" "$ARROWS" arrows.ttf
	part NotoSansSymbols2-Regular "$SIGNS" signs.ttf
	part NotoSansMath-Regular "$MATH" math.ttf
	(cd "$work" && pyftmerge letters.ttf georgian.ttf arrows.ttf signs.ttf math.ttf --output-file=merged.ttf)
	"$PYTHON" - "$work" "$weight" <<'END'
import sys
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont

work, weight = sys.argv[1:]
face = TTFont(work + "/merged.ttf", recalcTimestamp=False)
letters = TTFont(work + "/letters.ttf")
# A line stays as tall as in Noto Sans; a merged face takes the tallest of its parts.
for table, names in {"hhea": ("ascent", "descent", "lineGap"),
                     "OS/2": ("sTypoAscender", "sTypoDescender", "sTypoLineGap", "usWinAscent", "usWinDescent",
                              "sxHeight", "sCapHeight", "usWeightClass", "fsSelection")}.items():
    for name in names:
        setattr(face[table], name, getattr(letters[table], name))
face["head"].created = face["head"].modified = letters["head"].created
face["head"].macStyle = letters["head"].macStyle
face["post"].formatType = 3.0
words = {1: "Waymark Sans", 2: weight, 3: "Waymark Sans " + weight, 4: "Waymark Sans " + weight, 6: "WaymarkSans-" + weight}
for record in list(face["name"].names):
    if record.nameID in words:
        face["name"].setName(words[record.nameID], record.nameID, record.platformID, record.platEncID, record.langID)
# Fyne paints U+FFFD for a letter that no face has, and leaves it the room of .notdef: so both are one box.
missing = face.getBestCmap()[0xFFFD]
face["glyf"][missing] = face["glyf"][".notdef"]
face["hmtx"][missing] = face["hmtx"][".notdef"]
# The minus of Noto Sans Math has one weight: make it the bar of the plus.
cmap = face.getBestCmap()
plus, minus = face["glyf"][cmap[ord("+")]], cmap[0x2212]
ys = sorted({y for _, y in plus.coordinates})
pen = TTGlyphPen(None)
pen.moveTo((plus.xMin, ys[1]))
pen.lineTo((plus.xMin, ys[2]))
pen.lineTo((plus.xMax, ys[2]))
pen.lineTo((plus.xMax, ys[1]))
pen.closePath()
face["glyf"][minus] = pen.glyph()
face["hmtx"][minus] = face["hmtx"][cmap[ord("+")]]
# Painters read the plain table of 16-bit characters.
face["cmap"].tables = [t for t in face["cmap"].tables if t.format == 4]
face.save("WaymarkSans-" + weight + ".ttf")
END
done
ls -l WaymarkSans-*.ttf
