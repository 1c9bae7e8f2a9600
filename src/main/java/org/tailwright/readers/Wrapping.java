package org.tailwright.readers;

/// Archives and compressions that are not taken off: told by their first bytes, so that the user learns what to do instead of reading that
/// their columns are unknown.
enum Wrapping {
    ZIP("a ZIP archive", "unzip it and open what is inside", 'P', 'K', 3, 4),
    EMPTY_ZIP("an empty ZIP archive", "", 'P', 'K', 5, 6),
    ZSTANDARD("compressed with Zstandard", "unpack it first: zstd -d", 0x28, 0xb5, 0x2f, 0xfd),
    XZ("compressed with xz", "unpack it first: xz -d", 0xfd, '7', 'z', 'X', 'Z', 0),
    BZIP2("compressed with bzip2", "unpack it first: bzip2 -d", 'B', 'Z', 'h', '9'),
    SEVEN_ZIP("a 7-Zip archive", "unpack it and open what is inside", '7', 'z', 0xbc, 0xaf, 0x27, 0x1c),
    GZIP("compressed with gzip twice", "unpack it once first: gzip -d", 0x1f, 0x8b, 8);

    private final String words;
    private final String hint;
    private final int[] magic;

    Wrapping(String words, String hint, int... magic) {
        this.words = words;
        this.hint = hint;
        this.magic = magic;
    }

    /// @throws UnreadableFile when the file, with one gzip already taken off, is wrapped in one of these
    static void check(Head head) throws UnreadableFile {
        for (Wrapping each : values()) {
            if (head.startsWith(each.magic)) {
                throw new UnreadableFile("the file is " + each.words, "", each.hint);
            }
        }
    }
}
