#!/usr/bin/env python3
"""Makes the bundled font "Tailwright Sans" from Inter (SIL Open Font License 1.1).

Usage:   python3 icons/font/make-font.py [FOLDER-WITH-INTER]
Needs:   Debian packages fonts-inter and python3-fonttools (or pip install fonttools)
Default: /usr/share/fonts/opentype/inter; static .otf or .ttf files Inter-Regular and Inter-SemiBold are expected there.

What it does: keeps the characters listed below, turns cubic outlines into quadratic ones, gives the digits (and signs that
stand among digits) their tabular shapes by default, drops kerning and other layout tables so that the advance table is the
whole truth about widths in every renderer, and changes all names, so that nobody takes the result for Inter. Writes two .ttf files and advances.txt to src/main/resources/org/tailwright/charts/font.
"""
import pathlib
import sys

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

OUT = pathlib.Path(__file__).resolve().parents[2] / "src/main/resources/org/tailwright/charts/font"
FAMILY = "Tailwright Sans"
EXTRA = (
    "ΑΒΓΔΛΣΩαβγδεηθκλμπρστφχψωµ"  # the letters of models and statistics
    "←↑→↓↔↗↘⇧⌘⌃⌥⏎"
    "·…–—−×÷≤≥≈≠√±∞∑∆∂‰°′″"
    "⁰¹²³⁴⁵⁶⁷⁸⁹⁻⁺₀₁₂₃₄₅₆₇₈₉"
    "▸▾▴◂▶◀▲▼△▽●○■□◆◇✓✕✗★☆"
    "‘’‚“”„‹›«»•†‡§¶€"
    "\u00a0\u2002\u2003\u2007\u2009\u200a\u202f\u2011"
    "ĀāĂăĄąĆćČčĎďĐđĒēĖėĘęĚěĞğĪīĮįİıŁłŃńŇňŌōŐőŒœŘřŚśŞşŠšŢţŤťŪūŮůŰűŸŹźŻżŽžȘșȚț"
)
DERIVED = {"▸": ("▶", 0.62), "◂": ("◀", 0.62), "▴": ("▲", 0.62), "▾": ("▼", 0.62), "✕": ("×", 1.25)}
SPACES = {"\u2007": "0", "\u202f": "\u2009", "\u2011": "-", "\u00a0": " "}  # same width as these when the font lacks them


def quadratic(font):
    """Replaces CFF outlines by TrueType ones (error at most half a unit of 2048)."""
    if "glyf" in font:
        return
    order = font.getGlyphOrder()
    glyphs = font.getGlyphSet()
    made = {}
    for name in order:
        pen = TTGlyphPen(glyphs)
        glyphs[name].draw(Cu2QuPen(pen, 0.5, reverse_direction=True))
        made[name] = pen.glyph()
    font["loca"] = newTable("loca")
    font["glyf"] = glyf = newTable("glyf")
    glyf.glyphOrder = order
    glyf.glyphs = made
    del font["CFF "]
    if "VORG" in font:
        del font["VORG"]
    hmtx = font["hmtx"]
    for name in order:
        glyf[name].recalcBounds(glyf)
        hmtx[name] = (hmtx[name][0], getattr(glyf[name], "xMin", 0))
    maxp = font["maxp"]
    maxp.tableVersion = 0x00010000
    for field, value in dict(maxZones=1, maxTwilightPoints=0, maxStorage=0, maxFunctionDefs=0, maxInstructionDefs=0,
                             maxStackElements=0, maxSizeOfInstructions=0, maxComponentElements=0, maxPoints=0,
                             maxContours=0, maxCompositePoints=0, maxCompositeContours=0, maxComponentDepth=0).items():
        setattr(maxp, field, value)
    font["post"].formatType = 3.0
    font.sfntVersion = "\000\001\000\000"


def derive(font):
    """Adds signs that Inter lacks as scaled copies of signs that it has, centred at half the height of a capital."""
    cmap = font.getBestCmap()
    glyphs = font.getGlyphSet()
    middle = font["OS/2"].sCapHeight / 2
    made = {}
    for sign, (like, scale) in DERIVED.items():
        if ord(sign) in cmap or ord(like) not in cmap:
            continue
        source = cmap[ord(like)]
        advance = font["hmtx"][source][0]
        bounds = font["glyf"][source]
        centre = (bounds.xMin + bounds.xMax) / 2, (bounds.yMin + bounds.yMax) / 2
        narrow = round(advance * (scale + 1) / 2)
        pen = TTGlyphPen(glyphs)
        glyphs[source].draw(TransformPen(pen, (scale, 0, 0, scale, narrow / 2 - scale * centre[0], middle - scale * centre[1])))
        made[f"uni{ord(sign):04X}"] = (ord(sign), pen.glyph(), narrow)
    for name, (point, glyph, advance) in made.items():
        font.setGlyphOrder(font.getGlyphOrder() + [name] if name not in font.getGlyphOrder() else font.getGlyphOrder())
        font["glyf"].glyphs[name] = glyph
        font["glyf"].glyphOrder = font.getGlyphOrder()
        glyph.recalcBounds(font["glyf"])
        font["hmtx"][name] = (advance, glyph.xMin)
        for table in font["cmap"].tables:
            if table.isUnicode():
                table.cmap[point] = name


