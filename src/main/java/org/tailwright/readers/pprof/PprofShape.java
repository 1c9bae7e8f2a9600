package org.tailwright.readers.pprof;

/// Judges whether bytes begin like a profile: all whole fields are ones that a profile has, of the right type, and records hold what they must.
final class PprofShape {
    private static final int LAST_FIELD = 15;
    private static final int ENOUGH = 200;

    private final byte[] bytes;
    private final boolean whole;

    /// @param whole whether the bytes are the whole file
    PprofShape(byte[] bytes, boolean whole) {
        this.bytes = bytes;
        this.whole = whole;
    }

    boolean fits() {
        Wire wire = new Wire(bytes, 0, bytes.length);
        int records = 0;
        boolean types = false;
        boolean others = false;
        try {
            while (records < ENOUGH && wire.next()) {
                int field = wire.field();
                boolean message = field <= 6 || field == 11;
                boolean known = field <= LAST_FIELD && (wire.type() == (message ? Wire.BYTES : Wire.VARINT) || field == 13 && wire.type() == Wire.BYTES);
                if (!known) {
                    return false;
                }
                if (message) {
                    Wire inner = wire.message();
                    if (!holds(field, inner)) {
                        return false;
                    }
                    types |= field == 1;
                    others |= field != 1 && field != 11;
                } else {
                    wire.skip();
                }
                records++;
            }
        } catch (Malformed e) {
            // The last record of a cut head is not whole. A whole file that is damaged is told by its beginning, too.
            return types && records >= (whole ? 3 : 1);
        }
        return types && (others || records > 0 && whole);
    }

    /// Whether a record has only fields of its kind; texts may be anything.
    private static boolean holds(int field, Wire record) throws Malformed {
        while (field != 6 && record.next()) {
            boolean fits = switch (field) {
                case 1, 11 -> record.field() <= 2 && record.type() == Wire.VARINT;
                case 2 -> record.field() <= 2 || record.field() == 3 && record.type() == Wire.BYTES;
                case 3 -> record.field() <= 10 && record.type() == Wire.VARINT;
                case 4 -> record.field() <= 5 && record.type() == (record.field() == 4 ? Wire.BYTES : Wire.VARINT);
                default -> record.field() <= 5 && record.type() == Wire.VARINT;
            };
            if (!fits) {
                return false;
            }
            record.skip();
        }
        return true;
    }
}
