package org.tailwright.models.scalability;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/// The reference numbers for the scalability laws, copied with their sources.
final class ReferenceData {
    private ReferenceData() {}

    static List<NamedCsvRecord> rows(String file) {
        String path = "/reference/01-usl/" + file;
        try (InputStream in = Objects.requireNonNull(ReferenceData.class.getResourceAsStream(path), path);
                CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A data set by its name in the reference, as in `raytracer rows 1-6` or `raytracer.1-6`.
    static Measured measured(String name) {
        boolean part = name.contains("1-6");
        String file = name.replace(" rows 1-6", "").replace(".1-6", "");
        boolean oracle = file.equals("oracledb");
        List<NamedCsvRecord> rows = rows("data/" + file + ".csv");
        rows = part ? rows.subList(0, 6) : rows;
        return new Measured(column(rows, oracle ? "db_time" : "N"), column(rows, oracle ? "txn_rate" : "X"));
    }

    /// The fit that a case such as `raytracer.1-6.usl3` or `raytracer.usl3_bounded` names.
    static UslFit fit(String name) {
        int dot = name.lastIndexOf('.');
        String form = name.substring(dot + 1);
        Measured points = measured(name.substring(0, dot));
        return form.endsWith("_bounded") ? UslFits.bounded(UslForm.of(form.replace("_bounded", "")), points)
                : UslFits.fit(UslForm.of(form), points);
    }

    private static double[] column(List<NamedCsvRecord> rows, String name) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row.getField(name))).toArray();
    }
}