def tabular(font):
    """The substitutions of the feature tnum: glyph name -> glyph name."""
    found = {}
    table = font["GSUB"].table
    for record in table.FeatureList.FeatureRecord:
        if record.FeatureTag == "tnum":
            for index in record.Feature.LookupListIndex:
                for sub in table.LookupList.Lookup[index].SubTable:
                    found.update(getattr(getattr(sub, "ExtSubTable", sub), "mapping", {}))
    return found


def remap(font):
    """Points the digits at their tabular glyphs; other signs stay proportional, so that text stays compact."""
    found = tabular(font)
    for table in font["cmap"].tables:
        for point in [ord(c) for c in "0123456789"]:
            if table.cmap.get(point) in found:
                table.cmap[point] = found[table.cmap[point]]
    cmap = font.getBestCmap()
    for digit in "123456789":  # interpolated weights differ by a unit or two
        font["hmtx"][cmap[ord(digit)]] = (font["hmtx"][cmap[ord("0")]][0], font["hmtx"][cmap[ord(digit)]][1])
    for point, like in SPACES.items():
        if ord(point) not in cmap and ord(like) in cmap and like in " \u2009-":
            for table in font["cmap"].tables:
                if table.isUnicode():
                    table.cmap[ord(point)] = cmap[ord(like)]


def rename(font, style, weight):
    name = font["name"]
    kept = {0: str(name.getDebugName(0)), 13: str(name.getDebugName(13)), 14: str(name.getDebugName(14))}
    bold = weight > 500
    name.names = []
    texts = {**kept, 1: FAMILY, 2: "Bold" if bold else "Regular", 3: f"{FAMILY} {style} 1", 4: f"{FAMILY} {style}",
             5: "Version 1.000", 6: f"TailwrightSans-{style}"}
    for number, text in texts.items():
        if text and text != "None":
            name.setName(text, number, 3, 1, 0x409)
            name.setName(text.encode("ascii", "ignore").decode(), number, 1, 0, 0)
    os2 = font["OS/2"]
    os2.usWeightClass = weight
    os2.fsSelection = (os2.fsSelection & ~0b1100001) | (0b100000 if bold else 0b1000000)
    font["head"].macStyle = 1 if bold else 0
    font["head"].fontRevision = 1.0
    font["head"].created = font["head"].modified = 3786825600  # a fixed date, for equal bytes


def make(source, style, weight):
    font = TTFont(source, recalcTimestamp=False)
    remap(font)
    options = subset.Options()
    options.layout_features = []
    options.drop_tables += ["GPOS", "GSUB", "GDEF", "kern", "DSIG", "STAT", "BASE", "MATH"]
    options.hinting = False
    options.name_IDs = ["*"]
    options.notdef_outline = True
    options.recalc_timestamp = False
    wanted = set(range(0x20, 0x7F)) | set(range(0xA0, 0x100)) | {ord(c) for c in EXTRA}
    tool = subset.Subsetter(options)
    tool.populate(unicodes=wanted)
    tool.subset(font)
    quadratic(font)
    derive(font)
    rename(font, style, weight)
    path = OUT / f"TailwrightSans-{style}.ttf"
    font.save(path)
    print(path, path.stat().st_size, "bytes,", len(font.getBestCmap()), "characters; lacks",
          " ".join(f"{c}(U+{ord(c):04X})" for c in EXTRA if ord(c) not in font.getBestCmap()))
    return TTFont(path)


def main():
    folder = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else "/usr/share/fonts/opentype/inter")
    find = lambda style: next(p for p in sorted(folder.glob(f"Inter-{style}.*")) if p.suffix in (".otf", ".ttf"))
    OUT.mkdir(parents=True, exist_ok=True)
    fonts = [make(find("Regular"), "Regular", 400), make(find("SemiBold"), "SemiBold", 600)]
    units = [f["head"].unitsPerEm for f in fonts]
    assert units[0] == units[1]
    lines = ["# Advance widths of Tailwright Sans: code point (hex), Regular, SemiBold. Made by icons/font/make-font.py",
             f"unitsPerEm {units[0]}"]
    maps = [f.getBestCmap() for f in fonts]
    for point in sorted(set(maps[0]) & set(maps[1])):
        lines.append(f"{point:04X} " + " ".join(str(f["hmtx"][m[point]][0]) for f, m in zip(fonts, maps)))
    (OUT / "advances.txt").write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
