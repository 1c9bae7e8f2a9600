package org.tailwright.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tailwright.data.Dataset;
import org.tailwright.workspace.investigation.Investigation;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `picture VIEW FILE… -o out.png`: a view of the window without a display.
@Command(name = "picture", description = "A view of the window as a PNG file, without a display.", sortOptions = false)
final class PictureCommand implements Callable<Integer> {
    private static final Pattern SETTING = Pattern.compile("([a-z][a-z0-9-]*)\\.([A-Za-z][A-Za-z0-9_-]*)=(.*)");
    private static final Pattern SIZE = Pattern.compile("(\\d{2,5})[x×](\\d{2,5})");

    @Parameters(index = "0", paramLabel = "VIEW", description = "id of the view, such as distribution")
    String view = "";

    @Parameters(index = "1..*", paramLabel = "FILE", arity = "0..*", description = "files and folders")
    List<Path> files = new ArrayList<>();

    @Option(names = {"-o", "--output"}, required = true, paramLabel = "FILE", description = "PNG file to write")
    @Nullable Path output;

    @Option(names = "--size", paramLabel = "WxH", description = "pixels (default: ${DEFAULT-VALUE})")
    String size = "1400x900";

    @Option(names = "--theme", paramLabel = "THEME", description = "light or dark (default: ${DEFAULT-VALUE})")
    String theme = "light";

    @Option(names = "--set", paramLabel = "ANALYSIS.FIELD=VALUE", description = "a parameter of an analysis, such as distribution.shape=histogram (repeatable)")
    List<String> set = new ArrayList<>();

    @Mixin
    CommonOptions common = new CommonOptions();

    private final Console console;
    private final Shells shells;

    PictureCommand(Console console, Shells shells) {
        this.console = console;
        this.shells = shells;
    }

    @Override
    public Integer call() {
        Path out = output;
        Matcher pixels = SIZE.matcher(size);
        if (!pixels.matches()) {
            throw new Complaint("--size needs width and height in pixels such as 1400x900, not '" + size + "'");
        }
        if (!theme.equals("light") && !theme.equals("dark")) {
            throw new Complaint("--theme is light or dark, not '" + theme + "'");
        }
        if (out == null || !out.toString().toLowerCase(java.util.Locale.ROOT).endsWith(".png")) {
            throw new Complaint("pictures are PNG files: -o out.png");
        }
        PictureMaker maker = shells.pictures();
        if (!maker.views().contains(view)) {
            throw new Complaint("there is no view '" + view + "'; there are " + String.join(", ", maker.views()));
        }
        Investigation named = files.size() == 1 && Investigation.named(files.getFirst()) ? SavedFiles.find(files.getFirst(), console).investigation()
                : Investigation.of(files, common.selection(known()), common.typedObjectives(), common.zoneId());
        Investigation investigation = named.setting(parameters());
        try {
            maker.make(new PictureMaker.Wish(view, investigation, Integer.parseInt(pixels.group(1)), Integer.parseInt(pixels.group(2)),
                    theme.equals("dark"), out));
        } catch (IllegalArgumentException e) {
            throw new Complaint(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new Complaint(out + " cannot be written: " + e.getMessage(), e);
        }
        console.out().println("wrote " + out);
        return Exit.FINE;
    }

    /// The data, where a time of day or since its beginning, or a column, is to be found in it.
    private List<Dataset> known() {
        return common.narrows() ? common.open(files, Map.of(), common.cache(), console).datasets() : List.of();
    }

    private Map<String, Map<String, String>> parameters() {
        Map<String, Map<String, String>> typed = new LinkedHashMap<>();
        for (String each : set) {
            Matcher parts = SETTING.matcher(each);
            if (!parts.matches()) {
                throw new Complaint("--set needs analysis, field and value such as distribution.shape=histogram, not '" + each + "'");
            }
            Map<String, String> fields = typed.computeIfAbsent(RunCommand.named(parts.group(1)).id(), _ -> new LinkedHashMap<>());
            fields.put(parts.group(2), parts.group(3));
            try {
                RunCommand.named(parts.group(1)).form().parse(fields);
            } catch (IllegalArgumentException e) {
                throw new Complaint(String.valueOf(e.getMessage()), e);
            }
        }
        return typed;
    }
}
