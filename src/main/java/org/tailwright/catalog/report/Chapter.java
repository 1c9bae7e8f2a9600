package org.tailwright.catalog.report;

/// The chapters of the evidence, in reading order. One that nothing was written for says what would fill it.
public enum Chapter {
    STATISTICAL("Statistical performance", "No requests, spans, histograms or load points were opened: a load test, traces or a histogram log would fill this."),
    GOLDEN("Golden signals", "No requests and no metrics were opened, or none are selected, so latency, traffic, errors and saturation are not known."),
    DEPENDENCIES("Dependencies", "No traces were opened, so it is not known what the service waits for."),
    RUNTIME("Runtime", "No recording and no log of a garbage collector was opened, so processor, allocation, pauses and locks are not known."),
    CAPACITY("Capacity and risk", "Nothing shows what the service carries: a run whose load rises in steps beside one under usual load would."),
    RECOMMENDATIONS("Recommendations", "None of the rules for advice applies to this data, which does not prove that nothing is worth changing."),
    DATA("Data and method", "Nothing was read.");

    private final String title;
    private final String empty;

    Chapter(String title, String empty) {
        this.title = title;
        this.empty = empty;
    }

    /// As shown.
    public String title() {
        return title;
    }

    /// What it says when it has nothing else to say.
    String empty() {
        return empty;
    }

    /// A title below this one: "Runtime · service.jfr".
    String above(String section) {
        return section.startsWith(title) ? section : title + " · " + section;
    }
}
